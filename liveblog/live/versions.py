"""What this process knows: which version each watched live blog has, and how sure that is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liveblog.live.reads import GONE_VERSION as GONE
from liveblog.live.reads import Edition, Found, State

SURE_SECONDS = 2.5  # the look once a second has failed or hung for longer: the database is away
MOMENT_SECONDS = 0.2  # and then nobody waits longer for a look than one takes


@dataclass(slots=True)
class Known:
    """A live blog somebody keeps answers of."""

    slug: str
    edition: Edition


class Versions:
    """Every wake-up is a doubt about all of them, until a look begun after it has answered.

    Nothing is served from memory in doubt: whoever asks waits for the look, a millisecond or two.
    Where no look answers, what was known last stands, and is called stale.
    """

    def __init__(self) -> None:
        self.blogs: dict[int, Known] = {}
        self.doubts = 0
        self.settled = 0
        self.sure_at = float("-inf")  # the event loop's time at which the last good look began
        self.site_pages = 0  # kept by the cache: without any nobody needs to know of the site
        self._site: object = None
        self._site_read = -1  # how many doubts were settled when the site was read
        self._site_moved_at = float("-inf")
        self._by_slug: dict[str, int] = {}
        self._waiting: set[asyncio.Future[None]] = set()

    @property
    def certain(self) -> bool:
        """Whether the last look began after the last wake-up."""
        return self.settled == self.doubts

    def sure(self, now: float) -> bool:
        """Whether the database has answered just now; `now` is the loop's time."""
        return now - self.sure_at <= SURE_SECONDS

    def doubt(self) -> None:
        """Something may have moved."""
        self.doubts += 1

    def blog_at(self, slug: str) -> int | None:
        """The watched live blog that has this slug now."""
        return self._by_slug.get(slug)

    def watch(self, found: Found) -> None:
        """Know this one from now on. An older reading never replaces a newer one."""
        if found.blog_id not in self.blogs:
            self.blogs[found.blog_id] = Known(found.slug, found.edition)
        if self.blogs[found.blog_id].slug == found.slug:
            self._by_slug[found.slug] = found.blog_id

    def forget(self, blog_ids: Iterable[int]) -> None:
        """Nobody keeps anything of these."""
        for blog_id in blog_ids:
            known = self.blogs.pop(blog_id, None)
            if known and self._by_slug.get(known.slug) == blog_id:
                del self._by_slug[known.slug]

    def settle(
        self, states: Mapping[int, State], asked: Iterable[int], doubts: int, began: float
    ) -> list[int]:
        """Take in what a look has read about `asked`; answers which of them have moved.

        `doubts` and `began` are from before it read.
        """
        moved = []
        for blog_id in asked:
            known = self.blogs.get(blog_id)
            if known and self._take(blog_id, known, states.get(blog_id)):
                moved.append(blog_id)
        self.settled = max(self.settled, doubts)
        self.sure_at = began
        if self.certain:
            self._wake()
        return moved

    async def certainty(self) -> None:
        """Wait until there is no doubt, or for as long as a database may take to answer."""
        if self.certain:
            return
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()
        self._waiting.add(future)
        patience = SURE_SECONDS if self.sure(loop.time()) else MOMENT_SECONDS
        await asyncio.wait([future], timeout=patience)
        self._waiting.discard(future)

    @property
    def site_is_read(self) -> bool:
        """Whether the site was read after the last wake-up that a look has settled."""
        return self._site_read == self.settled

    def site_is(self, mark: object, doubts: int, now: float) -> bool:
        """Take in what the site as a whole stands at; whether it has moved. `doubts` is from before
        it was read, `now` from after.
        """
        moved = mark != self._site
        if moved:
            self._site, self._site_moved_at = mark, now
        self._site_read = doubts
        return moved

    def site_held(self, made: float) -> bool:
        """Whether nothing in the whole site is known to have moved since that time."""
        return self.site_is_read and made >= self._site_moved_at

    def _take(self, blog_id: int, known: Known, state: State | None) -> bool:
        slug = known.slug if state is None else state.slug
        edition = (known.edition[0], GONE) if state is None else state.edition
        if (edition, slug) == (known.edition, known.slug):
            return False
        if self._by_slug.get(known.slug) == blog_id:
            del self._by_slug[known.slug]
        if edition[1] != GONE:  # else the address may become another's
            self._by_slug[slug] = blog_id
        known.edition, known.slug = edition, slug
        return True

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)
