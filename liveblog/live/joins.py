"""Joining a stream: subscribe first, catch up, then drop what the reader already has."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from django.db import Error

from liveblog.live import reads
from liveblog.live.channel import Channel, Follower
from liveblog.live.database_thread import DatabaseThread
from liveblog.live.messages import Message
from liveblog.live.refusals import AWAY, Refusal, Refused

Result = TypeVar("Result")

log = logging.getLogger(__name__)


class Joins:
    """A thread apart from the looks': readers who come must not keep those who are here waiting."""

    def __init__(self, channels: dict[int, Channel]) -> None:
        self._channels = channels
        self._thread = DatabaseThread("newsroom-joins")
        self._lookups: dict[str, asyncio.Task[reads.Found | Refusal]] = {}

    async def channel(self, slug: str) -> Channel:
        """The channel of the live blog at `slug`, watched from now on. Raises `Refused`.

        A blog that is watched costs no query: its looks know the slug it has now.
        """
        for watched in self._channels.values():
            if watched.slug == slug:
                return watched
        found = await self.find(slug)
        return self._channels.setdefault(
            found.blog_id, Channel(found.blog_id, found.slug, found.version)
        )

    async def find(self, slug: str) -> reads.Found:
        """The public live blog at `slug`, read now. Raises `Refused`."""
        found = await self._lookup(slug)
        if isinstance(found, Refusal):
            raise Refused(found)
        return found

    async def missed(self, channel: Channel, reader: Follower, since: int | None) -> Message | None:
        """What a subscribed reader who has `since` lacks, None if nothing; sets its version."""
        if since is None or since == channel.version:
            reader.version = channel.version
            return None
        message = await channel.caught_up(since, partial(self._ask, channel))
        reader.version = message.version
        return None if message.empty else message

    async def stop(self) -> None:
        await self._thread.stop()

    async def _lookup(self, slug: str) -> reads.Found | Refusal:
        """One query for all who ask for the same slug at the same time."""
        task = self._lookups.get(slug)
        if task is None:
            task = asyncio.ensure_future(self._read(reads.find, slug))
            task.add_done_callback(lambda _: self._lookups.pop(slug, None))
            self._lookups[slug] = task
        return await asyncio.shield(task)

    async def _ask(self, channel: Channel, since: int) -> Message:
        message = await self._read(reads.delta, channel.blog_id, channel.slug, since)
        if message is None:
            raise Refused(AWAY)  # the slug is changing hands just now
        return message

    async def _read(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Whatever goes wrong is one refusal to the reader, who tries again."""
        try:
            return await self._thread.call(function, *arguments)
        except Exception as error:
            if not isinstance(error, Error):  # the looks tell of a database that is away
                log.exception("A stream cannot be joined.")
            raise Refused(AWAY) from error
