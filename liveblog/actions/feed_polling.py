"""How a feed's delivery goes: who looks at it now, what came of the look, and when the next is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from liveblog import sanitise
from liveblog.actions.leases import LEASE
from liveblog.models import WireFeed

LONGEST_PAUSE = timedelta(minutes=5)  # an agency that is back is heard soon
LONGEST_ASKED = timedelta(days=1)  # that another site may make us wait


def looked_at() -> QuerySet[WireFeed]:
    """The queue: feeds that are asked, as far as they are not paused."""
    kinds = [WireFeed.Kind.ADDRESS, WireFeed.Kind.FOLDER]
    return WireFeed.objects.filter(is_active=True, kind__in=kinds)


def keep_feed(*, feed_id: int, lease: str) -> bool:
    """Hold on to a feed while what it brought is stored. False: it is somebody else's now."""
    return _settle(feed_id, lease, leased_until=timezone.now() + LEASE)


def feed_answered(
    *, feed_id: int, lease: str, etag: str = "", last_modified: str = "", more: bool = False
) -> bool:
    """A look went well, whether or not anything was new. `more`: go on at once."""
    now = timezone.now()
    interval = WireFeed.objects.values_list("interval", flat=True).filter(pk=feed_id).first() or 0
    return _settle(
        feed_id,
        lease,
        **_free(now if more else now + timedelta(seconds=interval)),
        etag=etag if len(etag) <= 500 else "",
        last_modified=last_modified if len(last_modified) <= 100 else "",
        tried_at=now,
        succeeded_at=now,
        attempts=0,
        error="",
    )


def feed_failed(*, feed_id: int, lease: str, error: str, retry_after: int | None = None) -> bool:
    """A look brought nothing usable. The next comes later each time, and is never given up."""
    now = timezone.now()
    rows = WireFeed.objects.filter(pk=feed_id, lease=lease).values_list("attempts", "interval")
    attempts, interval = rows.first() or (0, 0)
    asked = min(timedelta(seconds=retry_after or 0), LONGEST_ASKED)
    pause = max(pause_after(attempts + 1, timedelta(seconds=interval)), asked)
    return _settle(
        feed_id,
        lease,
        **_free(now + pause),
        tried_at=now,
        attempts=attempts + 1,
        error=sanitise.note(error)[:500],
    )


def pause_after(attempts: int, interval: timedelta) -> timedelta:
    """How long a feed rests after failing so often in a row; never less than it always does."""
    doubled = interval * (1 << min(attempts - 1, 12))
    return max(min(doubled, LONGEST_PAUSE), interval)


def release_feed(*, feed_id: int, lease: str) -> None:
    """Give a feed back unasked, because the worker ends."""
    _settle(feed_id, lease, lease="", leased_until=None)


def note_push(*, feed_id: int, error: str = "") -> None:
    """Something was sent to us: it is stored, or it could not be read."""
    now = timezone.now()
    told: dict[str, Any] = {"tried_at": now, "error": sanitise.note(error)[:500]}
    if not error:
        told |= {"succeeded_at": now, "attempts": 0}
    WireFeed.objects.filter(pk=feed_id).update(**told)


def _free(next_attempt_at: datetime) -> dict[str, Any]:
    return {"lease": "", "leased_until": None, "next_attempt_at": next_attempt_at}


def _settle(feed_id: int, held: str, **fields: Any) -> bool:
    """Write to a feed while the lease is held."""
    return bool(WireFeed.objects.filter(pk=feed_id, lease=held).exclude(lease="").update(**fields))
