"""What a report stands on: whether two sources say so independently of each other."""

from collections.abc import Collection
from itertools import combinations


def stand_on_two(named: Collection[tuple[int, int | None]]) -> bool:
    """Of `(source, via)` pairs: whether two of them share nobody.

    Two agencies that both cite a third have told one story; so have an agency and whom it cites.
    """
    each = [{source, via} - {None} for source, via in named]
    return any(one.isdisjoint(other) for one, other in combinations(each, 2))
