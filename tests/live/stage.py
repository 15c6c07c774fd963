"""Drives the live application without a server: an event loop in a thread, readers in the test."""

import asyncio
import json
import queue
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote, unquote

from liveblog.live.asgi import live_application

DEADLINE = 60  # seconds; nothing takes that long, what does not come is an error

ORDINARY = {"scheme": "http", "host": b"testserver", "client": "203.0.113.7"}


@dataclass
class Block:
    """One block of a stream: its fields, and the delta if it carries one."""

    fields: dict

    @property
    def delta(self):
        return json.loads(self.fields["data"]) if "id" in self.fields else None

    @property
    def version(self):
        return int(self.fields["id"])


def blocks_of(text):
    """The server-sent events of complete blocks, comments and all."""
    for block in text.split("\n\n")[:-1]:
        yield Block(dict(line.split(": ", 1) for line in block.split("\n")))


async def django_stub(scope, receive, send):
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": scope["path"].encode()})


class Live:
    """The application; it starts with its first request, which `open` makes."""

    def __init__(self, limits, django=django_stub):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.app = live_application(django, headers={"X-Set": "1"}, limits=limits)
        self.hub = self.app.hub
        self.streams = []

    def on_loop(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(DEADLINE)

    def open(self, path, **request):
        stream = Stream(self, path, **request)
        self.streams.append(stream)
        return stream

    def follow(self, blog, since=None, **request):
        """A reader of `blog` whose stream stands: the first block has arrived."""
        query = "" if since is None else f"?since={since}"
        stream = self.open(f"/live/{quote(blog.slug)}/events{query}", **request)
        assert stream.status == 200
        stream.first = stream.next_block()
        return stream

    def close(self):
        for stream in self.streams:
            stream.close()
        self.on_loop(self.app.stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(DEADLINE)
        self.loop.close()


class Stream:
    """One request and what was answered; a stand-in for uvicorn's connection."""

    def __init__(self, live, path, method="GET", headers=(), **conditions):
        path, _, query = path.partition("?")
        conditions = ORDINARY | conditions
        self.scope = {
            "type": "http",
            "method": method,
            "scheme": conditions["scheme"],
            "path": unquote(path),
            "query_string": conditions.get("query", query.encode()),
            "headers": [(b"host", conditions["host"]), *headers],
            "client": (conditions["client"], 50000),
            "server": ("testserver", 80),
        }
        self.transport = self
        self.fails_with = None
        self.dropped = threading.Event()
        self.sent = queue.Queue()
        self.text = ""
        self._blocks = None
        self._live = live
        self._start = None
        self._asked = False
        self._gone, self._flowing = asyncio.Event(), asyncio.Event()
        self._flowing.set()
        self.done = asyncio.run_coroutine_threadsafe(self._run(), live.loop)

    async def _run(self):
        try:
            await self._live.app(self.scope, self.receive, self.send)
        finally:
            self.sent.put(None)

    async def receive(self):
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, event):
        if self.fails_with:
            raise self.fails_with
        await self._flowing.wait()
        self.sent.put(event)

    def abort(self):
        """What uvicorn's transport does: the connection is gone at once."""
        self.dropped.set()
        self._gone.set()

    def close(self):
        """The reader goes away."""
        self._live.loop.call_soon_threadsafe(self._gone.set)
        return self.done.result(DEADLINE)

    @contextmanager
    def not_reading(self):
        """The reader's buffer is full."""
        self._live.on_loop(self._set(self._flowing.clear))
        try:
            yield
        finally:
            self._live.on_loop(self._set(self._flowing.set))

    async def _set(self, change):
        change()

    @property
    def start(self):
        if self._start is None:
            self._start = self.sent.get(timeout=DEADLINE)
            assert self._start["type"] == "http.response.start"
        return self._start

    @property
    def status(self):
        return self.start["status"]

    @property
    def headers(self):
        return {name.decode(): value.decode() for name, value in self.start["headers"]}

    @property
    def content(self):
        """The bytes of an answer that ends by itself."""
        assert self.start
        content = b""
        while (event := self.sent.get(timeout=DEADLINE)) is not None:
            content += event["body"]
        return content

    @property
    def body(self):
        """The text of an answer that ends by itself."""
        self.text += self.content.decode()
        return self.text

    def next_block(self):
        """The next block as it comes; None when the response has ended."""
        if self._blocks is None:
            self._blocks = self._as_they_come()
        return next(self._blocks)

    def _as_they_come(self):
        assert self.start
        ended = False
        while not ended and (event := self.sent.get(timeout=DEADLINE)) is not None:
            new = event["body"].decode()
            self.text += new
            yield from blocks_of(new)
            ended = not event.get("more_body")
        yield None

    def next_delta(self):
        """The next delta, whatever heartbeats come before it."""
        while (block := self.next_block()) is not None:
            if block.fields.get("event") != "heartbeat":
                return block.delta
        return None


def numbers(delta):
    return [entry["number"] for entry in delta["entries"]]
