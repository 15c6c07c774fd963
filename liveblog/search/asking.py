"""One question to all live blogs, and a page of answers. Bounded reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liveblog import rights, words
from liveblog.models import Entry
from liveblog.models.entry import CONTENT_JOINS, EntryQuerySet
from liveblog.search.days import on_days
from liveblog.search.matching import matching, relevance
from liveblog.window import with_rows

MAX_LENGTH = 200  # characters of a question
MAX_PAGES = 50  # nobody reads further, and what is skipped has to be found and sorted


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for. `source` and `topic` are slugs; both days count, as each live
    blog counts its own; `page` counts from 1."""

    text: str
    source: str = ""
    topic: str = ""
    first_day: date | None = None
    last_day: date | None = None
    newest: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """One page of entries, each with its blog and all it shows."""

    asked: Asked
    question: words.Question
    entries: list[Entry]
    more: bool


def find(asked: Asked, outlet: rights.Outlet, *, territory: str = "", size: int) -> Found:
    """The page of public entries that `asked` names, in a fixed number of queries."""
    question = words.question(asked.text)
    if not question:
        return Found(asked, question, [], more=False)
    rows = Entry.objects.public().filter(matching(question, outlet, territory))
    rows = _narrowed(rows, asked)
    order = ["-display_at", "-pk"]
    if not asked.newest:
        rows = rows.annotate(relevance=relevance(question, outlet, territory))
        order.insert(0, "-relevance")
    start = (asked.page - 1) * size
    # The page's ids first: what is sorted is narrow then, however much is found.
    ids = list(rows.order_by(*order).values_list("pk", flat=True)[start : start + size + 1])
    entries = _loaded(ids[:size])
    return Found(asked, question, entries, more=len(ids) > size and asked.page < MAX_PAGES)


def _loaded(ids: list[int]) -> list[Entry]:
    rows = Entry.objects.public().select_related("blog", *CONTENT_JOINS).in_bulk(ids)
    entries = [rows[pk] for pk in ids if pk in rows]  # one may have been taken down just now
    with_rows(entries)
    return entries


def _narrowed(rows: EntryQuerySet, asked: Asked) -> EntryQuerySet:
    if asked.source:
        rows = rows.crediting(asked.source)
    if asked.topic:
        rows = rows.filter(blog__topic__slug=asked.topic)
    if asked.first_day or asked.last_day:
        rows = rows.filter(on_days(asked.first_day, asked.last_day))
    return rows
