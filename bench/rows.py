"""What a measurement hands over: figures, and a goal each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bench.statistics import Spread

Verdict = Literal["reached", "not reached", "not measured"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: a ratio (or a figure with its unit) held against its goal."""

    figure: str
    against: str
    goal: float
    at_least: bool  # else: at most
    value: Spread | None = None
    unit: str = "×"  # "%": of a ratio
    wish: float | None = None  # beyond the goal
    skipped: str = ""  # why there is no value
    raw: dict[str, list[float]] = field(default_factory=dict)  # repeats by subject
    raw_unit: str = ""
    plot: str = ""  # rows of one plot have the same title
    note: str = ""
    reason: str = ""  # told when the goal is missed

    @property
    def verdict(self) -> Verdict:
        if self.value is None:
            return "not measured"
        # What must never happen may not hide behind a median.
        median = self.value.median if self.goal else self.value.most
        good = median >= self.goal if self.at_least else median <= self.goal
        return "reached" if good else "not reached"

    def as_json(self) -> dict[str, object]:
        return {
            "figure": self.figure,
            "against": self.against,
            "goal": self.goal,
            "at_least": self.at_least,
            "unit": self.unit,
            "wish": self.wish,
            "value": self.value.as_json() if self.value else None,
            "skipped": self.skipped,
            "raw": self.raw,
            "raw_unit": self.raw_unit,
            "note": self.note,
            "reason": self.reason,
            "verdict": self.verdict,
        }
