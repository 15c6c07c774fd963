"""Any two revisions side by side, and an earlier one brought back through a verb."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from liveblog import actions
from liveblog.admin.access import role_for
from liveblog.admin.describe import Difference, differences, names_for
from liveblog.admin.forms import publish_as, text
from liveblog.admin.history import (
    CHIEFS,
    HistoryAdmin,
    deed,
    fields_in,
    is_closed,
    revisions_of,
    who,
)
from liveblog.admin.lists import in_zone
from liveblog.admin.verbs import ConfirmForm, Verb, by_state
from liveblog.models import Entry, LiveBlog, Revision, Role

BIGGEST = 2**63  # what no database has as a key


class CompareAdmin(HistoryAdmin):
    """Adds `<pk>/history/compare/?old=&new=`, which takes the keys of two revisions."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.compare_view))
        page = path("<int:pk>/history/compare/", view, name=f"{self._url_name}_compare")
        return [page, *super().get_urls()]

    def history_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        compare = reverse(f"admin:{self._url_name}_compare", args=[row.pk])
        blog = row.blog if isinstance(row, Entry) else row
        closed = is_closed(row, role_for(request, blog.team_id))
        return {"compare": compare, "choices": [] if closed else _choices(row)}

    def compare_view(self, request: HttpRequest, pk: int) -> TemplateResponse:
        row = self.find(request, pk)
        old, new = (chosen(row, request.GET.get(name, "")) for name in ("old", "new"))
        if old and new and self.closed(request, row):
            raise PermissionDenied(CHIEFS)
        context = {
            **self.admin_site.each_context(request),
            **self.history_context(request, row),
            "title": "Compare two revisions",
            "opts": self.opts,
            "original": row,
            "old": old,
            "new": new,
            "differences": between(row, old, new) if old and new else [],
            "back": self.change_url(row),
            "history": reverse(f"admin:{self._url_name}_history", args=[row.pk]),
        }
        status = 200 if old and new else 404
        return TemplateResponse(request, "admin/newsroom/compare.html", context, status=status)


class RestoreAdmin(CompareAdmin):
    """Adds `<pk>/history/<number>/restore/` to entries: an ordinary save of what was there."""

    def get_urls(self) -> list[URLPattern]:
        view = require_http_methods(["GET", "HEAD", "POST"])(self.restore_view)
        page = path(
            "<int:pk>/history/<int:number>/restore/",
            self.admin_site.admin_view(view),
            name=f"{self._url_name}_restore",
        )
        return [page, *super().get_urls()]

    def history_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        context = super().history_context(request, row)
        verb = restoring(Revision(entry=row, snapshot={}))
        return context | {"restorable": verb.applies(row) and self.may(request, verb, row)}

    def restore_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
        row = self.find(request, pk)
        kept = revisions_of(row).filter(erased_at=None)
        revision = kept.filter(number=number).first() if number < BIGGEST else None
        if revision is None:
            raise Http404("There is no such revision of this update.")
        return self.ask_or_do(request, row, restoring(revision))


class RestoreForm(ConfirmForm):
    """What would change; of a published update also whether readers are told."""

    def __init__(self, about: Entry, data: Any = None, *, then: Revision) -> None:
        super().__init__(about, data)
        self.then = then
        if about.state == Entry.State.PUBLISHED:
            self.fields["kind"] = publish_as()
            self.fields["note"] = text("Public note", "What was wrong. Only with a correction.")

    @property
    def differences(self) -> list[Difference]:
        """From what stands now to what would stand."""
        now, then = actions.fields_of(self.about), fields_to_restore(self.about, self.then)
        return differences(now, then, names_for([now, then], self.about.blog.zone))


def restoring(revision: Revision) -> Verb:
    """The verb that brings `revision` back. Its author may while it is a draft, else an editor."""
    return Verb(
        name="restore-revision",
        label=f"Restore revision {revision.number}…",
        needs=Role.REPORTER,
        applies=by_state(*Entry.UNPUBLISHED, Entry.State.PUBLISHED),
        form=partial(RestoreForm, then=revision),
        explanation="Saves what the update said then as a new revision; nothing is lost. "
        "If it is published, readers see the change at once.",
        done=f"Revision {revision.number} is restored.",
        run=partial(_restore, revision),
    )


def fields_to_restore(entry: Entry, revision: Revision) -> dict[str, Any]:
    """The fields of a revision. What is public keeps its display time if it had none then."""
    fields = dict(fields_in(revision))
    if entry.state == Entry.State.PUBLISHED and fields.get("display_at") is None:
        fields.pop("display_at", None)
    return fields


def _restore(revision: Revision, user: Any, entry: Entry, form: ConfirmForm) -> Entry:
    fields = fields_to_restore(entry, revision)
    current = actions.fields_of(entry)
    if form.seen_revision == entry.revision and all(
        current.get(name) == value for name, value in fields.items()
    ):
        raise actions.WrongState("The update says the same already.")
    known = {"user": user, "entry_id": entry.pk, "revision": form.seen_revision, "fields": fields}
    if entry.state != Entry.State.PUBLISHED:
        return actions.save_draft(**known)
    kind, note = form.cleaned_data.get("kind"), form.cleaned_data.get("note", "")
    if kind != "edit":
        return actions.correct(**known, kind=kind or "", note=note)
    if note:
        raise actions.Invalid({"note": ["Only a correction or clarification has a public note."]})
    return actions.edit(**known)


def _choices(row: Entry | LiveBlog) -> list[tuple[int, str]]:
    """`(key, words)` of the newest revisions that still have their text."""
    blog = row.blog if isinstance(row, Entry) else row
    return [
        (one.pk, f"{one.number}: {deed(one)}, {who(one)}, {in_zone(one.at, blog)}")
        for one in revisions_of(row).filter(erased_at=None)[:50]
    ]


def chosen(row: Entry | LiveBlog, key: str) -> Revision | None:
    """A revision of this very row; any other is as unknown as none."""
    if not (key.isascii() and key.isdecimal() and len(key) < 20 and int(key) < BIGGEST):
        return None
    return revisions_of(row).filter(erased_at=None, pk=int(key)).first()


def between(row: Entry | LiveBlog, old: Revision, new: Revision) -> list[Difference]:
    """From what one revision said to what another did."""
    before, after = fields_in(old), fields_in(new)
    zone = (row.blog if isinstance(row, Entry) else row).zone
    return differences(before, after, names_for([before, after], zone))
