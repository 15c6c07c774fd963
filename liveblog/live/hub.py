"""The hub: one per process. It looks, asks `changes` once, encodes once, and hands on the bytes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from liveblog.live.channel import Channel, Follower, Task
from liveblog.live.connection import ConnectionReader
from liveblog.live.joins import Joins
from liveblog.live.limits import Limits
from liveblog.live.looks import Looks
from liveblog.live.messages import Message, opening
from liveblog.live.protocol import Headers, Receive, Send, TakeOver
from liveblog.live.questions import Question
from liveblog.live.reader import Reader
from liveblog.live.reads import Edition
from liveblog.live.refusals import AWAY, Refused
from liveblog.live.reports import Reports
from liveblog.live.versions import Versions
from liveblog.live.wakeups import wake_ups

LOOK_SECONDS = 1.0  # the net below the wake-ups, which may be lost
CLOCK_SECONDS = 1.0
FAREWELL_SECONDS = 3.0  # for the last words to go out

log = logging.getLogger(__name__)


class Hub:
    """Watches only live blogs that have readers. Everything here happens on one event loop."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.stopping = False
        self.versions = Versions()
        self.made: set[Task] = set()  # answers being made
        self._channels: dict[int, Channel] = {}
        self._woken = asyncio.Event()
        self._all_gone = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._on_clock: list[Callable[[float], None]] = []
        self._on_moved: list[Callable[[list[int]], None]] = []
        self._glanced = False

    def start(self) -> None:
        """Begin to look; a second call does nothing."""
        if self._tasks:
            return
        self._looks = Looks(self._channels, self.versions, self._tell_moved, self.made)
        self._joins = Joins(self._channels)
        self._wake_ups = wake_ups(self.wake)
        self._reports = Reports(self._channels, self.versions)
        self.on_moved(self._reports.moved)
        work = (
            self._look_for_ever(),
            self._watch_the_clock(),
            self._wake_ups.run(),
            self._reports.run(),
        )
        self._tasks = [asyncio.create_task(coroutine) for coroutine in work]

    async def stop(self) -> None:
        """End every stream, then the hub itself."""
        self.say_farewell()
        if self._channels:  # farewells that the network has not taken yet
            with suppress(TimeoutError):
                async with asyncio.timeout(FAREWELL_SECONDS):
                    await self._all_gone.wait()
        for channel in self._channels.values():
            channel.cut()
        # Not kept: the traceback of one that was cancelled while it connected would keep the
        # half-made connection open for as long as the hub is there.
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.gather(self._looks.stop(), self._joins.stop(), self._reports.stop())

    def say_farewell(self) -> None:
        """The process is about to end: let every reader go, and take no more."""
        self.stopping = True
        for channel in self._channels.values():
            channel.end()

    def wake(self) -> None:
        """Something may have moved: look now instead of in a second."""
        self.versions.doubt()
        self._woken.set()

    def glance(self) -> None:
        """Before something is answered from memory: has anything been committed just now?

        Asked where asking costs microseconds (SQLite), and once in a turn of the event loop at
        most, however many requests are answered in it.
        """
        if not self._glanced:
            self._glanced = True
            asyncio.get_running_loop().call_soon(self._look_away)
            self._wake_ups.glance()

    async def edition_of(self, slug: str) -> tuple[int, Edition]:
        """Row number and edition of the public live blog at `slug`, watched from now on.

        Raises `Refused` where there is none, or nobody can tell.
        """
        blog_id = self.versions.blog_at(slug)
        if blog_id is None:
            found = await self._joins.find(slug)
            blog_id = found.blog_id
            self.versions.watch(found)
            self.wake()  # what was committed since it was read
        return blog_id, self.versions.blogs[blog_id].edition

    def on_clock(self, function: Callable[[float], None]) -> None:
        """Call it every second with the loop's time."""
        self._on_clock.append(function)

    def on_moved(self, function: Callable[[list[int]], None]) -> None:
        """Call it with the ids of the watched live blogs that a look has seen moved, once their
        readers know; with none when anything in the whole site has.
        """
        self._on_moved.append(function)

    def readers(self, blog_id: int) -> int:
        """How many streams of this live blog are open in this process."""
        channel = self._channels.get(blog_id)
        return len(channel.readers) if channel else 0

    async def follow(
        self, question: Question, receive: Receive, send: Send, headers: Headers
    ) -> None:
        """One stream through its server, from joining to its end. `headers` are sent once it is
        known that there is one. Raises `Refused` before that.
        """
        reader = Reader(send, self.limits)
        channel, missed = await self._join(question, reader)
        told = reader.version if question.since is None else None
        try:
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await reader.follow(receive, missed, told)
        finally:
            self._unsubscribe(channel, reader)

    async def let_out(
        self, question: Question, reader: ConnectionReader, take_over: TakeOver, headers: Headers
    ) -> None:
        """One stream on a connection of its own, from joining to its first block; `leave` ends it.

        Raises `Refused` before that.
        """
        reader.channel, missed = await self._join(question, reader)
        told = reader.version if question.since is None else None
        reader.begin(take_over, headers, opening(told) + (missed.data if missed else b""))

    def leave(self, reader: ConnectionReader) -> None:
        """Its connection is gone."""
        if reader.channel is not None:
            self._unsubscribe(reader.channel, reader)

    async def _join(self, question: Question, reader: Follower) -> tuple[Channel, Message | None]:
        """Subscribe first, then read what it has missed: nothing falls in between."""
        if self.stopping:
            raise Refused(AWAY)
        self.start()  # for servers that know no lifespan
        channel = await self._joins.channel(question.slug)
        self._subscribe(channel, reader)
        try:
            return channel, await self._joins.missed(channel, reader, question.since)
        except BaseException:
            self._unsubscribe(channel, reader)
            raise

    def _subscribe(self, channel: Channel, reader: Follower) -> None:
        if not channel.readers:
            self.wake()  # what was committed since the channel's version was read
        channel.readers.add(reader)

    def _unsubscribe(self, channel: Channel, reader: Follower) -> None:
        channel.readers.discard(reader)
        if not channel.readers and self._channels.get(channel.blog_id) is channel:
            del self._channels[channel.blog_id]
        if self.stopping and not self._channels:
            self._all_gone.set()

    async def _look_for_ever(self) -> None:
        while True:
            try:
                await self._looks.look()
            except Exception:
                log.exception("A look failed; the next one is in a second.")
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._woken.wait()
            self._woken.clear()

    async def _watch_the_clock(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(CLOCK_SECONDS)
            for channel in tuple(self._channels.values()):
                channel.look_at_the_clock(loop.time())
            for function in self._on_clock:
                function(loop.time())

    def _look_away(self) -> None:
        self._glanced = False

    def _tell_moved(self, blog_ids: list[int]) -> None:
        for function in self._on_moved:
            function(blog_ids)
