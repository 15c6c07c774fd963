"""Looking: what moved, older entries, one entry to edit. Nothing is written."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token

from liveblog.admin.tags import in_use
from liveblog.changes import BadCursor, parse_cursor
from liveblog.desk import found
from liveblog.desk.answers import refusal
from liveblog.desk.compositions import composition_of
from liveblog.desk.copies import with_copies
from liveblog.desk.deltas import told
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.items import items, may_edit
from liveblog.desk.lists import MOST_CHANGES, Filter, in_progress, moved, timeline
from liveblog.desk.people import People
from liveblog.desk.queue import mark
from liveblog.models import Entry

NOTHING: dict[str, Any] = {"entries": [], "copies": [], "blog": None, "tasks": None}


@endpoint("GET")
def changes(desk: Desk) -> HttpResponseBase:
    """`{since, version, more, reset, entries, blog, tasks, people}` after `?since=`; 204: nothing
    moved.

    `?pinned=` is what this desk shows as pinned: a pin moves no entry's own cursor. `?tasks=` and
    `?people=` are the marks of the tasks and the people it shows, which move no cursor here. What
    did not move is null.
    """
    query = desk.request.GET
    try:
        since = parse_cursor(query.get("since"))
        pinned = parse_cursor(query.get("pinned"))
    except BadCursor as error:
        return refusal(400, "bad_cursor", str(error))
    version = desk.blog.desk_version
    here = People(desk) if "people" in query else None
    people = here.region(desk) if here and here.mark != query["people"] else None
    frame: dict[str, Any] = {"since": since, "version": version, "more": False, "reset": False}
    frame |= {"people": people}
    if since == version and ("tasks" not in query or query["tasks"] == mark(desk)):
        return answered(frame | NOTHING) if people else HttpResponse(status=204)
    if desk.blog.desk_must_start_over(since):
        return answered(frame | NOTHING | {"reset": True})
    there = desk.blog.pinned_entry_id
    also = {pk for pk in (pinned, there) if pk} if (pinned or None) != there else ()
    entries, more = moved(desk.blog, since, also)
    if more:
        frame |= {"more": True, "version": entries[MOST_CHANGES - 1].desk_seq}
    return answered(frame | told(desk, entries))


@endpoint("GET")
def listed(desk: Desk) -> HttpResponseBase:
    """`{progress, timeline, older, newest}` as filtered; with `?before=` what is older.

    With `?at=`, the id of an entry, the timeline begins with it; `newest` is its key then.
    """
    query = desk.request.GET.dict()
    chosen = Filter.of(query)
    before = query.get("before", "")
    at = _entry_of(desk, query.get("at", ""))
    try:
        shown, older = timeline(desk.blog, chosen, before[:60], at=at)
    except (ValueError, OverflowError):
        return refusal(400, "bad_key", "“before” must be the key an earlier answer gave.")
    progress = [] if before else items(desk, in_progress(desk.blog, chosen))
    return answered(
        {
            "progress": progress if before else with_copies(desk, progress, chosen),
            "timeline": items(desk, shown),
            "older": older,
            "newest": at.sort_key if at else "",
        }
    )


def _entry_of(desk: Desk, text: str) -> Entry | None:
    """The entry `text` is the id of, if it stands in the timeline."""
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        return None
    entry = desk.entry(int(text))
    return entry if entry.number is not None else None


@endpoint("GET")
def composition(desk: Desk, entry_id: int) -> HttpResponseBase:
    """One entry for the composer."""
    entry = desk.entry(entry_id)
    if not may_edit(desk, entry):
        state = entry.get_state_display().lower()
        return refusal(409, "wrong_state", f"This update is {state}; you cannot edit it as it is.")
    return answered(composition_of(desk, entry))


@endpoint("GET")
def sources_like(desk: Desk) -> HttpResponseBase:
    """`{sources}`: whom `?q=` may mean, for whoever types “@”."""
    return answered({"sources": found.like(desk.request.GET.get("q", ""))})


@endpoint("GET")
def tags(desk: Desk) -> HttpResponseBase:
    """`{tags}` of this live blog that begin with `?begins=`, the most used first, a few."""
    return answered({"tags": in_use(desk.blog, desk.request.GET.get("begins", ""))})


@endpoint("GET")
def session(desk: Desk) -> HttpResponseBase:
    """Who is signed in now, the token of that session (a page may be older than it), and whether
    the coverage is on: what was pressed a while ago may no longer be wanted.
    """
    told = {"user": desk.user.pk, "token": get_token(desk.request), "status": desk.blog.status}
    return answered(told)
