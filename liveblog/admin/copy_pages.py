"""Working copies: unpublished edits of a published update, kept until they are taken over."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from liveblog import actions
from liveblog.admin.access import name_of, reaches, role_for, roles_of, user_of
from liveblog.admin.copy_edit_form import CopyEditForm
from liveblog.admin.copy_verbs import COPY_VERBS, changes_of, may_use_copy, require_current
from liveblog.admin.describe import differences, lines_of, names_for
from liveblog.admin.forms import Conflict
from liveblog.admin.lists import BlogFilter, SinceFilter, TeamFilter, in_zone
from liveblog.admin.verb_forms import VerbFormAdmin
from liveblog.admin.verbs import Verb
from liveblog.models import Entry, LiveBlog, Role, WorkingCopy


@admin.register(WorkingCopy)
class WorkingCopyAdmin(VerbFormAdmin):
    """Save keeps the copy; an editor publishes it as an edit or as a correction."""

    verbs = COPY_VERBS
    form_template = "admin/newsroom/working_copy.html"
    list_display = ("update", "by", "kept", "standing", "blog")
    list_display_links = ("update",)
    list_filter = (
        TeamFilter.along("entry__blog__team"),
        BlogFilter.along("entry__blog"),
        SinceFilter.along("updated_at"),
    )
    list_select_related = ("entry__blog", "user")
    search_fields = ("entry__headline", "entry__body_text")
    search_help_text = "Words of the published update"
    ordering = ("-pk",)
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        blogs = LiveBlog.objects.visible_to(user_of(request))
        rows = WorkingCopy.objects.filter(entry__blog__in=blogs)
        return rows.select_related("entry__blog", "user")

    @admin.display(description="Update")
    def update(self, copy: WorkingCopy) -> str:
        return str(copy.entry)

    @admin.display(description="By")
    def by(self, copy: WorkingCopy) -> str:
        return name_of(copy.user)

    @admin.display(description="Last kept")
    def kept(self, copy: WorkingCopy) -> str:
        return in_zone(copy.updated_at, copy.entry.blog)

    @admin.display(description="Standing")
    def standing(self, copy: WorkingCopy) -> str:
        if copy.entry.state != Entry.State.PUBLISHED:
            return f"the update is {copy.entry.get_state_display().lower()}"
        if copy.state != WorkingCopy.State.OPEN:
            return copy.get_state_display().lower()
        return "the update was changed since" if _is_behind(copy) else "on the newest text"

    @admin.display(description="Live blog")
    def blog(self, copy: WorkingCopy) -> str:
        return copy.entry.blog.headline

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(roles_of(request))

    def team_of(self, obj: WorkingCopy) -> int:
        return obj.entry.blog.team_id

    def may(self, request: HttpRequest, verb: Verb, obj: WorkingCopy) -> bool:
        return may_use_copy(verb, obj, edits=self._edits(request, obj), user=request.user)

    def _edits(self, request: HttpRequest, copy: WorkingCopy) -> bool:
        return reaches(role_for(request, self.team_of(copy)), Role.EDITOR)

    def change_url(self, obj: Any) -> str:
        """Of the copy while there is one, then of its update."""
        if WorkingCopy.objects.filter(pk=obj.pk).exists() and isinstance(obj, WorkingCopy):
            return super().change_url(obj)
        entry_id = obj.entry_id if isinstance(obj, WorkingCopy) else obj.pk
        return reverse("admin:liveblog_entry_change", args=[entry_id])

    def make_form(self, request: HttpRequest, obj: WorkingCopy) -> CopyEditForm:
        return CopyEditForm(obj, request.POST if request.method == "POST" else None)

    def buttons(self, request: HttpRequest, obj: WorkingCopy) -> list[dict[str, Any]]:
        if obj.entry.state != Entry.State.PUBLISHED:
            return []
        keep = {"verb": "save", "label": "Keep working copy"}
        if self._edits(request, obj):
            return [keep, {"verb": "edit", "label": "Publish the changes", "main": True}]
        own = obj.entry.created_by_id == request.user.pk
        return [keep] if own and obj.state != WorkingCopy.State.IN_REVIEW else []

    def run(self, request: HttpRequest, obj: WorkingCopy, form: CopyEditForm) -> Any:
        verb = request.POST.get("verb", "save")
        if verb == "save":
            return keep(user_of(request), obj, form)
        if verb in ("edit", "correct"):
            return publish(user_of(request), obj, form, verb)
        raise actions.WrongState("A working copy is kept, published, or discarded.")

    def conflict(self, obj: WorkingCopy, form: CopyEditForm, error: actions.Stale) -> Conflict:
        typed = form.typed()
        names = names_for([error.current, typed], form.blog.zone)
        who = name_of(obj.user) if form.stale_in == "revision" else "Somebody else"
        return Conflict(who, "", differences(error.current, typed, names))

    def announce(self, request: HttpRequest, before: Any, done: Any) -> None:
        if isinstance(done, WorkingCopy):
            messages.success(request, "Kept. Readers see nothing of it yet.")
        else:
            messages.success(request, f"Published: readers see the changes of {done}.")

    def page_context(self, request: HttpRequest, obj: WorkingCopy) -> dict[str, Any]:
        entry, zone = obj.entry, obj.entry.blog.zone
        return {
            "title": f"Working copy of update {entry.number}",
            "entry": entry,
            "blog": entry.blog,
            "who": name_of(obj.user),
            "when": in_zone(obj.updated_at, entry.blog),
            "behind": _is_behind(obj),
            "standing": "" if obj.state == WorkingCopy.State.OPEN else obj.get_state_display(),
            "note": obj.note,
            "edits": self._edits(request, obj),
            "changes": changes_of(obj),
            "shown": lines_of(obj.fields, names_for([obj.fields], zone)),
        }

    def about(self, obj: WorkingCopy) -> dict[str, str]:
        words = "\n".join(f"{change.label}: {change.after}" for change in changes_of(obj))
        text = words or "(it says the same as the update)"
        return {"name": str(obj), "text": text, "state": "", "blog": obj.entry.blog.headline}


def keep(user: Any, copy: WorkingCopy, form: CopyEditForm) -> WorkingCopy:
    """Store what was typed; a copy without a key is begun by it. Raises `ActionError`."""
    form.stale_in = "revision"
    if copy.pk:
        require_current(copy, form.seen_revision)
    return actions.save_working_copy(
        user=user,
        entry_id=copy.entry_id,
        fields=form.typed(),
        based_on=form.based_on,
        revision=form.seen_revision if copy.pk else None,
    )


def publish(user: Any, copy: WorkingCopy, form: CopyEditForm, verb: str) -> Entry:
    """The edit or correction, and the end of the copy, in one transaction or not at all."""
    form.stale_in = "revision"
    if copy.pk:
        require_current(copy, form.seen_revision)
    note = form.cleaned_data.get("note", "")
    known: dict[str, Any] = {
        "user": user,
        "entry_id": copy.entry_id,
        "revision": form.based_on,
        "fields": form.typed(),
    }
    if verb == "edit" and note:
        sentence = "Press “Publish as a correction” for this note, or take it out."
        raise actions.Invalid({"note": [sentence]})
    with transaction.atomic():
        form.stale_in = "based_on"
        if verb == "edit":
            entry = actions.edit(**known)
        else:
            kind = form.cleaned_data.get("kind") or "correction"
            entry = actions.correct(**known, note=note, kind=kind)
        # The entry is locked now: nobody can have saved the copy since this was asked.
        left = WorkingCopy.objects.filter(entry=copy.entry_id).first()
        if left is not None:
            form.stale_in = "revision"
            require_current(copy, form.seen_revision)
            actions.discard_working_copy(user=user, entry_id=copy.entry_id)
    return entry


def _is_behind(copy: WorkingCopy) -> bool:
    """Whether the update was saved after the copy was begun from it."""
    return copy.based_on != copy.entry.revision
