"""One open stream, written to without a task or a queue of its own while its reader keeps up."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Awaitable
from contextlib import suppress

from liveblog.live.limits import Limits
from liveblog.live.messages import HEARTBEAT, Message, farewell, opening
from liveblog.live.protocol import Receive, Send
from liveblog.live.suspension import started


class Reader:
    """Held while it joins and while its buffer is full: then messages wait, up to a limit.

    One who does not catch up in time is dropped and comes back with its cursor.
    """

    __slots__ = (
        "_draining",
        "_ended",
        "_ends_early",
        "_held",
        "_limits",
        "_send",
        "_size",
        "_until",
        "_waiting",
        "beat_at",
        "end_at",
        "version",
    )

    def __init__(self, send: Send, limits: Limits) -> None:
        self.version = 0
        self.beat_at = self.end_at = 0.0
        self._send = send
        self._limits = limits
        self._held = True
        self._ended = self._ends_early = False
        self._waiting: deque[Message] = deque()
        self._size = 0
        self._until: asyncio.Timeout | None = None
        self._draining: asyncio.Task[None] | None = None

    async def follow(self, receive: Receive, caught_up: Message | None, told: int | None) -> None:
        """Send the first block and what was missed; return when the stream is over.

        `told` is the version to name to a reader who came without a cursor.
        """
        now = asyncio.get_running_loop().time()
        self.beat_at = now + random.random() * self._limits.heartbeat  # noqa: S311  no secret
        self.end_at = now + self._limits.age * random.uniform(0.9, 1.1)  # noqa: S311
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(None) as self._until:
                    self._begin(opening(told) + (caught_up.data if caught_up else b""))
                    while (await receive())["type"] != "http.disconnect":
                        pass
        finally:
            self._until = None
            self._forget()

    def deliver(self, message: Message) -> None:
        """Hand on a delta, unless the reader has it already."""
        if self._held:
            self._hold(message)
        elif self._lacks(message):
            self._write(message.data)
            self.version = message.version

    def look_at_the_clock(self, now: float) -> None:
        """Send a heartbeat, or end a stream that has grown old; `now` is the loop's time."""
        if self._held or now < self.beat_at:
            return
        if now >= self.end_at:
            self.end()
            return
        self.beat_at = now + self._limits.heartbeat
        self._write(HEARTBEAT)

    def end(self) -> None:
        """End the response properly, with a word on when to come back."""
        if self._ended:
            return
        if self._until is None:
            self._ends_early = True
        elif not self._held and self._write(farewell(), more=False):
            self._close()
        else:
            self.drop()

    def drop(self) -> None:
        """Cut the connection of a reader that does not read.

        ASGI has no word for it. Returning would leave the server waiting for the buffer to
        drain, which is what it does not do; so uvicorn's transport is reached through `send`.
        """
        if self._ended:
            return
        connection = getattr(self._send, "__self__", None)
        abort = getattr(getattr(connection, "transport", None), "abort", None)
        if abort is None:
            self._close()
        else:
            abort()  # `receive` then reports the disconnect
            self._forget()

    def _begin(self, first: bytes) -> None:
        self._held = False
        self._write(first)
        waiting, self._waiting, self._size = self._waiting, deque(), 0
        for message in waiting:
            self.deliver(message)
        if self._ends_early:
            self.end()

    def _lacks(self, message: Message) -> bool:
        return message.version > self.version or message.rewound

    def _hold(self, message: Message) -> None:
        if self._ended:
            return
        joining = self._until is None
        self._size += len(message.data)
        if self._waiting and self._size > self._limits.backlog and not joining:
            self.drop()
        else:
            self._waiting.append(message)

    def _write(self, data: bytes, *, more: bool = True) -> bool:
        """Whether it has gone out; else the reader is held until it has, or dropped."""
        event = {"type": "http.response.body", "body": data, "more_body": more}
        try:
            rest = started(self._send(event))
        except Exception:  # noqa: BLE001  one broken connection must not harm the others
            self.drop()
            return False
        if rest is None:
            return True
        self._held = True
        self._draining = asyncio.create_task(self._drain(rest))
        return False

    async def _drain(self, rest: Awaitable[None]) -> None:
        """Wait for the buffer, then send what has come in meanwhile."""
        try:
            async with asyncio.timeout(self._limits.stall):
                await rest
                while self._waiting:
                    message = self._waiting.popleft()
                    self._size -= len(message.data)
                    if self._lacks(message):
                        body = {"type": "http.response.body", "body": message.data}
                        await self._send(body | {"more_body": True})
                        self.version = message.version
        except Exception:  # noqa: BLE001  too slow or broken
            self.drop()
            return
        self._held = False

    def _close(self) -> None:
        self._forget()
        if self._until is not None and not self._until.expired():
            self._until.reschedule(asyncio.get_running_loop().time())

    def _forget(self) -> None:
        """Nothing more is written; what waits is let go."""
        self._ended = self._held = True
        self._waiting.clear()
        if self._draining and self._draining is not asyncio.current_task():
            self._draining.cancel()
