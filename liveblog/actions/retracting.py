"""Retracting one entry for good, whoever says so."""

from __future__ import annotations

from liveblog.actions.actors import user_of
from liveblog.actions.change import Change
from liveblog.models import Entry, WireTask, WorkingCopy


def retract(change: Change, entry: Entry, reason: str) -> None:
    """Kill a locked entry in any state; once it is killed, nothing more happens."""
    if entry.state == Entry.State.KILLED:
        return
    was_public = entry.number is not None
    entry.state = Entry.State.KILLED
    entry.killed_at = change.now
    entry.kill_reason = reason[:500]
    entry.scheduled_for = None
    WorkingCopy.objects.filter(entry=entry).delete()
    # Whatever agencies have said of its items, nothing can be done about it in this entry.
    waiting = WireTask.objects.filter(entry=entry, closed_at__isnull=True)
    waiting.exclude(kind=WireTask.Kind.KILL).update(
        closed_at=change.now, closed_by=user_of(change.actor), answer="The update has been killed"
    )
    (change.public if was_public else change.private)(entry, "kill", reason)
