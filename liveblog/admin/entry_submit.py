"""What the buttons of an entry's form do: each is one verb, or two in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from liveblog import actions
from liveblog.actions.fields import clean_fields
from liveblog.admin.entry_form import EntryForm
from liveblog.models import Entry, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(slots=True)
class Submission:
    """One press of a button: who, on which form, with which fields."""

    user: User
    form: EntryForm
    fields: actions.EntryFields

    @property
    def entry(self) -> Entry:
        assert self.form.entry is not None
        return self.form.entry

    @property
    def revision(self) -> int:
        return self.form.seen_revision

    def differs(self, stored: Mapping[str, Any] | None = None) -> bool:
        """Whether anything typed is not what stands in the entry, or was `stored` of it."""
        cleaned = clean_fields(self.fields, self.form.blog)
        current = dict(actions.fields_of(self.entry) if stored is None else stored)
        # The form knows nothing of the wire items that attributions are bound to.
        for row in current["attributions"]:
            row.pop("item", None)
        return any(_as_stored(value) != current.get(name) for name, value in cleaned.items())

    def is_stored(self, stored: Mapping[str, Any] | None = None) -> bool:
        """Whether all that was typed is there. What would be refused never arrived."""
        try:
            return not self.differs(stored)
        except actions.Invalid:
            return False


def _as_stored(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def submit_form(user: User, form: EntryForm, verb: str) -> Entry:
    """Do what the button `verb` says. Raises `ActionError` with nothing stored."""
    _require_current(form)
    submission = Submission(user, form, form.typed())
    run = _table(form.entry).get(verb)
    if run is None:
        state = form.entry.get_state_display().lower() if form.entry else "not begun"
        raise actions.WrongState(f"This update is {state}, so that cannot be done.")
    with transaction.atomic():
        return run(submission)


def _require_current(form: EntryForm) -> None:
    """Before the state is judged: it may be another because somebody else saved."""
    entry = form.entry
    if entry is not None and form.seen_revision != entry.revision:
        raise actions.Stale(
            "Somebody else saved this update after you opened it. "
            "Your text is kept; compare the two and save again.",
            current=actions.fields_of(entry),
            revision=entry.revision,
        )


def is_done(user: User, form: EntryForm, verb: str) -> bool:
    """Whether the entry is already what this submission asked for: a button pressed twice."""
    submission = Submission(user, form, form.typed())
    entry, clean = submission.entry, form.cleaned_data
    if verb == "correct" and not entry.corrections.filter(note=clean.get("note", "")).exists():
        return False
    if verb == "schedule" and entry.scheduled_for != clean.get("scheduled_for"):
        return False
    held = bool(entry.held_from) and verb in ("publish", "approve")
    if verb != "save" and entry.state != _TARGETS.get(verb) and not held:
        return False
    if entry.number and submission.fields.get("display_at") is None:
        # Left empty, it became the moment of publication.
        submission.fields.pop("display_at", None)
    return submission.is_stored()


def was_done(user: User, form: EntryForm, verb: str) -> bool:
    """Whether this submission made the revision that followed the one it began from.

    Its answer was lost, and somebody has saved upon it since: it must not be called refused.
    """
    work = Submission(user, form, form.typed())
    if not work.entry.number or verb not in _LEAVES:
        return False
    made = Revision.objects.filter(entry=work.entry, number=work.revision + 1, user=user).first()
    if made is None or made.verb not in _LEAVES[verb] or not made.snapshot:
        return False
    if work.fields.get("display_at") is None:
        work.fields.pop("display_at", None)
    notes = [row["note"] for row in made.snapshot["corrections"]]
    said = verb != "correct" or form.cleaned_data.get("note") in notes
    return said and work.is_stored(made.snapshot["fields"])


# What pressing a button leaves in the history of an update that has become public.
_LEAVES = {
    "save": {"edit"},
    "publish": {"publish"},
    "approve": {"publish", "approve"},
    "correct": {"correct"},
    "restore": {"restore"},
}
_TARGETS = {
    "publish": Entry.State.PUBLISHED,
    "approve": Entry.State.PUBLISHED,
    "submit": Entry.State.IN_REVIEW,
    "schedule": Entry.State.SCHEDULED,
    "correct": Entry.State.PUBLISHED,
    "restore": Entry.State.PUBLISHED,
}


def _create(work: Submission) -> Entry:
    return actions.create_draft(
        user=work.user,
        blog_id=work.form.blog.pk,
        fields=work.fields,
        idempotency_key=work.form.cleaned_data["idempotency_key"],
    )


def _publish_new(work: Submission) -> Entry:
    return actions.publish_new(
        user=work.user,
        blog_id=work.form.blog.pk,
        fields=work.fields,
        idempotency_key=work.form.cleaned_data["idempotency_key"],
        hold=True,
    )


def _then(first: Callable[[Submission], Entry], second: Callable[..., Entry]) -> Any:
    """Save, then go on with what was saved; a repeat finds the second step done already."""

    def run(work: Submission) -> Entry:
        entry = first(work)
        if work.form.entry is None and entry.state != Entry.State.DRAFT:
            return entry
        return second(work, entry)

    return run


def _submit(work: Submission, entry: Entry) -> Entry:
    return actions.submit(user=work.user, entry_id=entry.pk, revision=entry.revision)


def _schedule(work: Submission, entry: Entry) -> Entry:
    at = work.form.cleaned_data.get("scheduled_for")
    if at is None:
        raise actions.Invalid({"scheduled_for": ["Say when it is to be published."]})
    return actions.schedule(user=work.user, entry_id=entry.pk, revision=entry.revision, at=at)


def _save(work: Submission) -> Entry:
    """Save a draft, unless nothing was changed: then the next step checks the revision."""
    if not work.differs():
        work.entry.revision = work.revision
        return work.entry
    return actions.save_draft(
        user=work.user, entry_id=work.entry.pk, revision=work.revision, fields=work.fields
    )


def _publish(work: Submission) -> Entry:
    return actions.publish(
        user=work.user,
        entry_id=work.entry.pk,
        revision=work.revision,
        fields=work.fields,
        hold=True,
    )


def _approve(work: Submission) -> Entry:
    """An approval as it stands, or a publication with the editor's last changes."""
    if work.differs():
        return _publish(work)
    return actions.approve(
        user=work.user, entry_id=work.entry.pk, revision=work.revision, hold=True
    )


def _edit(work: Submission) -> Entry:
    if work.form.cleaned_data.get("note"):
        raise actions.Invalid(
            {"note": ["Press “Publish as a correction” for this note, or take it out."]}
        )
    if not work.differs():
        return work.entry
    return actions.edit(
        user=work.user, entry_id=work.entry.pk, revision=work.revision, fields=work.fields
    )


def _correct(work: Submission) -> Entry:
    return actions.correct(
        user=work.user,
        entry_id=work.entry.pk,
        revision=work.revision,
        note=work.form.cleaned_data.get("note", ""),
        kind=work.form.cleaned_data.get("kind") or "correction",
        fields=work.fields,
    )


def _restore(work: Submission) -> Entry:
    """Mended and put back in one step."""
    return actions.restore(
        user=work.user, entry_id=work.entry.pk, revision=work.revision, fields=work.fields
    )


_NEW: dict[str, Callable[[Submission], Entry]] = {
    "save": _create,
    "publish": _publish_new,
    "submit": _then(_create, _submit),
    "schedule": _then(_create, _schedule),
}
_UNPUBLISHED: dict[str, Callable[[Submission], Entry]] = {
    "save": _save,
    "submit": _then(_save, _submit),
    "schedule": _then(_save, _schedule),
    "publish": _publish,
    "approve": _approve,
}
_PUBLIC: dict[str, Callable[[Submission], Entry]] = {"save": _edit, "correct": _correct}
_WITHDRAWN: dict[str, Callable[[Submission], Entry]] = {"restore": _restore}


def _table(entry: Entry | None) -> dict[str, Callable[[Submission], Entry]]:
    """What can be done on the form. Whether it applies and who may is the verb's to say."""
    if entry is None:
        return _NEW
    if entry.state == Entry.State.WITHDRAWN:
        return _WITHDRAWN
    return _PUBLIC if entry.number else _UNPUBLISHED
