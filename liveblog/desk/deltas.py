"""What a desk is told: the entries that moved, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from liveblog.admin.access import reaches
from liveblog.admin.blog_admin import COVERAGE
from liveblog.admin.due_page import next_due
from liveblog.admin.verbs import Verb
from liveblog.desk.compositions import buttons
from liveblog.desk.copies import copies_of
from liveblog.desk.gate import Desk
from liveblog.desk.items import items
from liveblog.desk.queue import queue
from liveblog.models import Entry, LiveBlog
from liveblog.render.chrome import key_events_context
from liveblog.render.markup import direction
from liveblog.window import load_key_events

DUE = 10  # what is due next, at the side
# What can be done in each state, for whoever may and for whoever may not.
NOTES = {
    LiveBlog.Status.PLANNED: "Not public yet. Write drafts now; open the coverage to publish.",
    LiveBlog.Status.ENDED: "The coverage has ended. Reopen it to publish; corrections still work.",
    LiveBlog.Status.ARCHIVED: "Archived. Reopen the coverage to publish; corrections still work.",
    LiveBlog.Status.WITHDRAWN: "Withdrawn: readers see none of it. A chief can restore it.",
}


def told(desk: Desk, entries: Iterable[Entry]) -> dict[str, Any]:
    """`{entries, copies, blog, tasks, due, now}`, after a verb as well as in a delta.

    `now` is the site's clock in ms since 1970: what goes out in some seconds is counted by it.
    """
    entries = list(entries)
    return {
        "entries": items(desk, entries),
        "copies": copies_of(desk, entries),
        "blog": around(desk),
        "tasks": queue(desk),
        "due": render_to_string("admin/desk/_due.html", due(desk)).strip(),
        "now": now(),
    }


def due(desk: Desk) -> dict[str, Any]:
    """What `_due.html` shows."""
    return {"dues": next_due(desk.blog, DUE, edits=desk.is_editor), "blog": desk.blog}


def now() -> int:
    """The site's clock, in ms since 1970."""
    return int(timezone.now().timestamp() * 1000)


def around(desk: Desk) -> dict[str, Any]:
    """`{status, headline, pinned, buttons, html, side, keys}`: what stands around the entries.

    `html` above them, `side` and `keys` beside.
    """
    shown = head(desk)
    return {
        "status": desk.blog.status,
        "headline": desk.blog.headline,
        "pinned": desk.blog.pinned_entry_id,
        "buttons": buttons(desk, None),
        "html": render_to_string("admin/desk/_head.html", shown),
        "side": render_to_string("admin/desk/_blog.html", shown),
        "keys": render_to_string("admin/desk/_key_events.html", key_events(desk)),
    }


def head(desk: Desk) -> dict[str, Any]:
    """What `_head.html` and `_blog.html` show."""
    return {
        "blog": desk.blog,
        "note": NOTES.get(LiveBlog.Status(desk.blog.status), ""),
        "verbs": blog_verbs(desk),
        "is_editor": desk.is_editor,
        "direction": direction(desk.blog.language),
    }


def key_events(desk: Desk) -> dict[str, Any]:
    """What `_key_events.html` shows: the list of key events, as readers have it."""
    entries = load_key_events(desk.blog)
    told = key_events_context(entries)
    return {
        "key_events": [{"entry": entry, **line} for entry, line in zip(entries, told, strict=True)],
        "is_editor": desk.is_editor,
    }


def blog_verbs(desk: Desk) -> list[Verb]:
    """The coverage's buttons for this person now."""
    return [verb for verb in COVERAGE if verb.applies(desk.blog) and reaches(desk.role, verb.needs)]
