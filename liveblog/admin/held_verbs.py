"""The buttons of an update that is to go out by itself, and what is said of it."""

from __future__ import annotations

from typing import Any

from liveblog import actions, health
from liveblog.admin.verbs import ConfirmForm, Verb
from liveblog.admin.zoned import ZonedTimeField, zone_note
from liveblog.models import Entry, Role

NO_WORKER = (
    " No worker is running, so it does not go out by itself: press “Publish now”, or undo it."
)


def going_out(entry: Entry) -> str:
    """What is told whoever published an update that can still be undone."""
    seconds = entry.blog.hold_seconds
    said = f"Goes out in {seconds} second{'' if seconds == 1 else 's'}, unless you undo it."
    return said + ("" if health.worker_runs() else NO_WORKER)


def _now(user: Any, entry: Entry, form: ConfirmForm) -> Entry:
    return actions.publish(user=user, entry_id=entry.pk, revision=form.seen_revision)


class ReScheduleForm(ConfirmForm):
    def __init__(self, about: Entry, data: Any = None) -> None:
        super().__init__(about, data)
        zone = about.blog.zone
        self.fields["scheduled_for"] = ZonedTimeField(
            zone=zone,
            label="Publish at",
            required=True,
            initial=about.scheduled_for,
            help_text=f"{zone_note(zone)}.",
        )


RESCHEDULE = Verb(
    name="re-schedule",
    label="Re-schedule…",
    needs=Role.EDITOR,
    applies=lambda entry: entry.state == Entry.State.SCHEDULED and not entry.held_from,
    form=ReScheduleForm,
    explanation="Readers see it at the new time instead of the old one.",
    done="Scheduled for its new time.",
    run=lambda user, entry, form: actions.schedule(
        user=user,
        entry_id=entry.pk,
        revision=form.seen_revision,
        at=form.cleaned_data["scheduled_for"],
    ),
)
UNDO = Verb(
    name="undo-publish",
    label="Undo",
    needs=Role.EDITOR,
    applies=lambda entry: bool(entry.held_from),
    explanation="Puts it back to where it was before “Publish”. Readers see nothing of it.",
    done="Undone: readers have seen nothing of it.",
    direct=True,
    run=lambda user, entry, form: actions.undo_publish(user=user, entry_id=entry.pk),
)
NOW = Verb(
    name="publish-now",
    label="Publish now",
    needs=Role.EDITOR,
    applies=lambda entry: bool(entry.held_from),
    explanation="Readers see it at once.",
    done="Published: readers see it.",
    direct=True,
    run=_now,
)
HELD = (UNDO, NOW, RESCHEDULE)
