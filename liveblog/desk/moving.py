"""Where an update stands among the others is its display time: to move it is to re-time it."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import zip_longest

from django.db.models import Q

from liveblog.models import Entry

Place = tuple[datetime, int]  # display time and number: what the timeline is sorted by
SECOND = timedelta(seconds=1)
LOOKED_AT = 12  # neighbours: whoever wants to go further gives a time
EARLIER, LATER = "earlier", "later"


def moved(entry: Entry, direction: str) -> datetime | None:
    """The display time that puts it past its next neighbour, or None: it is the last there.

    Updates that share one time are passed together, since nothing fits between them.
    """
    places = _neighbours(entry, direction)
    assert entry.number is not None
    for near, far in zip_longest(places, places[1:]):
        lower, upper = (near, far) if direction == LATER else (far, near)
        found = between(lower, upper, entry.number)
        if found is not None:
            return found
    return None


def between(lower: Place | None, upper: Place | None, number: int) -> datetime | None:
    """A time at which update `number` stands between two places; a whole second if there is one.

    None if nothing fits. One of the two may be missing: then a second beyond the other.
    """
    if lower is None or upper is None:
        return lower[0] + SECOND if lower else upper[0] - SECOND if upper else None
    gap = upper[0] - lower[0]
    middle = lower[0] + gap / 2
    whole = middle.replace(microsecond=0)
    for moment in (whole, middle):
        if lower < (moment, number) < upper:
            return moment
    return None


def _neighbours(entry: Entry, direction: str) -> list[Place]:
    """The published updates next to it in one direction, the nearest first."""
    rows = Entry.objects.filter(blog=entry.blog_id, state=Entry.State.PUBLISHED)
    at, number = entry.display_at, entry.number
    if direction == LATER:
        rows = rows.filter(Q(display_at__gt=at) | Q(display_at=at, number__gt=number))
        rows = rows.order_by("display_at", "number")
    else:
        rows = rows.filter(Q(display_at__lt=at) | Q(display_at=at, number__lt=number))
        rows = rows.order_by("-display_at", "-number")
    found = rows.values_list("display_at", "number")[:LOOKED_AT]
    return [(moment, n) for moment, n in found if moment is not None and n is not None]
