"""May an item that has just been read be used? The one answer of `publishability`, asked early."""

from __future__ import annotations

from datetime import datetime

from liveblog.publishability import Copy, Verdict, publishability
from liveblog.wire.parsed import Parsed


def verdict(item: Parsed, now: datetime) -> Verdict:
    """Judge by what the item says of itself; its contract is not known yet."""
    if item.pub_status == "usable" and not (item.headline or item.body_html or item.media):
        return Verdict("blocked", "There is nothing in it that could be published.")
    copy = Copy(
        pub_status=item.pub_status,
        embargo_until=item.embargo.until,
        is_advisory=item.is_advisory,
        page_level="whole",
        rights_until=item.rights_until,
        embargo_unsure=item.embargo.closed and item.embargo.until is None,
    )
    return publishability(now=now, embargo_until=None, copy=copy)
