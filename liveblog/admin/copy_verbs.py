"""The buttons that begin and discard a working copy."""

from __future__ import annotations

from typing import Any

from liveblog import actions
from liveblog.admin.verbs import ConfirmForm, Verb
from liveblog.models import Entry, Role, WorkingCopy

GONE = "The working copy is gone: it was taken over or discarded."


def begin(user: Any, entry: Entry, _: ConfirmForm) -> WorkingCopy:
    """A copy that says what the update says now, to be changed without readers seeing it."""
    return actions.save_working_copy(
        user=user,
        entry_id=entry.pk,
        fields=actions.fields_of(entry),
        based_on=entry.revision,
    )


BEGIN = Verb(
    name="working-copy",
    label="Begin a working copy",
    explanation="Readers go on seeing the update as it is until the copy is published.",
    needs=Role.REPORTER,
    applies=lambda entry: (
        entry.state == Entry.State.PUBLISHED and not hasattr(entry, "working_copy")
    ),
    done="This is the working copy: readers see nothing of it until it is published.",
    direct=True,
    leads_on=True,
    run=begin,
)


def _discard(user: Any, copy: WorkingCopy, form: ConfirmForm) -> None:
    require_current(copy, form.seen_revision)
    actions.discard_working_copy(user=user, entry_id=copy.entry_id)


DISCARD = Verb(
    name="discard",
    label="Discard the working copy…",
    needs=Role.REPORTER,
    applies=lambda copy: True,
    explanation="The edits kept here are dropped for good. Readers see no difference: the "
    "update stays as it is.",
    done="The working copy is discarded.",
    danger=True,
    run=_discard,
)


def require_current(copy: WorkingCopy, seen: int) -> None:
    """Refuse what was decided on an older state of the copy."""
    now = WorkingCopy.objects.filter(pk=copy.pk).first()
    if now is None:
        raise actions.WrongState(GONE)
    if now.revision != seen:
        raise actions.Stale(
            "Somebody else saved this working copy after you opened it. Look again.",
            current=now.fields,
            revision=now.revision,
        )
