"""From publish to every reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.readers import Seen
from bench.stocking import Update


@dataclass(frozen=True, slots=True)
class Lateness:
    """Milliseconds from the commit (peers: from the request) of some updates."""

    p99: float  # of all deliveries
    last: tuple[float, ...]  # until the last reader had it, of each update

    @property
    def slowest(self) -> float:
        return max(self.last)

    @property
    def middle(self) -> float:
        return median(self.last)


def lateness(told: Sequence[Update], seen: Seen) -> Lateness:
    """An update may travel with the next. Raises `RuntimeError` when one reached nobody."""
    if missing := [one.version for one in told if one.version > max(seen.at, default=0)]:
        raise RuntimeError(f"nobody was sent {missing}")
    carried = [min(number for number in seen.at if number >= one.version) for one in told]
    late = [
        [(at - one.committed) / 1e6 for at in seen.at[number]]
        for one, number in zip(told, carried, strict=True)
    ]
    every = sorted(delivery for update in late for delivery in update)
    return Lateness(every[int(len(every) * 0.99)], tuple(map(max, late)))
