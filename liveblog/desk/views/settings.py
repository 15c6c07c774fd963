"""The live blog's settings at the side of its desk: GET shows them, POST saves what was typed."""

from __future__ import annotations

from dataclasses import replace

from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from liveblog import actions
from liveblog.admin.blog_form import WHILE_LIVE, WhileLiveForm, as_shown, field_of
from liveblog.admin.describe import Difference, differences, names_for
from liveblog.admin.history import latest
from liveblog.desk.answers import invalid, refusal, refused
from liveblog.desk.deltas import told
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.views.verbs import NOT_YOURS
from liveblog.render.markup import direction

SAVED = "The live blog's settings are saved."


@endpoint("GET", "POST")
def settings(desk: Desk) -> HttpResponseBase:
    """GET `{html, revision}`; POST `{message, revision, …}`, 409 `stale` with both texts.

    What stands already, as after an answer that was lost, is saved.
    """
    if not desk.is_editor:
        return refusal(403, "not_allowed", NOT_YOURS)
    if desk.request.method == "GET":
        return answered({"html": _fields(desk), "revision": desk.blog.revision})
    form = WhileLiveForm(desk.blog, desk.request.POST)
    if not form.is_valid():
        return invalid(form)
    try:
        actions.edit_blog(
            user=desk.user, blog_id=desk.blog.pk, revision=form.seen_revision, fields=form.typed()
        )
    except actions.ActionError as error:
        apart = _apart(desk, form, error)
        if apart or not isinstance(error, actions.Stale):
            return _refused(desk, form, error, apart)
    desk.blog.refresh_from_db()
    return answered({"message": SAVED, "revision": desk.blog.revision, **told(desk, [])})


def _fields(desk: Desk) -> str:
    """The fields as they stand, written and spelt in the language of the page."""
    form = WhileLiveForm(desk.blog)
    form.auto_id = "settings_%s"  # the composer on the same page has a headline too
    language = desk.blog.language
    for field in form.fields.values():
        if not field.widget.is_hidden:
            field.widget.attrs |= {"lang": language, "dir": direction(language)}
    return render_to_string("admin/desk/_settings.html", {"form": form})


def _apart(desk: Desk, form: WhileLiveForm, error: actions.ActionError) -> list[Difference]:
    """Where what was typed differs from what stands now, by the names and labels of the form."""
    if not isinstance(error, actions.Stale):
        return []
    typed = form.typed()
    names = names_for([error.current, typed], desk.blog.zone)
    return [
        replace(found, name=name, label=str(form[name].label))
        for found in differences(error.current, typed, names)
        for name in [field_of(found.name)]
    ]


def _refused(
    desk: Desk, form: WhileLiveForm, error: actions.ActionError, apart: list[Difference]
) -> HttpResponseBase:
    if isinstance(error, actions.Invalid):
        form.refuse(error)
        return invalid(form)
    if not isinstance(error, actions.Stale):
        return refused(error)
    who, when = latest(desk.blog, desk.blog)
    shown = as_shown(error.current)
    html = render_to_string(
        "admin/desk/_conflict.html",
        {"who": who, "when": when, "differences": apart, "below": True},
    )
    values = {name: shown[name] for name in WHILE_LIVE}
    current = {"revision": error.revision, "values": values, "rows": {}}
    return refused(error, html=html, who=who, current=current)
