"""The time zone a page names: "EST" is wall-clock time in New York."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from liveblog.apstyle import zone_label
from liveblog.imports.page_model import PageError

# Letters that mean one region in English-language news; ambiguous ones ("IST") are left out, so
# that a person decides. Summer and winter letters name the same wall clock.
_LETTERS = {
    "America/New_York": ("EST", "EDT", "ET", "Eastern", "Washington", "New York"),
    "America/Chicago": ("CST", "CDT", "CT", "Central"),
    "America/Denver": ("MST", "MDT", "MT", "Mountain"),
    "America/Los_Angeles": ("PST", "PDT", "PT", "Pacific"),
    "America/Anchorage": ("AKST", "AKDT"),
    "Pacific/Honolulu": ("HST",),
    "Europe/London": ("GMT", "BST", "London"),
    "UTC": ("UTC", "Z"),
    "Europe/Paris": ("CET", "CEST", "Paris"),
    "Europe/Kyiv": ("EET", "EEST", "Kyiv"),
    "Europe/Moscow": ("MSK", "Moscow"),
    "Africa/Lagos": ("WAT",),
    "Africa/Johannesburg": ("SAST",),
    "Africa/Nairobi": ("EAT",),
    "Asia/Hong_Kong": ("HKT",),
    "Asia/Singapore": ("SGT",),
    "Asia/Seoul": ("KST",),
    "Asia/Tokyo": ("JST",),
    "Australia/Sydney": ("AEST", "AEDT"),
    "Pacific/Auckland": ("NZST", "NZDT"),
}
_ZONES = {label.casefold(): zone for zone, labels in _LETTERS.items() for label in labels}
_OFFSET = re.compile(r"(?:UTC|GMT) ?(?P<sign>[+-])0?(?P<hours>\d{1,2})(?::00)?", re.IGNORECASE)
_TAIL = re.compile(r"(?: (?:standard|daylight|summer))?(?: time)?$", re.IGNORECASE)


def zone_named(label: str) -> str | None:
    """The IANA name for "EST", "Eastern", "Kyiv time", "UTC+3" or an IANA name itself."""
    if is_zone(label):
        return label
    offset = _OFFSET.fullmatch(label.replace("−", "-"))
    if offset and int(offset["hours"]) <= 14:
        # POSIX counts westward: Etc/GMT-3 is three hours ahead of Greenwich.
        name = f"Etc/GMT{'-' if offset['sign'] == '+' else '+'}{int(offset['hours'])}"
        return name if is_zone(name) else None
    return _ZONES.get(_TAIL.sub("", label).casefold())


def is_zone(name: str) -> bool:
    """Whether ``name`` is an IANA zone with a region, or UTC."""
    if "/" not in name and name != "UTC":
        return False  # "EST" is a zone file too, one without summer time
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not there, not a name, not a file
        return False
    return True


def choose_zone(label: str, asked_for: str | None) -> str:
    """The zone asked for, else the one the page names. Raises ``PageError`` naming --timezone."""
    if asked_for is not None:
        if not is_zone(asked_for):
            message = f"There is no time zone “{asked_for}”; give --timezone such as Europe/Kyiv."
            raise PageError(message)
        return asked_for
    if not label:
        raise PageError("The page does not say which time zone it is in; give it with --timezone.")
    if (zone := zone_named(label)) is None:
        message = f"The page's time zone “{label}” is not known; give it with --timezone."
        raise PageError(message)
    return zone


def labels_on(zone: str, day: date) -> set[str]:
    """The letters in force on that day: "EST", or both on the day the clocks change."""
    ends = (datetime.combine(day, at) for at in (time(0), time(23, 59)))
    return {zone_label(ZoneInfo(zone), end) for end in ends}
