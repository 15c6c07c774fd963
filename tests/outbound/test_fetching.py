"""What comes back, how much of it and how long it may take."""

import gzip
import threading
import zlib
from datetime import UTC, datetime

import pytest
import time_machine

from liveblog.outbound import MAX_BYTES, OutboundError, client, fetch
from tests.outbound.sites import dripping


def test_an_answer_has_its_status_headers_and_bytes(site):
    site.pages["/"] = (200, {"Content-Type": "Text/HTML; charset=utf-8", "ETag": '"1"'}, b"News")
    found = fetch(site.url(), accept="text/html")
    assert (found.status, found.body, found.url) == (200, b"News", site.url())
    assert (found.content_type, found.etag, found.headers["etag"]) == ("text/html", '"1"', '"1"')
    assert site.asked[0]["Accept"] == "text/html"
    assert site.asked[0]["User-Agent"] == "Newsroom (+http://127.0.0.1:8000)"


def test_what_has_not_changed_is_not_sent_again(site):
    site.pages["/"] = (304, {"ETag": '"1"'}, b"")
    found = fetch(site.url(), etag='"1"', last_modified="Thu, 05 Jan 2023 17:00:00 GMT")
    assert (found.not_modified, found.body) == (True, b"")
    assert site.asked[0]["If-None-Match"] == '"1"'
    assert site.asked[0]["If-Modified-Since"] == "Thu, 05 Jan 2023 17:00:00 GMT"


def test_neither_cookies_nor_proxies_nor_passwords_of_the_machine_are_used(
    site, canary, monkeypatch, tmp_path
):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ada password secret\n")
    for name, value in {
        "http_proxy": canary.url(),
        "ALL_PROXY": canary.url(),
        "NETRC": netrc,
    }.items():
        monkeypatch.setenv(name, str(value))
    site.pages["/"] = (302, {"Location": "/second", "Set-Cookie": "id=1"}, b"")
    site.pages["/second"] = b"News"
    assert fetch(site.url()).body == b"News"
    assert (canary.seen, len(site.asked)) == ([], 2)
    assert not any(headers["Cookie"] or headers["Authorization"] for headers in site.asked)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("120", 120), ("Thu, 05 Jan 2023 17:02:00 GMT", 120), ("Thu, 05 Jan 2023 16:00:00 GMT", 0),
     ("soon", None), ("99999999", None), ("", None)],
)  # fmt: skip
def test_a_wait_is_asked_for_in_seconds_or_by_a_date(site, asked, seconds):
    site.pages["/"] = (503, {"Retry-After": asked}, b"")
    now = datetime(2023, 1, 5, 17, tzinfo=UTC)
    with time_machine.travel(now, tick=False), pytest.raises(OutboundError) as caught:
        fetch(site.url())
    assert caught.value.retry_after == seconds


def test_three_redirects_are_followed_and_no_more(site):
    for number in range(4):
        site.redirects(f"/{number}", f"/{number + 1}", status=(301, 302, 307, 308)[number])
    site.pages["/4"] = b"News"
    assert fetch(site.url("/1")).url == site.url("/4")
    for address, redirects in (("/0", 3), ("/3", 0)):
        with pytest.raises(OutboundError, match="redirects too often") as caught:
            fetch(site.url(address), redirects=redirects)
        assert caught.value.permanent


def test_credentials_stay_with_whom_they_are_for(site, canary, settings):
    settings.NEWSROOM_OUTBOUND_ALLOW = [site.host, canary.host]
    site.redirects("/", canary.url())
    fetch(site.url(), headers={"Authorization": "Bearer 1"})
    assert [site.asked[0]["Authorization"], canary.asked[0]["Authorization"]] == ["Bearer 1", None]


def test_what_is_posted_is_not_sent_on(site):
    site.redirects("/", "/second", status=307)
    with pytest.raises(OutboundError, match="redirects too often"):
        fetch(site.url(), body=b"{}", headers={"Content-Type": "application/json"})
    assert site.seen == ["POST /"]


@pytest.mark.parametrize(
    ("status", "permanent"),
    [(400, True), (404, True), (410, True), (408, False), (429, False), (500, False), (503, False)],
)
def test_a_refusal_says_whether_to_ask_again(site, status, permanent):
    site.pages["/"] = (status, {"Retry-After": "120"}, b"<h1>no</h1>")
    with pytest.raises(OutboundError, match=f"answered {status}") as caught:
        fetch(site.url())
    assert (caught.value.permanent, caught.value.status) == (permanent, status)
    assert caught.value.retry_after == 120


def packed(size):
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(1024 * 1024)
    return b"".join(packer.compress(block) for _ in range(size)) + packer.flush()


@pytest.mark.parametrize(
    "page",
    [
        (200, {}, bytes(MAX_BYTES + 1)),
        (200, {"Content-Length": str(10**15)}, b"x"),
        (200, {"Content-Encoding": "gzip"}, packed(100)),
        (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(packed(100))),
    ],
    ids=["large", "said to be large", "bomb", "bomb in a bomb"],
)
def test_what_is_too_large_is_refused(site, page):
    site.pages["/"] = page
    with pytest.raises(OutboundError, match="larger than 5,120 kB") as caught:
        fetch(site.url())
    assert caught.value.permanent


def test_packed_text_arrives_unpacked(site):
    site.pages["/"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"News"))
    assert fetch(site.url()).body == b"News"


@pytest.mark.parametrize(
    "first",
    [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"],
    ids=["status", "header", "body", "chunk size"],
)  # fmt: skip
def test_a_trickle_does_not_outlast_the_deadline(site, first):
    let_go = threading.Event()
    site.pages["/"] = dripping(first, let_go=let_go)
    try:
        with pytest.raises(OutboundError, match="too long") as caught:
            fetch(site.url(), seconds=0.2)
        assert not caught.value.permanent
        (thread,) = [one for one in threading.enumerate() if one.name == "outbound"] or [None]
        if thread:
            thread.join(60)  # the connection is cut, so nothing waits behind the scenes
            assert not thread.is_alive()
    finally:
        let_go.set()


def test_a_silent_name_server_does_not_outlast_the_deadline(monkeypatch):
    let_go = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: let_go.wait(60) and [])
    try:
        with pytest.raises(OutboundError, match="too long"):
            fetch("http://harbour.example/", seconds=0.1)
    finally:
        let_go.set()


@pytest.mark.parametrize(
    ("answer", "permanent"),
    [(b"", False), (b"nonsense\r\n\r\n", False),
     (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", False),
     (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip", True)],
)  # fmt: skip
def test_what_is_no_answer_is_said_to_be_none(site, answer, permanent):
    site.pages["/"] = lambda handler: handler.wfile.write(answer)
    with pytest.raises(OutboundError) as caught:
        fetch(site.url())
    assert caught.value.permanent is permanent


def test_the_limits_are_those_of_the_security_requirements():
    assert (client.CONNECT_SECONDS, client.TOTAL_SECONDS, client.MAX_REDIRECTS) == (5, 15, 3)
    assert MAX_BYTES == 5 * 1024 * 1024
