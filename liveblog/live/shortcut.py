"""From a request's first line and headers to the bytes of its answer, without waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from liveblog.live import asked as asking
from liveblog.live.addresses import Address, address_of
from liveblog.live.answers import Answers
from liveblog.live.asked import Asked
from liveblog.live.expiry import accel_expires
from liveblog.live.pages import Page, lines
from liveblog.live.protocol import Headers

LONGEST = 1000  # bytes of a target; what is remembered below must have a bound
METHODS = (b"GET", b"HEAD")
OK = b"HTTP/1.1 200 OK\r\n"
NOT_MODIFIED = b"HTTP/1.1 304 Not Modified\r\n"
Lines = tuple[bytes, bytes, bytes]


class Shortcut:
    """One per process; shared by its connections. `proxies` are those uvicorn trusts."""

    def __init__(self, answers: Answers, proxies: Any) -> None:
        self._answers = answers
        self._cache = answers.cache
        self._hub = answers.hub
        self._loop = asyncio.get_running_loop()
        self.proxies = proxies
        self._defaults: Headers | None = None
        self._default_lines = b""

    def answer(
        self, method: bytes, url: bytes, headers: Headers, is_https: Callable[[], bool]
    ) -> Lines | None:
        """Status line, headers and body, if they are in memory and hold; None: go the long way."""
        address = address_in(url) if len(url) <= LONGEST else None
        if address is None or method not in METHODS:
            return None
        page = self._fresh(address)
        asked = asking.read(headers) if page else None
        if page is None or asked is None or not self._may_have(page, asked, is_https):
            return None
        self._cache.answered["hit"] += 1
        form = page.form(asked.encoding)
        named = lines([accel_expires()]) if asked.second else b""
        if asked.has(page.etag):
            return NOT_MODIFIED + named, form.lines_304, b""
        return OK + named, form.lines, b"" if method == b"HEAD" else form.body

    def default_lines(self, headers: Headers) -> bytes:
        """uvicorn's own headers (the date), made anew when they are: one list object a second."""
        if self._defaults is not headers:
            self._defaults, self._default_lines = headers, lines(headers)
        return self._default_lines

    def _fresh(self, address: Address) -> Page | None:
        now = self._loop.time()
        page = self._cache.find(address.key, now)
        if page is None:
            return None
        self._hub.glance()
        return page if self._cache.fresh(page, now) else None

    def _may_have(self, page: Page, asked: Asked, is_https: Callable[[], bool]) -> bool:
        return (
            asking.is_ours(asked.host)
            and (not page.address.api or asking.takes_json(asked.accept))
            and (not settings.SECURE_SSL_REDIRECT or is_https())
        )


@lru_cache(maxsize=4096)
def address_in(url: bytes) -> Address | None:
    """The question in the target of a request line."""
    path, _, query = url.partition(b"?")
    try:
        decoded = unquote(path.decode("ascii"), errors="strict")
    except UnicodeDecodeError:
        return None
    return address_of(decoded, query)


def shortcut_of(app: Any) -> Shortcut | None:
    """The shortcut of what uvicorn runs, made with its first connection; None: it runs another."""
    proxies: Any = ()
    while not isinstance(getattr(app, "answers", None), Answers):
        if isinstance(app, ProxyHeadersMiddleware):
            proxies = app.trusted_hosts
        app = getattr(app, "app", None)
        if app is None:
            return None
    if app.shortcut is None:
        app.shortcut = Shortcut(app.answers, proxies)
    made: Shortcut = app.shortcut
    return made
