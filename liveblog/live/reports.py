"""What this process says of itself: how far it has brought each live blog, and to how many.

It is written beside everything else, by a thread and on a connection of its own: no delivery and no
answer waits for it, and what cannot be written is written the next time.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TypeVar

from django.db import Error
from django.utils import timezone

from liveblog.actions import web_processes
from liveblog.actions.web_processes import Reached
from liveblog.live.channel import Channel
from liveblog.live.database_thread import DatabaseThread
from liveblog.live.reads import GONE_VERSION
from liveblog.live.versions import Versions

BEAT = 10.0  # seconds between two words when nothing is urgent; silent after thirty
FIRST = 1.0  # seconds until the first: a process that has just begun has its own to do
SETTLE = 0.1  # seconds: what moves together is told together, and after its readers know
STOP_SECONDS = 1.0

Result = TypeVar("Result")

log = logging.getLogger(__name__)


class Reports:
    """One word about every BEAT, and at once when something has been taken back or put right."""

    def __init__(self, channels: Mapping[int, Channel], versions: Versions) -> None:
        self.name = process_name()
        self._channels = channels
        self._versions = versions
        self._thread = DatabaseThread("newsroom-reports")
        self._reached: dict[int, tuple[int, datetime]] = {}
        self._told: dict[int, int] = {}
        self._moved = asyncio.Event()
        self._away = self._is_known = False

    def moved(self, blog_ids: Iterable[int]) -> None:
        """These have moved, and whoever reads them here has been told."""
        self._note(blog_ids)
        self._moved.set()

    async def run(self) -> None:
        await asyncio.sleep(FIRST)
        while True:
            await self._report()
            await self._pause()

    async def stop(self) -> None:
        """Say that this process is no more, if the database listens."""
        if self._is_known:
            with suppress(TimeoutError):
                async with asyncio.timeout(STOP_SECONDS):
                    await self._try(lambda: web_processes.forget_process(name=self.name))
        await self._thread.stop()

    def standing(self) -> list[Reached]:
        """Where this process stands with every live blog it has open or keeps pages of."""
        watched = {*self._channels, *self._versions.blogs}
        self._note(watched)
        for blog_id in self._reached.keys() - watched:
            del self._reached[blog_id]
        return [
            self._standing(blog_id, version, at) for blog_id, (version, at) in self._reached.items()
        ]

    def _standing(self, blog_id: int, version: int, at: datetime) -> Reached:
        channel = self._channels.get(blog_id)
        readers = tuple(channel.readers) if channel else ()
        behind = sum(reader.version < version for reader in readers)
        return Reached(blog_id, version, at, len(readers), behind)

    def _note(self, blog_ids: Iterable[int]) -> None:
        now = timezone.now()
        for blog_id in blog_ids:
            version = self._version(blog_id)
            if version is None:
                self._reached.pop(blog_id, None)
            elif self._reached.get(blog_id, (-1, now))[0] != version:
                self._reached[blog_id] = (version, now)

    def _version(self, blog_id: int) -> int | None:
        """What its readers have been sent and its pages show here, whichever is less."""
        channel, known = self._channels.get(blog_id), self._versions.blogs.get(blog_id)
        found = [channel.version] if channel else []
        if known and known.edition[1] != GONE_VERSION:
            found.append(known.edition[1])
        return min(found, default=None)

    async def _pause(self) -> None:
        """Until it is time again, or something moved that somebody waits to see arrive."""
        clock = asyncio.get_running_loop().time
        until = clock() + BEAT
        while (rest := until - clock()) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(rest):
                    await self._moved.wait()
            if not self._moved.is_set():
                return
            await asyncio.sleep(SETTLE)
            self._moved.clear()
            if await self._is_urgent():
                return

    async def _is_urgent(self) -> bool:
        here = {blog_id: version for blog_id, (version, _) in self._reached.items()}
        moved = {
            blog_id: self._told.get(blog_id, 0)
            for blog_id, version in here.items()
            if self._told.get(blog_id) != version
        }
        return bool(moved and await self._try(lambda: web_processes.was_taken_back(moved)))

    async def _report(self) -> None:
        reached = self.standing()
        readers = sum(len(channel.readers) for channel in self._channels.values())

        def write() -> bool:
            web_processes.report_process(name=self.name, readers=readers, reached=reached)
            return True

        if await self._try(write):
            self._is_known = True
            self._told = {each.blog_id: each.version for each in reached}

    async def _try(self, function: Callable[[], Result]) -> Result | None:
        """What it returns; None where the database cannot do it now, which harms nothing."""
        try:
            found = await self._thread.call(function)
        except Error as error:
            if not self._away:
                log.warning("Where this process stands cannot be written for now: %s", error)
            self._away = True
            return None
        self._away = False
        return found


def process_name() -> str:
    """Its own among all of them, also where every host calls its process number 1."""
    return f"{socket.gethostname()[:80]}:{os.getpid()}:{secrets.token_hex(2)}"
