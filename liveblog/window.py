"""The page is a window: all public entries at or above a floor, and the chrome around them.

Every read here is bounded and indexed: a page costs the same number of queries, over the same
number of rows, whether its blog has fifty entries or fifty thousand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, prefetch_related_objects

from liveblog.models import Entry, LiveBlog
from liveblog.models.entry import CONTENT_JOINS, EntryQuerySet, content_rows, parse_sort_key
from liveblog.models.live_blog import LiveBlogQuerySet

SIZE = 30  # entries on a page when it is rendered
MAX_KEY_EVENTS = 50
EVERYTHING = ""  # the floor of a page that shows the whole blog


@dataclass(slots=True)
class Chrome:
    """What stands around the entries: the blog with its joins, its pin and its key events."""

    blog: LiveBlog
    pinned: Entry | None = None
    key_events: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Window:
    """One page. `version` was read before the entries: what is newer is merely repeated later."""

    chrome: Chrome
    version: int
    entries: list[Entry]
    floor: str
    before: int | None = None

    @property
    def blog(self) -> LiveBlog:
        return self.chrome.blog

    @property
    def updated_at(self) -> datetime | None:
        """The last change: of an older page its own entries', whatever has come on top."""
        if self.before is None:
            return self.blog.updated_at
        moments = [entry.updated_at for entry in self.entries if entry.updated_at]
        return max(moments, default=self.blog.published_at)

    @property
    def older(self) -> int | None:
        """The number whose older page continues this one; None at the end of the blog."""
        if self.floor == EVERYTHING:
            return None
        return self.entries[-1].number if self.entries else self.before


class Mark(NamedTuple):
    """What moves whenever anything that an entry's fragment shows has moved."""

    pk: int
    seq: int  # never above the blog's version, as the fragment has it
    revision: int
    updated_at: datetime | None


class Marks(NamedTuple):
    """An older page's entries without what they show; whether older ones follow."""

    entries: list[Mark]
    more: bool


def find_blog(slug: str) -> LiveBlog | None:
    """The blog with this address that is or was public, with all its chrome needs. One query."""
    return _at(slug).with_neighbours().first()


def find_moved(slug: str, since: int) -> LiveBlog | None:
    """The same for a delta after `since`: what its chrome needs only if that has moved.

    Most deltas are an entry alone, and asking for the neighbouring days takes as long as the entry.
    """
    blog = _at(slug).first()
    return find_blog(slug) if blog and blog.chrome_seq > since else blog


def _at(slug: str) -> LiveBlogQuerySet:
    blogs = LiveBlog.objects.ever_public().filter(slug=slug)
    return blogs.select_related("topic", "lead_image", "pinned_entry")


def load_chrome(blog: LiveBlog) -> Chrome:
    """The pinned entry and the newest key events, each by an index of its own: together they
    would be sorted out of every entry of the blog. The pin's rows are the caller's to fetch."""
    pin = _public(blog).filter(pk=blog.pinned_entry_id).first() if blog.pinned_entry_id else None
    pinned = with_blog(blog, [pin])[0] if pin else None
    return Chrome(blog, pinned, load_key_events(blog))


def load_key_events(blog: LiveBlog) -> list[Entry]:
    """What its list of key events names, newest first."""
    events = _public(blog).filter(is_key_event=True).newest_first()[:MAX_KEY_EVENTS]
    return with_blog(blog, list(events))


def load_window(blog: LiveBlog, *, floor: str | None = None, before: int | None = None) -> Window:
    """A page of `blog`: the newest entries, those at or above `floor`, or those before one.

    `before` is the number of an entry or of a tombstone. Raises `Entry.DoesNotExist` for a number
    this blog never gave.
    """
    version = blog.version
    # An older page shows neither pin nor key events: what comes on top is none of its business.
    chrome = load_chrome(blog) if before is None else Chrome(blog)
    entries = _public(blog).newest_first()
    if before is not None:
        entries = below(entries, blog, before)
    if floor is None:
        shown = with_blog(blog, list(entries[: SIZE + 1]))
        floor = EVERYTHING
        if len(shown) > SIZE:
            shown = shown[:SIZE]
            floor = shown[-1].sort_key
    else:
        shown = with_blog(blog, list(at_or_above(entries, floor)))
    with_rows([*shown, *([chrome.pinned] if chrome.pinned else [])])
    return Window(chrome, version, shown, floor, before)


def load_marks(blog: LiveBlog, before: int) -> Marks:
    """The marks of an older page: two light queries. Raises as `load_window` does."""
    rows = below(_public(blog), blog, before).newest_first()
    columns = rows.values_list("pk", "seq", "revision", "updated_at")[: SIZE + 1]
    found = [Mark(pk, min(seq, blog.version), saved, at) for pk, seq, saved, at in columns]
    return Marks(found[:SIZE], len(found) > SIZE)


def marks_of(window: Window) -> Marks:
    """The same of an older page that has been loaded."""
    version = window.blog.version
    found = [Mark(e.pk, min(e.seq, version), e.revision, e.updated_at) for e in window.entries]
    return Marks(found, window.floor != EVERYTHING)


def below(entries: EntryQuerySet, blog: LiveBlog, number: int) -> EntryQuerySet:
    """Entries whose sort key is below that of the entry or tombstone `number`."""
    anchor = Entry.objects.ever_public().get(blog=blog, number=number)
    return entries.filter(
        Q(display_at__lt=anchor.display_at) | Q(display_at=anchor.display_at, number__lt=number)
    )


def at_or_above(entries: EntryQuerySet, floor: str) -> EntryQuerySet:
    """Entries whose sort key is not below `floor`."""
    if floor == EVERYTHING:
        return entries
    display_at, number = parse_sort_key(floor)
    return entries.filter(
        Q(display_at__gt=display_at) | Q(display_at=display_at, number__gte=number)
    )


def _public(blog: LiveBlog) -> EntryQuerySet:
    return Entry.objects.public().filter(blog=blog).select_related(*CONTENT_JOINS)


def with_rows(entries: list[Entry]) -> None:
    """Fetch what the entries show beside themselves: five queries, however many they are."""
    prefetch_related_objects(entries, *content_rows())


def with_blog(blog: LiveBlog, entries: list[Entry]) -> list[Entry]:
    """Hang the one blog object on every entry, so that none fetches it again."""
    for entry in entries:
        entry.blog = blog
    return entries


def former_address(slug: str) -> str | None:
    """The present slug of a public or withdrawn blog that once had this one."""
    rows = LiveBlog.objects.ever_public().filter(former_slugs__slug=slug)
    return rows.values_list("slug", flat=True).first()
