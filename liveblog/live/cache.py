"""The micro-cache: public answers as bytes, valid until their live blog's version moves."""

from __future__ import annotations

from collections import Counter, OrderedDict
from weakref import WeakSet

from liveblog.live.addresses import Address
from liveblog.live.pages import Page
from liveblog.live.versions import Versions

SITE_SECONDS = 1.0  # how long a page about many live blogs stands, if nothing is heard before
STALE_SECONDS = 24 * 3600.0  # how long the last good page stands while the database is away
IDLE_SECONDS = 600.0  # nobody has asked for it: it makes room, and its blog is no longer watched
LARGEST = 8  # no page may take more than this part of the whole: 1/8


def answered() -> Counter[str]:
    """How often this process has answered from memory (`hit`, `stale`), rendered anew (`made`) or
    found that a page still holds (`unchanged`), for whoever watches it."""
    total: Counter[str] = Counter({"hit": 0, "stale": 0, "made": 0, "unchanged": 0})
    for cache in _all_caches:
        total.update(cache.answered)
    return total


class MicroCache:
    """`limit` bytes of pages, the longest unasked of them going first. Nothing here waits."""

    def __init__(self, versions: Versions, limit: int) -> None:
        self.versions = versions
        self.limit = limit
        self.size = 0
        self.answered: Counter[str] = Counter()  # hit, stale, made, unchanged
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._per_blog: Counter[int] = Counter()
        _all_caches.add(self)

    def __len__(self) -> int:
        return len(self._pages)

    def find(self, key: str, now: float) -> Page | None:
        """What is kept under `key`, whether it still holds or not."""
        page = self._pages.get(key)
        if page is not None:
            page.asked_at = now
            self._pages.move_to_end(key)
        return page

    def holds(self, page: Page) -> bool:
        """Whether nothing is known to have changed since it was made."""
        if page.blog_id is None:
            return page.edition == self.versions.settled
        known = self.versions.blogs.get(page.blog_id)
        return known is not None and known.edition == page.edition

    def fresh(self, page: Page, now: float) -> bool:
        """Whether it may be sent as it is: it holds, without a doubt, and the database says so."""
        versions = self.versions
        if not versions.certain or not versions.sure(now) or not self.holds(page):
            return False
        return page.blog_id is not None or now - page.made <= SITE_SECONDS

    def last_good(self, page: Page, now: float) -> bool:
        """Whether it may be sent as stale: the database is away, and it held when it went."""
        if page.blog_id is None:
            return self.versions.site_held(page.made) and now - page.made <= STALE_SECONDS
        good_at = max(self.versions.sure_at, page.made)
        return self.holds(page) and now - good_at <= STALE_SECONDS

    def keep(self, page: Page) -> None:
        """Keep it, if it is not too large, and let go of what has been asked for least lately."""
        key, fits = page.address.key, page.size * LARGEST <= self.limit
        if fits and page.blog_id is not None:
            self._per_blog[page.blog_id] += 1  # before the old one goes: its blog stays watched
        self.drop(key)
        if not fits:
            return
        self._pages[key] = page
        self.size += page.size
        self.versions.site_pages += page.blog_id is None
        while self.size > self.limit:
            self.drop(next(iter(self._pages)))

    def drop(self, key: str) -> None:
        """Let it go; a live blog of which nothing is left is not watched any more."""
        page = self._pages.pop(key, None)
        if page is None:
            return
        self.size -= page.size
        self.versions.site_pages -= page.blog_id is None
        if page.blog_id is not None:
            self._per_blog[page.blog_id] -= 1
            if not self._per_blog[page.blog_id]:
                del self._per_blog[page.blog_id]
                self.versions.forget([page.blog_id])

    def look_at_the_clock(self, now: float) -> None:
        """Let go of what nobody asks for; `now` is the loop's time."""
        while self._pages:
            key, page = next(iter(self._pages.items()))
            if now - page.asked_at <= IDLE_SECONDS or not self.versions.sure(now):
                return
            self.drop(key)

    def asked_lately(self, blog_id: int | None, since: float, most: int) -> list[Address]:
        """At most so many pages of this blog (`None`: about the whole site) that were asked for
        after `since`, latest first.
        """
        found: list[Address] = []
        for page in reversed(self._pages.values()):
            if page.asked_at < since or len(found) == most:
                break
            if page.blog_id == blog_id and not page.address.api:
                found.append(page.address)
        return found


_all_caches: WeakSet[MicroCache] = WeakSet()
