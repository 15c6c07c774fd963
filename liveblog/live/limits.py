"""How many streams there may be, how long, and how much of one may wait (SR-27)."""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from weakref import WeakSet

from django.conf import settings

from liveblog.live.refusals import FULL, Refused

RESERVED_FILES = 256  # descriptors kept for pages, database connections and files


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes and numbers of streams."""

    streams: int = 12_000  # per process
    streams_per_address: int = 100
    heartbeat: float = 15.0
    age: float = 3600.0  # give or take a tenth: then readers reconnect, perhaps elsewhere
    stall: float = 45.0  # for the reader's buffer to drain
    backlog: int = 64 * 1024  # bytes that may wait meanwhile


def limits_from_settings() -> Limits:
    """The caps an operator may set; the rest is fixed."""
    fixed = Limits()
    streams = getattr(settings, "NEWSROOM_MAX_STREAMS", fixed.streams)
    per_address = getattr(settings, "NEWSROOM_MAX_STREAMS_PER_ADDRESS", fixed.streams_per_address)
    possible = max(open_files() - RESERVED_FILES, RESERVED_FILES)
    return Limits(streams=min(streams, possible), streams_per_address=per_address)


def open_files() -> int:
    """How many descriptors this process may have: a stream too many would shut out the pages."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return soft if soft != resource.RLIM_INFINITY else 1_000_000


def open_streams() -> int:
    """How many streams this process holds open, for whoever watches it."""
    return sum(places.taken for places in _all_places)


class Places:
    """The places of one process; who takes one gives it back."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._taken = 0
        self._by_address: Counter[str] = Counter()
        _all_places.add(self)

    @property
    def taken(self) -> int:
        return self._taken

    @contextmanager
    def one(self, address: str | None) -> Iterator[None]:
        """Hold a place for as long as this lasts."""
        self.take(address)
        try:
            yield
        finally:
            self.give_back(address)

    def take(self, address: str | None) -> None:
        """`None` is an address nobody knows: it counts for the process alone.

        Raises `Refused` when there is no place left.
        """
        if self._taken >= self._limits.streams:
            raise Refused(FULL)
        if address and self._by_address[address] >= self._limits.streams_per_address:
            raise Refused(FULL)
        self._taken += 1
        if address:
            self._by_address[address] += 1

    def give_back(self, address: str | None) -> None:
        """The place taken for `address` is free again."""
        self._taken -= 1
        if address:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]


_all_places: WeakSet[Places] = WeakSet()
