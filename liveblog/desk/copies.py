"""Working copies at the desk: unpublished changes to published updates, until readers see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string

from liveblog import actions
from liveblog.admin.access import name_of
from liveblog.admin.copy_verbs import COPY_VERBS, changes_of, may_use_copy
from liveblog.admin.lists import in_zone
from liveblog.admin.verbs import Verb
from liveblog.desk.compositions import contents
from liveblog.desk.gate import Desk
from liveblog.desk.lists import PROGRESS, SIZE, Filter
from liveblog.models import Entry, WorkingCopy

State = WorkingCopy.State
# What the filter of the lists calls the states of a copy.
AS_ENTRY = {
    State.OPEN: Entry.State.DRAFT,
    State.RETURNED: Entry.State.DRAFT,
    State.IN_REVIEW: Entry.State.IN_REVIEW,
}


def copies_of(desk: Desk, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """For each entry that was ever public what stands of its copy: an item, or one without `html`.

    A copy moves the desk cursor of its entry, so that every delta brings both.
    """
    public = [entry for entry in entries if entry.number is not None]
    if not public:
        return []
    found = {copy.entry_id: copy for copy in _rows(desk).filter(entry__in=public)}
    return [_item(desk, entry, found.get(entry.pk)) for entry in public]


def waiting(desk: Desk, chosen: Filter) -> list[dict[str, Any]]:
    """The copies of the live blog, the one touched last first, at most `SIZE`."""
    rows = _rows(desk).order_by("-entry__desk_seq")
    if chosen.state:
        rows = rows.filter(state__in=[own for own, as_ in AS_ENTRY.items() if as_ == chosen.state])
    if chosen.author:
        rows = rows.filter(user=chosen.author)
    about = replace(chosen, state="", author=0)  # these are the copy's own
    if about.is_on:
        rows = rows.filter(entry__in=about.on(Entry.objects.filter(blog=desk.blog)))
    return [_item(desk, copy.entry, copy) for copy in rows[:SIZE]]


def with_copies(desk: Desk, progress: list[dict[str, Any]], chosen: Filter) -> list[dict[str, Any]]:
    """What is in progress, copies among the drafts, last touched first."""
    found = [*progress, *waiting(desk, chosen)]
    return sorted(found, key=lambda item: str(item["sort"]), reverse=True)


def _rows(desk: Desk) -> Any:
    return WorkingCopy.objects.filter(entry__blog=desk.blog).select_related("entry", "user")


def copy_of(desk: Desk, entry: Entry) -> WorkingCopy:
    """The copy of an entry as it is to be worked on, or one that says what readers see."""
    copy: WorkingCopy | None = _rows(desk).filter(entry=entry).first()
    if copy is None:
        copy = WorkingCopy(
            entry=entry,
            fields=actions.fields_of(entry),
            based_on=entry.revision,
            revision=0,
            user=desk.user,
        )
    copy.entry.blog = desk.blog
    if copy.based_on != copy.entry.revision and not actions.disputed(copy):
        # What others changed since, and this copy did not, is theirs: it goes on from there.
        copy.fields = {**actions.fields_of(copy.entry), **actions.own_changes(copy)}
        copy.based_on = copy.entry.revision
    return copy


def may_write(desk: Desk, copy: WorkingCopy) -> bool:
    """Whether this person's composer may take it: reporters their own updates, until submitted."""
    if copy.entry.state != Entry.State.PUBLISHED:
        return False
    own = copy.entry.created_by_id == desk.user.pk and copy.state != State.IN_REVIEW
    return desk.is_editor or own


def may_propose(desk: Desk, entry: Entry) -> bool:
    """Whether changes can be begun: there is at most one copy of an update."""
    reaches = desk.is_editor or entry.created_by_id == desk.user.pk
    return reaches and entry.state == Entry.State.PUBLISHED and not hasattr(entry, "working_copy")


def _item(desk: Desk, entry: Entry, copy: WorkingCopy | None) -> dict[str, Any]:
    shown = copy is not None and entry.state != Entry.State.KILLED
    return {
        "id": f"copy-{entry.pk}",
        "list": PROGRESS if shown else "",
        "sort": f"{entry.desk_seq:019d}",
        "seq": entry.desk_seq,
        "state": AS_ENTRY[State(copy.state)] if copy else "",
        "authors": [copy.user_id] if copy else [],
        "key": entry.is_key_event,
        "html": _html(desk, entry, copy) if copy and shown else "",
    }


def _html(desk: Desk, entry: Entry, copy: WorkingCopy) -> str:
    entry.blog = copy.entry.blog = desk.blog
    context = {
        "copy": copy,
        "entry": entry,
        "list": PROGRESS,
        "state": AS_ENTRY[State(copy.state)],
        "sort": f"{entry.desk_seq:019d}",
        "who": name_of(copy.user),
        "when": in_zone(copy.updated_at, desk.blog),
        "standing": standing(copy),
        "disputed": actions.disputed(copy),
        "differences": changes_of(copy),
        "can_edit": may_write(desk, copy),
        "verbs": offered(desk, copy),
    }
    return render_to_string("admin/desk/_copy.html", context)


def standing(copy: WorkingCopy) -> str:
    """How a copy stands, as the end of “Changes to update 12, by Ben, …”."""
    if copy.entry.state != Entry.State.PUBLISHED:
        return f"while the update is {copy.entry.get_state_display().lower()}"
    return "not submitted yet" if copy.state == State.OPEN else copy.get_state_display().lower()


def offered(desk: Desk, copy: WorkingCopy) -> list[Verb]:
    """The buttons of a copy for this person."""
    return [
        verb
        for verb in COPY_VERBS
        if verb.applies(copy) and may_use_copy(verb, copy, edits=desk.is_editor, user=desk.user)
    ]


def copy_composition(desk: Desk, copy: WorkingCopy) -> dict[str, Any]:
    """A copy for the composer, which sends it to `path` together with `based_on`."""
    return {
        "entry": copy.entry_id,
        "revision": copy.revision,
        "based_on": copy.based_on,
        "path": f"entries/{copy.entry_id}/copy",
        "state": "copy",
        "name": f"a proposal for update {copy.entry.number}",
        "notice": _notice(copy),
        "buttons": _buttons(desk, copy),
        **contents(desk, copy.fields),
    }


def _notice(copy: WorkingCopy) -> str:
    said = []
    if copy.state == State.RETURNED:
        said.append(f"Returned: {copy.note or 'without a note'}")
    elif copy.state == State.IN_REVIEW:
        said.append(f"In review, by {name_of(copy.user)}. {copy.note}".strip())
    if actions.disputed(copy):
        said.append("The same was changed in the update since: publishing shows both texts first.")
    return " ".join(said)


def _buttons(desk: Desk, copy: WorkingCopy) -> list[dict[str, Any]]:
    buttons: list[dict[str, Any]] = [{"verb": "save", "label": "Keep the changes", "main": False}]
    if copy.state != State.IN_REVIEW:
        main = not desk.is_editor
        buttons.append({"verb": "submit", "label": "Submit for review", "main": main})
    if desk.is_editor:
        buttons.append({"verb": "edit", "label": "Publish the changes", "main": True})
        buttons.append({"verb": "correct", "label": "Correct…", "main": False})
    return buttons
