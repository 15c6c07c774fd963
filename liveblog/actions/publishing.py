"""Becoming public: by hand, on approval, or when the time has come."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from liveblog.actions import idempotency
from liveblog.actions.actors import SYSTEM, Actor, authorise, user_of
from liveblog.actions.blogs import put_on_top
from liveblog.actions.change import Change, changing
from liveblog.actions.drafts import begin
from liveblog.actions.errors import ActionError, NotAllowed, Stale
from liveblog.actions.holding import hold_back
from liveblog.actions.opening import chains_of, opening
from liveblog.actions.readiness import require_content, require_open_blog, require_publishable
from liveblog.actions.verifying import require_grounds
from liveblog.models import Entry, Role, WireTask

log = logging.getLogger(__name__)


def publish(
    *,
    user: Actor,
    entry_id: int,
    revision: int,
    fields: Mapping[str, Any] | None = None,
    hold: bool = False,
) -> Entry:
    """Make an entry public under the blog's next number, with last edits if any.

    `hold` asks for the live blog's seconds in which it can be undone; what is held goes out now.
    """
    with opening(user, entry_id, Role.EDITOR, revision=revision, fields=fields) as opened:
        opened.change.require(opened.entry, *Entry.UNPUBLISHED)
        opened.take_fields()
        _go_out(opened.change, opened.entry, "publish", hold=hold)
    return opened.entry


def approve(*, user: Actor, entry_id: int, revision: int, hold: bool = False) -> Entry:
    """Publish what a reporter submitted; `hold` as for `publish`."""
    with opening(user, entry_id, Role.EDITOR, revision=revision) as opened:
        opened.change.require(opened.entry, Entry.State.IN_REVIEW)
        _go_out(opened.change, opened.entry, "approve", hold=hold)
    return opened.entry


def publish_new(
    *,
    user: Actor,
    blog_id: int,
    fields: Mapping[str, Any],
    idempotency_key: str = "",
    hold: bool = False,
) -> Entry:
    """Write and publish in one step; with a key, sending it twice publishes once."""
    with changing(user, blog_id, Role.EDITOR, chains=chains_of(fields)) as change:
        known = idempotency.first_result(change, idempotency_key, fields)
        if known:
            return known
        entry = begin(change, fields)
        _go_out(change, entry, "publish", hold=hold)
        idempotency.remember(change, idempotency_key, fields, entry)
    return entry


def _go_out(change: Change, entry: Entry, verb: str, *, hold: bool) -> None:
    """At once, or held; whatever is wrong with it is said now in both cases."""
    if hold and change.blog.hold_seconds and not entry.held_from:
        _require_ready(change, entry)
        hold_back(change, entry)
    else:
        make_public(change, entry, verb)


def _require_ready(change: Change, entry: Entry) -> None:
    require_open_blog(change.blog)
    require_content(entry)
    require_grounds(entry)
    require_publishable(entry, change.now)


def make_public(change: Change, entry: Entry, verb: str) -> None:
    """The one place where an entry gets its number. Checks everything under the locks."""
    _require_ready(change, entry)
    assign_number(change, entry)
    entry.published_at = change.now
    change.public(entry, verb)
    if entry.pin_when_published:
        put_on_top(change, entry)
    if entry.built_from_id is not None:
        _answer_lifted(change, entry)


def _answer_lifted(change: Change, entry: Entry) -> None:
    """That its embargo is over needs nobody's answer any more."""
    lifted = WireTask.objects.filter(entry=entry, kind=WireTask.Kind.LIFTED, closed_at__isnull=True)
    lifted.update(closed_at=change.now, closed_by=user_of(change.actor), answer="Published")


def assign_number(change: Change, entry: Entry) -> None:
    """Give the next number and settle what publication settles."""
    change.blog.last_number += 1
    entry.number = change.blog.last_number
    entry.display_at = entry.display_at or change.now
    entry.state = Entry.State.PUBLISHED
    entry.scheduled_for = None
    entry.alert = ""


def publish_due(*, now: datetime | None = None, limit: int = 100) -> list[Entry]:
    """Publish every entry whose time has come; what fails goes to review with an alert.

    Any number of workers may run this at once: the state is read again under the lock.
    """
    due = Entry.objects.filter(
        state=Entry.State.SCHEDULED, scheduled_for__lte=now or timezone.now()
    ).order_by("scheduled_for", "pk")
    return [entry for pk in due.values_list("pk", flat=True)[:limit] if (entry := _due(pk))]


def _due(entry_id: int) -> Entry | None:
    try:
        with opening(SYSTEM, entry_id, Role.EDITOR) as opened:
            change, entry = opened.change, opened.entry
            if entry.state != Entry.State.SCHEDULED or not _is_due(entry, change.now):
                return None
            if entry.scheduled_by is None:
                raise NotAllowed("Nobody is recorded as having scheduled it.")
            authorise(entry.scheduled_by, change.blog.team_id, Role.EDITOR)
            make_public(change, entry, "publish")
        return entry
    except Stale:
        return None  # its wire item was exchanged this moment: the next look takes it up
    except ActionError as error:
        return _to_review(entry_id, error.message)
    except (OperationalError, InterfaceError):
        raise  # the database's trouble, not the entry's: it stays scheduled
    except Exception:
        # One entry that cannot be published must not stand in the way of all the others.
        log.exception("entry %s could not be published when it was due", entry_id)
        return _to_review(entry_id, "an unexpected error, told in the log.")


def _is_due(entry: Entry, now: datetime) -> bool:
    return entry.scheduled_for is not None and entry.scheduled_for <= now


def _to_review(entry_id: int, why: str) -> Entry | None:
    """What could not be published on time waits for an editor, who is told why."""
    with opening(SYSTEM, entry_id, Role.EDITOR) as opened:
        change, entry = opened.change, opened.entry
        if entry.state != Entry.State.SCHEDULED:
            return None
        entry.state = Entry.State.IN_REVIEW
        entry.scheduled_for = None
        entry.alert = f"Not published when it was due: {why}"[:300]
        change.private(entry, "due_failed", why)
    return entry
