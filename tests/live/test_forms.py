"""Compressed once, revalidated by anybody: the forms of a kept page."""

import pytest

from liveblog.live.asked import best
from tests.cast import publish_entry


@pytest.fixture
def page(blog, ada):
    for _ in range(3):
        publish_entry(blog, ada)
    return f"/live/{blog.slug}/"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("identity", None), ("br;q=0", None)],
)
def test_a_page_comes_in_the_best_encoding_its_reader_takes(pages, page, accepted, encoding):
    plain = pages.get(page)
    answer = pages.get(page, headers={"accept-encoding": accepted})
    assert answer.headers.get("content-encoding") == encoding
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.text == plain.text
    assert answer.headers["etag"] == ("W/" if encoding else "") + plain.headers["etag"]


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        (b"", ""),
        (b"*", "br"),
        (b"*;q=0", ""),
        (b"gzip;q=0.5, br;q=0", "gzip"),
        (b"GZIP", "gzip"),
        (b"gzip;q=x", ""),
        (b"x-gzip", ""),
        (b"br" + b" " * 9999, ""),
    ],
)
def test_what_a_reader_takes(accepted, expected):
    assert best(accepted) == expected


@pytest.mark.parametrize("form", ["{0}", "W/{0}", '"other", {0}', "*", '"a,b", W/{0}'])
@pytest.mark.parametrize("encoding", ["br", "identity"])
def test_who_has_it_gets_304(pages, page, form, encoding):
    etag = pages.get(page).headers["etag"]
    headers = {"if-none-match": form.format(etag), "accept-encoding": encoding}
    answer = pages.get(page, headers=headers)
    assert (answer.status, answer.content) == (304, b"")
    assert {"etag", "cache-control", "vary", "content-security-policy"} <= answer.headers.keys()
    assert not {"content-length", "content-type", "content-encoding"} & answer.headers.keys()


@pytest.mark.parametrize("value", ['"other"', "", "1", 'W/""'])
def test_who_has_another_gets_it_whole(pages, page, value):
    assert pages.get(page, headers={"if-none-match": value}).status == 200
