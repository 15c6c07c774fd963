"""A live blog's figures as plots, and what is true of it now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.template.defaultfilters import pluralize
from django.utils import timezone

from liveblog.admin.report_words import PLOTTED, minutes
from liveblog.apstyle import short_date_label
from liveblog.models import LiveBlog, Reach, WebProcess
from liveblog.plots import Columns, Measure, Plot, columns, plot
from liveblog.reports import Table

Drawn = Plot | Columns | None


@dataclass(frozen=True, slots=True)
class Now:
    """Readers of one live blog over the processes that speak; `updates` of the period."""

    readers: int
    processes: int
    silent: int
    updates: int


def now_of(blog: LiveBlog, moment: datetime, updates: int) -> Now:
    """What web processes say now."""
    heard = moment - WebProcess.SILENT
    lately = WebProcess.objects.filter(at__gte=moment - WebProcess.FORGOTTEN)
    known = list(lately.values_list("pk", "at"))
    speaking = {pk for pk, at in known if at >= heard}
    rows = Reach.objects.filter(blog=blog, process__in=speaking)
    readers = sum(rows.values_list("readers", flat=True))
    return Now(readers, len(speaking), len(known) - len(speaking), updates)


def plots_of(tables: Mapping[str, Table]) -> dict[str, Drawn]:
    """By table; the readers' stand under "readers"."""
    hours = _rows(tables["hours"])
    published = [
        Measure(_tick(slot), updates, sum(taken), _said(updates, taken))
        for slot, updates, *taken, _, _ in hours
    ]
    read = [Measure(_tick(row[0]), row[5], row[6] or 0, _readers(*row[5:])) for row in hours]
    people = [
        Measure(str(name), count, gone, f"{_updates(count)}, {gone:,} taken down since")
        for name, count, gone in _rows(tables["authors"])[:PLOTTED]
    ]
    sources = [
        Measure(str(name), count, copied, f"{_updates(count)}, {copied:,} built from its copy")
        for name, count, copied in _rows(tables["credited"])[:PLOTTED]
    ]
    waited = [
        Measure(str(agency), most, middle, f"{minutes(middle)} min, 90 % in {minutes(most)} min")
        for agency, _, middle, most, *_ in _rows(tables["delays"])[:PLOTTED]
        if middle is not None
    ]
    return {
        "hours": columns("hours", "Updates", published, outer_is="published",
                         inner_is="corrected or taken back"),
        "readers": columns("readers", "Readers", read, outer_is="at most", inner_is="on average"),
        "authors": plot("authors", "Updates by author", people, outer_is="published",
                        inner_is="taken down since"),
        "credited": plot("credited", "Updates by source", sources, outer_is="crediting it",
                         inner_is="built from its copy"),
        "delays": plot("delays", "Minutes from the wire to the page", waited,
                       outer_is="90th percentile", inner_is="median"),
    }  # fmt: skip


def _rows(table: Table) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in table.rows]


def _said(updates: int, taken: list[int]) -> str:
    names = ("corrected", "withdrawn", "killed")
    others = [f"{count:,} {name}" for count, name in zip(taken, names, strict=True) if count]
    return ", ".join([f"{updates:,} published", *others])


def _updates(count: int) -> str:
    return f"{count:,} update{pluralize(count)}"


def _readers(most: int, average: float | None) -> str:
    return f"{most:,} at most, {average or 0:,.0f} on average"


def _tick(slot: Any) -> str:
    if isinstance(slot, datetime):
        local = timezone.localtime(slot)
        return f"{short_date_label(local.date())}, {local:%H:%M}"
    assert isinstance(slot, date)
    return short_date_label(slot)
