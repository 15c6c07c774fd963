"""The composer and the buttons of a working copy: changes that readers do not see yet."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import timezone

from liveblog import actions, render
from liveblog.actions.fields import clean_fields
from liveblog.actions.published import as_json
from liveblog.admin.copy_edit_form import CopyEditForm
from liveblog.admin.copy_pages import keep, publish
from liveblog.admin.copy_verbs import APPROVE, COPY_VERBS, may_use_copy
from liveblog.admin.describe import differences, names_for
from liveblog.admin.history import latest
from liveblog.admin.verbs import Verb
from liveblog.desk.answers import invalid, refusal, refused
from liveblog.desk.compositions import contents
from liveblog.desk.copies import copy_composition, copy_of, may_write
from liveblog.desk.deltas import told
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.lists import one
from liveblog.desk.preview import preview
from liveblog.desk.views.showing import MAX_NOTE, as_typed
from liveblog.desk.views.verbs import NOT_YOURS, named, question
from liveblog.models import Correction, Entry, WorkingCopy
from liveblog.render.markup import direction

CANNOT = "These changes are not yours to edit as they stand."
SENTENCES = {
    "save": "Kept. Readers see nothing of it yet.",
    "submit": "Submitted for review. Readers see nothing of it yet.",
    "edit": "Update {} is changed.",
    "correct": "The correction of update {} is published.",
}


@endpoint("GET")
def composition(desk: Desk, entry_id: int) -> HttpResponseBase:
    """A working copy for the composer; without one what readers see, to be changed."""
    copy = copy_of(desk, desk.entry(entry_id))
    if not may_write(desk, copy):
        return refusal(409, "wrong_state", CANNOT)
    return answered(copy_composition(desk, copy))


@endpoint("POST")
def save(desk: Desk, entry_id: int) -> HttpResponseBase:
    """Keep, submit or publish what was typed, as the button `verb` says; answers as `save`."""
    copy = copy_of(desk, desk.entry(entry_id))
    form = CopyEditForm(copy, desk.request.POST)
    if not form.is_valid():
        return invalid(form)
    verb = desk.request.POST.get("verb", "save")
    if _is_done(desk, copy, form, verb):
        return _stored(desk, entry_id, verb)
    if not may_write(desk, copy):
        return refusal(409, "wrong_state", CANNOT)
    try:
        with transaction.atomic():
            _do(desk, copy, form, verb)
    except actions.Stale as error:
        return _stale(desk, form, error)
    except actions.ActionError as error:
        return refused(error)
    return _stored(desk, entry_id, verb)


def _is_done(desk: Desk, copy: WorkingCopy, form: CopyEditForm, verb: str) -> bool:
    """Whether the copy is already what was sent: the first answer was lost on its way."""
    reached = verb == "save" or (verb == "submit" and copy.state == WorkingCopy.State.IN_REVIEW)
    if not (reached and copy.pk and copy.user_id == desk.user.pk):
        return False
    try:
        typed = as_json(clean_fields(form.typed(), desk.blog))
    except actions.ActionError:
        return False
    return form.seen_revision < copy.revision and typed == copy.fields


def _do(desk: Desk, copy: WorkingCopy, form: CopyEditForm, verb: str) -> None:
    if verb in ("edit", "correct"):
        publish(desk.user, copy, form, verb)
        return
    if verb not in ("save", "submit"):
        raise actions.WrongState("Changes are kept, submitted, published, or discarded.")
    kept = keep(desk.user, copy, form)
    if verb == "submit":
        actions.submit_working_copy(
            user=desk.user,
            entry_id=copy.entry_id,
            revision=kept.revision,
            note=desk.request.POST.get("review_note", ""),
        )


def _stored(desk: Desk, entry_id: int, verb: str) -> HttpResponseBase:
    desk.blog.refresh_from_db()
    entry = one(desk.blog, entry_id)
    copy = copy_of(desk, entry)
    goes_on = verb == "save" and may_write(desk, copy)
    return answered(
        {
            "message": SENTENCES[verb].format(entry.number),
            "entry": entry.pk,
            "revision": copy.revision,
            "composition": copy_composition(desk, copy) if goes_on else None,
            **told(desk, [entry]),
        }
    )


def _stale(desk: Desk, form: CopyEditForm, error: actions.Stale) -> HttpResponseBase:
    """Both texts. What moved is the copy, or the update that it was begun from."""
    typed: dict[str, Any] = {**form.typed()}
    found = differences(error.current, typed, names_for([error.current, typed], desk.blog.zone))
    copy = copy_of(desk, one(desk.blog, form.copy.entry_id))
    current = copy_composition(desk, copy)
    who, when = latest(copy.entry, desk.blog)
    began = None
    if form.stale_in == "based_on":
        # What both began from: the changes of the copy are somebody's, not what stood before.
        began = contents(desk, actions.fields_before(_begun(form)))
        current |= {"based_on": error.revision, **contents(desk, error.current)}
    html = render_to_string(
        "admin/desk/_conflict.html", {"who": who, "when": when, "differences": found}
    )
    return refused(error, html=html, who=who, current=current, began=began)


def _begun(form: CopyEditForm) -> WorkingCopy:
    """The copy as it was sent: it may have been begun anew since."""
    return WorkingCopy(entry_id=form.copy.entry_id, based_on=form.based_on, fields={})


@endpoint("POST")
def show(desk: Desk, entry_id: int) -> HttpResponseBase:
    """`{html, credit_line}`: what readers would see of the changes, with a correction's note."""
    entry = one(desk.blog, desk.entry(entry_id).pk)
    copy = copy_of(desk, entry)
    if not may_write(desk, copy):
        return refusal(409, "wrong_state", CANNOT)
    return as_typed(desk, entry, CopyEditForm(copy, desk.request.POST))


@endpoint("GET")
def shown(desk: Desk, entry_id: int) -> HttpResponseBase:
    """`{html}`: what readers would see of changes as they are kept; `?kind=&note=` the note."""
    copy = copy_of(desk, one(desk.blog, desk.entry(entry_id).pk))
    query = desk.request.GET
    note = (query.get("kind", "").replace("edit", ""), query.get("note", "")[:MAX_NOTE])
    if copy.entry.state != Entry.State.PUBLISHED:
        return refusal(409, "wrong_state", CANNOT)
    try:
        return answered({"html": _rendered(copy, note)})
    except actions.ActionError as error:
        return refused(error)


def _rendered(copy: WorkingCopy, note: tuple[str, str] = ("", "")) -> str:
    entry = one(copy.entry.blog, copy.entry_id)
    note = note if note[0] in Correction.Kind.values else ("", "")
    own = actions.own_changes(copy)
    return render.render_entry(preview(entry.blog, entry, own, timezone.now(), note))


def _asked(desk: Desk, wanted: Verb, copy: WorkingCopy) -> dict[str, Any]:
    """The question of a verb; before an approval also what readers will see."""
    asked = question(wanted, copy)
    if wanted is APPROVE:
        context: dict[str, Any] = {
            "blog": desk.blog,
            "direction": direction(desk.blog.language),
            "path": f"entries/{copy.entry_id}/copy/shown",
        }
        try:
            context["shown"] = _rendered(copy)
        except actions.ActionError as error:
            context["why_not"] = error.message
        asked["html"] += render_to_string("admin/desk/_copy_shown.html", context)
    return asked


@endpoint("GET", "POST")
def verb(desk: Desk, entry_id: int, name: str) -> HttpResponseBase:
    """A button of a working copy: GET asks, POST does it."""
    copy = copy_of(desk, one(desk.blog, desk.entry(entry_id).pk))
    wanted = named(COPY_VERBS, name)
    if not may_use_copy(wanted, copy, edits=desk.is_editor, user=desk.user):
        return refusal(403, "not_allowed", NOT_YOURS)
    if copy.pk is None:
        raise Http404("The changes are gone: they were taken over or discarded.")
    if not wanted.applies(copy):
        how = copy.get_state_display().lower()
        return refusal(409, "wrong_state", f"It is {how} now, so that cannot be done.")
    if desk.request.method == "GET":
        return answered(_asked(desk, wanted, copy))
    form = wanted.form(copy, desk.request.POST)
    if not form.is_valid():
        return invalid(form)
    try:
        wanted.run(desk.user, copy, form)
    except actions.ActionError as error:
        return refused(error)
    desk.blog.refresh_from_db()
    return answered({"message": wanted.done, **told(desk, [one(desk.blog, entry_id)])})
