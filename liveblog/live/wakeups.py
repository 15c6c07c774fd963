"""Wake-ups: what makes the hub look before its second is over. One may be lost or doubled."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, ClassVar

import psycopg
from django.conf import settings
from django.db import connection

from liveblog.actions.wake import CHANNEL
from liveblog.live.database_file import identity

BACK_OFF = (0.1, 10.0)  # seconds: the first wait for a database that is away, and the longest
# A server that vanished without a word is noticed after a minute.
PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}

log = logging.getLogger(__name__)


class WakeUps(ABC):
    """Listens for ever, and connects again whenever it has lost its database."""

    errors: ClassVar[tuple[type[Exception], ...]]

    def __init__(self, wake: Callable[[], None]) -> None:
        self.wake = wake
        self._delay, _ = BACK_OFF
        self._told = False

    async def run(self) -> None:
        while True:
            try:
                await self.listen()
            except self.errors as error:
                if not self._told:
                    log.warning("No wake-ups for now, looking once a second instead: %s", error)
                self._told = True
            await asyncio.sleep(self._delay)
            self._delay = min(self._delay * 2, BACK_OFF[1])

    @abstractmethod
    async def listen(self) -> None:
        """Wake the hub whenever something is committed; raises one of `errors` when it cannot."""

    def glance(self) -> None:  # noqa: B027  most databases cannot be asked for nothing
        """Wake the hub now if something has been committed, where asking costs next to nothing."""

    def listening(self) -> None:
        """To be called when a connection stands: what was missed before it is looked for now."""
        self._delay, _ = BACK_OFF
        self._told = False
        self.wake()


class PostgresWakeUps(WakeUps):
    """LISTEN on a connection of its own. What the notifications say is not needed: versions are."""

    errors = (psycopg.Error, OSError)

    def __init__(self, wake: Callable[[], None], parameters: dict[str, Any]) -> None:
        super().__init__(wake)
        self._parameters = parameters

    async def listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(
            **self._parameters, autocommit=True
        ) as listener:
            await listener.execute(f"LISTEN {CHANNEL}")
            self.listening()
            async for _ in listener.notifies():
                self.wake()


class SqliteWakeUps(WakeUps):
    """`PRAGMA data_version` changes when another connection has committed.

    A look costs 7 microseconds in shared memory and never waits: in WAL mode nobody locks a
    reader out, and the connection has no patience (timeout 0).
    """

    errors = (sqlite3.Error, OSError)
    interval = 0.1  # seconds

    def __init__(self, wake: Callable[[], None], path: str) -> None:
        super().__init__(wake)
        self._watcher: sqlite3.Connection | None = None
        self._seen: object = None
        self._path = path
        self._uri = f"{Path(path).absolute().as_uri()}?mode=rw"  # never makes the file

    async def listen(self) -> None:
        with closing(sqlite3.connect(self._uri, uri=True, timeout=0)) as watcher:
            self._watcher, self._seen = watcher, None
            try:
                file = identity(self._path)
                self.listening()
                while identity(self._path) == file:
                    self._look(watcher)
                    await asyncio.sleep(self.interval)
            finally:
                self._watcher = None
        raise OSError("another file has been put in its place")

    def glance(self) -> None:
        if self._watcher is not None:
            with suppress(sqlite3.Error):  # `listen` will say so
                self._look(self._watcher)

    def _look(self, watcher: sqlite3.Connection) -> None:
        version = watcher.execute("PRAGMA data_version").fetchone()
        if version != self._seen:
            self._seen = version
            self.wake()


def wake_ups(wake: Callable[[], None]) -> WakeUps:
    """The sibling for the database of this site."""
    if connection.vendor == "postgresql":
        return PostgresWakeUps(wake, connection_parameters())
    return SqliteWakeUps(wake, str(connection.settings_dict["NAME"]))


def connection_parameters() -> dict[str, Any]:
    """Those of LISTEN_DATABASE_URL, or Django's own without what only Django understands."""
    if settings.NEWSROOM_LISTEN_DATABASE_URL:
        return PATIENCE | {"conninfo": settings.NEWSROOM_LISTEN_DATABASE_URL}
    given = connection.get_connection_params()
    ours = {name: given[name] for name in given.keys() - {"cursor_factory", "context"}}
    return PATIENCE | ours
