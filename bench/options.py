"""What a run was asked to do."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    quick: bool
    only: list[str]
    repeats: int
    readers: int
    sqlite: bool
    peer: Path | None

    @property
    def seconds(self) -> float:
        """Of one run of wrk."""
        return 1 if self.quick else 3

    @property
    def turns(self) -> int:
        """How often pages are asked: each time is short, and the machine never quite quiet."""
        return self.repeats if self.quick else self.repeats + 2

    @property
    def slow_seconds(self) -> float:
        """The same for what answers a few dozen requests a second."""
        return 5 if self.quick else 12

    @property
    def updates(self) -> int:
        """Published in one run of a stream."""
        return 4 if self.quick else 10

    @staticmethod
    def of(given: argparse.Namespace) -> Options:
        return Options(
            quick=given.quick,
            only=given.only,
            repeats=given.repeats or (1 if given.quick else 3),
            readers=given.readers or (1_000 if given.quick else 10_000),
            sqlite=given.sqlite,
            peer=Path(given.peer).resolve() if given.peer else None,
        )
