"""Whether a page that comes again is the one that was imported, told from its first revisions.

Editors may have changed the live blog since: what counts is what was imported, not what stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.dateparse import parse_datetime

from liveblog import sanitise
from liveblog.actions.errors import Invalid
from liveblog.models import LiveBlog, Revision

if TYPE_CHECKING:
    from liveblog.actions.importing import ImportedBlog

Row = TypeVar("Row")

TOLD = 3  # differences named in the message; the rest is counted

# The address may be chosen anew each time; everything else is the page's.
COMPARED = {
    "headline": "the headline",
    "kicker": "the kicker",
    "standfirst": "the standfirst",
    "summary_points": "the summary",
    "lead_caption": "the caption of the lead picture",
    "language": "the language",
    "timezone": "the time zone",
    "byline": "the byline",
    "author_blurb": "the author's note",
}


def imported_before(key: str) -> LiveBlog | None:
    """The live blog that a page with this key has become."""
    return LiveBlog.objects.filter(import_key=key).first()


def require_same(blog: LiveBlog, incoming: ImportedBlog) -> None:
    """Raise `Invalid`, saying what differs, unless `incoming` is what was imported."""
    found = differences(blog, incoming)
    if not found:
        return
    more = f" and {len(found) - TOLD} more" if len(found) > TOLD else ""
    message = (
        f"This page was imported before as “{blog.slug}”, with another text; nothing was changed. "
        f"It differs in {', '.join(found[:TOLD])}{more}."
    )
    raise Invalid({"page": [message]})


def differences(blog: LiveBlog, incoming: ImportedBlog) -> list[str]:
    """What differs between a page and what was imported under its key, in words."""
    revisions = Revision.objects.filter(blog=blog).order_by("pk")
    first = revisions.filter(entry=None).values_list("snapshot", flat=True).first() or {}
    found = [
        label
        for name, label in COMPARED.items()
        if name in incoming.fields and _spaced(incoming.fields[name]) != _spaced(first.get(name))
    ]
    entries = revisions.filter(entry__isnull=False, verb="import")
    return found + _differing_entries(incoming, list(entries.values_list("snapshot", flat=True)))


def _differing_entries(incoming: ImportedBlog, snapshots: list[dict[str, Any]]) -> list[str]:
    if not all(snapshots):
        return []  # a chief has erased one since: what it said is not known any more
    fields = [snapshot["fields"] for snapshot in snapshots]
    before = dict(_by_time((parse_datetime(row["display_at"]), row) for row in fields))
    found = []
    for key, entry in _by_time((entry.display_at, entry) for entry in incoming.entries):
        was = before.pop(key, None)
        if was is None:
            found.append(f"an entry that is new ({entry.label})")
        elif sanitise.body_text(was["body"]) != sanitise.body_text(entry.body):
            found.append(f"the text of an entry ({entry.label})")
    if before:
        found.append(f"{len(before)} of its entries, gone from the page or given another time")
    return found


def _by_time(rows: Iterable[tuple[Any, Row]]) -> Iterator[tuple[tuple[Any, int], Row]]:
    """Each row under its time, and how many of that time came before it."""
    seen: Counter[Any] = Counter()
    for at, row in rows:
        yield (at, seen[at]), row
        seen[at] += 1


def _spaced(value: Any) -> Any:
    """Text with its white space folded, as the cleaners may have changed it."""
    return " ".join(value.split()) if isinstance(value, str) else value
