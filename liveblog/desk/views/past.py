"""An entry's history at the desk: who saved what, compared word by word, and taken up again."""

from __future__ import annotations

from django.http import Http404
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from liveblog import actions, security_log
from liveblog.actions.readiness import require_living
from liveblog.admin.compare import between, chosen, fields_to_restore
from liveblog.admin.history import CHIEFS, SHOWN, is_closed, revisions_of, steps, without_texts
from liveblog.desk.answers import refusal, refused
from liveblog.desk.compositions import composition_of, contents
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.items import may_edit
from liveblog.models import Entry, Revision

BIGGEST = 2**31  # what no revision has as its number
SAME = "The update says the same already."


@endpoint("GET")
def history(desk: Desk, entry_id: int) -> HttpResponseBase:
    """`{title, html}`: the revisions, newest first; with `?old=&new=` the two compared."""
    entry = desk.entry(entry_id)
    query = desk.request.GET
    closed = is_closed(entry, desk.role)
    if entry.state == Entry.State.KILLED and not closed:
        security_log.event("entry.read_killed", user=desk.user, entry=entry.pk)
    old, new = (chosen(entry, query.get(name, "")) for name in ("old", "new"))
    if ("old" in query or "new" in query) and not (old and new):
        return refusal(404, "not_found", "Choose two revisions that still have their text.")
    if closed and old and new:
        return refusal(403, "not_allowed", CHIEFS)
    context = _compared(entry, old, new) if old and new else _listed(desk, entry)
    html = render_to_string("admin/desk/_history.html", context)
    return answered({"title": f"History of {_name(entry)}", "html": html})


def _listed(desk: Desk, entry: Entry) -> dict[str, object]:
    found = steps(list(revisions_of(entry)[: SHOWN + 1]), desk.blog)
    closed = is_closed(entry, desk.role)
    return {
        "steps": without_texts(found) if closed else found,
        "closed": CHIEFS if closed else "",
        "more": revisions_of(entry).count() > SHOWN,
        "restorable": may_edit(desk, entry) and entry.state != Entry.State.WITHDRAWN,
    }


def _compared(entry: Entry, old: Revision, new: Revision) -> dict[str, object]:
    return {"old": old, "new": new, "differences": between(entry, old, new)}


def _name(entry: Entry) -> str:
    return f"update {entry.number}" if entry.number else "an update"


@endpoint("GET")
def earlier(desk: Desk, entry_id: int, number: int) -> HttpResponseBase:
    """The entry for the composer, and as `proposed` what revision `number` said: nothing is saved.

    An agency's copy comes back with the item it was built from, which binds to rights and to
    kills; own words take that from nothing.
    """
    entry = desk.entry(entry_id)
    if not may_edit(desk, entry):
        state = entry.get_state_display().lower()
        return refusal(409, "wrong_state", f"This update is {state}; you cannot edit it as it is.")
    kept = revisions_of(entry).filter(erased_at=None)
    revision = kept.filter(number=number).first() if number < BIGGEST else None
    if revision is None:
        raise Http404("There is no such revision of this update.")
    then, now = fields_to_restore(entry, revision), actions.fields_of(entry)
    if all(now.get(name) == value for name, value in then.items()):
        return refusal(409, "same", SAME)
    bound = then.get("built_from")
    try:
        require_living(bound)
    except actions.ActionError as error:
        return refused(error)
    composition = composition_of(desk, entry)
    before = contents(desk, {**now, **then})
    proposed = {
        "values": {**composition["values"], **before["values"]},
        "rows": {**composition["rows"], **before["rows"]},
    }
    if bound and bound != now["built_from"]:
        proposed["values"]["built_from"] = bound
    notice = f"Revision {number} is in the composer. Nothing is changed until you save it."
    return answered({**composition, "notice": notice, "proposed": proposed})
