"""The database is away: readers keep the last good page, and are told that it may be old."""

import pytest

from tests.cast import publish_entry
from tests.live.test_database_away import Away
from tests.live.test_wakeups import eventually


async def no_answer(scope, receive, send):
    await send({"type": "http.response.start", "status": 503, "headers": []})
    await send({"type": "http.response.body", "body": b"away"})


def front(pages):
    """The front page as it is kept for the day on which the database is away."""

    def kept():
        answer = pages.get("/")
        page = pages.cache.find("/?", pages.loop.time())
        return pages.hub.versions.site_held(page.made) and answer

    return eventually(kept)


@pytest.fixture
def page(blog, ada):
    publish_entry(blog, ada)
    return f"/live/{blog.slug}/"


@pytest.fixture
def away(pages, page, monkeypatch):
    """It went just after the page had been made."""
    good, first = pages.get(page), front(pages)
    monkeypatch.setattr("liveblog.live.versions.SURE_SECONDS", 0.05)

    pages.django.instead = no_answer
    database = Away(monkeypatch, "states")
    database.good, database.front = good, first
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


def test_so_is_a_page_about_the_whole_site(pages, away):
    answer = eventually(lambda: (found := pages.get("/")).is_stale and found)
    assert (answer.status, answer.content) == (200, away.front.content)


def test_also_when_something_was_written_that_no_reader_sees(pages, page, away, monkeypatch):
    away.back()
    pages.loop.call_soon_threadsafe(pages.hub.wake)  # a draft, a worker's word
    eventually(lambda: pages.hub.versions.site_is_read and pages.hub.versions.doubts > 2)
    Away(monkeypatch, "states")
    assert eventually(lambda: (found := pages.get("/")).is_stale and found).status == 200


def test_not_when_something_moved_that_nobody_reads_here(pages, other_blog, ada, away):
    away.back()
    publish_entry(other_blog, ada)
    pages.loop.call_soon_threadsafe(pages.hub.wake)
    eventually(lambda: pages.get("/").status == 503)


def test_all_who_ask_at_once_get_it_before_the_looks_have_noticed(pages, page, monkeypatch):
    good = front(pages)
    monkeypatch.setattr("liveblog.live.cache.SITE_SECONDS", -1)
    pages.django.instead = no_answer
    answers = pages.at_once("/", 5)
    assert [(found.status, found.is_stale) for found in answers] == [(200, True)] * 5
    assert {found.content for found in answers} == {good.content}


def test_an_error_is_made_once_for_all_who_wait_for_it(pages, page, monkeypatch):
    answers, waiting = pages.app.answers, []
    made = answers._made

    def counted(*arguments):
        waiting.append(arguments)
        return made(*arguments)

    monkeypatch.setattr(answers, "_made", counted)
    pages.django.instead = no_answer
    pages.django.hold()
    streams = [pages.ask(page) for _ in range(20)]
    eventually(lambda: len(waiting) == 20 and pages.asked)
    pages.django.let_go(pages.loop)
    assert {pages.read(stream).status for stream in streams} == {503}
    assert pages.asked == [page]


def test_nobody_waits_long_for_a_look_that_has_failed_before(pages, away, monkeypatch):
    """And who has waited is forgotten: as many may ask as want to, for a day."""
    versions = pages.hub.versions
    eventually(lambda: not versions.sure(pages.loop.time()))
    monkeypatch.setattr("liveblog.live.versions.SURE_SECONDS", 3600)
    monkeypatch.setattr(versions, "sure_at", float("-inf"))
    pages.loop.call_soon_threadsafe(pages.hub.wake)
    pages.on_loop(versions.certainty())
    assert not versions.certain
    assert not versions._waiting
