"""Days as readers see them: of the live blog an update stands in, by that live blog's zone."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from liveblog.models import LiveBlog

# A day more or less in any zone is still a date; no update is that old or that far ahead.
FIRST, LAST = date(1, 1, 3), date(9999, 12, 29)


def on_days(first: date | None, last: date | None) -> Q:
    """Entries whose display time falls on these days, both included; None leaves a side open.

    One query: which zones there are. Those where the days begin and end together share a clause.
    """
    zones = LiveBlog.objects.public().order_by().values_list("timezone", flat=True).distinct()
    spans: defaultdict[Q, list[str]] = defaultdict(list)
    for name in zones:
        spans[_span(first, last, ZoneInfo(name))].append(name)
    wanted = Q(pk__in=[])
    for span, names in spans.items():
        wanted |= Q(blog__timezone__in=names) & span
    return wanted


def _span(first: date | None, last: date | None, zone: ZoneInfo) -> Q:
    """From the midnight that begins the first day to the one that ends the last."""
    span = Q()
    if first:
        span &= Q(display_at__gte=_midnight(first, zone))
    if last:
        span &= Q(display_at__lt=_midnight(min(last, LAST) + timedelta(days=1), zone))
    return span


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(min(max(day, FIRST), LAST + timedelta(days=1)), time(), tzinfo=zone)
