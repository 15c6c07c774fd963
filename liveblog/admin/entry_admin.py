"""Entries in the admin."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from liveblog import actions
from liveblog.admin import credit_notes, wire_tasks
from liveblog.admin.access import name_of, reaches, role_for, roles_of, user_of
from liveblog.admin.compare import RestoreAdmin
from liveblog.admin.describe import differences, lines_of, names_for
from liveblog.admin.entry_form import EntryForm
from liveblog.admin.entry_submit import is_done, submit_form
from liveblog.admin.entry_together import TOGETHER
from liveblog.admin.entry_verbs import VERBS, form_buttons, may_use
from liveblog.admin.forms import Conflict
from liveblog.admin.held_verbs import going_out
from liveblog.admin.history import CHIEFS, latest
from liveblog.admin.lists import BlogFilter, SinceFilter, SourceFilter, TeamFilter, in_zone
from liveblog.admin.tags import TagsField, in_use
from liveblog.admin.together import TogetherAdmin
from liveblog.admin.verb_forms import VerbFormAdmin
from liveblog.admin.verbs import Verb
from liveblog.models import Entry, LiveBlog, Role


@admin.register(Entry)
class EntryAdmin(TogetherAdmin, RestoreAdmin, VerbFormAdmin):
    """Every button is a verb of `liveblog.actions`; what a role may not use is not shown."""

    verbs = VERBS
    together = TOGETHER
    form_template = "admin/newsroom/entry.html"
    list_display = ("name", "state", "shown_at", "key_event", "blog")
    list_display_links = ("name",)
    list_filter = (
        "state",
        "is_key_event",
        TeamFilter.along("blog__team"),
        BlogFilter,
        SourceFilter.along("attributions__source"),
        SinceFilter.along("created_at"),
    )
    list_select_related = ("blog",)
    search_fields = ("body_text", "headline")
    search_help_text = "Words of the headline or the text"
    ordering = ("-pk",)
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Entry.objects.visible_to(user_of(request)).select_related("blog")

    @admin.display(description="Update")
    def name(self, entry: Entry) -> str:
        return str(entry)

    @admin.display(description="Display time")
    def shown_at(self, entry: Entry) -> str:
        return in_zone(entry.display_at, entry.blog)

    @admin.display(description="Key event", empty_value="")
    def key_event(self, entry: Entry) -> str | None:
        return "key event" if entry.is_key_event else None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(roles_of(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(roles_of(request))

    def team_of(self, obj: Entry) -> int:
        return obj.blog.team_id

    def may(self, request: HttpRequest, verb: Verb, obj: Entry) -> bool:
        return may_use(verb, obj, role_for(request, obj.blog.team_id), request.user)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        if object_id is None and not request.GET.get("blog"):
            return self._choose_blog(request)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _choose_blog(self, request: HttpRequest) -> TemplateResponse:
        """An entry's time zone, pictures and people are its live blog's: so that comes first."""
        blogs = LiveBlog.objects.visible_to(user_of(request)).exclude(
            status__in=[LiveBlog.Status.ARCHIVED, LiveBlog.Status.WITHDRAWN]
        )
        context = {
            **self.admin_site.each_context(request),
            "title": "Which live blog is it for?",
            "opts": self.opts,
            "blogs": blogs[:50],
        }
        return TemplateResponse(request, "admin/newsroom/choose_blog.html", context)

    def _chosen_blog(self, request: HttpRequest) -> LiveBlog:
        chosen = request.GET.get("blog", "")
        blogs = LiveBlog.objects.visible_to(user_of(request))
        blog = blogs.filter(pk=chosen).first() if chosen.isdecimal() else None
        if blog is None:
            raise Http404("There is no such live blog.")
        return blog

    def make_form(self, request: HttpRequest, obj: Entry | None) -> EntryForm:
        blog = obj.blog if obj else self._chosen_blog(request)
        form = EntryForm(blog, obj, request.POST if request.method == "POST" else None)
        cast("TagsField", form.fields["tags"]).offer(in_use(blog))
        return form

    def run(self, request: HttpRequest, obj: Entry | None, form: EntryForm) -> Entry:
        return submit_form(user_of(request), form, _pressed(request))

    def is_done(self, obj: Any, form: Any, request: HttpRequest) -> bool:
        return is_done(user_of(request), form, _pressed(request))

    def conflict(self, obj: Entry, form: EntryForm, error: actions.Stale) -> Conflict:
        typed = {**form.typed()}
        names = names_for([error.current, typed], form.blog.zone)
        return Conflict(
            *latest(obj, form.blog), differences=differences(error.current, typed, names)
        )

    def announce(self, request: HttpRequest, before: Entry | None, done: Entry) -> None:
        if _pressed(request) == "publish" and done.state in (
            Entry.State.DRAFT,
            Entry.State.IN_REVIEW,
        ):
            # The key of this form had made a draft already: the back button was used.
            messages.warning(request, "It is already here as a draft. Publish it from this page.")
            return
        if done.held_from:
            messages.success(request, going_out(done))
            return
        state = done.get_state_display().lower()
        number = f" as update {done.number}" if done.number else ""
        messages.success(request, f"Saved: {state}{number}.")

    def buttons(self, request: HttpRequest, obj: Entry | None) -> list[dict[str, str]]:
        blog = obj.blog if obj else self._chosen_blog(request)
        own = obj is None or obj.created_by_id == request.user.pk
        return form_buttons(blog, obj, role_for(request, blog.team_id), own=own)

    def page_context(self, request: HttpRequest, obj: Entry | None) -> dict[str, Any]:
        blog = obj.blog if obj else self._chosen_blog(request)
        can_schedule = reaches(role_for(request, blog.team_id), Role.EDITOR)
        context = {"blog": blog, "status": LiveBlog.Status, "can_schedule": can_schedule}
        if obj is None:
            arrived = actions.keys_of(user_of(request), blog)
            return context | {"title": "Write an update", "arrived": arrived}
        state, closed = actions.fields_of(obj), self.closed(request, obj)
        return context | {
            "title": f"Update {obj.number}" if obj.number else "Update",
            "shown": [] if closed else lines_of(state, names_for([state], blog.zone)),
            "closed": CHIEFS if closed else "",
            "latest": latest(obj, blog),
            "facts": _facts(obj, blog),
            "copy": _working_copy(request, obj, blog),
            "credit_notes": [] if closed else credit_notes.notes_on(obj),
            "wire_cards": wire_tasks.cards(wire_tasks.open_for(request.user).filter(entry=obj)),
        }

    def about(self, obj: Entry) -> dict[str, str]:
        return {
            "name": f"Update {obj.number}" if obj.number else "An update never published",
            "text": _words(obj),
            "state": obj.get_state_display(),
            "blog": obj.blog.headline,
        }


def _words(entry: Entry) -> str:
    """What a question about it shows; what is killed is no part of any."""
    if entry.state == Entry.State.KILLED:
        return CHIEFS
    return f"{entry.headline}\n{entry.body_text}".strip() or "(no text)"


def _pressed(request: HttpRequest) -> str:
    """The button. Without one it is the harmless save."""
    return request.POST.get("verb", "save")


def _facts(entry: Entry, blog: LiveBlog) -> list[tuple[str, str]]:
    """`(label, moment)` of what happened to it and what is planned."""
    moments = {
        "Published": entry.published_at,
        "Changed": entry.updated_at if entry.number else None,
        "Scheduled for": entry.scheduled_for,
        "Killed": entry.killed_at,
        "Begun": entry.created_at,
    }
    return [(label, in_zone(moment, blog)) for label, moment in moments.items() if moment]


def _working_copy(request: HttpRequest, entry: Entry, blog: LiveBlog) -> dict[str, Any] | None:
    """Unpublished edits: `{who, own, when, url, lines}`. The next save here ends one's own."""
    copy = getattr(entry, "working_copy", None)
    if copy is None:
        return None
    return {
        "who": name_of(copy.user),
        "own": copy.user_id == request.user.pk,
        "url": reverse("admin:liveblog_workingcopy_change", args=[copy.pk]),
        "when": in_zone(copy.updated_at, blog),
        "lines": lines_of(copy.fields, names_for([copy.fields], blog.zone)),
    }
