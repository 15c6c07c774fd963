"""The ASGI application in front of Django: event streams and the life of the process are its own.

How it learns early that the process is to stop: uvicorn waits for open connections *before* it
reports the shutdown to the application, so the signal itself is listened to (`stopping.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from liveblog.live import questions
from liveblog.live.addresses import Address
from liveblog.live.answers import Answers
from liveblog.live.asked import Asked
from liveblog.live.connection import ConnectionReader
from liveblog.live.hub import Hub
from liveblog.live.limits import Limits, Places, limits_from_settings
from liveblog.live.protocol import TAKE_OVER, ASGIApp, Headers, Receive, Scope, Send, TakeOver
from liveblog.live.refusals import Refused, answer
from liveblog.live.stopping import StopSignals

# Any site may follow a live blog, and may read why it cannot.
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Retry-After",
}
FRESH = {"Cache-Control": "no-store"}
# no-transform, X-Accel-Buffering: a proxy that compresses or collects would hold updates back.
STREAM = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
}


class LiveApplication:
    """Answers event streams from `hub` and hands everything else to Django untouched."""

    def __init__(self, django: ASGIApp, headers: Mapping[str, str], limits: Limits) -> None:
        self.hub = Hub(limits)
        self.shortcut: Any = None  # made by the server that has one
        self.answers = Answers(django, self.hub, settings.NEWSROOM_CACHE_BYTES)
        self._django = django
        self._places = Places(limits)
        self._headers = encoded({**headers, **OPEN_TO_ALL})
        self._stream_headers = [*self._headers, *encoded(STREAM)]
        self._stop_signals = StopSignals(self.hub.say_farewell)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif (slug := questions.slug_of(scope)) is not None:
            await self._stream(slug, scope, receive, send)
        elif scope["type"] == "http" and (question := self._question(scope)):
            await self.answers.answer(*question, scope, receive, send)
        else:
            await self._django(scope, receive, send)

    def _question(self, scope: Scope) -> tuple[Address, Asked] | None:
        return None if questions.is_for_django(scope) else self.answers.question(scope)

    async def _stream(self, slug: str, scope: Scope, receive: Receive, send: Send) -> None:
        query = ""
        try:
            question = questions.read(slug, scope)
            query = question.query
            take_over = scope.get("extensions", {}).get(TAKE_OVER)
            if take_over is None:
                with self._places.one(question.address):
                    await self.hub.follow(question, receive, send, self._stream_headers)
            else:
                await self._let_out(question, take_over)
        except Refused as refused:
            refusal = refused.refusal.repeating(query)
            await answer(send, refusal, [*self._headers, *encoded(FRESH)])

    async def _let_out(self, question: questions.Question, take_over: TakeOver) -> None:
        """Begin a stream that outlives this call: its connection keeps it."""
        self._places.take(question.address)
        reader = ConnectionReader(self.hub.limits, question.address, self._left)
        try:
            await self.hub.let_out(question, reader, take_over, self._stream_headers)
        except BaseException:
            reader.connection_lost(None)
            raise

    def _left(self, reader: ConnectionReader) -> None:
        self._places.give_back(reader.address)
        self.hub.leave(reader)

    async def stop(self) -> None:
        """Let every reader go, and end all work of its own."""
        await self.hub.stop()
        await self.answers.stop()

    async def _live(self, receive: Receive, send: Send) -> None:
        """The lifespan protocol: from the server's first breath to its last."""
        while True:
            event = await receive()
            if event["type"] == "lifespan.startup":
                self._stop_signals.listen()
                self.hub.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                self._stop_signals.restore()
                await self.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return


def live_application(
    django: ASGIApp, *, headers: Mapping[str, str] | None = None, limits: Limits | None = None
) -> LiveApplication:
    """Event streams in front of `django`; `headers` go on every answer of its own (SR-11)."""
    return LiveApplication(django, headers or {}, limits or limits_from_settings())


def encoded(headers: Mapping[str, str]) -> Headers:
    """ASGI's form of headers: lower-case names, bytes."""
    return [
        (name.lower().encode("ascii"), value.encode("latin-1")) for name, value in headers.items()
    ]
