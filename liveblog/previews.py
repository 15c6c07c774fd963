"""A live blog as readers would see it if everything that is being written were published now."""

from __future__ import annotations

from copy import copy
from datetime import datetime

from liveblog.actions.readiness import verdict_on
from liveblog.models import Entry, LiveBlog
from liveblog.window import (
    MAX_KEY_EVENTS,
    SIZE,
    Window,
    load_window,
    with_blog,
    with_rows,
)

WORK = 30  # entries that are being written, the newest of them


def as_published(entry: Entry, now: datetime, *, after: int = 1) -> Entry:
    """An entry as it would stand on the page if it were published now, as the `after`th next."""
    if entry.number is not None:
        return entry
    shown = copy(entry)
    shown.number = entry.blog.last_number + after
    shown.display_at = entry.display_at or entry.scheduled_for or now
    shown.published_at = entry.scheduled_for or now
    return shown


def find_any_blog(blog_id: int) -> LiveBlog | None:
    """A live blog in whatever state, with all its chrome needs."""
    blogs = LiveBlog.objects.select_related("topic", "lead_image", "pinned_entry")
    return blogs.with_neighbours().filter(pk=blog_id).first()


def load_preview(blog: LiveBlog, now: datetime) -> Window:
    """The newest page with drafts, submitted and scheduled entries in their places.

    What an embargo, a hold or a kill stands against is not shown: a preview may be looked at by
    people outside the newsroom.
    """
    window = load_window(blog)
    rows = Entry.objects.filter(blog=blog, state__in=Entry.UNPUBLISHED).order_by("-pk")[:WORK]
    work = [
        entry for entry in with_blog(blog, list(rows)) if verdict_on(entry, now).state == "usable"
    ]
    with_rows(work)
    shown = [as_published(entry, now, after=at) for at, entry in enumerate(reversed(work), start=1)]
    window.entries = sorted([*window.entries, *shown], key=_place, reverse=True)[: SIZE + WORK]
    events = [*window.chrome.key_events, *(entry for entry in shown if entry.is_key_event)]
    window.chrome.key_events = sorted(events, key=_place, reverse=True)[:MAX_KEY_EVENTS]
    return window


def _place(entry: Entry) -> str:
    return entry.sort_key
