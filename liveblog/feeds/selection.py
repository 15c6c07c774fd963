"""Which entries stand in a feed document: the newest, or a block of older ones. Bounded reads."""

from __future__ import annotations

from dataclasses import dataclass

from liveblog.models import Entry, LiveBlog
from liveblog.models.entry import CONTENT_JOINS, EntryQuerySet
from liveblog.window import with_blog, with_rows

SIZE = 50  # published entries in the newest document; numbers in an archive document


@dataclass(frozen=True, slots=True)
class Selection:
    """One document's entries, highest number first, tombstones among them.

    `older` is the number whose document (`?before=`) continues this one without a repeat;
    `archive` the one whose document never gains a number again (RFC 5005 §4). Both are None
    where nothing is left.
    """

    blog: LiveBlog
    entries: list[Entry]
    before: int | None
    older: int | None
    archive: int | None


def newest(blog: LiveBlog) -> Selection:
    """The 50 newest published entries, the tombstones between them, and what changed last.

    Subscribers read archives once. A correction or a kill far down reaches them only because
    what changed is repeated here, as RFC 5005 §4 asks.
    """
    shown = list(_of(blog, Entry.objects.public()).order_by("-number")[:SIZE])
    gone = _of(blog, Entry.objects.ever_public()).exclude(state=Entry.State.PUBLISHED)
    if len(shown) == SIZE:
        gone = gone.filter(number__gt=shown[-1].number)
    gone = gone.order_by("-number")[:SIZE]
    # By seq alone, with the index's own condition `seq__gt=0`: beside a bound on numbers SQLite
    # would read every entry of the blog. No seq of this version is of a number given after it.
    moved = Entry.objects.ever_public().filter(blog=blog, seq__gt=0, seq__lte=blog.version)
    changed = moved.select_related(*CONTENT_JOINS).order_by("-seq")[:SIZE]
    entries = {entry.number: entry for entry in [*changed, *gone, *shown]}
    lowest = shown[-1].number if len(shown) == SIZE else None
    older = lowest if lowest and lowest > 1 else None
    archive = None if older is None else (older - 2) // SIZE * SIZE + SIZE + 1
    return Selection(blog, _complete(blog, list(entries.values())), None, older, archive)


def block(blog: LiveBlog, before: int) -> Selection:
    """The entries below the number `before`, down to the start of their block of 50 numbers.

    Numbers are given once and never again, so which entries these are never changes. Raises
    `Entry.DoesNotExist` where no number below `before` was given or `before` never could be one.
    """
    if not 2 <= before <= blog.last_number + 1:
        raise Entry.DoesNotExist
    start = (before - 2) // SIZE * SIZE + 1
    rows = _of(blog, Entry.objects.ever_public()).filter(number__gte=start, number__lt=before)
    older = start if start > 1 else None
    return Selection(blog, _complete(blog, list(rows)), before, older, older)


def _of(blog: LiveBlog, entries: EntryQuerySet) -> EntryQuerySet:
    # Up to the last number given when the blog was read: the document is of the version its ETag
    # names.
    rows = entries.filter(blog=blog, number__lte=blog.last_number)
    return rows.select_related(*CONTENT_JOINS)


def _complete(blog: LiveBlog, entries: list[Entry]) -> list[Entry]:
    entries.sort(key=lambda entry: entry.number or 0, reverse=True)
    with_rows(with_blog(blog, entries))
    return entries
