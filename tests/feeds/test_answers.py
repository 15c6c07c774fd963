"""How feeds are cached, refused, moved and found."""

import pytest

from liveblog import actions
from tests.cast import again, draft_entry, publish_entry
from tests.feeds.reading import KINDS, ask
from tests.feeds.stage import fill
from tests.pages.reading import read


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_is_validated_by_the_version(kind, blog, ada, client):
    publish_entry(blog, ada)
    first = ask(client, blog, kind)
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=1"
    draft_entry(blog, ada)
    known = ask(client, blog, kind, **{"if-none-match": first["ETag"]})
    publish_entry(blog, ada)
    moved = ask(client, blog, kind, **{"if-none-match": first["ETag"]})
    assert (first.status_code, known.status_code, moved.status_code) == (200, 304, 200)


def test_the_formats_have_validators_of_their_own(blog, client):
    assert len({ask(client, blog, kind)["ETag"] for kind in KINDS}) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_feeds_are_only_read(kind, blog, client):
    address = f"/live/{blog.slug}/feed.{kind}"
    assert client.head(address).status_code == 200
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["feed.xml", "feed.", "feed.atom/", "feed.jsonp"])
def test_other_formats_do_not_exist(address, blog, client):
    assert client.get(f"/live/{blog.slug}/{address}").status_code == 404


def test_the_live_page_and_its_updates_name_the_feeds(blog, ada, client):
    publish_entry(blog, ada)
    address = f"/live/{blog.slug}/"
    for page in ("", "1/"):
        found = read(client.get(f"/live/{blog.slug}/{page}").content.decode())
        assert [(link["type"], link["href"]) for link in found.all("link", rel="alternate")] == [
            ("application/atom+xml", f"{address}feed.atom"),
            ("application/rss+xml", f"{address}feed.rss"),
            ("application/feed+json", f"{address}feed.json"),
        ]


@pytest.mark.parametrize(
    ("kind", "before"), [("atom", None), ("atom", 51), ("rss", None), ("json", None)]
)
def test_a_feed_costs_as_much_with_many_updates_as_with_few(
    kind, before, blog, northwire, client, django_assert_num_queries
):
    for count in (60, 180):
        blog.entries.all().delete()
        blog = fill(again(blog), count, northwire)
        with django_assert_num_queries(7 if before else 9):
            ask(client, blog, kind, before)


def test_a_withdrawn_live_blog_has_no_feed(blog, chi, client):
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert {ask(client, blog, kind).status_code for kind in KINDS} == {410}
