"""Publishing that can still be undone: underneath it is a schedule, some seconds ahead.

Nothing waits in a browser or in a process: a closed tab and a crash change nothing, and the worker
checks everything again when the time comes, as of every entry that falls due.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.dateparse import parse_datetime

from liveblog.actions.actors import Actor, user_of
from liveblog.actions.change import Change
from liveblog.actions.errors import WrongState
from liveblog.actions.opening import opening
from liveblog.models import Entry, Revision, Role

OUT = "It went out a moment ago: readers see it. Withdraw or correct it."
TOO_LATE = "Its planned time passed while publishing was undone. Schedule it again."
State = Entry.State


def hold_back(change: Change, entry: Entry) -> None:
    """Set an entry that could go out now to go out when the live blog's seconds are over."""
    entry.held_from = entry.state
    entry.state = State.SCHEDULED
    entry.scheduled_for = change.now + timedelta(seconds=change.blog.hold_seconds)
    entry.scheduled_by = user_of(change.actor)
    entry.alert = ""
    change.private(entry, "hold")


def undo_publish(*, user: Actor, entry_id: int) -> Entry:
    """Put an entry that is held back to where it was. Takes no revision: it overwrites nothing."""
    with opening(user, entry_id, Role.EDITOR) as opened:
        entry = opened.entry
        if not entry.held_from:
            was_held = entry.state == State.PUBLISHED
            raise WrongState(OUT if was_held else "Its publication has been undone already.")
        _put_back(opened.change, entry)
        opened.change.private(entry, "undo_publish")
    return entry


def _put_back(change: Change, entry: Entry) -> None:
    before = _planned_before(entry) if entry.held_from == State.SCHEDULED else None
    if before and before > change.now:
        entry.scheduled_for = before
    else:
        entry.alert = TOO_LATE if entry.held_from == State.SCHEDULED else ""
        was_reviewed = entry.held_from == State.IN_REVIEW
        entry.state = State.IN_REVIEW if was_reviewed else State.DRAFT
        entry.scheduled_for = entry.scheduled_by = None
    entry.held_from = ""


def _planned_before(entry: Entry) -> datetime | None:
    """When it would have gone out, had nobody pressed “Publish now”."""
    held = Revision.objects.filter(entry=entry, verb="hold").first()
    if held is None:
        return None
    before = Revision.objects.filter(entry=entry, number__lt=held.number).first()
    planned = before.snapshot.get("scheduled_for") if before else None
    return parse_datetime(planned) if planned else None
