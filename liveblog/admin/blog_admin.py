"""Live blogs in the admin."""

from __future__ import annotations

from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from liveblog import actions
from liveblog.admin.access import is_anywhere, reaches, role_for, roles_of, user_of
from liveblog.admin.blog_form import BlogForm
from liveblog.admin.compare import CompareAdmin
from liveblog.admin.copy_form import COPY
from liveblog.admin.copy_verbs import NoteForm
from liveblog.admin.describe import differences, lines_of, names_for
from liveblog.admin.forms import Conflict
from liveblog.admin.history import latest
from liveblog.admin.lists import SinceFilter, TeamFilter, TopicFilter, in_zone
from liveblog.admin.preview_pages import PreviewPagesAdmin
from liveblog.admin.verb_forms import VerbFormAdmin
from liveblog.admin.verbs import Verb, by_state
from liveblog.models import Entry, LiveBlog, Role, Team

Status = LiveBlog.Status
NEWEST = 20  # entries listed on a live blog's page

COVERAGE: tuple[Verb, ...] = (
    Verb(
        name="open",
        label="Open coverage…",
        needs=Role.EDITOR,
        applies=by_state(Status.PLANNED),
        explanation="Readers find it at once: on the front page, under its topic, at its address. "
        "Updates can be published from then on.",
        done="The coverage is open: readers can follow it.",
        run=lambda user, blog, form: actions.open_coverage(user=user, blog_id=blog.pk),
    ),
    Verb(
        name="end",
        label="End coverage…",
        needs=Role.EDITOR,
        applies=by_state(Status.LIVE),
        explanation="Readers are told that the coverage has ended, and open pages stop "
        "following. It can be taken up again.",
        done="The coverage has ended.",
        run=lambda user, blog, form: actions.end_coverage(user=user, blog_id=blog.pk),
    ),
    Verb(
        name="reopen",
        label="Reopen coverage…",
        needs=Role.EDITOR,
        applies=by_state(Status.ENDED, Status.ARCHIVED),
        explanation="Readers see it live again, and updates can be published.",
        done="The coverage is live again.",
        run=lambda user, blog, form: actions.reopen_coverage(user=user, blog_id=blog.pk),
    ),
    Verb(
        name="archive",
        label="Archive…",
        needs=Role.EDITOR,
        applies=by_state(Status.ENDED),
        explanation="Readers still find it at its address, but it is no longer offered as recent.",
        done="Archived.",
        run=lambda user, blog, form: actions.archive_blog(user=user, blog_id=blog.pk),
    ),
    Verb(
        name="withdraw",
        label="Withdraw the live blog…",
        needs=Role.CHIEF,
        applies=by_state(*LiveBlog.PUBLIC),
        form=NoteForm,
        explanation="Readers and partners lose the page and every update of it at once; its "
        "addresses say that it was withdrawn. It can be restored.",
        done="Withdrawn: none of it is public.",
        danger=True,
        run=lambda user, blog, form: actions.withdraw_blog(
            user=user, blog_id=blog.pk, note=form.cleaned_data["note"]
        ),
    ),
    Verb(
        name="restore",
        label="Restore…",
        needs=Role.CHIEF,
        applies=by_state(Status.WITHDRAWN),
        explanation="Readers see it again as ended coverage, with every update it had.",
        done="Restored as ended coverage.",
        run=lambda user, blog, form: actions.restore_blog(user=user, blog_id=blog.pk),
    ),
)

VERBS = (COPY, *COVERAGE)


@admin.register(LiveBlog)
class LiveBlogAdmin(PreviewPagesAdmin, CompareAdmin, VerbFormAdmin):
    """The chrome of a live blog behind “Save”, its coverage behind buttons."""

    verbs = VERBS
    form_template = "admin/newsroom/blog.html"
    list_display = ("headline", "status", "starts", "entries_public", "team", "desk")
    list_filter = (
        "status",
        TeamFilter.along("team"),
        TopicFilter.along("topic"),
        SinceFilter.along("coverage_start"),
    )
    list_select_related = ("team",)
    search_fields = ("headline", "slug")
    search_help_text = "Words of the headline or the address"
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return LiveBlog.objects.visible_to(user_of(request))

    @admin.display(description="Coverage start")
    def starts(self, blog: LiveBlog) -> str:
        return in_zone(blog.coverage_start, blog)

    @admin.display(description="Updates")
    def entries_public(self, blog: LiveBlog) -> int:
        return blog.public_entries

    @admin.display(description="Desk")
    def desk(self, blog: LiveBlog) -> str:
        return format_html('<a href="{}">Desk</a>', reverse("desk:console", args=[blog.slug]))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(roles_of(request)) and is_anywhere(request, Role.EDITOR)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_anywhere(request, Role.EDITOR)

    def may_write(self, request: HttpRequest, obj: LiveBlog | None) -> bool:
        if obj is None:
            return self.has_add_permission(request)
        return reaches(role_for(request, obj.team_id), Role.EDITOR)

    def make_form(self, request: HttpRequest, obj: LiveBlog | None) -> BlogForm:
        edits = [pk for pk, role in roles_of(request).items() if reaches(role, Role.EDITOR)]
        teams = list(Team.objects.filter(pk__in=edits))
        return BlogForm(obj, teams, request.POST if request.method == "POST" else None)

    def run(self, request: HttpRequest, obj: LiveBlog | None, form: BlogForm) -> LiveBlog:
        if obj is None:
            team_id = form.team_id or form.cleaned_data["team"]
            return actions.create_blog(user=user_of(request), team_id=team_id, fields=form.typed())
        return actions.edit_blog(
            user=user_of(request),
            blog_id=obj.pk,
            revision=form.seen_revision,
            fields=form.typed(),
        )

    def is_done(self, obj: Any, form: Any, request: HttpRequest) -> bool:
        typed = form.typed()
        now = actions.blog_fields_of(obj)
        return not differences(now, typed, names_for([now, typed], obj.zone))

    def conflict(self, obj: LiveBlog, form: BlogForm, error: actions.Stale) -> Conflict:
        typed = form.typed()
        names = names_for([error.current, typed], obj.zone)
        return Conflict(*latest(obj, obj), differences=differences(error.current, typed, names))

    def page_context(self, request: HttpRequest, obj: LiveBlog | None) -> dict[str, Any]:
        context: dict[str, Any] = {"zones": sorted(available_timezones())}
        if obj is None:
            return context
        state = actions.blog_fields_of(obj)
        return context | {
            "shown": lines_of(state, names_for([state], obj.zone)),
            "latest": latest(obj, obj),
            "entries": _newest(request, obj),
        }

    def about(self, obj: LiveBlog) -> dict[str, str]:
        return {"name": obj.headline, "text": obj.standfirst, "state": obj.get_status_display()}


def _newest(request: HttpRequest, blog: LiveBlog) -> list[dict[str, Any]]:
    """`{entry, time}` of the newest entries, whatever their state."""
    entries = Entry.objects.visible_to(user_of(request)).filter(blog=blog).order_by("-pk")[:NEWEST]
    return [{"entry": entry, "time": in_zone(entry.display_at, blog)} for entry in entries]
