"""Public pages in front of the real Django, which keeps a list of what it was asked."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import brotli

from liveblog.live.django_threads import DjangoInThreads
from liveblog.live.limits import Limits
from tests.live.stage import DEADLINE, Live


class Django:
    """Django itself, in threads, watched: `asked` has path and query of every request it got."""

    def __init__(self):
        self.asked = []
        self.instead = None  # an ASGI application that answers in its place
        self.threads = DjangoInThreads(2)
        self._gate = None

    async def __call__(self, scope, receive, send):
        query = scope["query_string"].decode()
        self.asked.append(scope["path"] + (f"?{query}" if query else ""))
        await (self.instead or self.threads)(scope, receive, self._held(send))

    def _held(self, send):
        gate = self._gate

        async def later(event):
            if gate is not None and event["type"] == "http.response.start":
                await gate.wait()
            await send(event)

        return later

    def hold(self):
        """From now on answers are finished, but not let out."""
        self._gate = asyncio.Event()

    def let_go(self, loop):
        loop.call_soon_threadsafe(self._gate.set)
        self._gate = None


@dataclass
class Answer:
    """One whole answer, read."""

    status: int
    headers: dict
    content: bytes

    @cached_property
    def text(self):
        undo = {"gzip": gzip.decompress, "br": brotli.decompress}
        encoding = self.headers.get("content-encoding")
        return (undo[encoding](self.content) if encoding else self.content).decode()

    @property
    def is_stale(self):
        return "database-away" in self.headers.get("cache-status", "")


class Pages(Live):
    """A site whose public pages are asked for."""

    def __init__(self):
        self.django = Django()
        super().__init__(Limits(), django=self.django)
        self.asked = self.django.asked
        self.cache = self.app.answers.cache
        self.on_loop(self._stand())

    async def _stand(self):
        """Wait until wake-ups are listened to, and the first of them has been looked into."""
        self.hub.start()
        while not (self.hub.versions.doubts and self.hub.versions.certain):
            await asyncio.sleep(0)

    def get(self, path, method="GET", headers=None, **conditions):
        return self.read(self.ask(path, method, headers, **conditions))

    def ask(self, path, method="GET", headers=None, **conditions):
        """A request on its way."""
        pairs = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
        return self.open(path, method=method, headers=pairs, **conditions)

    def read(self, stream):
        answer = Answer(stream.status, {k.lower(): v for k, v in stream.headers.items()}, b"")
        answer.content = stream.content
        stream.done.result(DEADLINE)
        return answer

    def at_once(self, path, times, **conditions):
        """So many answers to the same question, asked together."""
        with ThreadPoolExecutor(1) as reading:
            streams = [self.ask(path, **conditions) for _ in range(times)]
            return list(reading.map(self.read, streams))
