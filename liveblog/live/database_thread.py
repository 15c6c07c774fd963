"""A thread with a Django connection of its own, for whoever must not wait: the event loop."""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from django.db import connection, connections

from liveblog.live.database_file import SameFile

Result = TypeVar("Result")
Job = tuple["concurrent.futures.Future[Any]", Callable[[], Any]]
STOP_SECONDS = 1.0


class DatabaseThread:
    """Calls run one after another. A call that fails costs the connection; the next opens another.

    A daemon, unlike an executor's threads: one that waits for a database which is away does not
    keep the process from ending.
    """

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._ended: concurrent.futures.Future[None] = concurrent.futures.Future()
        Thread(target=self._run, name=name, daemon=True).start()

    async def call(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Run `function(*arguments)` in the thread; returns or raises what it does."""
        future: concurrent.futures.Future[Result] = concurrent.futures.Future()
        self._jobs.put((future, lambda: function(*arguments)))
        return await asyncio.wrap_future(future)

    async def stop(self) -> None:
        """Give the connection back and end the thread, waiting a moment at most."""
        self._jobs.put(None)
        await asyncio.wait([asyncio.wrap_future(self._ended)], timeout=STOP_SECONDS)

    def _run(self) -> None:
        file = SameFile()
        while job := self._jobs.get():
            future, function = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                file.keep()
                future.set_result(function())
            except BaseException as error:  # noqa: BLE001  it is the caller's, like the result
                connection.close()
                future.set_exception(error)
        connections.close_all()
        self._ended.set_result(None)
