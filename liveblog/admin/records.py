"""What is only looked at: revisions, and what the wires brought."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from liveblog.admin.access import user_of
from liveblog.admin.base import ReadOnlyAdmin
from liveblog.admin.history import DEEDS
from liveblog.admin.lists import BlogFilter, SinceFilter, SourceFilter, TeamFilter, in_zone
from liveblog.models import LiveBlog, Revision, WireChain, WireItem


class VerbFilter(admin.SimpleListFilter):
    """The deeds in words; Django's own filter would read the whole table for its choices."""

    title = "deed"
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return list(DEEDS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(verb=self.value()) if self.value() else queryset


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """Every save of every entry and live blog of one's teams."""

    list_display = ("when", "verb", "entry", "blog", "user", "note")
    list_display_links = ("when",)
    list_filter = (
        VerbFilter,
        TeamFilter.along("blog__team"),
        BlogFilter,
        SinceFilter.along("at"),
    )
    search_fields = ("note",)
    search_help_text = "Words of the note to colleagues"
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
        return Revision.objects.filter(blog__in=blogs).select_related("entry", "blog", "user")

    @admin.display(description="When")
    def when(self, revision: Revision) -> str:
        return in_zone(revision.at, revision.blog)


@admin.register(WireItem)
class WireItemAdmin(ReadOnlyAdmin):
    """What agencies sent. Copy with an advisory or a note to editors is never published."""

    list_display = ("headline", "source", "status", "is_advisory", "received_at")
    list_filter = (
        "is_advisory",
        "chain__pub_status",
        SourceFilter.along("chain__source"),
        SinceFilter.along("received_at"),
    )
    list_select_related = ("chain__source",)
    search_fields = ("headline", "body")
    search_help_text = "Words of the headline or the copy"
    ordering = ("-pk",)
    sortable_by: ClassVar[tuple[str, ...]] = ()
    fields = ("headline", "source", "status", "version", "received_at", "body", "for_editors")

    @admin.display(description="Source")
    def source(self, item: WireItem) -> str:
        return str(item.chain.source)

    @admin.display(description="Status")
    def status(self, item: WireItem) -> str:
        return item.chain.get_pub_status_display()

    @admin.display(description="For editors only, never published", empty_value="(nothing)")
    def for_editors(self, item: WireItem) -> str | None:
        return item.ed_note or None


@admin.register(WireChain)
class WireChainAdmin(ReadOnlyAdmin):
    """All versions of one story. A ban of the agency is on the chain: it holds for each of them."""

    list_display = ("guid", "source", "pub_status", "embargo_until")
    list_filter = ("pub_status", SourceFilter.along("source"))
    list_select_related = ("source",)
    search_fields = ("guid",)
    search_help_text = "The agency's identifier"
    ordering = ("-pk",)
    sortable_by: ClassVar[tuple[str, ...]] = ()
    fields = ("guid", "source", "pub_status", "embargo_until", "versions")

    @admin.display(description="Versions, newest first", empty_value="(none)")
    def versions(self, chain: WireChain) -> str | None:
        newest = chain.items.order_by("-pk")[:50]
        return "\n".join(f"{item.version}: {item.headline or '(no headline)'}" for item in newest)
