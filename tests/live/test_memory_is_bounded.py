"""What is kept in memory has a bound in bytes, and what nobody asks for goes first."""

import pytest

from liveblog.live import cache as caching
from liveblog.live.addresses import address_of
from liveblog.live.cache import MicroCache
from liveblog.live.pages import page_from
from liveblog.live.versions import Versions


@pytest.fixture
def versions():
    known = Versions()
    known.settle({}, [], 0, began=0.0)
    return known


def page(path, size=400, asked_at=0.0):
    made = page_from(address_of(path, b""), [], b"x" * size, blog_id=None, edition=0, made=0.0)
    made.asked_at = asked_at
    return made


def test_the_longest_unasked_goes_first(versions):
    cache = MicroCache(versions, limit=24_500)  # ten pages of 400 bytes and what they cost
    for number in range(10):
        cache.keep(page(f"/topics/{number}/"))
    cache.find("/topics/0/?", now=1.0)
    cache.keep(page("/topics/new/"))
    assert cache.find("/topics/0/?", 1.0)
    assert cache.find("/topics/1/?", 1.0) is None
    assert cache.size <= cache.limit


def test_a_page_that_would_fill_it_is_not_kept(versions):
    cache = MicroCache(versions, limit=24_500)
    cache.keep(page("/topics/large/", size=10_000))
    assert (len(cache), cache.size) == (0, 0)


def test_a_page_kept_twice_counts_once(versions):
    cache = MicroCache(versions, limit=24_500)
    for _ in range(3):
        cache.keep(page("/"))
    assert (len(cache), cache.size) == (1, page("/").size)


def test_what_nobody_asks_for_goes_with_time(versions):
    cache = MicroCache(versions, limit=24_500)
    cache.keep(page("/"))
    versions.settle({}, [], 0, began=caching.IDLE_SECONDS + 1)
    cache.look_at_the_clock(caching.IDLE_SECONDS + 1)
    assert (len(cache), cache.size) == (0, 0)


def test_while_the_database_is_away_nothing_goes(versions):
    cache = MicroCache(versions, limit=24_500)
    cache.keep(page("/"))
    cache.look_at_the_clock(caching.IDLE_SECONDS + 1)
    assert len(cache) == 1


@pytest.fixture
def nothing_kept(settings):
    settings.NEWSROOM_CACHE_BYTES = 0


def test_with_no_room_everything_is_asked_of_django(nothing_kept, pages):
    assert [pages.get("/").status for _ in range(2)] == [200, 200]
    assert pages.asked == ["/", "/"]
