"""The page itself."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse

from liveblog.admin.access import name_of
from liveblog.admin.entry_form import EntryForm
from liveblog.admin.entry_rows import Choices
from liveblog.admin.tags import in_use
from liveblog.desk import queue
from liveblog.desk.copies import with_copies
from liveblog.desk.deltas import around, due, head, key_events, now
from liveblog.desk.gate import Desk, page, pass_for
from liveblog.desk.items import items
from liveblog.desk.lists import Filter, in_progress, timeline
from liveblog.desk.people import People
from liveblog.inbox.chains import key_of_now
from liveblog.inbox.views.listing import pane
from liveblog.models import Attribution, Correction, Entry


@page
def console(desk: Desk) -> HttpResponseBase:
    """The whole desk: what stands below the composer is repeated by no later answer."""
    version = desk.blog.desk_version  # read before the entries, as in every delta
    shown, older = timeline(desk.blog, Filter())
    form = EntryForm(desk.blog, None)
    user = desk.user
    tasks = queue.mark(desk)
    progress = items(desk, in_progress(desk.blog, Filter()))
    people = People(desk)
    context = {
        **admin.site.each_context(desk.request),
        **head(desk),
        **queue.context(desk),
        **due(desk),
        **people.context(desk),
        **key_events(desk),
        "title": f"Desk: {desk.blog.headline}",
        "form": form,
        "media": form.media,
        "choices": Choices(desk.blog, None),
        "relations": Attribution.Relation.choices,
        "kinds": Correction.Kind.choices,
        "states": _states(),
        "progress": with_copies(desk, progress, Filter()),
        "timeline": items(desk, shown),
        "older": older,
        "is_editor": desk.is_editor,
        "tags": in_use(desk.blog),
        "wires": pane(),
        "setup": {
            "slug": desk.blog.slug,
            "blog": desk.blog.pk,
            "title": desk.blog.headline,
            "zone": str(desk.blog.zone),
            "version": version,
            "user": user.pk,
            "author": {"user": user.pk, "name": name_of(user)},
            "pass": pass_for(desk),
            "wires": key_of_now(),
            "around": {**around(desk), "html": "", "side": "", "keys": ""},
            "tasks": tasks,
            "now": now(),
            "held": [_bare(each) for each in progress if each["held"]],
            "people": people.region(desk) | {"html": ""},
        },
    }
    return TemplateResponse(desk.request, "admin/desk/desk.html", context)


def _states() -> list[tuple[str, str]]:
    put_away = {Entry.State.DISCARDED}
    return [(value, label) for value, label in Entry.State.choices if value not in put_away]


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    """An item without its markup, which stands on the page already."""
    return item | {"html": ""}
