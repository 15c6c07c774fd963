"""The look: which watched live blogs have moved, and what is new in them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection
from contextlib import suppress

from django.db import Error

from liveblog.health import discard_dead_connections
from liveblog.live import reads
from liveblog.live.channel import Channel, Task
from liveblog.live.database_thread import DatabaseThread
from liveblog.live.versions import Versions
from liveblog.models import LiveBlog

log = logging.getLogger(__name__)


class Looks:
    """Nothing is lost when a look fails: the versions still differ at the next one."""

    def __init__(
        self,
        channels: dict[int, Channel],
        versions: Versions,
        moved: Callable[[list[int]], None],
        made: Collection[Task] = (),
    ) -> None:
        """`moved` is called with the ids of live blogs that have moved, once their readers know
        (none: the site as a whole);
        `made` are the answers being made at any time: a delivery gives way to them.
        """
        self._channels = channels
        self._versions = versions
        self._moved = moved
        self._made = made
        self._thread = DatabaseThread("newsroom-looks")
        self._away = False
        self._broken: dict[int, int] = {}  # blog id → the version that could not be read

    async def look(self) -> None:
        """Compare all versions in one query, then bring each blog that moved to its readers.

        Asked also where nothing is watched: whether the database answers is worth knowing.
        """
        watched, kept = dict(self._channels), list(self._versions.blogs)
        doubts, began = self._versions.doubts, asyncio.get_running_loop().time()
        try:
            if self._away:
                await self._thread.call(discard_dead_connections)
            states = await self._thread.call(reads.states, list({*watched, *kept}))
            moved = self._versions.settle(states, kept, doubts, began)
            for blog_id, channel in watched.items():
                before = channel.version
                await self._compare(channel, states.get(blog_id))
                if channel.version != before and blog_id not in moved:
                    moved.append(blog_id)
            if moved:
                self._moved(moved)
        except Error:
            if not self._away:
                log.exception("The database does not answer; open streams wait for it.")
            self._away = True
        else:
            if self._away:
                log.warning("The database answers again.")
            self._away = False
            await self._look_at_the_site(doubts)

    async def stop(self) -> None:
        await self._thread.stop()

    async def _look_at_the_site(self, doubts: int) -> None:
        """Once after every wake-up, when readers know: pages about the whole site need it should
        the database go away (`MicroCache.last_good`). A process that has none does not ask.
        """
        if not self._versions.site_pages or self._versions.site_is_read:
            return
        with suppress(Error):  # the next look tells of it
            mark = await self._thread.call(reads.site_mark)
            if self._versions.site_is(mark, doubts, asyncio.get_running_loop().time()):
                self._moved([])

    async def _compare(self, channel: Channel, state: reads.State | None) -> None:
        if state is None:  # the row has gone, with a database that was replaced
            channel.end()
            return
        channel.slug = state.slug
        if state.version != channel.version:
            await self._advance(channel, state)
        if state.status == LiveBlog.Status.WITHDRAWN and state.version == channel.version:
            channel.end()

    async def _advance(self, channel: Channel, state: reads.State) -> None:
        """Deliver what is new in one blog; what fails here must not keep the others waiting."""
        try:
            message = await self._thread.call(
                reads.delta, channel.blog_id, channel.slug, channel.version
            )
        except Error:
            raise
        except Exception:
            if self._broken.get(channel.blog_id) != state.version:
                log.exception("Version %s of blog %s cannot be read.", state.version, channel.slug)
            self._broken[channel.blog_id] = state.version
            return
        if message is not None:
            await channel.deliver(message, self._made)
