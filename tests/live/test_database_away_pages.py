"""The database is away: readers keep the last good page, and are told that it may be old."""

import pytest

from tests.cast import publish_entry
from tests.live.test_database_away import Away
from tests.live.test_wakeups import eventually


@pytest.fixture
def page(blog, ada):
    publish_entry(blog, ada)
    return f"/live/{blog.slug}/"


@pytest.fixture
def away(pages, page, monkeypatch):
    """It went just after the page had been made."""
    good = pages.get(page)
    monkeypatch.setattr("liveblog.live.versions.SURE_SECONDS", 0.05)

    async def no_answer(scope, receive, send):
        await send({"type": "http.response.start", "status": 503, "headers": []})
        await send({"type": "http.response.body", "body": b"away"})

    pages.django.instead = no_answer
    database = Away(monkeypatch, "states")
    database.good = good
    pages.loop.call_soon_threadsafe(pages.hub.wake)
    return database


def test_the_last_good_page_is_served_and_says_so(pages, page, away):
    answer = eventually(lambda: (found := pages.get(page)).is_stale and found)
    assert (answer.status, answer.content) == (200, away.good.content)
    assert answer.headers["warning"] == '110 - "Response is Stale"'
    assert int(answer.headers["age"]) >= 0


def test_for_at_most_a_day(pages, page, away, monkeypatch):
    eventually(lambda: pages.get(page).is_stale)
    monkeypatch.setattr("liveblog.live.cache.STALE_SECONDS", -1)
    assert pages.get(page).status == 503


def test_what_was_never_asked_for_is_not_there(pages, blog, away):
    assert pages.get(f"/live/{blog.slug}/feed.rss").status == 503


def test_it_is_fresh_again_when_the_database_answers(pages, page, away):
    eventually(lambda: pages.get(page).is_stale)
    pages.django.instead = None
    away.back()
    pages.loop.call_soon_threadsafe(pages.hub.wake)
    eventually(lambda: not pages.get(page).is_stale)
    assert pages.get(page).status == 200


def test_a_page_that_is_known_to_have_changed_is_not_served(pages, page, blog, ada, away):
    away.back()
    publish_entry(blog, ada)
    pages.loop.call_soon_threadsafe(pages.hub.wake)
    eventually(lambda: pages.get(page).status == 503)
