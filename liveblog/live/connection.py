"""One open stream on a connection that the server has given away: a few hundred bytes."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

from liveblog.live.channel import Channel
from liveblog.live.limits import Limits
from liveblog.live.messages import HEARTBEAT, LAST_CHUNK, Message, chunked, farewell
from liveblog.live.protocol import Headers, TakeOver

_HEARTBEAT = chunked(HEARTBEAT)


class ConnectionReader(asyncio.Protocol):
    """Keeps the contract of `Reader`, and is the connection's protocol at the same time.

    What cannot be sent at once waits in the connection's own buffer, up to the limit. Whoever
    does not catch up in time is dropped and comes back with its cursor.
    """

    __slots__ = (
        "_ending",
        "_last",
        "_left",
        "_limits",
        "_stuck_at",
        "_transport",
        "_waiting",
        "address",
        "beat_at",
        "channel",
        "end_at",
        "version",
    )

    def __init__(
        self, limits: Limits, address: str | None, left: Callable[[ConnectionReader], None]
    ) -> None:
        """`left` is called once, when nothing more will be sent."""
        self.version = 0
        self.beat_at = self.end_at = 0.0
        self.address = address
        self.channel: Channel | None = None
        self._limits = limits
        self._left: Callable[[ConnectionReader], None] | None = left
        self._transport: asyncio.Transport | None = None
        self._waiting: list[Message] | None = []  # while it joins
        self._ending = False
        self._last = 0  # bytes of what was written last
        self._stuck_at = 0.0

    def begin(self, take_over: TakeOver, headers: Headers, first: bytes) -> None:
        """Take the connection, send the first block and what has come in since."""
        transport = take_over(self, 200, headers)
        waiting, self._waiting = self._waiting or [], None
        if transport is None:
            self._gone()
            return
        now = asyncio.get_running_loop().time()
        self.beat_at = now + random.random() * self._limits.heartbeat  # noqa: S311  no secret
        self.end_at = now + self._limits.age * random.uniform(0.9, 1.1)  # noqa: S311
        self._transport = transport
        chunk = chunked(first)
        self._last = len(chunk)
        transport.write(chunk)
        ending, self._ending = self._ending, False
        for message in waiting:
            self.deliver(message)
        if ending:
            self.end()

    def deliver(self, message: Message) -> None:
        """Hand on a delta, unless the reader has it already."""
        if message.version <= self.version and not message.rewound:
            return
        transport = self._transport
        if transport is None:
            if self._waiting is not None:
                self._waiting.append(message)
        elif self._ending:
            return
        elif transport.get_write_buffer_size() > max(self._limits.backlog, self._last):
            self.drop()  # one large block may wait whole: the clock gives it time
        else:
            chunk = message.chunk
            self._last = len(chunk)
            transport.write(chunk)
            self.version = message.version

    def look_at_the_clock(self, now: float) -> None:
        """Send a heartbeat, end a stream that has grown old, drop one that is stuck."""
        transport = self._transport
        if transport is None or now < self.beat_at:
            return
        if transport.get_write_buffer_size():
            self._stuck_at = self._stuck_at or now
            if now - self._stuck_at >= self._limits.stall:
                self.drop()
            return
        self._stuck_at = 0.0
        if self._ending:
            return
        if now >= self.end_at:
            self.end()
            return
        self.beat_at = now + self._limits.heartbeat
        transport.write(_HEARTBEAT)

    def end(self) -> None:
        """End the response properly, with a word on when to come back."""
        transport, ended = self._transport, self._ending
        self._ending = True
        if transport is not None and not ended:
            transport.write(chunked(farewell()) + LAST_CHUNK)
            transport.close()  # once it is sent; who does not take it is dropped by the clock
            self.beat_at = 0.0

    def drop(self) -> None:
        """Cut the connection of a reader that does not read."""
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._gone()

    def _gone(self) -> None:
        left, self._left = self._left, None
        if left is not None:
            left(self)
