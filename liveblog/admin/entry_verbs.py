"""The buttons beside an entry's form, and those on it."""

from __future__ import annotations

from typing import Any

from django import forms

from liveblog import actions
from liveblog.admin.access import reaches
from liveblog.admin.copy_verbs import BEGIN, NoteForm
from liveblog.admin.forms import text
from liveblog.admin.held_verbs import HELD
from liveblog.admin.verbs import ConfirmForm, TypedWord, Verb, by_state
from liveblog.admin.zoned import ZonedTimeField, zone_note
from liveblog.models import Entry, LiveBlog, Role

State = Entry.State


class KillForm(ConfirmForm):
    reason = text("Reason", "Why it is retracted. The reason stays in the newsroom.")
    word = TypedWord("KILL")


class EraseForm(ConfirmForm):
    word = TypedWord("ERASE")


class ReTimeForm(ConfirmForm):
    def __init__(self, about: Entry, data: Any = None) -> None:
        super().__init__(about, data)
        zone = about.blog.zone
        self.fields["display_at"] = ZonedTimeField(
            zone=zone,
            label="Display time",
            required=True,
            initial=about.display_at,
            help_text=f"{zone_note(zone)}. The update moves to its new place in the timeline.",
        )


class KeyEventForm(ConfirmForm):
    key_event_title = forms.CharField(
        label="How the list names it",
        required=False,
        help_text="Empty: the headline, or the first words.",
    )

    def __init__(self, about: Entry, data: Any = None) -> None:
        super().__init__(about, data)
        self.fields["key_event_title"].initial = about.key_event_title


def _note(form: ConfirmForm) -> str:
    return str(form.cleaned_data["note"])


def _mark(user: Any, entry: Entry, form: ConfirmForm) -> Entry:
    return actions.mark_key_event(
        user=user,
        entry_id=entry.pk,
        revision=form.seen_revision,
        is_key_event=True,
        title=form.cleaned_data["key_event_title"],
    )


def _mark_plainly(user: Any, entry: Entry, form: ConfirmForm) -> Entry:
    """Under its headline or first words, or the title it has."""
    return actions.mark_key_event(
        user=user,
        entry_id=entry.pk,
        revision=form.seen_revision,
        is_key_event=True,
        title=entry.key_event_title,
    )


def _unmark(user: Any, entry: Entry, form: ConfirmForm) -> Entry:
    return actions.mark_key_event(
        user=user,
        entry_id=entry.pk,
        revision=form.seen_revision,
        is_key_event=False,
        title=entry.key_event_title,
    )


VERBS: tuple[Verb, ...] = (
    *HELD,
    Verb(
        name="return",
        label="Return with a note…",
        needs=Role.EDITOR,
        applies=by_state(State.IN_REVIEW, State.SCHEDULED),
        form=NoteForm,
        explanation="Gives it back to its author as a draft. Readers see nothing of it.",
        done="Returned to its author.",
        run=lambda user, entry, form: actions.return_to_draft(
            user=user, entry_id=entry.pk, revision=form.seen_revision, note=_note(form)
        ),
    ),
    Verb(
        name="discard",
        label="Discard…",
        needs=Role.REPORTER,
        applies=by_state(*Entry.UNPUBLISHED),
        explanation="Puts away what was never public: readers never knew of it. Its history stays.",
        done="Discarded.",
        danger=True,
        run=lambda user, entry, form: actions.discard(
            user=user, entry_id=entry.pk, revision=form.seen_revision
        ),
    ),
    BEGIN,
    Verb(
        name="pin",
        label="Pin on top",
        needs=Role.EDITOR,
        applies=lambda entry: (
            entry.state == State.PUBLISHED and entry.blog.pinned_entry_id != entry.pk
        ),
        explanation="Readers see it on top of the page, and in its place as well.",
        done="Pinned on top of the page.",
        direct=True,
        run=lambda user, entry, form: actions.pin(user=user, entry_id=entry.pk),
    ),
    Verb(
        name="unpin",
        label="Unpin",
        needs=Role.EDITOR,
        applies=lambda entry: entry.blog.pinned_entry_id == entry.pk,
        explanation="Readers see it in its place alone.",
        done="No longer pinned.",
        direct=True,
        run=lambda user, entry, form: actions.unpin(user=user, blog_id=entry.blog_id),
    ),
    Verb(
        name="key-event",
        label="Mark as key event",
        needs=Role.EDITOR,
        applies=lambda entry: entry.state == State.PUBLISHED and not entry.is_key_event,
        explanation="Readers find it at once in the list of key events above the updates.",
        done="Listed among the key events.",
        direct=True,
        run=_mark_plainly,
    ),
    Verb(
        name="mark-key-event",
        label="Key event with a title…",
        needs=Role.EDITOR,
        applies=by_state(State.PUBLISHED),
        form=KeyEventForm,
        explanation="Readers find it under this title in the list of key events.",
        done="Listed among the key events.",
        run=_mark,
    ),
    Verb(
        name="unmark-key-event",
        label="Take off the key events",
        needs=Role.EDITOR,
        applies=lambda entry: entry.state == State.PUBLISHED and entry.is_key_event,
        explanation="Readers no longer find it in the list of key events; the update stays.",
        done="Taken off the key events.",
        direct=True,
        run=_unmark,
    ),
    Verb(
        name="re-time",
        label="Re-time…",
        needs=Role.EDITOR,
        applies=by_state(State.PUBLISHED),
        form=ReTimeForm,
        explanation="Readers see it move to its new place, with its new time.",
        done="Moved to its new time.",
        run=lambda user, entry, form: actions.re_time(
            user=user,
            entry_id=entry.pk,
            revision=form.seen_revision,
            display_at=form.cleaned_data["display_at"],
        ),
    ),
    Verb(
        name="withdraw",
        label="Withdraw…",
        needs=Role.EDITOR,
        applies=by_state(State.PUBLISHED),
        form=NoteForm,
        explanation="Readers and partners lose it at once, on open pages too; its address says "
        "that it was withdrawn. It can be restored under the same number.",
        done="Withdrawn: readers no longer see it.",
        danger=True,
        run=lambda user, entry, form: actions.withdraw(
            user=user, entry_id=entry.pk, revision=form.seen_revision, note=_note(form)
        ),
    ),
    Verb(
        name="restore",
        label="Restore",
        needs=Role.EDITOR,
        applies=by_state(State.WITHDRAWN),
        explanation="Readers see it again, under the number it had; it is not pinned.",
        done="Back under its own number.",
        direct=True,
        run=lambda user, entry, form: actions.restore(
            user=user, entry_id=entry.pk, revision=form.seen_revision
        ),
    ),
    Verb(
        name="kill",
        label="Kill…",
        needs=Role.EDITOR,
        applies=lambda entry: entry.state != State.KILLED,
        form=KillForm,
        explanation="Retracts it everywhere and for good: readers lose it on open pages too, "
        "partners are told to drop it, and its address says that it is gone. It never comes back.",
        done="Killed: it is gone for good.",
        danger=True,
        run=lambda user, entry, form: actions.kill(
            user=user, entry_id=entry.pk, reason=form.cleaned_data["reason"]
        ),
    ),
    Verb(
        name="erase",
        label="Erase its text…",
        needs=Role.CHIEF,
        applies=by_state(State.KILLED),
        form=EraseForm,
        explanation="Empties the text here and in every revision, leaving who and when. "
        "For readers it is gone already.",
        done="Its text is erased.",
        danger=True,
        run=lambda user, entry, form: actions.erase_killed(user=user, entry_id=entry.pk),
    ),
)


def may_use(verb: Verb, entry: Entry, role: Role | None, user: Any) -> bool:
    """Whether the role reaches; a reporter's hand is on drafts of their own alone."""
    theirs = (State.DRAFT, State.PUBLISHED) if verb is BEGIN else (State.DRAFT,)
    own = entry.created_by_id == user.pk and entry.state in theirs
    return reaches(role, verb.needs) and (own or role != Role.REPORTER)


def form_buttons(blog: LiveBlog, entry: Entry | None, role: Role | None, *, own: bool) -> list[Any]:
    """`{verb, label}` of the buttons on the form. The first is the harmless one: Enter is it."""
    if reaches(role, Role.EDITOR):
        return _for_editors(blog, entry)
    if entry is None or (own and entry.state == State.DRAFT):
        return [_button("save", "Save draft"), _button("submit", "Submit for review", main=True)]
    return []


def _for_editors(blog: LiveBlog, entry: Entry | None) -> list[Any]:
    state = entry.state if entry else State.DRAFT
    if state == State.PUBLISHED:
        return [_button("save", "Save changes", main=True)]
    if state not in Entry.UNPUBLISHED:
        return []
    buttons = [_button("save", "Save draft" if state == State.DRAFT else "Save")]
    if state == State.DRAFT:
        buttons.append(_button("submit", "Submit for review"))
    buttons.append(_button("schedule", "Schedule"))
    if blog.status == LiveBlog.Status.LIVE:
        buttons.append(_to_publish(state))
    return buttons


def _to_publish(state: str) -> Any:
    if state == State.IN_REVIEW:
        return _button("approve", "Approve", main=True)
    label = "Publish now" if state == State.SCHEDULED else "Publish"
    return _button("publish", label, main=True)


def _button(verb: str, label: str, *, main: bool = False) -> dict[str, Any]:
    return {"verb": verb, "label": label, "main": main}
