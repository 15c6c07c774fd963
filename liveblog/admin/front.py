"""What waits for a person who has just come in: their live blogs, and what needs an editor."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from liveblog.admin.access import user_of
from liveblog.admin.lists import in_zone
from liveblog.models import Entry, LiveBlog

BLOGS = 12
WAITING = 20


def front_context(request: HttpRequest) -> dict[str, Any]:
    """`desk_blogs`, `desk_waiting` and `desk_drafts` for the admin's index page."""
    user = user_of(request)
    open_now = [LiveBlog.Status.LIVE, LiveBlog.Status.PLANNED]
    entries = Entry.objects.visible_to(user).select_related("blog").order_by("-pk")
    waiting = entries.filter(state__in=[Entry.State.IN_REVIEW, Entry.State.SCHEDULED])
    return {
        "desk_blogs": LiveBlog.objects.visible_to(user).filter(status__in=open_now)[:BLOGS],
        "desk_waiting": [_row(entry) for entry in waiting[:WAITING]],
        "desk_drafts": [
            _row(entry)
            for entry in entries.filter(state=Entry.State.DRAFT, created_by=user)[:WAITING]
        ],
    }


def _row(entry: Entry) -> dict[str, Any]:
    return {"entry": entry, "due": in_zone(entry.scheduled_for, entry.blog)}
