"""Columns and filters of the lists."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from liveblog.admin.access import user_of
from liveblog.apstyle import date_label, time_label, zone_label
from liveblog.models import LiveBlog

NEWEST = 30


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
        return queryset.filter(**{self.path: value}) if value.isdecimal() else queryset.none()


def in_zone(moment: Any, blog: LiveBlog) -> str:
    """A moment for the desk: "9:34 p.m. EST, Jan. 5, 2023"; empty for none."""
    if moment is None:
        return ""
    zone = blog.zone
    day = date_label(moment.astimezone(zone).date())
    return f"{time_label(moment, zone)} {zone_label(zone, moment)}, {day}"
