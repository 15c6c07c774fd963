"""What is done about the wires' tasks: seen, taken into the composer, restored, matched."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from liveblog import actions, sanitise
from liveblog.actions.wire_tasks import kills
from liveblog.admin.forms import VerbForm
from liveblog.admin.wire_tasks import MOST
from liveblog.desk.answers import invalid, refusal, refused
from liveblog.desk.compositions import composition_of, contents
from liveblog.desk.deltas import told
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.items import may_edit
from liveblog.desk.lists import one
from liveblog.desk.queue import rows, task_of
from liveblog.models import Entry, WireTask

Kind = WireTask.Kind
NOT_YOURS = "An editor deals with what the wires bring."
GONE = "A colleague has seen to it already."


@endpoint("POST")
def seen(desk: Desk) -> HttpResponseBase:
    """Acknowledge the tasks `ids`; what is no longer open has been seen to."""
    if not desk.is_editor:
        return refusal(403, "not_allowed", NOT_YOURS)
    asked = [_number(pk) for pk in desk.request.POST.get("ids", "").split(",")[:MOST]]
    found = rows(desk).filter(entry__blog=desk.blog, pk__in=asked)
    touched = set()
    try:
        for task in found.order_by("pk"):
            actions.acknowledge(user=desk.user, task_id=task.pk)
            touched.add(task.entry_id)
    except actions.ActionError as error:
        return refused(error)
    return done(desk, "Acknowledged." if touched else GONE, *touched)


@endpoint("GET")
def proposal(desk: Desk, task_id: int) -> HttpResponseBase:
    """The update for the composer, and under `proposed` what the new version makes of it.

    `note` is proposed where it would be published as a correction.
    """
    task = task_of(desk, task_id)
    if task.entry is None:
        raise Http404("There is no text in this.")
    entry = one(desk.blog, task.entry.pk)
    if not desk.is_editor or not may_edit(desk, entry):
        state = entry.get_state_display().lower()
        return refusal(409, "wrong_state", f"This update is {state}; you cannot edit it as it is.")
    try:
        fields = actions.take_update(user=desk.user, task_id=task.pk)
    except actions.ActionError as error:
        return refused(error)
    proposed = contents(desk, fields)
    proposed["values"] |= {"task": task.pk, "built_from": fields.get("built_from") or ""}
    if task.kind == Kind.CORRECTION and entry.state == Entry.State.PUBLISHED:
        proposed["values"]["note"] = note_for(task)
    return answered({**composition_of(desk, entry), "proposed": proposed})


def note_for(task: WireTask) -> str:
    """A note to begin with; the editor says what was wrong."""
    source = task.item.chain.source
    return f"{source.name} has corrected the report that this update is based on."


@endpoint("POST")
def restore(desk: Desk, task_id: int) -> HttpResponseBase:
    """Put back what was withdrawn for a hold that is over, as it was."""
    task = task_of(desk, task_id)
    if not desk.is_editor:
        return refusal(403, "not_allowed", NOT_YOURS)
    if task.entry is None or task.kind != Kind.RELEASE:
        raise Http404("There is nothing to restore in this.")
    try:
        with transaction.atomic():
            entry = task.entry
            actions.restore(user=desk.user, entry_id=entry.pk, revision=entry.revision)
            actions.acknowledge(user=desk.user, task_id=task.pk, note="Restored.")
    except actions.ActionError as error:
        return refused(error)
    return done(desk, "Back under its own number.", task.entry.pk)


class MatchForm(VerbForm):
    """Which items are meant, or that it is none of ours."""

    chain_ids = forms.TypedMultipleChoiceField(
        label="It means",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    none_of_ours = forms.BooleanField(label="None of ours", required=False)

    def __init__(self, task: WireTask, data: Any = None) -> None:
        super().__init__(data)
        self.auto_id = "question_%s"
        field = self.fields["chain_ids"]
        assert isinstance(field, forms.ChoiceField)
        found = actions.candidates_for(task.pk)
        field.choices = [(candidate.chain.pk, _title(candidate)) for candidate in found]
        del self.fields["revision"]


def _title(candidate: actions.Candidate) -> str:
    """What it is called, and what it shares with the message: its slug, its number."""
    chain, item = candidate.chain, candidate.chain.newest
    assert item is not None
    name = " · ".join(filter(None, (item.slugline, item.headline))) or chain.guid
    return f"{name} – {candidate.why} ({chain.guid})"


@endpoint("GET", "POST")
def match(desk: Desk, task_id: int) -> HttpResponseBase:
    """Ask which items an advisory means, and do to them what it says."""
    task = task_of(desk, task_id)
    if task.kind != Kind.MATCH:
        raise Http404("This names its item already.")
    if not desk.is_editor:
        return refusal(403, "not_allowed", NOT_YOURS)
    if desk.request.method == "GET":
        return answered(_question(task))
    form = MatchForm(task, desk.request.POST)
    if not form.is_valid():
        return invalid(form)
    try:
        actions.match_kill(
            user=desk.user,
            task_id=task.pk,
            chain_ids=form.cleaned_data["chain_ids"],
            none_of_ours=form.cleaned_data["none_of_ours"],
        )
    except actions.ActionError as error:
        return refused(error)
    return done(desk, "None of ours." if form.cleaned_data["none_of_ours"] else "Taken back.")


def _question(task: WireTask) -> dict[str, Any]:
    item = task.item
    said = "\n".join(filter(None, (item.headline, sanitise.body_text(item.body), item.ed_note)))
    context = {"form": MatchForm(task), "about": said, "kills": kills(item)}
    html = render_to_string("admin/desk/_match.html", context)
    return {
        "title": "Which item is meant?",
        "does": "Answer",
        "danger": context["kills"],
        "html": html,
    }


def done(desk: Desk, message: str, *entry_ids: Any) -> HttpResponseBase:
    """What a verb on a task answers."""
    desk.blog.refresh_from_db()
    entries = [one(desk.blog, pk) for pk in sorted(pk for pk in entry_ids if pk)]
    return answered({"message": message, **told(desk, entries)})


def see_to(desk: Desk, entry: Entry, task_id: str, verb: str) -> None:
    """Close the task whose text was just stored; one that is closed already stays as it is."""
    pk = _number(task_id)
    if pk and rows(desk).filter(pk=pk, entry=entry).exists():
        note = {"correct": "Corrected.", "restore": "Restored."}.get(verb, "Taken over.")
        actions.acknowledge(user=desk.user, task_id=pk, note=note)


def _number(text: str) -> int:
    """The id of a task, or 0, which is none's."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
