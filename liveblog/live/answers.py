"""Answering public questions: from memory if what is there still holds, else by asking Django once
for all who wait for the same."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from liveblog.live import asked as asking
from liveblog.live.addresses import Address, address_of
from liveblog.live.asked import Asked
from liveblog.live.cache import MicroCache
from liveblog.live.capture import Captured, capture
from liveblog.live.expiry import accel_expires
from liveblog.live.hub import Hub
from liveblog.live.pages import Page, page_from
from liveblog.live.protocol import ASGIApp, Headers, Receive, Scope, Send
from liveblog.live.reads import Edition
from liveblog.live.refusals import Refused

WARM_SECONDS = 60.0  # a page asked for that lately is made anew as soon as its blog has moved
WARM_PAGES = 4  # of one live blog

log = logging.getLogger(__name__)


class Answers:
    """In front of `django`. `hub` knows the versions; `limit` is in bytes, 0 for no memory."""

    def __init__(self, django: ASGIApp, hub: Hub, limit: int) -> None:
        self.cache = MicroCache(hub.versions, limit)
        self._django = django
        self.hub = hub
        self._fills: dict[str, asyncio.Task[Page | Captured | None]] = {}
        self._latest: Scope | None = None  # whose host and scheme pages are warmed with
        hub.on_clock(self.cache.look_at_the_clock)
        hub.on_moved(self._warm)

    def question(self, scope: Scope) -> tuple[Address, Asked] | None:
        """What a request asks, if the answer may come from memory."""
        if scope["method"] not in ("GET", "HEAD") or not self.cache.limit:
            return None
        address = address_of(scope["path"], scope["query_string"])
        asked = asking.read(scope["headers"]) if address else None
        if address is None or asked is None or not asking.is_ours(asked.host):
            return None
        if address.api and not asking.takes_json(asked.accept):
            return None
        return address, asked

    async def answer(
        self, address: Address, asked: Asked, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Send the answer, whoever makes it."""
        self.hub.start()  # for servers that know no lifespan
        clock = asyncio.get_running_loop().time
        self.hub.glance()
        await self.hub.versions.certainty()
        page = self.cache.find(address.key, clock())
        if page and self.cache.fresh(page, clock()):
            self.cache.answered["hit"] += 1
            await reply(send, page, asked, scope["method"])
        elif page and not self.hub.versions.sure(clock()) and self.cache.last_good(page, clock()):
            await self._stale(page, asked, scope, send)
        else:
            await self._made(address, asked, scope, receive, send)

    async def stop(self) -> None:
        """Give up what is being made for nobody in particular."""
        tasks = tuple(self._fills.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _made(
        self, address: Address, asked: Asked, scope: Scope, receive: Receive, send: Send
    ) -> None:
        task = self._fills.get(address.key)
        leads = task is None
        if task is None:
            task = self._fill(address, scope)
        found = await asyncio.shield(task)
        if isinstance(found, Page):
            await reply(send, found, asked, scope["method"])
        elif found is not None and found.status >= 500 and (page := self._fallback(address)):
            await self._stale(page, asked, scope, send)
        elif found is None or not (leads or found.anybodys):
            await self._django(scope, receive, send)
        else:
            await found.replay(send, with_body=scope["method"] != "HEAD")

    def _fallback(self, address: Address) -> Page | None:
        now = asyncio.get_running_loop().time()
        page = self.cache.find(address.key, now)
        return page if page and self.cache.last_good(page, now) else None

    async def _stale(self, page: Page, asked: Asked, scope: Scope, send: Send) -> None:
        self.cache.answered["stale"] += 1
        age = max(0, int(asyncio.get_running_loop().time() - page.made))
        await reply(send, page, asked, scope["method"], marks=stale(age))

    def _fill(self, address: Address, scope: Scope) -> asyncio.Task[Page | Captured | None]:
        task = asyncio.create_task(self._ask(address, scope))
        self._fills[address.key] = task
        self.hub.made.add(task)
        task.add_done_callback(self.hub.made.discard)
        task.add_done_callback(lambda _: self._fills.pop(address.key, None))
        return task

    async def _ask(self, address: Address, scope: Scope) -> Page | Captured | None:
        """Ask Django. What may be kept is a page; None: everybody asks for themselves."""
        loop = asyncio.get_running_loop()
        blog_id: int | None = None
        edition: Edition | int = self.hub.versions.settled
        if address.slug is not None:
            try:
                blog_id, edition = await self.hub.edition_of(address.slug)
            except Refused:
                return None
        held = self.cache.find(address.key, loop.time())
        if held and not held.same_blog(edition):
            held = None
        began = loop.time()
        etag, of_blog = held.etag if held else b"", None if isinstance(edition, int) else edition
        found = await capture(self._django, scope, address, etag, of_blog)
        if found.status == 304 and held is not None:
            held.edition, held.made = edition, began
            self.cache.answered["unchanged"] += 1
            return held
        if not found.shared:
            return found
        make = partial(
            page_from, address, found.headers, bytes(found.body),
            blog_id=blog_id, edition=edition, made=began,
        )  # fmt: skip
        page = await loop.run_in_executor(None, make)
        page.asked_at = held.asked_at if held else began
        self.cache.answered["made"] += 1
        self.cache.keep(page)
        self._latest = scope
        return page

    def _warm(self, blog_ids: list[int]) -> None:
        """Make the pages of a blog that has moved anew (without any: of the whole site): the next
        reader need not wait for it, and should the database go away now, there is a good one."""
        since = asyncio.get_running_loop().time() - WARM_SECONDS
        about: list[int] | list[None] = blog_ids or [None]
        for blog_id in about:
            for address in self.cache.asked_lately(blog_id, since, WARM_PAGES):
                if self._latest and address.key not in self._fills:
                    self._fill(address, self._latest).add_done_callback(_look_at)


async def reply(
    send: Send, page: Page, asked: Asked, method: str, *, marks: Headers | None = None
) -> None:
    """Send a stored page, or 304 to whoever holds it already."""
    form = page.form(asked.encoding)
    known = asked.has(page.etag)
    headers = form.headers_304 if known else form.headers
    status = 304 if known else 200
    headers = [*headers, *([accel_expires()] if asked.second else []), *(marks or [])]
    start = {"type": "http.response.start", "status": status, "headers": headers}
    await send(start)
    body = b"" if known or method == "HEAD" else form.body
    await send({"type": "http.response.body", "body": body})


def stale(age: int) -> Headers:
    """How a page says that it may be out of date: RFC 9211, and RFC 7234 for older readers."""
    return [
        (b"cache-status", b"newsroom; hit; detail=database-away"),
        (b"age", str(age).encode()),
        (b"warning", b'110 - "Response is Stale"'),
    ]


def _look_at(task: asyncio.Task[Page | Captured | None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.error("A page could not be made anew.", exc_info=error)
