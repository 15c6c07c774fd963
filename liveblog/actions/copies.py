"""A working copy on its way through review: readers see nothing of it until it is approved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from liveblog import sanitise
from liveblog.actions.actors import Actor, user_of
from liveblog.actions.content import fields_of
from liveblog.actions.errors import Invalid, NotAllowed, Stale, WrongState
from liveblog.actions.fields import clean_fields
from liveblog.actions.opening import Opened, opening
from liveblog.actions.published import as_json, correct, edit
from liveblog.models import RANK, Entry, Revision, Role, WorkingCopy

GONE = "The working copy is gone: it was taken over or discarded."
State = WorkingCopy.State


def submit_working_copy(
    *, user: Actor, entry_id: int, revision: int, note: str = ""
) -> WorkingCopy:
    """Hand edits of a published entry to the editors. `revision` is the copy's own."""
    note = _note(note)
    with _opening(user, entry_id, Role.REPORTER, revision) as (opened, copy):
        _own_or_editor(opened, copy)
        _require(copy, State.OPEN, State.RETURNED)
        _move(opened, copy, State.IN_REVIEW, note)
    return copy


def return_working_copy(
    *, user: Actor, entry_id: int, revision: int, note: str = ""
) -> WorkingCopy:
    """Give edits back to whoever proposed them, with a note that never becomes public."""
    note = _note(note)
    with _opening(user, entry_id, Role.EDITOR, revision) as (opened, copy):
        _require(copy, State.IN_REVIEW)
        _move(opened, copy, State.RETURNED, note)
    return copy


def approve_working_copy(
    *, user: Actor, entry_id: int, revision: int, kind: str = "", note: str = ""
) -> Entry:
    """Publish edits that are in review: as a change, or as a correction with its public note.

    `kind` is empty for a change, else a kind of correction. What others changed since the copy was
    begun stays; raises `Stale` if they changed the same fields.
    """
    if note and not kind:
        raise Invalid({"note": ["Only a correction or clarification has a public note."]})
    with transaction.atomic():
        copy = _current(entry_id, revision)
        _require(copy, State.IN_REVIEW)
        own, revision_now = _mergeable(copy)
        known: dict[str, Any] = {"user": user, "entry_id": entry_id, "revision": revision_now}
        if kind:
            entry = correct(**known, fields=own, kind=kind, note=note)
        else:
            entry = edit(**known, fields=own, note=_by(copy))
        # The entry is locked now: nobody can have saved the copy since this was asked.
        left = WorkingCopy.objects.filter(entry=entry).first()
        if left is not None:
            _require_seen(left, revision)
            left.delete()
    return entry


def own_changes(copy: WorkingCopy) -> dict[str, Any]:
    """The fields in which a copy differs from what the entry said when it was begun."""
    before = fields_before(copy)
    return {
        name: value
        for name, value in copy.fields.items()
        if name not in before or value != before[name]
    }


def fields_before(copy: WorkingCopy) -> dict[str, Any]:
    """What the entry said in the revision a copy was begun from, in the shape of the copy."""
    kept = Revision.objects.filter(entry=copy.entry_id, number=copy.based_on)
    snapshot = kept.values_list("snapshot", flat=True).first() or {}
    return _in_shape(snapshot.get("fields", {}), copy.entry)


def disputed(copy: WorkingCopy) -> set[str]:
    """The fields that the copy and somebody else have both changed since, differently."""
    if copy.based_on == copy.entry.revision:
        return set()
    before, now = fields_before(copy), _in_shape(fields_of(copy.entry), copy.entry)
    return {
        name
        for name, value in own_changes(copy).items()
        if now.get(name) not in (before.get(name), value)
    }


def _mergeable(copy: WorkingCopy) -> tuple[dict[str, Any], int]:
    """What to change, and in which revision; the copy's whole text if both changed the same."""
    if disputed(copy):
        return copy.fields, copy.based_on  # refused as stale, with both texts
    return own_changes(copy), copy.entry.revision


def _in_shape(fields: dict[str, Any], entry: Entry) -> dict[str, Any]:
    """Stored fields as a copy has them: cleaned; what cannot be cleaned any more as it is."""
    try:
        return as_json(clean_fields(fields, entry.blog))
    except Invalid:
        return fields


def _by(copy: WorkingCopy) -> str:
    """Whose words they are: what the entry's history would not say otherwise."""
    name = copy.user.get_full_name() or copy.user.get_username() if copy.user else "a colleague"
    return f"Proposed by {name}." + (f" {copy.note}" if copy.note else "")


@contextmanager
def _opening(
    user: Actor, entry_id: int, needs: Role, revision: int
) -> Iterator[tuple[Opened, WorkingCopy]]:
    with opening(user, entry_id, needs) as opened:
        opened.change.require(opened.entry, Entry.State.PUBLISHED)
        yield opened, _current(entry_id, revision)


def _current(entry_id: int, revision: int) -> WorkingCopy:
    rows = WorkingCopy.objects.select_related("user", "entry__blog")
    copy = rows.filter(entry=entry_id).first()
    if copy is None:
        raise WrongState(GONE)
    _require_seen(copy, revision)
    return copy


def _require_seen(copy: WorkingCopy, revision: int) -> None:
    if copy.revision != revision:
        raise Stale(
            "Somebody else saved this working copy after you opened it. Look again.",
            current=copy.fields,
            revision=copy.revision,
        )


def _own_or_editor(opened: Opened, copy: WorkingCopy) -> None:
    mine = copy.user_id == getattr(user_of(opened.change.actor), "pk", None)
    if not mine and RANK[opened.change.role] < RANK[Role.EDITOR]:
        raise NotAllowed("This copy is a colleague's; ask an editor.")


def _require(copy: WorkingCopy, *states: str) -> None:
    if copy.state not in states:
        raise WrongState(
            f"These changes are {copy.get_state_display().lower()}, so that cannot be done."
        )


def _move(opened: Opened, copy: WorkingCopy, state: State, note: str) -> None:
    copy.state, copy.note = state, note
    copy.revision += 1
    copy.save()
    opened.entry.desk_seq = opened.change.desk()
    opened.entry.save(update_fields=["desk_seq"])


def _note(text: str) -> str:
    note = sanitise.note(text)
    if len(note) > 500:
        raise Invalid({"note": [f"The note has {len(note)} characters; at most 500."]})
    return note
