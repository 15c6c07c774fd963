"""What stands on the desk: work in progress, and everything that ever was public.

Each read is one indexed range, bounded, and continued by a key: fifty rows of a live blog cost the
same whether it has fifty entries or fifty thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from liveblog.admin.tags import asked_key
from liveblog.desk.searching import saying
from liveblog.models import Attribution, Entry, EntryAuthor, EntryTag, LiveBlog, Revision
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
    author: int = 0
    source: int = 0
    key: bool = False

    @classmethod
    def of(cls, query: dict[str, str]) -> Filter:
        """From a query string: what is no state is none."""
        state = query.get("state", "")
        words = " ".join(query.get("words", "").replace("\0", "").split())[:MAX_WORDS]
        return cls(
            state=state if state in STATES else "",
            words=words,
            tag=asked_key(query.get("tag", "")),
            author=_id(query.get("author", "")),
            source=_id(query.get("source", "")),
            key=query.get("key") == "on",
        )

    @property
    def is_on(self) -> bool:
        return self != Filter()

    def on(self, entries: EntryQuerySet) -> EntryQuerySet:
        if self.state:
            entries = entries.filter(state=self.state)
        if self.words:
            entries = entries.filter(saying(self.words))
        if self.tag:
            tagged = EntryTag.objects.filter(entry=OuterRef("pk"), key__startswith=self.tag)
            entries = entries.filter(Exists(tagged))
        if self.author:
            signed = EntryAuthor.objects.filter(entry=OuterRef("pk"), user=self.author)
            entries = entries.filter(Q(created_by=self.author) | Exists(signed))
        if self.source:
            credited = Attribution.objects.filter(entry=OuterRef("pk"))
            credited = credited.filter(Q(source=self.source) | Q(via=self.source))
            entries = entries.filter(Exists(credited))
        return entries.filter(is_key_event=True) if self.key else entries


def _id(text: str) -> int:
    """The id of a row; 0 is none's."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def in_progress(blog: LiveBlog, chosen: Filter) -> list[Entry]:
    """Drafts, in review and scheduled: last touched first, at most `SIZE`."""
    return _read(blog, chosen.on(in_progress_rows(blog))[:SIZE])


def in_progress_rows(blog: LiveBlog) -> EntryQuerySet:
    rows = Entry.objects.filter(blog=blog, number=None, state__in=Entry.UNPUBLISHED)
    return rows.order_by("-desk_seq")


def timeline(
    blog: LiveBlog, chosen: Filter, before: str = "", *, at: Entry | None = None
) -> tuple[list[Entry], str]:
    """Whatever readers ever saw, in their order, and the key to go on from ("" at the end).

    `before` is such a key; `at` the entry to begin with. Raises `ValueError` if it is no key.
    """
    rows = chosen.on(timeline_rows(blog))
    if at is not None:
        rows = rows.filter(display_at__lte=at.display_at).filter(
            Q(display_at__lt=at.display_at) | Q(number__lte=at.number)
        )
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
