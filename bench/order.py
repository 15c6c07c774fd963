"""What readers were sent, held against what was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Faults:
    lost: int = 0
    doubled: int = 0
    swapped: int = 0  # arrived after one that was published later

    def __add__(self, other: Faults) -> Faults:
        return Faults(
            self.lost + other.lost, self.doubled + other.doubled, self.swapped + other.swapped
        )

    def __str__(self) -> str:
        return f"{self.lost} lost, {self.doubled} doubled, {self.swapped} out of order"

    @property
    def total(self) -> int:
        return self.lost + self.doubled + self.swapped


def faults(published: Sequence[int], readers: Iterable[Sequence[int]]) -> Faults:
    """`readers`: for each the numbers it saw, in order; numbers never published do not count.

    A number that nobody saw, where a later one was seen, is not asked for: on a busy machine two
    updates travel in one event, which has the number of the later one and must reach everybody.
    """
    readers = list(readers)
    sent = {number for numbers in readers for number in numbers}
    known = {number for number in published if number in sent or number > max(sent, default=0)}
    lost = doubled = swapped = 0
    for numbers in readers:
        met: set[int] = set()
        highest = -1
        for number in numbers:
            if number not in known:
                continue
            if number in met:
                doubled += 1
            elif number < highest:
                swapped += 1
            met.add(number)
            highest = max(highest, number)
        lost += len(known - met)
    return Faults(lost, doubled, swapped)
