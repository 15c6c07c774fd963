"""The calendar of what is due in a person's teams: days ahead, as a list and as weeks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_date

from liveblog.admin.access import reaches, role_for, user_of
from liveblog.apstyle import day_label, short_date_label, time_label, zone_label
from liveblog.models import LiveBlog, Role
from liveblog.reports.due import SCHEDULED, Ahead, Due

WEEKS = 5
LIMIT = 200  # rows of each kind; more are not a calendar
DAY = timedelta(days=1)
MARGIN = timedelta(hours=14)  # the largest distance of a zone from UTC
FURTHEST = 366 * 50  # days from now that anybody could mean


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is due, in the words of the page."""

    due: Due
    edits: bool  # whether this person may move it
    now: datetime

    @property
    def time(self) -> str:
        return time_label(self.due.at, self.due.blog.zone)

    @property
    def stamp(self) -> str:
        """For machines, on the live blog's day; HTML takes no fraction beyond the third digit."""
        return self.due.at.astimezone(self.due.blog.zone).isoformat(timespec="seconds")

    @property
    def zone(self) -> str:
        return zone_label(self.due.blog.zone, self.due.at)

    @property
    def is_late(self) -> bool:
        return self.due.at < self.now

    @property
    def can_move(self) -> bool:
        entry = self.due.entry
        return self.edits and self.due.kind == SCHEDULED and bool(entry and not entry.held_from)


@dataclass(slots=True)
class Day:
    """A day of the calendar with what is due on it, in each live blog's own zone."""

    on: date
    today: date
    lines: list[Line] = field(default_factory=list)

    @property
    def name(self) -> str:
        near = {0: "Today, ", 1: "Tomorrow, "}.get((self.on - self.today).days, "")
        return near + day_label(self.on, timezone.get_default_timezone())

    @property
    def short(self) -> str:
        return short_date_label(self.on) if self.on.day == 1 else str(self.on.day)

    @property
    def is_today(self) -> bool:
        return self.on == self.today


def due_view(site: AdminSite, request: HttpRequest) -> TemplateResponse:
    """`?from=` is a day: five weeks from its Monday on. Ten queries at the most."""
    now = timezone.now()
    today = now.astimezone(_home(request)).date()
    first = _monday(_asked(request, today))
    late, days = _days(request, first, today, now)
    context = {
        **site.each_context(request),
        "title": "What is due",
        "late": late,
        "weeks": [days[at : at + 7] for at in range(0, len(days), 7)],
        "days": [day for day in days if day.lines],
        "before": first - DAY * 7 * WEEKS,
        "after": first + DAY * 7 * WEEKS,
        "is_now": first == _monday(today),
        "limit": LIMIT,
    }
    return TemplateResponse(request, "admin/newsroom/due.html", context)


def _home(request: HttpRequest) -> tzinfo:
    """Where it is “today”: where the newest live blog of the person's teams is."""
    newest = LiveBlog.objects.visible_to(user_of(request)).order_by("-pk").first()
    return newest.zone if newest else timezone.get_default_timezone()


def _asked(request: HttpRequest, today: date) -> date:
    """The day that `?from=` names; what is none, or centuries away, is today."""
    try:
        asked = parse_date(request.GET.get("from", "")[:10])
    except ValueError:
        asked = None
    return asked if asked and abs((asked - today).days) < FURTHEST else today


def _monday(day: date) -> date:
    return day - DAY * day.weekday()


def _days(
    request: HttpRequest, first: date, today: date, now: datetime
) -> tuple[list[Line], list[Day]]:
    """What was not kept in time, and every day from `first` on."""
    days = {first + DAY * n: Day(first + DAY * n, today) for n in range(7 * WEEKS)}
    begin = datetime.combine(first, time(), UTC)
    ahead = Ahead(
        LiveBlog.objects.visible_to(user_of(request)),
        begin - MARGIN,
        begin + DAY * 7 * WEEKS + MARGIN,
        LIMIT,
    )
    late = []
    for due in ahead.all():
        line = Line(due, reaches(role_for(request, due.blog.team_id), Role.EDITOR), now)
        if due.kind == SCHEDULED and line.is_late:
            late.append(line)
        elif due.day in days and not line.is_late:
            days[due.day].lines.append(line)
    return late, list(days.values())


def next_due(blog: LiveBlog, count: int, *, edits: bool) -> list[dict[str, Any]]:
    """`{line, day}` of what is due next in one live blog, in the 31 days ahead."""
    now = timezone.now()
    ahead = Ahead(LiveBlog.objects.filter(pk=blog.pk), now, now + DAY * 31, count)
    lines = [Line(due, edits, now) for due in ahead.all()[:count]]
    return [{"line": line, "day": _near(line.due.day, now, blog)} for line in lines]


def _near(day: date, now: datetime, blog: LiveBlog) -> str:
    today = now.astimezone(blog.zone).date()
    return {0: "today", 1: "tomorrow"}.get((day - today).days, short_date_label(day))
