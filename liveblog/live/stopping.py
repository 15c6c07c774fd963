"""Learning that the process is to stop before the server begins to wait for its connections."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any


class StopSignals:
    """Puts itself before the server's own handlers of SIGTERM and SIGINT.

    uvicorn sets its handlers before it starts the application and takes them back when it ends.
    Where nobody handles the signals (a test, a shell), nothing is changed.
    """

    def __init__(self, heard: Callable[[], None]) -> None:
        self._heard = heard
        self._before: dict[int, Callable[[int, FrameType | None], Any]] = {}

    def listen(self) -> None:
        """Call `heard` on the running event loop when a signal comes, then the server's handler."""
        if threading.current_thread() is not threading.main_thread():
            return  # only the main thread may set handlers, and there is no server in another
        self._loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            before = signal.getsignal(number)
            if callable(before) and before is not signal.default_int_handler:
                self._before[number] = before
                signal.signal(number, self._handle)

    def restore(self) -> None:
        """Give the handlers back, unless somebody has taken them since."""
        for number, before in self._before.items():
            if signal.getsignal(number) == self._handle:
                signal.signal(number, before)
        self._before = {}

    def _handle(self, number: int, frame: FrameType | None) -> None:
        self._loop.call_soon_threadsafe(self._heard)
        self._before[number](number, frame)
