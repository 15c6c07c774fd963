"""The verbs on what readers have seen: each moves the version by one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from liveblog import sanitise
from liveblog.actions.actors import Actor, user_of
from liveblog.actions.cards import card_ids, forget_cards, only_here
from liveblog.actions.change import Change
from liveblog.actions.cleaning import moment
from liveblog.actions.content import fields_of
from liveblog.actions.errors import Invalid, NotAllowed, WrongState
from liveblog.actions.fields import clean_fields
from liveblog.actions.opening import Opened, opening
from liveblog.actions.readiness import require_content, require_publishable
from liveblog.actions.retracting import retract
from liveblog.actions.verifying import require_grounds
from liveblog.models import RANK, Correction, Entry, Revision, Role, WorkingCopy

NO_TIME = "A published update needs its display time."


def edit(
    *, user: Actor, entry_id: int, revision: int, fields: Mapping[str, Any], note: str = ""
) -> Entry:
    """Change a published entry without a public note; only a revision remains of what was.

    `note` stays in the newsroom, with that revision.
    """
    with opening(user, entry_id, Role.EDITOR, revision=revision, fields=fields) as opened:
        _take_edit(opened)
        opened.change.public(opened.entry, "edit", note)
    return opened.entry


def correct(
    *,
    user: Actor,
    entry_id: int,
    revision: int,
    note: str,
    fields: Mapping[str, Any] | None = None,
    kind: str = Correction.Kind.CORRECTION,
) -> Entry:
    """Put a substantive error right, with a dated note that readers see."""
    note = _public_note(note, kind)
    with opening(user, entry_id, Role.EDITOR, revision=revision, fields=fields) as opened:
        _take_edit(opened)
        Correction.objects.create(
            entry=opened.entry, kind=kind, note=note, at=opened.change.now, user=user_of(user)
        )
        opened.entry._prefetched_objects_cache = {}  # type: ignore[attr-defined]
        opened.change.public(opened.entry, "correct", note)
    return opened.entry


def _public_note(note: str, kind: str) -> str:
    if kind not in Correction.Kind.values:
        raise Invalid({"kind": ["It is either a correction or a clarification."]})
    try:
        note = sanitise.clean_block(note)
    except sanitise.UnacceptableText as error:
        raise Invalid({"note": [str(error)]}) from error
    if not note:
        raise Invalid({"note": ["Say in the public note what was wrong."]})
    if len(note) > 1000:
        raise Invalid({"note": [f"The note has {len(note)} characters; at most 1,000."]})
    return note


def _take_edit(opened: Opened) -> None:
    change, entry = opened.change, opened.entry
    change.require(entry, Entry.State.PUBLISHED)
    opened.take_fields()
    if entry.display_at is None:
        raise Invalid({"display_at": [NO_TIME]})
    require_content(entry)
    require_grounds(entry, opened.was)
    require_publishable(entry, change.now)
    _take_working_copy(opened)


def _take_working_copy(opened: Opened) -> None:
    """The editor's own copy is taken by their edit, a colleague's only if its text now stands.

    Any other stays: what was typed into it is nowhere else.
    """
    copy = WorkingCopy.objects.filter(entry=opened.entry).first()
    if copy is None:
        return
    mine = copy.user_id == getattr(user_of(opened.change.actor), "pk", None)
    stands = as_json(clean_fields(fields_of(opened.entry), opened.change.blog))
    if mine or all(stands.get(name) == value for name, value in copy.fields.items()):
        copy.delete()


def re_time(*, user: Actor, entry_id: int, revision: int, display_at: datetime) -> Entry:
    """Move a published entry to another display time."""
    try:
        when = moment("The display time")(display_at, None)
    except ValueError as error:
        raise Invalid({"display_at": [str(error)]}) from error
    if when is None:
        raise Invalid({"display_at": ["Give the new display time."]})
    with opening(user, entry_id, Role.EDITOR, revision=revision) as opened:
        opened.change.require(opened.entry, Entry.State.PUBLISHED)
        opened.entry.display_at = when
        opened.change.public(opened.entry, "re_time")
    return opened.entry


def mark_key_event(
    *, user: Actor, entry_id: int, revision: int, is_key_event: bool, title: str = ""
) -> Entry:
    """List a published entry among the key events, or take it off the list."""
    fields = {"is_key_event": is_key_event, "key_event_title": title}
    with opening(user, entry_id, Role.EDITOR, revision=revision, fields=fields) as opened:
        opened.change.require(opened.entry, Entry.State.PUBLISHED)
        opened.take_fields()
        opened.change.public(opened.entry, "mark_key_event")
    return opened.entry


def withdraw(*, user: Actor, entry_id: int, revision: int | None = None, note: str = "") -> Entry:
    """Take a published entry down, reversibly. `note` stays in the newsroom."""
    with opening(user, entry_id, Role.EDITOR, revision=revision) as opened:
        opened.change.require(opened.entry, Entry.State.PUBLISHED)
        opened.entry.state = Entry.State.WITHDRAWN
        opened.change.public(opened.entry, "withdraw", note)
    return opened.entry


def restore(
    *, user: Actor, entry_id: int, revision: int, fields: Mapping[str, Any] | None = None
) -> Entry:
    """Put a withdrawn entry back under its own number, not pinned, mended if `fields` say so."""
    with opening(user, entry_id, Role.EDITOR, revision=revision, fields=fields) as opened:
        change, entry = opened.change, opened.entry
        change.require(entry, Entry.State.WITHDRAWN)
        opened.take_fields()
        require_content(entry)
        require_grounds(entry, opened.was)
        require_publishable(entry, change.now)
        entry.state, entry.alert = Entry.State.PUBLISHED, ""
        change.public(entry, "restore")
    return entry


def kill(*, user: Actor, entry_id: int, reason: str) -> Entry:
    """Retract for good, from any state. Takes no revision: a kill never loses a race."""
    reason = sanitise.note(reason)
    if not reason:
        raise Invalid({"reason": ["Say why it is killed. The reason stays in the newsroom."]})
    with opening(user, entry_id, Role.EDITOR) as opened:
        retract(opened.change, opened.entry, reason)
    return opened.entry


def erase_killed(*, user: Actor, entry_id: int) -> Entry:
    """Empty the text of a killed entry and of its revisions, leaving who and when."""
    with opening(user, entry_id, Role.CHIEF, fields=_NOTHING) as opened:
        change, entry = opened.change, opened.entry
        change.require(entry, Entry.State.KILLED)
        cards = only_here(entry)
        opened.take_fields()
        forget_cards(cards)
        Correction.objects.filter(entry=entry).delete()
        Revision.objects.filter(entry=entry).update(snapshot={}, note="", erased_at=timezone.now())
        change.private(entry, "erase")
    return entry


_NOTHING: dict[str, Any] = {
    "headline": "",
    "body": "",
    "key_event_title": "",
    "tags": [],
    "attributions": [],
    "images": [],
    "embeds": [],
}


def save_working_copy(
    *,
    user: Actor,
    entry_id: int,
    fields: Mapping[str, Any],
    based_on: int,
    revision: int | None = None,
) -> WorkingCopy:
    """Keep unpublished edits of a published entry. `revision` is the copy's own, if one exists."""
    with opening(user, entry_id, Role.REPORTER, fields=fields) as opened:
        change, entry = opened.change, opened.entry
        change.require(entry, Entry.State.PUBLISHED)
        opened.own_or_editor()
        if not 1 <= based_on <= entry.revision:
            raise Invalid({"based_on": ["This update has no such revision."]})
        copy = WorkingCopy.objects.select_for_update().filter(entry=entry).first()
        if (copy.revision if copy else None) != revision:
            raise WrongState("A colleague is already working on a copy of this entry.")
        if copy and copy.state == WorkingCopy.State.IN_REVIEW:
            _require_editor(change)
        copy = copy or WorkingCopy(entry=entry, revision=0)
        copy.fields = as_json(opened.cleaned)
        card_ids(row["url"] for row in opened.cleaned.get("embeds", []))
        copy.based_on = based_on
        if copy.state != WorkingCopy.State.IN_REVIEW:
            copy.user = user_of(user)  # what an editor mends in review stays its author's
        copy.revision += 1
        copy.save()
        entry.desk_seq = change.desk()
        entry.save(update_fields=["desk_seq"])
    return copy


def _require_editor(change: Change) -> None:
    """Once submitted, a reporter's changes are in the editors' hands until they are returned."""
    if RANK[change.role] < RANK[Role.EDITOR]:
        raise WrongState("These changes are in review. An editor can return them to you.")


def discard_working_copy(*, user: Actor, entry_id: int) -> None:
    """Drop unpublished edits of a published entry."""
    with opening(user, entry_id, Role.REPORTER) as opened:
        copy = WorkingCopy.objects.filter(entry=opened.entry).first()
        if copy is None:
            return
        mine = copy.user_id == getattr(user_of(user), "pk", None)
        if not mine and RANK[opened.change.role] < RANK[Role.EDITOR]:
            raise NotAllowed("This copy is a colleague's; ask an editor.")
        copy.delete()
        opened.entry.desk_seq = opened.change.desk()
        opened.entry.save(update_fields=["desk_seq"])


def as_json(cleaned: dict[str, Any]) -> dict[str, Any]:
    """Cleaned fields as a working copy keeps them."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in cleaned.items()
    }
