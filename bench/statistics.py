"""Medians and spreads of repeated measurements."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """The repeats of one figure, in its own unit."""

    median: float
    least: float
    most: float
    repeats: int

    def as_json(self) -> dict[str, float]:
        return asdict(self)


def spread(values: Sequence[float]) -> Spread:
    """Raises `ValueError` when nothing was measured."""
    if not values:
        raise ValueError("Nothing was measured.")
    return Spread(statistics.median(values), min(values), max(values), len(values))


def interleaved(
    subjects: Mapping[str, Callable[[], float]], repeats: int
) -> tuple[dict[str, list[float]], dict[str, str]]:
    """Measures A B A B A B: what disturbs the machine for a while disturbs all alike.

    The second answer says of each subject that failed why; it is not asked again.
    """
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    reasons: dict[str, str] = {}
    for repeat in range(1, repeats + 1):
        for name, measure in subjects.items():
            if name in reasons:
                continue
            began = time.monotonic()
            try:
                taken[name].append(measure())
                print(f"  {name} {repeat}/{repeats}: {time.monotonic() - began:.0f} s", flush=True)
            except Exception as error:  # noqa: BLE001  the others are still measured
                reasons[name] = said(error)
    return taken, reasons


def ratio(ours: Sequence[float], theirs: Sequence[float], times: float = 1) -> Spread:
    """Of repeats taken side by side: each by its own neighbour; `times` 100 for percent."""
    return spread([times * a / b for a, b in zip(ours, theirs, strict=True)])


def said(error: BaseException) -> str:
    """What an error says, on one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__
