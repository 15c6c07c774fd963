"""Times as agencies write them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime

from liveblog.wire.parsed import Around, Embargo, Parsed

_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_DOTTED = re.compile(r"^(\d{4})\.(\d\d)\.(\d\d) (\d\d:\d\d(?::\d\d)?)$")
_SMALL = re.compile(r"(?<=\d)[tz](?=\d|$)")  # RFC 3339 allows small letters
_DAY_IN_ZONE = re.compile(r"^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)$")  # XML Schema's date
_LEAP = re.compile(r"(?<=:\d\d:)60(?!\d)")
_MIDNIGHT = re.compile(r"(?<=T)24(?=:?00(?::?00(?:[.,]0+)?)?(?:Z|[+-]|$))")  # ends its day
_EARLIEST = 1900
# Zones by the letters agencies write, where no two agencies mean different ones; the hours.
_ZONES = {
    "GMT": 0, "UTC": 0, "UT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2,
    "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "AEST": 10, "AEDT": 11, "EDT": -4,
    "EST": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
}  # fmt: skip
_NAMED = re.compile(r"(?<=\d) ?(?P<zone>[A-Z]{2,4})$")


def moment(text: str) -> datetime | None:
    """A time in any of the forms seen in agencies' files; naive where it names no zone.

    None for what is no time. A date alone is its first minute.
    """
    text = _SMALL.sub(lambda found: found.group(0).upper(), " ".join(text.split()))
    text = _LEAP.sub("59", _DAY_IN_ZONE.sub(r"\1T00:00:00\2", text))
    text, midnights = _MIDNIGHT.subn("00", text)
    text = _COMPACT.sub(r"\1-\2-\3", _DOTTED.sub(r"\1-\2-\3T\4", text))
    text = _NAMED.sub(lambda found: offset_of(found["zone"]) or found.group(0), text)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found + timedelta(days=midnights) if _stands(found) else None
    return None


def offset_of(zone: str) -> str:
    """ "An offset as of "CET" (" +0100"); nothing of letters that name no certain zone."""
    hours = _ZONES.get(zone.upper())
    return "" if hours is None else f" {hours:+03d}00"


def _stands(found: datetime) -> bool:
    """Whether a time can be reckoned with: year 1 in Tokyo is no year in London."""
    return _EARLIEST <= found.year < 9999


def in_zone(found: datetime, zone: tzinfo | None) -> datetime:
    """`found` with the feed's zone if it named none."""
    return found if found.tzinfo else found.replace(tzinfo=zone)


def time_of(item: Parsed, text: str, what: str, around: Around) -> datetime | None:
    """The time `text`, `what` in words for a warning. Without any zone it is read as UTC."""
    if not text.strip():
        return None
    found = moment(text)
    if found is None:
        item.warn(f"The {what} cannot be read: “{text.strip()[:60]}”.")
        return None
    if found.tzinfo is None:
        if around.zone is None:
            item.warn(f"The {what} names no zone, and the feed has none: it is read as UTC.")
        found = in_zone(found, around.zone or UTC)
    return found


def set_times(item: Parsed, stamps: Sequence[str], around: Around) -> None:
    """What an item tells of its version, its creation and its expiry; "" where it tells nothing."""
    version, created, expires = stamps
    item.version_at = time_of(item, version, "time of this version", around)
    item.created_at = time_of(item, created, "time of creation", around)
    item.expires_at = time_of(item, expires, "time of expiry", around)


def end_of_rights(item: Parsed, stamps: Iterable[str], around: Around) -> datetime | None:
    """The earliest of the times at which something that is allowed ends."""
    found = (time_of(item, stamp, "end of its rights", around) for stamp in stamps)
    return min(filter(None, found), default=None)


def embargo_of(item: Parsed, text: str | None, around: Around) -> Embargo:
    """An embargo as the item states it; None: it states none.

    Empty is until further notice. What cannot be read for certain stays closed.
    """
    if text is None:
        return Embargo()
    if not text.strip():
        item.warn("The embargo names no time: it stands until further notice.")
        return Embargo(closed=True)
    found = moment(text)
    if found is None:
        item.warn(f"The embargo cannot be read: “{text.strip()[:60]}”. The item stays closed.")
        return Embargo(closed=True)
    if found.tzinfo is None:
        if around.zone is None:
            item.warn("The embargo names no zone, and the feed has none. The item stays closed.")
            return Embargo(closed=True)
        item.warn("The embargo names no zone: it is read in the feed's.")
        both = (in_zone(found, around.zone).replace(fold=fold) for fold in (0, 1))
        found = max(both, key=datetime.timestamp)  # the hour that comes twice: not before its end
    return Embargo(closed=True, until=found)
