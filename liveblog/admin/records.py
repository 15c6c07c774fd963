"""What is only looked at: revisions, and what the wires brought."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from liveblog.admin.access import user_of
from liveblog.admin.base import ReadOnlyAdmin
from liveblog.admin.lists import BlogFilter, in_zone
from liveblog.models import LiveBlog, Revision, WireItem


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """Every save of every entry and live blog of one's teams."""

    list_display = ("when", "verb", "entry", "blog", "user", "note")
    list_display_links = ("when",)
    list_filter = ("verb", BlogFilter)
    list_select_related = ("entry", "blog", "user")
    ordering = ("-pk",)
    sortable_by: ClassVar[tuple[str, ...]] = ()
    fields = (
        "when",
        "blog",
        "entry",
        "number",
        "verb",
        "user",
        "note",
        "blog_version",
        "erased_at",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        blogs = LiveBlog.objects.visible_to(user_of(request))
        return Revision.objects.filter(blog__in=blogs).select_related("blog")

    @admin.display(description="When")
    def when(self, revision: Revision) -> str:
        return in_zone(revision.at, revision.blog)


@admin.register(WireItem)
class WireItemAdmin(ReadOnlyAdmin):
    """What agencies sent. Copy with an advisory or a note to editors is never published."""

    list_display = ("headline", "source", "status", "is_advisory", "received_at")
    list_filter = ("is_advisory", "chain__pub_status")
    list_select_related = ("chain__source",)
    search_fields = ("headline", "body")
    ordering = ("-pk",)
    sortable_by: ClassVar[tuple[str, ...]] = ()
    fields = ("headline", "source", "status", "version", "received_at", "body", "ed_note")

    @admin.display(description="Source")
    def source(self, item: WireItem) -> str:
        return str(item.chain.source)

    @admin.display(description="Status")
    def status(self, item: WireItem) -> str:
        return item.chain.get_pub_status_display()
