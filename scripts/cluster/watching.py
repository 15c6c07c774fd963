"""Asks addresses again and again, and knows when a word was last seen there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from scripts.cluster.script import AWAY, ask, eventually

PAUSE_SECONDS = 0.1
GONE_SECONDS = 1.5  # longer than anything is kept


class Watch:
    """One address at one port, asked from an address of its own: nginx counts by it."""

    def __init__(self, port: int, path: str, word: bytes, source: str) -> None:
        self.port, self.path = port, path
        self.seen_at = float("-inf")  # monotonic: when the last question with it was asked
        self.asked_at = float("-inf")
        self._word, self._source = word, source
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def gone_for(self, since: float) -> float:
        """Seconds from the last sight of it, or `since`, to the last question answered."""
        return self.asked_at - max(self.seen_at, since)

    def _run(self) -> None:
        while not self._stopping.is_set():
            began = time.monotonic()
            with suppress(*AWAY):
                answer = ask(self.port, self.path, source=self._source)
                if self._word in answer.body:
                    self.seen_at = began
                if answer.status < 500 and answer.status != 429:
                    self.asked_at = began
            self._stopping.wait(PAUSE_SECONDS)


class Watches:
    """Every path at every port, from the moment the word is to be seen at all of them."""

    def __init__(self, ports: list[int], paths: list[str], word: bytes) -> None:
        pairs = [(port, path) for port in ports for path in paths]
        self.all = [
            Watch(port, path, word, f"127.0.1.{number}")
            for number, (port, path) in enumerate(pairs, start=1)
        ]

    def wait_until_seen(self) -> None:
        self._wait(lambda watch: watch.seen_at > 0, "does not show it")

    def wait_until_gone(self, since: float) -> None:
        """Until it has not been seen anywhere for a while, all of it after `since`."""
        self._wait(lambda watch: watch.gone_for(since) > GONE_SECONDS, "shows it for ever")

    def _wait(self, condition: Callable[[Watch], bool], otherwise: str) -> None:
        for watch in self.all:
            eventually(partial(condition, watch), f"{watch.path} {otherwise}")

    def stop(self) -> None:
        for watch in self.all:
            watch.stop()
