"""Where a kill, a withdrawal or a correction has arrived. Nothing is written."""

from __future__ import annotations

from django.http import Http404
from django.http.response import HttpResponseBase
from django.utils import timezone

from liveblog.desk import spread
from liveblog.desk.gate import Desk, answered, endpoint


@endpoint("GET")
def recent(desk: Desk) -> HttpResponseBase:
    """The lists of the last minutes; asked again after `next_ms`."""
    return answered(spread.recent(desk, timezone.now()))


@endpoint("GET")
def of_entry(desk: Desk, entry_id: int) -> HttpResponseBase:
    """The list of one update, for as long as it stays as it is."""
    found = spread.of_entry(desk, desk.entry(entry_id), timezone.now())
    if found is None:
        raise Http404("Nothing has been taken back or corrected here.")
    return answered(found)
