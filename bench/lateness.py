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
    """Raises `RuntimeError` when one of them reached nobody."""
    missing = [update.version for update in told if update.version not in seen.at]
    if missing:
        raise RuntimeError(f"nobody was sent {missing}")
    late = [[(at - one.committed) / 1e6 for at in seen.at[one.version]] for one in told]
    every = sorted(delivery for update in late for delivery in update)
    return Lateness(every[int(len(every) * 0.99)], tuple(map(max, late)))
