"""What does not come just now, although it should: an empty inbox is not always a quiet hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from liveblog.inbox.rows import spoken
from liveblog.models import WireFeed

ONCE_IN_A_WHILE = 2  # failures in a row that any agency has
OVERDUE = timedelta(minutes=1)
NOBODY_LOOKS = "Nobody looks at the feeds just now: nothing new comes. Tell this site's operator."


def ailing(zone: ZoneInfo) -> list[str]:
    """A sentence for every feed that fails, or one if nobody looks at them; times in `zone`."""
    now = timezone.now()
    asked = WireFeed.objects.filter(is_active=True).exclude(kind=WireFeed.Kind.PUSH)
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    if asked.filter(free, next_attempt_at__lt=now - OVERDUE).exists():
        return [NOBODY_LOOKS]
    failing = asked.filter(attempts__gt=ONCE_IN_A_WHILE).exclude(error="").order_by("name")
    return [_sentence(feed, zone, now) for feed in failing]


def _sentence(feed: WireFeed, zone: ZoneInfo, now: datetime) -> str:
    last = spoken(feed.succeeded_at, zone, now)
    worked = f"It last worked at {last}." if last else "It never worked."
    return f"Nothing new comes by {feed.name}: {feed.error.rstrip('.')}. {worked}"
