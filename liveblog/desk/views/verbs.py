"""The buttons of an item and of the coverage: GET asks and changes nothing, POST does it."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from liveblog import actions
from liveblog.admin.access import reaches
from liveblog.admin.blog_admin import COVERAGE
from liveblog.admin.entry_verbs import may_use
from liveblog.admin.held_verbs import going_out
from liveblog.admin.verbs import Verb
from liveblog.desk.alike import PUBLISHING, ask_first
from liveblog.desk.answers import invalid, not_done, refusal
from liveblog.desk.deltas import told
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.items import ITEM_VERBS
from liveblog.desk.lists import one
from liveblog.models import Entry, LiveBlog, WorkingCopy

NOT_YOURS = "Your role in this team does not reach that far."


@endpoint("GET", "POST")
def entry_verb(desk: Desk, entry_id: int, name: str) -> HttpResponseBase:
    """A verb on one entry."""
    entry = desk.entry(entry_id)
    verb = named(ITEM_VERBS, name)
    if not may_use(verb, entry, desk.role, desk.user):
        return refusal(403, "not_allowed", NOT_YOURS)
    if desk.request.method == "POST" and verb.name in PUBLISHING and verb.applies(entry):
        asked = ask_first(desk, entry.headline, entry.body, entry.pk)
        if asked:
            return asked
    return _ask_or_do(desk, verb, entry)


@endpoint("GET", "POST")
def blog_verb(desk: Desk, name: str) -> HttpResponseBase:
    """A verb on the coverage."""
    verb = named(COVERAGE, name)
    if not reaches(desk.role, verb.needs):
        return refusal(403, "not_allowed", NOT_YOURS)
    return _ask_or_do(desk, verb, desk.blog)


def named(verbs: tuple[Verb, ...], name: str) -> Verb:
    """The verb behind an address; any other is 404."""
    found = next((verb for verb in verbs if verb.name == name), None)
    if found is None:
        raise Http404("There is no such button.")
    return found


def _ask_or_do(desk: Desk, verb: Verb, row: Entry | LiveBlog) -> HttpResponseBase:
    if not verb.applies(row):
        state = str(row.get_state_display() if isinstance(row, Entry) else row.get_status_display())
        return refusal(409, "wrong_state", f"It is {state.lower()} now, so that cannot be done.")
    if desk.request.method == "GET":
        return answered(question(verb, row))
    form = verb.form(row, desk.request.POST)
    if not form.is_valid():
        return invalid(form)
    pinned = desk.blog.pinned_entry_id
    try:
        verb.run(desk.user, row, form)
    except actions.ActionError as error:
        return not_done(error)
    return _done(desk, verb, row, pinned)


def _done(desk: Desk, verb: Verb, row: Entry | LiveBlog, pinned: int | None) -> HttpResponseBase:
    """What the verb touched: its entry, and where a pin came from or went to."""
    desk.blog.refresh_from_db()
    touched = {row.pk} if isinstance(row, Entry) else set()
    if pinned != desk.blog.pinned_entry_id:
        touched |= {pk for pk in (pinned, desk.blog.pinned_entry_id) if pk}
    entries = [one(desk.blog, pk) for pk in sorted(touched)]
    held = [entry for entry in entries if entry.held_from]
    return answered({"message": going_out(held[0]) if held else verb.done, **told(desk, entries)})


def question(verb: Verb, row: Entry | LiveBlog | WorkingCopy) -> dict[str, Any]:
    """`{title, html}` of the dialog that asks before a verb."""
    killed = isinstance(row, Entry) and row.state == Entry.State.KILLED
    form = verb.form(row)
    form.auto_id = "question_%s"  # the composer on the same page has a display time and a note too
    context = {
        "verb": verb,
        "form": form,
        "about": "" if killed else str(row),
        "title": verb.label.rstrip("…"),
    }
    return {
        "title": context["title"],
        "danger": verb.danger,
        "html": render_to_string("admin/desk/_verb.html", context),
    }
