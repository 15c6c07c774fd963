"""What readers would see of what is typed: one answer for updates and for changes to them."""

from __future__ import annotations

from django.http.response import HttpResponseBase
from django.utils import timezone

from liveblog import actions, render
from liveblog.admin.entry_form import EntryForm
from liveblog.desk.answers import invalid, refused
from liveblog.desk.gate import Desk, answered
from liveblog.desk.preview import credit_line, preview
from liveblog.models import Entry

MAX_NOTE = 1000  # characters of a correction's note that are shown; saving refuses more


def as_typed(desk: Desk, entry: Entry | None, form: EntryForm) -> HttpResponseBase:
    """`{html, credit_line}` of `entry` as the form has it, with the note of a correction."""
    if not form.is_valid():
        return invalid(form)
    post = desk.request.POST
    note = (post.get("kind", ""), post.get("note", "")[:MAX_NOTE])
    try:
        shown = preview(desk.blog, entry, {**form.typed()}, timezone.now(), note)
    except actions.ActionError as error:
        return refused(error)
    line = credit_line(desk.blog, entry, shown)
    return answered({"html": render.render_entry(shown), "credit_line": line})
