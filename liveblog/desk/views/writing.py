"""The composer's buttons: each is one verb, or two in one transaction."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from liveblog import actions
from liveblog.admin.describe import differences, names_for
from liveblog.admin.entry_form import EntryForm
from liveblog.admin.entry_submit import is_done, submit_form, was_done
from liveblog.admin.held_verbs import going_out
from liveblog.admin.history import latest
from liveblog.desk import found
from liveblog.desk.alike import PUBLISHING, ask_first
from liveblog.desk.answers import invalid, refusal, refused
from liveblog.desk.compositions import composition_of, picture
from liveblog.desk.deltas import told
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.items import may_edit
from liveblog.desk.lists import one
from liveblog.desk.views.showing import as_typed
from liveblog.desk.views.tasks import see_to
from liveblog.images import Upload
from liveblog.models import Entry, IdempotencyRecord, Source

State = Entry.State
SENTENCES = {
    "publish": "Published as update {}.",
    "approve": "Published as update {}.",
    "submit": "Submitted for review.",
    "schedule": "Scheduled.",
    "correct": "The correction of update {} is published.",
    "restore": "Update {} is back.",
}

UPON_IT = "Saved already; it has been changed again since."


@endpoint("POST")
def save(desk: Desk, entry_id: int | None = None) -> HttpResponseBase:
    """Do what the button `verb` says with what was typed.

    200 `{message, entry, revision, entries, blog, composition}`; 409 `stale` with both texts, and
    `alike` if a colleague just published it; 422 with sentences by field.
    """
    entry = desk.entry(entry_id) if entry_id else None
    form = EntryForm(desk.blog, entry, desk.request.POST)
    if not form.is_valid():
        return invalid(form)
    verb = desk.request.POST.get("verb", "save")
    asked = _ask_first(desk, form) if verb in PUBLISHING else None
    return asked or _done(desk, form, verb)


def _done(desk: Desk, form: EntryForm, verb: str) -> HttpResponseBase:
    entry, pinned = form.entry, desk.blog.pinned_entry_id
    try:
        with transaction.atomic():
            done = submit_form(desk.user, form, verb)
            see_to(desk, done, desk.request.POST.get("task", ""), verb)
    except actions.Stale as error:
        assert entry is not None
        entry.refresh_from_db()
        if is_done(desk.user, form, verb):
            return _stored(desk, entry, "Saved already.")
        if was_done(desk.user, form, verb):
            return _stored(desk, entry, UPON_IT, follow=False)
        return _stale(desk, form, error)
    except actions.KeyReused as error:
        return _reused(desk, error)
    except actions.ActionError as error:
        return refused(error)
    return _stored(desk, done, _sentence(verb, done), pinned)


def _ask_first(desk: Desk, form: EntryForm) -> HttpResponseBase | None:
    if form.entry is None and _arrived(desk):
        return None  # it is published: asking now would call it refused
    typed = form.typed()
    entry_id = form.entry.pk if form.entry else None
    return ask_first(desk, typed.get("headline", ""), typed.get("body", ""), entry_id)


def _stored(
    desk: Desk, done: Entry, message: str, pinned: int | None = None, *, follow: bool = True
) -> HttpResponseBase:
    """What stands now; with it what was `pinned` until now and gave way.

    Without `follow` the composer does not go on from it: its text is not what stands there.
    """
    desk.blog.refresh_from_db()
    entry = one(desk.blog, done.pk)
    gave_way = pinned and pinned not in (entry.pk, desk.blog.pinned_entry_id)
    also = [one(desk.blog, pinned)] if pinned and gave_way else []
    return answered(
        {
            "message": message,
            "entry": entry.pk,
            "revision": entry.revision,
            "composition": composition_of(desk, entry)
            if follow and may_edit(desk, entry)
            else None,
            **told(desk, [entry, *also]),
        }
    )


def _sentence(verb: str, entry: Entry) -> str:
    if entry.held_from:
        return going_out(entry)
    if verb == "publish" and entry.state != State.PUBLISHED:
        return "It was here already as a draft. Press the button again to publish it."
    saved = "Update {} is changed." if entry.number else "Draft saved."
    return SENTENCES.get(verb, saved).format(entry.number)


def _stale(desk: Desk, form: EntryForm, error: actions.Stale) -> HttpResponseBase:
    """Both texts, and what stands now for whoever takes that instead."""
    assert form.entry is not None
    typed: dict[str, Any] = {**form.typed()}
    names = names_for([error.current, typed], desk.blog.zone)
    found = differences(error.current, typed, names)
    person, when = latest(form.entry, desk.blog)
    html = render_to_string(
        "admin/desk/_conflict.html", {"who": person, "when": when, "differences": found}
    )
    current = composition_of(desk, one(desk.blog, form.entry.pk))
    return refused(error, html=html, who=person, current=current)


def _arrived(desk: Desk) -> IdempotencyRecord | None:
    """What this composition made when it was sent before."""
    key = desk.request.POST.get("idempotency_key", "")
    return IdempotencyRecord.objects.filter(blog=desk.blog, key=key, user=desk.user).first()


def _reused(desk: Desk, error: actions.KeyReused) -> HttpResponseBase:
    """The first sending arrived after all, and the text was changed since: go on from there."""
    made = _arrived(desk)
    if made is None:
        return refused(error)
    entry = desk.entry(made.entry_id)
    name = f"update {entry.number}" if entry.number else "a draft"
    message = (
        f"What you sent first did arrive: it is {name}. What you typed since then is still here; "
        "press the button again to save it as a change."
    )
    current = composition_of(desk, entry)
    return refusal(422, error.code, message, errors={}, current=current)


@endpoint("POST")
def show(desk: Desk, entry_id: int | None = None) -> HttpResponseBase:
    """`{html, credit_line}`: what readers would see of it, with the note of a correction."""
    entry = one(desk.blog, desk.entry(entry_id).pk) if entry_id else None
    if entry is not None and not may_edit(desk, entry):
        state = entry.get_state_display().lower()
        return refusal(409, "wrong_state", f"This update is {state} now.")
    return as_typed(desk, entry, EntryForm(desk.blog, entry, desk.request.POST))


@endpoint("POST")
def sources(desk: Desk) -> HttpResponseBase:
    """`{found, named, notes}`: attributions that stand in `body`, agencies it names, and what
    might be looked at again, given its `credits` and what it is `built_from`.
    """
    return answered(_looked_at(desk))


def _looked_at(desk: Desk) -> dict[str, Any]:
    post = desk.request.POST
    body = post.get("body", "")
    said = found.notes(body, post.get("credits", ""), _built_from(desk))
    return found.proposals(body) | {"notes": said}


def _built_from(desk: Desk) -> int | None:
    """Whose copy is in the composer: what was taken over just now, or what is stored."""
    post = desk.request.POST
    taken, entry_id = found.number(post.get("built_from")), found.number(post.get("entry"))
    stored = Entry.objects.filter(blog=desk.blog, pk=entry_id or 0).values_list(
        "built_from", flat=True
    )
    return taken or stored.first()


@endpoint("POST")
def add_sources(desk: Desk) -> HttpResponseBase:
    """Add the well-known sources `slug` that the installation lacks; then the text anew.

    `added` are the rows of these slugs, also of those that a colleague added first.
    """
    slugs = [slug.replace("\0", "") for slug in desk.request.POST.getlist("slug")[:10]]
    try:
        found.add_known(desk.user, slugs)
    except actions.ActionError as error:
        return refused(error)
    rows = Source.objects.filter(slug__in=slugs)
    added = [{"source": row.pk, "name": row.name, "slug": row.slug} for row in rows]
    return answered(_looked_at(desk) | {"added": added})


@endpoint("POST")
def media(desk: Desk) -> HttpResponseBase:
    """Take a picture in, with its credit and alternative text: a row for the composer."""
    post = desk.request.POST
    try:
        asset = actions.add_media(
            user=desk.user,
            team_id=desk.blog.team_id,
            upload=cast("Upload | None", desk.request.FILES.get("file")),
            credit=post.get("credit", ""),
            alt=post.get("alt", ""),
            caption=post.get("caption", ""),
            key=post.get("key", ""),
        )
    except actions.ActionError as error:
        return refused(error)
    return answered(picture(asset), status=201)
