"""The tables of docs/reference/states-and-verbs.md, read, and the same made from the code.

A verb's row made from the code says where the verb did something, what it left, how far the
version moved and what a partner's next `changes/` then held.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from liveblog import actions
from liveblog.changes import API_LIMIT, changes
from liveblog.models import Entry, LiveBlog
from tests.cast import again

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "reference" / "states-and-verbs.md"
STATES = tuple(Entry.State.values)
STATUSES = tuple(LiveBlog.Status.values)


@dataclass(frozen=True)
class Row:
    """What one verb does; `delta` is what partners are told of it."""

    before: frozenset
    after: frozenset
    version: str
    delta: str


def tables():
    """Yield each table as its heading and its rows, a row as a dict by column."""
    for section in PAGE.read_text().split("\n## ")[1:]:
        heading = section.partition("\n")[0]
        lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:1] == "|"]
        names = lines[0]
        yield heading, [dict(zip(names, cells, strict=True)) for cells in lines[2:]]


def table(heading):
    return next(rows for found, rows in tables() if found == heading)


def documented(heading, values):
    """The rows of one table by verb, its words read as `values` (states or statuses)."""
    rows = {}
    for cells in table(heading):
        before = states_in(cells["from"], values)
        after = before if cells["to"] == "the same" else states_in(cells["to"], values)
        rows[cells["verb"].strip("`")] = Row(before, after, cells["version"], cells["`changes/`"])
    return rows


def states_in(cell, values):
    """“draft, in review” and “any but killed” as sets of states."""
    named = {
        value for value in values if value.replace("_", " ") in re.split(r", | or | but ", cell)
    }
    return frozenset(values) - named if cell.startswith("any") else frozenset(named)


def observed(stage, verbs):
    """Try every verb on every row of `stage`, {state: row}; nothing of it stays."""
    rows = {}
    for name, verb in verbs.items():
        seen = [found for state, row in stage.items() if (found := attempt(state, row, verb))]
        rows[name] = Row(
            frozenset(before for before, *_ in seen),
            frozenset(after for _, after, *_ in seen),
            " or ".join(sorted({version for _, _, version, _ in seen})),
            " or ".join(sorted({delta for *_, delta in seen if delta}, reverse=True) or ["–"]),
        )
    return rows


def attempt(state, row, verb):
    """(before, after, version, delta) of one verb on one row; None if it did nothing."""
    with transaction.atomic():
        row = again(row)
        blog = again(row.blog if isinstance(row, Entry) else row)
        try:
            verb(row)
        except actions.WrongState:
            found = None
        else:
            found = after_verb(row, blog, state)
        transaction.set_rollback(True)
    return found


def after_verb(row, before, value):
    blog, row = again(before), again(row)
    if blog.desk_version == before.desk_version:
        return None
    moved = blog.version - before.version
    state = row.state if isinstance(row, Entry) else row.status
    return value, state, f"+{moved}" if moved else "–", told(blog, before.version)


def told(blog, since):
    """What `changes/` holds after `since`, in the words of the table."""
    if not blog.is_public:
        return "410" if blog.published_at else ""
    delta = changes(blog, since, limit=API_LIMIT)
    kinds = {"the update" if e.state == "published" else "a tombstone" for e in delta.entries}
    return " and ".join(sorted(kinds, reverse=True) + ["the blog"] * delta.chrome)
