"""What a report hands over: a table of plain values, for the page and for a spreadsheet alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Literal, TypeVar

Value = str | int | float | date | datetime | None
Form = Literal["text", "count", "share", "minutes", "moment", "day"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """`form` says how a value is written: a share is a fraction of 1."""

    label: str
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """`entries` are the ids of the entries the rows are about, if they are about entries.

    `more` says that there are rows beyond these.
    """

    key: str
    title: str
    about: str
    nothing: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    entries: Sequence[int | None] = ()
    more: bool = False


def first(rows: Iterable[T], limit: int) -> tuple[list[T], bool]:
    """At most `limit` of them, and whether there are more; reads one more than it gives."""
    found = list(islice(rows, limit + 1))
    return found[:limit], len(found) > limit
