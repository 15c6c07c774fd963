"""A watched live blog: who reads it, and the version they have all been given."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from itertools import islice
from typing import Any, Protocol

from liveblog.live.messages import Message

AT_ONCE = 500  # readers written to before anything else gets its turn
PATIENCE_SECONDS = 0.03  # of one delivery with the answers that are being made
CATCH_UPS = 32  # kept answers to different cursors, until the version moves

Task = asyncio.Task[Any]


class Follower(Protocol):
    """Whoever follows: a `Reader` through its server, a `ConnectionReader` on its own."""

    version: int

    def deliver(self, message: Message) -> None: ...
    def look_at_the_clock(self, now: float) -> None: ...
    def end(self) -> None: ...
    def drop(self) -> None: ...


class Channel:
    """`version` is where the last delta left its readers; the next one asks for what came after."""

    def __init__(self, blog_id: int, slug: str, version: int) -> None:
        self.blog_id = blog_id
        self.slug = slug
        self.version = version
        self.readers: set[Follower] = set()
        self._catch_ups: dict[int, asyncio.Task[Message]] = {}

    async def deliver(self, message: Message, made: Collection[Task] = ()) -> None:
        """Hand one message to every reader.

        The version moves first: who joins while this goes on is caught up to it instead. `made`
        are the answers being made just now, for visitors who wait for them.
        """
        patience = PATIENCE_SECONDS
        self.version = message.version
        self._catch_ups.clear()
        readers = iter(tuple(self.readers))
        while some := tuple(islice(readers, AT_ONCE)):
            for reader in some:
                reader.deliver(message)
            patience -= await _give_way(made, patience)

    async def caught_up(self, since: int, ask: Callable[[int], Awaitable[Message]]) -> Message:
        """The delta after `since`, asked for once however many readers come with that cursor.

        A kept answer stays right: it was read after the last delivery, and whatever is delivered
        later reaches its readers by itself.
        """
        task = self._catch_ups.get(since)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            if len(self._catch_ups) >= CATCH_UPS:
                del self._catch_ups[next(iter(self._catch_ups))]
            task = asyncio.ensure_future(ask(since))
            self._catch_ups[since] = task
        return await asyncio.shield(task)

    def look_at_the_clock(self, now: float) -> None:
        """Heartbeats, and the end of old streams; `now` is the loop's time."""
        for reader in tuple(self.readers):
            reader.look_at_the_clock(now)

    def cut(self) -> None:
        """Cut every connection that is still there."""
        for reader in tuple(self.readers):
            reader.drop()

    def end(self) -> None:
        """End every stream."""
        for reader in tuple(self.readers):
            reader.end()


async def _give_way(made: Collection[Task], patience: float) -> float:
    """Let others have their turn; answers the seconds that took.

    Of two threads that compute at once the interpreter lets one run, and changes its mind every
    five milliseconds: both are there sooner if the shorter work is done first.
    """
    if not made or patience <= 0:
        await asyncio.sleep(0)
        return 0.0
    clock = asyncio.get_running_loop().time
    began = clock()
    await asyncio.wait(tuple(made), timeout=patience, return_when=asyncio.ALL_COMPLETED)
    return clock() - began
