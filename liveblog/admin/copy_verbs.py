"""The buttons that begin and discard a working copy."""

from __future__ import annotations

from typing import Any

from liveblog import actions
from liveblog.admin.describe import Difference, differences, names_for
from liveblog.admin.forms import publish_as, text
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


def changes_of(copy: WorkingCopy) -> list[Difference]:
    """From what readers see now to what they would: what others changed since stays."""
    now = actions.fields_of(copy.entry)
    then = {**now, **actions.own_changes(copy)}
    return differences(now, then, names_for([now, then], copy.entry.blog.zone))


class NoteForm(ConfirmForm):
    note = text("Note", "For your colleagues; readers never see it.")


class ApproveForm(ConfirmForm):
    """Whether readers are told of what changes."""

    kind = publish_as()
    note = text("Public note", "What was wrong and what is right. Only with a correction.")

    @property
    def differences(self) -> list[Difference]:
        return changes_of(self.about)


def _submit(user: Any, copy: WorkingCopy, form: ConfirmForm) -> WorkingCopy:
    return actions.submit_working_copy(
        user=user,
        entry_id=copy.entry_id,
        revision=form.seen_revision,
        note=form.cleaned_data["note"],
    )


def _return(user: Any, copy: WorkingCopy, form: ConfirmForm) -> WorkingCopy:
    return actions.return_working_copy(
        user=user,
        entry_id=copy.entry_id,
        revision=form.seen_revision,
        note=form.cleaned_data["note"],
    )


def _approve(user: Any, copy: WorkingCopy, form: ConfirmForm) -> Entry:
    kind = form.cleaned_data["kind"]
    return actions.approve_working_copy(
        user=user,
        entry_id=copy.entry_id,
        revision=form.seen_revision,
        kind="" if kind == "edit" else kind,
        note=form.cleaned_data["note"],
    )


def _in(*states: str) -> Any:
    """Applies to copies in one of `states` whose update is still published."""
    return lambda copy: copy.state in states and copy.entry.state == Entry.State.PUBLISHED


SUBMIT = Verb(
    name="submit",
    label="Submit for review…",
    needs=Role.REPORTER,
    applies=_in(WorkingCopy.State.OPEN, WorkingCopy.State.RETURNED),
    form=NoteForm,
    explanation="Hands these changes to an editor. Readers go on seeing the update as it is.",
    done="Submitted for review.",
    run=_submit,
)
APPROVE = Verb(
    name="approve",
    label="Approve…",
    needs=Role.EDITOR,
    applies=_in(WorkingCopy.State.IN_REVIEW),
    form=ApproveForm,
    explanation="Readers see the changed update at once.",
    done="The changes are published.",
    run=_approve,
)
RETURN = Verb(
    name="return",
    label="Return with a note…",
    needs=Role.EDITOR,
    applies=_in(WorkingCopy.State.IN_REVIEW),
    form=NoteForm,
    explanation="Gives the changes back to whoever proposed them. Readers see nothing of them.",
    done="Returned to its author.",
    run=_return,
)
COPY_VERBS = (SUBMIT, APPROVE, RETURN, DISCARD)


def may_use_copy(verb: Verb, copy: WorkingCopy, *, edits: bool, user: Any) -> bool:
    """An editor every copy; a reporter their own, as far as a reporter reaches."""
    return edits or (verb.needs == Role.REPORTER and copy.user_id == user.pk)


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
