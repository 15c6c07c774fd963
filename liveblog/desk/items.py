"""An entry on the desk: what readers see of it, how it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from liveblog import actions, render
from liveblog.admin.access import name_of
from liveblog.admin.entry_verbs import VERBS, may_use
from liveblog.admin.history import deed, who
from liveblog.admin.lists import in_zone
from liveblog.admin.verbs import Verb, by_state
from liveblog.desk.copies import may_propose
from liveblog.desk.gate import Desk
from liveblog.desk.lists import PROGRESS, TIMELINE, last_saves
from liveblog.models import Entry, Revision, Role
from liveblog.previews import as_published
from liveblog.render.markup import direction

State = Entry.State

APPROVE = Verb(
    name="approve",
    label="Approve",
    needs=Role.EDITOR,
    applies=by_state(State.IN_REVIEW),
    done="Approved and published.",
    direct=True,
    run=lambda user, entry, form: actions.approve(
        user=user, entry_id=entry.pk, revision=form.seen_revision, hold=True
    ),
)
# What leads to a page of the admin is done there.
ITEM_VERBS = (APPROVE, *(verb for verb in VERBS if not verb.leads_on))
# Not on the desk: gone for good, or never there.
GONE = {State.DISCARDED}


def items(desk: Desk, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """`{id, list, sort, seq, revision, state, held, by, mine, deed, title, …, html}` for each.

    By `authors`, `sources` (ids) and `key` the desk judges whether its filter asks for it.

    One that no longer stands on the desk has an empty `list` and no `html`.
    """
    entries = list(entries)
    saves = last_saves(entries)
    return [item(desk, entry, saves.get(entry.pk)) for entry in entries]


def item(desk: Desk, entry: Entry, saved: Revision | None) -> dict[str, Any]:
    """One entry as the desk's scripts take it."""
    place = _place(entry)
    return {
        "id": entry.pk,
        "list": place,
        "sort": entry.sort_key if place == TIMELINE else f"{entry.desk_seq:019d}",
        "seq": entry.desk_seq,
        "revision": entry.revision,
        "state": entry.state,
        "held": held(entry) if desk.is_editor else 0,  # nobody else can do anything about it
        "by": who(saved) if saved else "Newsroom",
        "mine": bool(saved and saved.user_id == desk.user.pk),
        "deed": deed(saved) if saved else "Changed",
        "title": _title(entry),
        "authors": _author_ids(entry),
        "sources": _source_ids(entry),
        "key": entry.is_key_event,
        "html": render_to_string("admin/desk/_item.html", context(desk, entry, saved))
        if place
        else "",
    }


def held(entry: Entry) -> int:
    """When an entry goes out that can still be undone, in ms since 1970; 0 for any other."""
    due = entry.scheduled_for if entry.held_from else None
    return int(due.timestamp() * 1000) if due else 0


def _author_ids(entry: Entry) -> list[int]:
    """Whoever signs it, and whoever began it: as the filter asks for them."""
    signed = {row.user_id for row in entry.entry_authors.all() if row.user_id}
    return sorted(signed | ({entry.created_by_id} if entry.created_by_id else set()))


def _source_ids(entry: Entry) -> list[int]:
    rows = entry.attributions.all()
    return sorted({pk for row in rows for pk in (row.source_id, row.via_id) if pk})


def _place(entry: Entry) -> str:
    """Which list an entry stands in; "" for one that is put away."""
    if entry.number is not None:
        return TIMELINE
    return PROGRESS if entry.state in Entry.UNPUBLISHED else ""


def _title(entry: Entry) -> str:
    """What an entry is called in one line; nothing of what has been killed."""
    if entry.state == State.KILLED:
        return f"update {entry.number}" if entry.number else "an update"
    return str(entry)


def context(desk: Desk, entry: Entry, saved: Revision | None) -> dict[str, Any]:
    """What `_item.html` shows."""
    killed = entry.state == State.KILLED
    moment = entry.display_at or entry.scheduled_for
    return {
        "entry": entry,
        "blog": desk.blog,
        "place": _place(entry),
        "sort": entry.sort_key if entry.number is not None else f"{entry.desk_seq:019d}",
        "shown": None if killed else _as_read(entry),
        "direction": direction(desk.blog.language),
        "title": _title(entry),
        "time": in_zone(moment, desk.blog),
        "due": in_zone(entry.scheduled_for, desk.blog),
        "author": _author(entry),
        "saved": {"who": who(saved), "deed": deed(saved), "when": in_zone(saved.at, desk.blog)}
        if saved
        else None,
        "pinned": desk.blog.pinned_entry_id == entry.pk,
        "can_edit": may_edit(desk, entry),
        "taken_back": _was_taken_back(entry),
        "can_propose": may_propose(desk, entry),
        "can_move": desk.is_editor and entry.state == State.PUBLISHED,
        "verbs": offered(desk, entry),
    }


def _was_taken_back(entry: Entry) -> bool:
    """Whether there is something to see of where that has arrived."""
    gone = entry.state in (State.WITHDRAWN, State.KILLED)
    return entry.number is not None and (gone or bool(entry.corrections.all()))


def _as_read(entry: Entry) -> str:
    """What readers see, or would; only what has a number of its own has an anchor."""
    anchor = entry.number is not None
    return render.render_entry(as_published(entry, timezone.now()), anchor=anchor)


def _author(entry: Entry) -> str:
    names = [row.name for row in entry.entry_authors.all()]
    if names:
        return ", ".join(names)
    return name_of(entry.created_by)


def may_edit(desk: Desk, entry: Entry) -> bool:
    """Whether the composer may take it: whether the verb then does is the verb's to say."""
    if desk.is_editor:
        return entry.state in (*Entry.UNPUBLISHED, State.PUBLISHED, State.WITHDRAWN)
    return entry.state == State.DRAFT and entry.created_by_id == desk.user.pk


def offered(desk: Desk, entry: Entry) -> list[Verb]:
    """The buttons of one item for this person."""
    return [
        verb
        for verb in ITEM_VERBS
        if verb.applies(entry) and may_use(verb, entry, desk.role, desk.user)
    ]
