"""Columns and filters of the lists."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from liveblog.admin.access import roles_of, user_of
from liveblog.apstyle import date_label, time_label, zone_label
from liveblog.models import LiveBlog, Source, Team, Topic

NEWEST = 30
OFFERED = 100  # choices of a filter; beyond that, search


class BlogFilter(admin.SimpleListFilter):
    """The newest live blogs this person may see: Django's own filter would name all of them."""

    title = "live blog"
    parameter_name = "blog"
    path = "blog"  # from the listed rows to their live blog

    @classmethod
    def along(cls, path: str) -> type[BlogFilter]:
        """The same filter for rows that reach their live blog by `path`."""
        return type("BlogFilter", (cls,), {"path": path})

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        blogs = LiveBlog.objects.visible_to(user_of(request))[:NEWEST]
        return [(str(blog.pk), blog.headline) for blog in blogs]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if not value:
            return queryset
        known = value.isascii() and value.isdecimal() and len(value) < 19
        return queryset.filter(**{self.path: value}) if known else queryset.none()


class RowFilter(admin.SimpleListFilter):
    """Rows that a column leads to, named as far as this person may see them."""

    path = ""

    @classmethod
    def along(cls, path: str) -> type[RowFilter]:
        return type(cls.__name__, (cls,), {"path": path})

    def rows(self, request: HttpRequest) -> QuerySet[Any]:
        raise NotImplementedError

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [(str(row.pk), str(row)) for row in self.rows(request)[:OFFERED]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if not value:
            return queryset
        known = value.isascii() and value.isdecimal() and len(value) < 19
        return self.narrowed(queryset, value) if known else queryset.none()

    def narrowed(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(**{self.path: value})


class TeamFilter(RowFilter):
    """The person's own teams; with one there is nothing to choose."""

    title = "team"
    parameter_name = "team"

    def rows(self, request: HttpRequest) -> QuerySet[Any]:
        return Team.objects.filter(pk__in=roles_of(request)).order_by("name")

    def has_output(self) -> bool:
        return len(self.lookup_choices) > 1


class TopicFilter(RowFilter):
    title = "topic"
    parameter_name = "topic"

    def rows(self, request: HttpRequest) -> QuerySet[Any]:
        return Topic.objects.order_by("name")


class SourceFilter(RowFilter):
    title = "source"
    parameter_name = "source"

    def rows(self, request: HttpRequest) -> QuerySet[Any]:
        return Source.objects.order_by("name")

    def narrowed(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """A row that names a source twice is one row."""
        rows = queryset.model._default_manager.filter(pk=OuterRef("pk"))
        return queryset.filter(Exists(rows.filter(**{self.path: value})))


class SinceFilter(admin.SimpleListFilter):
    """Rows not older than some days: what a desk looks for is recent."""

    title = "age"
    parameter_name = "days"
    path = ""

    @classmethod
    def along(cls, path: str) -> type[SinceFilter]:
        return type(cls.__name__, (cls,), {"path": path})

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [("1", "The last 24 hours"), ("7", "The last 7 days"), ("30", "The last 30 days")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if not value:
            return queryset
        if value not in ("1", "7", "30"):
            return queryset.none()
        since = timezone.now() - timedelta(days=int(value))
        return queryset.filter(**{f"{self.path}__gte": since})


def in_zone(moment: Any, blog: LiveBlog) -> str:
    """A moment for the desk: "9:34 p.m. EST, Jan. 5, 2023"; empty for none."""
    if moment is None:
        return ""
    zone = blog.zone
    day = date_label(moment.astimezone(zone).date())
    return f"{time_label(moment, zone)} {zone_label(zone, moment)}, {day}"
