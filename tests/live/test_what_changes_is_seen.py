"""What is kept in memory never outlives a change: a reader sees an update, and no killed word."""

import pytest

from liveblog import actions
from tests.cast import again, publish_entry
from tests.live.test_database_away_pages import front
from tests.live.test_wakeups import eventually

WORD = "ferry-canary"
ADDRESSES = [
    "/live/{slug}/",
    "/live/{slug}/changes?since=0",
    "/live/{slug}/feed.atom",
    "/live/{slug}/feed.rss",
    "/live/{slug}/feed.json",
    "/live/{slug}/1/",
    "/api/v1/blogs/{slug}/entries/",
    "/api/v1/blogs/{slug}/changes/?since=0",
    "/",
    "/sitemap.xml",
]


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, body=f"<p>{WORD}</p>")


def addresses(blog):
    return [address.format(slug=blog.slug) for address in ADDRESSES]


def test_a_killed_word_is_gone_from_every_address(pages, blog, entry, chi):
    shown = [pages.get(address).text for address in addresses(blog)]
    assert sum(WORD in text for text in shown) >= 8
    actions.kill(user=chi, entry_id=entry.pk, reason="Retracted")
    eventually(lambda: pages.get(addresses(blog)[0]).text.count(WORD) == 0)
    for address in addresses(blog):
        assert WORD not in pages.get(address).text, address
    assert pages.get(f"/live/{blog.slug}/1/").status == 410


def test_a_kill_is_seen_where_every_wake_up_is_lost(pages, blog, entry, chi, monkeypatch):
    pages.get(f"/live/{blog.slug}/")
    monkeypatch.setattr(type(pages.hub._wake_ups), "glance", lambda self: None)
    monkeypatch.setattr(pages.hub._wake_ups, "wake", lambda: None)
    actions.kill(user=chi, entry_id=entry.pk, reason="Retracted")
    eventually(lambda: WORD not in pages.get(f"/live/{blog.slug}/").text)


def test_an_update_is_seen_at_once(pages, blog, entry, ada):
    for address in addresses(blog):
        pages.get(address)
    publish_entry(blog, ada, body="<p>second-canary</p>")
    eventually(lambda: "second-canary" in pages.get(f"/live/{blog.slug}/").text)
    for address in (f"/live/{blog.slug}/changes?since=0", f"/live/{blog.slug}/feed.json"):
        assert "second-canary" in pages.get(address).text


def test_a_withdrawn_blog_is_gone(pages, blog, entry, chi):
    assert pages.get(f"/live/{blog.slug}/").status == 200
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    eventually(lambda: pages.get(f"/live/{blog.slug}/").status == 410)
    assert pages.get(f"/live/{blog.slug}/feed.json").status == 410


def test_another_blog_keeps_its_pages(pages, blog, other_blog, entry, ada):
    publish_entry(other_blog, ada)
    address = f"/live/{other_blog.slug}/"
    pages.get(address)
    publish_entry(blog, ada)
    eventually(lambda: pages.cache.versions.certain)
    pages.get(address)
    assert pages.asked.count(address) == 1


def test_a_page_rendered_before_a_change_is_not_kept_as_the_one_after_it(pages, blog, entry, ada):
    address = f"/live/{blog.slug}/"
    pages.django.hold()
    early = pages.ask(address)
    eventually(lambda: pages.asked)
    publish_entry(blog, ada, body="<p>second-canary</p>")
    eventually(lambda: known(pages, blog) in (None, again(blog).version))
    pages.django.let_go(pages.loop)
    assert pages.read(early).status == 200
    eventually(lambda: "second-canary" in pages.get(address).text)


def known(pages, blog):
    found = pages.cache.versions.blogs.get(blog.pk)
    return found and found.edition[1]


def test_a_page_asked_for_lately_is_made_anew_before_anybody_asks(pages, blog, entry, ada):
    address = f"/live/{blog.slug}/"
    pages.get(address)
    publish_entry(blog, ada)
    eventually(lambda: pages.asked.count(address) == 2)


def test_a_page_about_the_whole_site_stands_for_a_second_at_most(pages, entry, monkeypatch):
    pages.get("/")
    monkeypatch.setattr("liveblog.live.cache.SITE_SECONDS", 0.0)
    pages.get("/")
    assert len(pages.asked) == 2


def test_an_older_page_is_found_unchanged_after_an_update_on_top(pages, blog, entry, ada):
    publish_entry(blog, ada)
    address = f"/live/{blog.slug}/?before=2"
    first = pages.get(address)
    publish_entry(blog, ada, body="<p>second-canary</p>")
    eventually(lambda: "second-canary" in pages.get(f"/live/{blog.slug}/").text)
    second = pages.get(address)
    assert (second.status, second.content) == (200, first.content)
    assert second.headers["etag"] == first.headers["etag"]
    assert pages.cache.answered["unchanged"] == 1


def test_the_front_page_is_made_anew_before_anybody_asks(pages, blog, ada):
    front(pages)
    pages.asked.clear()
    publish_entry(blog, ada)
    pages.loop.call_soon_threadsafe(pages.hub.wake)
    eventually(lambda: "/" in pages.asked)
