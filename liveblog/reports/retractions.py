"""Corrections, holds and kills: when they came, and how long until somebody took note."""

from __future__ import annotations

from django.db.models import Q

from liveblog.models import WireTask
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table, Value, first

Kind = WireTask.Kind
COLUMNS = (
    Column("Kind"),
    Column("Agency"),
    Column("Live blog"),
    Column("Update", "count"),
    Column("Came", "moment"),
    Column("Acknowledged", "moment"),
    Column("Minutes until then", "minutes"),
    Column("Answer"),
)


def retractions(scope: Scope) -> Table:
    """One row an affected entry, newest first; the text that was killed is not told."""
    tasks = (
        WireTask.objects.filter(
            kind__in=(Kind.CORRECTION, Kind.HOLD, Kind.KILL, Kind.MATCH),
            opened_at__gte=scope.since,
            opened_at__lt=scope.until,
        )
        .filter(Q(team__in=scope.teams) | Q(team__isnull=True))
        .select_related("item__chain__source", "entry__blog")
        .defer("item__body", "entry__body", "entry__body_text")
        .order_by("-opened_at", "-pk")
    )
    found, more = first(tasks[: scope.limit + 1], scope.limit)
    return Table(
        "retractions",
        "Corrections, holds and kills",
        "What agencies took back or put right, by affected update, and how long it waited for an "
        "editor. Without a time it still waits.",
        "No agency has corrected, held or killed anything you used in this period.",
        COLUMNS,
        [_row(task) for task in found],
        [task.entry_id for task in found],
        more=more,
    )


def _row(task: WireTask) -> tuple[Value, ...]:
    waited = None
    if task.closed_at is not None:
        waited = (task.closed_at - task.opened_at).total_seconds() / 60
    entry = task.entry
    return (
        task.get_kind_display(),
        task.item.chain.source.name,
        entry.blog.headline if entry else "",
        entry.number if entry else None,
        task.opened_at,
        task.closed_at,
        waited,
        task.answer,
    )
