"""One live blog by the hour or by the day: what was published and taken back, and who read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Max, QuerySet, Sum
from django.db.models.functions import TruncHour
from django.utils import timezone

from liveblog.models import ReaderCount, Revision
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table
from liveblog.spread import VERBS

HOUR = timedelta(hours=1)
BY_HOUR = timedelta(days=3)  # a longer period is told by the day
Slot = datetime | date


@dataclass(slots=True)
class Figures:
    """Of one hour or day. `minutes` with a reader in them, `total` of readers over these."""

    updates: int = 0
    correct: int = 0
    withdraw: int = 0
    kill: int = 0
    most: int = 0
    total: int = 0
    minutes: int = 0

    @property
    def average(self) -> float | None:
        return self.total / self.minutes if self.minutes else None


def hours(scope: Scope) -> Table:
    """Every hour or day of the period, in the current zone, empty ones as well."""
    by_day = scope.until - scope.since > BY_HOUR
    slots = {slot: Figures() for slot in _slots(scope, by_day=by_day)}

    def of(hour: datetime) -> Figures:
        return slots.setdefault(timezone.localdate(hour) if by_day else hour, Figures())

    for hour, count in _by_hour(scope.entries(), "published_at", scope, Count("pk")):
        of(hour).updates += count
    for hour, verb, count in _taken_back(scope):
        setattr(of(hour), verb, getattr(of(hour), verb) + count)
    for hour, most, total, minutes in _readers(scope):
        found = of(hour)
        found.most = max(found.most, most)
        found.total += total
        found.minutes += minutes
    return Table(
        "hours",
        f"By the {'day' if by_day else 'hour'}",
        "Updates published, and what was corrected, withdrawn or killed. Readers are pages with an "
        "open connection, counted every minute; the average is of the minutes in which somebody "
        "read. Pages that ask instead of listening are not among them.",
        "Nothing was published in this period.",
        (
            Column("Day", "day") if by_day else Column("Hour", "moment"),
            Column("Updates", "count"),
            Column("Corrections", "count"),
            Column("Withdrawn", "count"),
            Column("Killed", "count"),
            Column("Readers at most", "count"),
            Column("Readers on average", "minutes"),
        ),
        [
            (
                _local(slot),
                each.updates,
                each.correct,
                each.withdraw,
                each.kill,
                each.most,
                each.average,
            )
            for slot, each in sorted(slots.items())
        ],
    )


def _slots(scope: Scope, *, by_day: bool) -> Iterator[Slot]:
    if by_day:
        day = timezone.localdate(scope.since)
        last = timezone.localdate(min(scope.until, scope.now) - timedelta(microseconds=1))
        while day <= last:
            yield day
            day += timedelta(days=1)
        return
    shift = _shift(scope.since)
    hour = (scope.since.astimezone(UTC) + shift).replace(minute=0, second=0, microsecond=0) - shift
    while hour < min(scope.until, scope.now):
        yield hour  # in UTC: an hour that comes twice is two of them there
        hour += HOUR


def _local(slot: Slot) -> Slot:
    return timezone.localtime(slot) if isinstance(slot, datetime) else slot


def _shift(moment: datetime) -> timedelta:
    """How far an hour of the current zone begins before one of UTC: 30 minutes in India."""
    offset = timezone.localtime(moment).utcoffset() or timedelta()
    return offset % HOUR


def _by_hour(
    rows: QuerySet[Any], column: str, scope: Scope, *sums: Any, by: tuple[str, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """Counted by the database, in hours that no change of the clocks makes longer or shorter."""
    shift = _shift(scope.since)
    hour = TruncHour(F(column) + shift if shift else F(column), tzinfo=UTC)
    named = {f"sum{place}": each for place, each in enumerate(sums)}
    found = rows.order_by().annotate(hour=hour).values_list("hour", *by).annotate(**named)
    for first, *rest in found:
        yield (first - shift, *rest)


def _taken_back(scope: Scope) -> Iterator[tuple[Any, ...]]:
    rows = Revision.objects.filter(
        blog=scope.blog,
        verb__in=VERBS,
        at__gte=scope.since,
        at__lt=scope.until,
        entry__number__isnull=False,
    )
    return _by_hour(rows, "at", scope, Count("pk"), by=("verb",))


def _readers(scope: Scope) -> Iterator[tuple[Any, ...]]:
    rows = ReaderCount.objects.filter(
        blog=scope.blog, minute__gte=scope.since, minute__lt=scope.until
    )
    return _by_hour(rows, "minute", scope, Max("readers"), Sum("readers"), Count("pk"))
