"""Lists by keyset: a page continues after a row that is named, never after a count.

`{next, previous, results}`. What is published while a caller pages neither repeats nor hides a
row, and the last page costs what the first one does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.utils.encoding import escape_uri_path
from rest_framework.request import Request

from liveblog.api.fields import Parameter, WholeNumber
from liveblog.api.problems import refuse
from liveblog.api.query import is_tracker

DEFAULT_SIZE = 50
MAX_SIZE = 200  # also the length of an API delta


@dataclass(frozen=True, slots=True)
class Keyset:
    """How a list is ordered, and the name by which a row of it is pointed at.

    `columns` are all ascending or all descending and together unique; `name` gives the public
    name of a row, `place` the columns' values for such a name (None where nobody has it).
    """

    columns: tuple[str, ...]
    descending: bool
    name: Callable[[Any], object]
    place: Callable[[Any], tuple[Any, ...] | None]

    @property
    def directions(self) -> tuple[str, str]:
        """The parameters that lead on and back: in a list newest first, older is on."""
        return ("before", "after") if self.descending else ("after", "before")

    def ordered(self, rows: QuerySet[Any], *, back: bool) -> QuerySet[Any]:
        sign = "-" if self.descending is not back else ""
        return rows.order_by(*(f"{sign}{column}" for column in self.columns))

    def beyond(self, rows: QuerySet[Any], place: tuple[Any, ...], *, back: bool) -> QuerySet[Any]:
        """The rows past `place`, in either direction."""
        comparison = "lt" if self.descending is not back else "gt"
        past, same = Q(), Q()
        for column, value in zip(self.columns, place, strict=True):
            past |= same & Q(**{f"{column}__{comparison}": value})
            same &= Q(**{column: value})
        return rows.filter(past)

    def place_of(self, row: Model) -> tuple[Any, ...]:
        return tuple(getattr(row, column) for column in self.columns)


def paging(before: Parameter, after: Parameter) -> dict[str, Parameter]:
    """The parameters of every list; what a row is called there, `before` and `after` check."""
    size = WholeNumber(
        minimum=1, maximum=MAX_SIZE, help_text=f"How many; {DEFAULT_SIZE} if not given."
    )
    return {"before": before, "after": after, "page_size": size}


@dataclass(slots=True)
class Page:
    """Rows, and the addresses on either side of them (None at an end of the list)."""

    rows: list[Any]
    next: str | None
    previous: str | None


def page(request: Request, rows: QuerySet[Any], keyset: Keyset, asked: Mapping[str, Any]) -> Page:
    """The page of `rows` that `asked` names. Two queries at most, none of them a count."""
    on, back = keyset.directions
    if asked[on] is not None and asked[back] is not None:
        refuse({back: [f"“{on}” and “{back}” exclude each other."]})
    size = asked["page_size"] or DEFAULT_SIZE
    going_back = asked[back] is not None
    place = _place(keyset, back if going_back else on, asked)
    selected = keyset.beyond(rows, place, back=going_back) if place else rows
    found = list(keyset.ordered(selected, back=going_back)[: size + 1])
    more, found = len(found) > size, found[:size]
    if going_back:
        found.reverse()
    if not found:
        return Page([], None, None)
    end = found[-1] if going_back else found[0]
    behind = keyset.beyond(rows, keyset.place_of(end), back=not going_back)
    other = place is not None and behind.exists()
    onward, backward = (other, more) if going_back else (more, other)
    return Page(
        found,
        next=_address(request, on, keyset.name(found[-1])) if onward else None,
        previous=_address(request, back, keyset.name(found[0])) if backward else None,
    )


def _place(keyset: Keyset, name: str, asked: Mapping[str, Any]) -> tuple[Any, ...] | None:
    if asked[name] is None:
        return None
    place = keyset.place(asked[name])
    if place is None:
        refuse({name: [f"“{name}” names nothing in this list."]})
    return place


def _address(request: Request, direction: str, name: object) -> str:
    return address(request, {direction: name}, without=("before", "after"))


def address(request: Request, changed: Mapping[str, object], *, without: Sequence[str]) -> str:
    """The same question from another place, built from the site's own URL."""
    kept = {
        key: value
        for key, value in sorted(request.GET.items())
        if value and key not in without and not is_tracker(key)
    }
    path = escape_uri_path(request.path_info)
    return f"{settings.SITE_URL}{path}?{urlencode({**kept, **changed})}"
