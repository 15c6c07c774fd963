"""What stands on the desk: work in progress, and everything that ever was public.

Each read is one indexed range, bounded, and continued by a key: fifty rows of a live blog cost the
same whether it has fifty entries or fifty thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from liveblog.admin.tags import asked_key
from liveblog.models import Entry, EntryTag, LiveBlog, Revision
from liveblog.models.entry import EntryQuerySet, parse_sort_key
from liveblog.window import with_blog

SIZE = 50
MOST_CHANGES = 100  # entries in one answer; a desk further behind asks again
MAX_WORDS = 100  # characters of a search
PROGRESS, TIMELINE = "progress", "timeline"
State = Entry.State
STATES = (*Entry.UNPUBLISHED, State.PUBLISHED, State.WITHDRAWN, State.KILLED)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are asked for; empty means all."""

    state: str = ""
    words: str = ""
    tag: str = ""  # the beginning of one, folded

    @classmethod
    def of(cls, query: dict[str, str]) -> Filter:
        """From a query string: what is no state is none."""
        state = query.get("state", "")
        words = " ".join(query.get("words", "").replace("\0", "").split())[:MAX_WORDS]
        tag = asked_key(query.get("tag", ""))
        return cls(state if state in STATES else "", words, tag)

    @property
    def is_on(self) -> bool:
        return bool(self.state or self.words or self.tag)

    def on(self, entries: EntryQuerySet) -> EntryQuerySet:
        if self.state:
            entries = entries.filter(state=self.state)
        if self.words:
            words = Q(body_text__icontains=self.words) | Q(headline__icontains=self.words)
            entries = entries.filter(words)
        if self.tag:
            tagged = EntryTag.objects.filter(entry=OuterRef("pk"), key__startswith=self.tag)
            entries = entries.filter(Exists(tagged))
        return entries


def in_progress(blog: LiveBlog, chosen: Filter) -> list[Entry]:
    """Drafts, in review and scheduled: last touched first, at most `SIZE`."""
    return _read(blog, chosen.on(in_progress_rows(blog))[:SIZE])


def in_progress_rows(blog: LiveBlog) -> EntryQuerySet:
    rows = Entry.objects.filter(blog=blog, number=None, state__in=Entry.UNPUBLISHED)
    return rows.order_by("-desk_seq")


def timeline(blog: LiveBlog, chosen: Filter, before: str = "") -> tuple[list[Entry], str]:
    """Whatever readers ever saw, in their order, and the key to go on from ("" at the end).

    `before` is such a key. Raises `ValueError` if it is none.
    """
    rows = chosen.on(timeline_rows(blog))
    if before:
        display_at, number = parse_sort_key(before)
        rows = rows.filter(display_at__lte=display_at).filter(
            Q(display_at__lt=display_at) | Q(number__lt=number)
        )
    found = _read(blog, rows[: SIZE + 1])
    more = len(found) > SIZE
    return found[:SIZE], found[SIZE - 1].sort_key if more else ""


def timeline_rows(blog: LiveBlog) -> EntryQuerySet:
    return Entry.objects.filter(blog=blog, number__isnull=False).newest_first()


def moved(blog: LiveBlog, since: int, also: Iterable[int] = ()) -> tuple[list[Entry], bool]:
    """Entries touched after the desk's cursor, first touched first, and whether there are more.

    `also` are ids whose marks moved without themselves: what was pinned, and what is.
    """
    found = _read(blog, moved_rows(blog, since)[: MOST_CHANGES + 1])
    more = len(found) > MOST_CHANGES
    found = found[:MOST_CHANGES]
    missing = set(also) - {entry.pk for entry in found}
    if missing:
        found += _read(blog, Entry.objects.filter(blog=blog, pk__in=missing))
    return found, more


def moved_rows(blog: LiveBlog, since: int) -> EntryQuerySet:
    return Entry.objects.filter(blog=blog, desk_seq__gt=since).order_by("desk_seq")


def one(blog: LiveBlog, entry_id: int) -> Entry:
    """One entry as it stands now, with what an item shows."""
    return _read(blog, Entry.objects.filter(blog=blog, pk=entry_id))[0]


def _read(blog: LiveBlog, rows: EntryQuerySet) -> list[Entry]:
    return with_blog(blog, list(rows.with_content().select_related("created_by", "working_copy")))


def last_saves(entries: list[Entry]) -> dict[int, Revision]:
    """The newest revision of each, by entry id: who did what last."""
    if not entries:
        return {}
    rows = Revision.objects.filter(entry__in=entries, number=F("entry__revision"))
    rows = rows.select_related("user").defer("snapshot")
    return {row.entry_id: row for row in rows if row.entry_id}
