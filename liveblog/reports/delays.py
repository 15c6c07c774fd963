"""How long it took from an item's arrival to the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from math import ceil

from liveblog.models import Attribution
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table

COLUMNS = (
    Column("Agency"),
    Column("Updates", "count"),
    Column("Median, minutes", "minutes"),
    Column("90th percentile, minutes", "minutes"),
    Column("Fastest, minutes", "minutes"),
    Column("Slowest, minutes", "minutes"),
    Column("Not counted", "count"),
)


def delays(scope: Scope) -> Table:
    """From the receipt of the version that is used to the update's first publication."""
    taken: dict[str, list[float]] = defaultdict(list)
    later: dict[str, int] = defaultdict(int)
    for agency, received, published in _used(scope):
        minutes = (published - received).total_seconds() / 60
        if minutes < 0:
            later[agency] += 1
        else:
            taken[agency].append(minutes)
    rows = [
        _row(agency, sorted(taken[agency]), later[agency])
        for agency in sorted({*taken, *later}, key=lambda name: (-len(taken[name]), name))
    ]
    return Table(
        "delays",
        "From receipt to page, by agency",
        "Of updates published in this period that carry or cite an item. Not counted: updates that "
        "were public before the version they use now arrived.",
        "No update published in this period uses an item.",
        COLUMNS,
        rows,
    )


def _row(agency: str, minutes: list[float], later: int) -> tuple[str | int | float | None, ...]:
    if not minutes:
        return agency, 0, None, None, None, None, later
    middle, most = percentile(minutes, 0.5), percentile(minutes, 0.9)
    return agency, len(minutes), middle, most, minutes[0], minutes[-1], later


def percentile(ordered: Sequence[float], part: float) -> float:
    """The smallest value that at least `part` of them do not exceed (nearest rank)."""
    return ordered[max(ceil(part * len(ordered)) - 1, 0)]


def _used(scope: Scope) -> Iterator[tuple[str, datetime, datetime]]:
    """(agency, received, published): of the copy carried, else of each item cited."""
    carried = scope.entries().filter(built_from__isnull=False)
    names = ("built_from__chain__source__name", "built_from__received_at", "published_at")
    yield from carried.values_list(*names).iterator()
    entries = scope.entries().filter(built_from__isnull=True)
    cited = Attribution.objects.filter(item__isnull=False, entry__in=entries)
    names = ("item__chain__source__name", "item__received_at", "entry__published_at")
    yield from cited.order_by().values_list(*names).distinct().iterator()
