"""The verbs before publication: none of them is ever visible to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from liveblog import sanitise
from liveblog.actions import idempotency
from liveblog.actions.actors import Actor, user_of
from liveblog.actions.change import Change, changing
from liveblog.actions.content import apply_scalars, replace_rows
from liveblog.actions.errors import Blocked, Invalid
from liveblog.actions.fields import clean_fields
from liveblog.actions.opening import Opened, chains_of, opening
from liveblog.actions.readiness import require_content, require_living, spoken, verdict_on
from liveblog.actions.verifying import require_grounds
from liveblog.actions.wire_settling import BINDING, bind
from liveblog.models import Entry, Role


def create_draft(
    *, user: Actor, blog_id: int, fields: Mapping[str, Any], idempotency_key: str = ""
) -> Entry:
    """Begin an entry. With a key, sending the same submission again returns the first result."""
    with changing(user, blog_id, Role.REPORTER, chains=chains_of(fields)) as change:
        known = idempotency.first_result(change, idempotency_key, fields)
        if known:
            return known
        entry = begin(change, fields)
        change.private(entry, "create")
        idempotency.remember(change, idempotency_key, fields, entry)
    return entry


def begin(change: Change, fields: Mapping[str, Any]) -> Entry:
    """A new, saved entry with its rows inside an open change; its first revision is not yet cut."""
    cleaned = clean_fields(fields, change.blog)
    require_living(cleaned.get("built_from"))
    entry = Entry(
        blog=change.blog,
        created_by=user_of(change.actor),
        received_at=change.now,
        revision=0,
    )
    apply_scalars(entry, cleaned)
    entry.save()
    replace_rows(entry, cleaned)
    change.remember(entry)
    if cleaned.keys() & BINDING:
        bind(change, entry)
    return entry


def save_draft(*, user: Actor, entry_id: int, revision: int, fields: Mapping[str, Any]) -> Entry:
    """Save what was typed into an entry that is not public yet."""
    with opening(user, entry_id, Role.REPORTER, revision=revision, fields=fields) as opened:
        change, entry = opened.change, opened.entry
        change.require(entry, *open_to(opened))
        opened.own_or_editor()
        opened.take_fields()
        if entry.scheduled_for:
            _require_after_embargo(entry, entry.scheduled_for)
        change.private(entry, "save")
    return entry


def open_to(opened: Opened) -> tuple[Entry.State, ...]:
    """Once submitted, a reporter's text is in the editors' hands until it is returned."""
    if opened.change.role == Role.REPORTER:
        return (Entry.State.DRAFT,)
    return Entry.UNPUBLISHED


def submit(*, user: Actor, entry_id: int, revision: int) -> Entry:
    """Hand a draft to the editors."""
    with opening(user, entry_id, Role.REPORTER, revision=revision) as opened:
        opened.change.require(opened.entry, Entry.State.DRAFT)
        opened.own_or_editor()
        require_content(opened.entry)
        opened.entry.state = Entry.State.IN_REVIEW
        opened.change.private(opened.entry, "submit")
    return opened.entry


def return_to_draft(*, user: Actor, entry_id: int, revision: int, note: str = "") -> Entry:
    """Give an entry back to its author, with a note that never becomes public."""
    said = sanitise.note(note)
    if len(said) > 300:
        raise Invalid({"note": [f"The note has {len(said)} characters; at most 300."]})
    with opening(user, entry_id, Role.EDITOR, revision=revision) as opened:
        change, entry = opened.change, opened.entry
        change.require(entry, Entry.State.IN_REVIEW, Entry.State.SCHEDULED)
        entry.state = Entry.State.DRAFT
        entry.scheduled_for = None
        entry.scheduled_by = None
        entry.alert = said
        change.private(entry, "return", said)
    return entry


def schedule(*, user: Actor, entry_id: int, revision: int, at: datetime) -> Entry:
    """Plan publication. Everything is checked again when the time comes."""
    with opening(user, entry_id, Role.EDITOR, revision=revision) as opened:
        change, entry = opened.change, opened.entry
        change.require(entry, *Entry.UNPUBLISHED)
        if timezone.is_naive(at):
            raise Invalid({"scheduled_for": ["The time to publish has no time zone."]})
        if at <= change.now:
            raise Invalid({"scheduled_for": ["The time to publish has already passed."]})
        _require_after_embargo(entry, at)
        require_content(entry)
        require_grounds(entry)
        if verdict_on(entry, at).state == "blocked":
            raise Blocked(verdict_on(entry, at).why)
        entry.state = Entry.State.SCHEDULED
        entry.scheduled_for = at
        entry.scheduled_by = user_of(user)
        entry.held_from = ""
        entry.alert = ""
        change.private(entry, "schedule")
    return entry


def _require_after_embargo(entry: Entry, at: datetime) -> None:
    verdict = verdict_on(entry, at)
    if verdict.state == "wait" and verdict.until:
        until = spoken(verdict.until, entry.blog)
        raise Invalid(
            {"scheduled_for": [f"It is embargoed until {until}; the schedule must be later."]}
        )


def discard(*, user: Actor, entry_id: int, revision: int) -> Entry:
    """Put away what was never public. The row and its revisions stay."""
    with opening(user, entry_id, Role.REPORTER, revision=revision) as opened:
        change, entry = opened.change, opened.entry
        change.require(entry, *open_to(opened))
        opened.own_or_editor()
        entry.state = Entry.State.DISCARDED
        entry.scheduled_for = None
        change.private(entry, "discard")
    return entry
