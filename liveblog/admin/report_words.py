"""A report's figures in words, and as plots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from liveblog.apstyle import date_label
from liveblog.plots import Measure, Plot, plot
from liveblog.reports import Column, Table, Value

NUMBERS = ("count", "share", "minutes")
PLOTTED = 15  # rows: beyond that the table is the better picture


@dataclass(frozen=True, slots=True)
class Cell:
    said: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Row:
    cells: Sequence[Cell]
    url: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as the page writes it."""

    table: Table
    columns: Sequence[tuple[str, bool]]  # heading, whether numbers stand below it
    rows: Sequence[Row]


def shown(table: Table) -> Shown:
    """Every cell in words; a row about an update leads to it."""
    entries = table.entries or [None] * len(table.rows)
    rows = [
        Row(
            [
                Cell(said(value, column), column.form in NUMBERS)
                for value, column in zip(row, table.columns, strict=True)
            ],
            reverse("admin:liveblog_entry_change", args=[entry]) if entry else "",
        )
        for row, entry in zip(table.rows, entries, strict=True)
    ]
    columns = [(column.label, column.form in NUMBERS) for column in table.columns]
    return Shown(table, columns, rows)


def said(value: Value, column: Column) -> str:
    """A value as people read it; a dash where there is none."""
    if value is None or value == "":
        return "–"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return date_label(value)
    if column.form == "share":
        return f"{100 * float(value):.1f} %"
    if column.form == "minutes":
        return minutes(float(value))
    return f"{value:,}" if isinstance(value, int) else str(value)


def minutes(value: float) -> str:
    """0.4, 12, 1,440: a decimal only where it means something."""
    return f"{value:.1f}" if value < 10 else f"{value:,.0f}"


def _delivery(agency: str, feed: str) -> str:
    return feed if agency.casefold() in feed.casefold() else f"{agency} · {feed}"


def plots_of(tables: Mapping[str, Table]) -> dict[str, Plot | None]:
    """By table: what is easier seen than read."""
    used = [
        Measure(
            _delivery(str(agency), str(feed)),
            received,
            taken,
            f"{received:,} received, {taken:,} used",
        )
        for agency, feed, received, _, _, taken, *_ in tables["agencies"].rows[:PLOTTED]
        if isinstance(received, int) and isinstance(taken, int)
    ]
    waited = [
        Measure(str(agency), most, middle, f"{minutes(middle)} min, 90 % in {minutes(most)} min")
        for agency, _, middle, most, *_ in tables["delays"].rows[:PLOTTED]
        if isinstance(middle, float) and isinstance(most, float)
    ]
    made = [
        Measure(str(blog), n, copied, f"{n:,} updates, {copied:,} built from copy")
        for blog, n, copied, *_ in tables["blogs"].rows[:PLOTTED]
        if isinstance(n, int) and isinstance(copied, int)
    ]
    days: dict[str, int] = {}
    for day, _, n, _ in tables["expiries"].rows:
        if isinstance(day, date) and isinstance(n, int):
            days[date_label(day)] = days.get(date_label(day), 0) + n
    ends = [Measure(day, n, 0, f"{n:,}") for day, n in days.items()]
    return {
        "agencies": plot("agencies", "Items received and used", used,
                         outer_is="received", inner_is="used"),
        "delays": plot("delays", "Minutes from receipt to page", waited,
                       outer_is="90th percentile", inner_is="median"),
        "blogs": plot("blogs", "Updates, and those built from copy", made,
                      outer_is="updates", inner_is="built from copy"),
        "expiries": plot("expiries", "Updates whose copy has to go", ends, outer_is="updates"),
    }  # fmt: skip
