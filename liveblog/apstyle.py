"""Times and dates as The Associated Press writes them, and back again.

Pure: every function gets the moment and the zone; none asks the clock. Rules (AP Stylebook,
"times", "dates", "months", "time zones"): figures except *noon* and *midnight*; ``4 p.m.``, never
``4:00``; months longer than five letters are abbreviated when a day follows; a zone's letters stand
right after a clock time.

**Midnight.** 00:00 is "midnight" and stands under the day that begins (ISO 8601), not under the day
that ends. AP's own habit is the other one; here one rule holds for labels, day headings and
imported pages.

A ``datetime`` without a zone is read as wall-clock time in the zone that is passed.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
AP_MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June",
    "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s?([ap])\.?\s?m\.?", re.IGNORECASE)
_WORDS = {"noon": time(12), "12 noon": time(12), "midnight": time(0), "12 midnight": time(0)}


class NonexistentTime(ValueError):
    """A wall-clock time that the zone skips when its clocks go forward.

    ``instant_after`` is the aware UTC instant read with the offset that held before the gap
    (RFC 5545, 3.3.5): 2:30 a.m. in New York's spring gap is the instant shown as 3:30 a.m.
    Order and minutes are kept.
    """

    def __init__(self, message: str, instant_after: datetime) -> None:
        super().__init__(message)
        self.instant_after = instant_after


def time_label(dt: datetime, zone: ZoneInfo, *, with_zone: bool = False) -> str:
    """The clock time in ``zone``: "9:34 p.m.", "4 p.m.", "noon", "midnight"; seconds are cut off.

    ``with_zone`` adds the letters ("1:30 a.m. EDT"); use it where ``is_ambiguous`` is true.
    """
    local = _local(dt, zone)
    label = _clock_label(local.hour, local.minute)
    return f"{label} {zone_label(zone, local)}" if with_zone else label


def _clock_label(hour: int, minute: int) -> str:
    if minute == 0 and hour in {0, 12}:
        return "noon" if hour else "midnight"
    half = "p.m." if hour >= 12 else "a.m."
    minutes = f":{minute:02}" if minute else ""
    return f"{(hour + 11) % 12 + 1}{minutes} {half}"


def zone_label(zone: ZoneInfo, on: date | datetime) -> str:
    """The letters of ``zone`` at that moment ("EST", "EDT", "BST"), or "UTC+3" where it has none.

    For a plain date the moment is its noon, after any change of the clocks that night.
    """
    moment = _local(on, zone) if isinstance(on, datetime) else _at(on, time(12), zone)
    name = moment.tzname() or ""
    return name if name.isalpha() else _offset_label(moment)


def _offset_label(moment: datetime) -> str:
    minutes = round((moment.utcoffset() or timedelta()) / timedelta(minutes=1))
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")


def all_times_line(zone: ZoneInfo, on: date | datetime) -> str:
    """The sentence a page carries: "All times EST".

    On a date on which the clocks change both names are said, in order: "All times EDT and EST".
    """
    if isinstance(on, datetime):
        return f"All times {zone_label(zone, on)}"
    ends = (_at(on, time(0), zone), _at(on, time(23, 59), zone))
    labels = dict.fromkeys(zone_label(zone, end) for end in ends)
    return f"All times {' and '.join(labels)}"


def day_label(dt: date | datetime, zone: ZoneInfo) -> str:
    """The heading of a day: "Thursday, Jan. 5, 2023". A plain date is taken as it is."""
    day = _local(dt, zone).date() if isinstance(dt, datetime) else dt
    return f"{WEEKDAYS[day.weekday()]}, {date_label(day)}"


def date_label(day: date) -> str:
    """ "Jan. 5, 2023"; March to July are never abbreviated. A ``datetime`` is not converted."""
    return f"{short_date_label(day)}, {day.year}"


def short_date_label(day: date) -> str:
    """ "Jan. 5", as it stands in a headline."""
    return f"{AP_MONTHS[day.month - 1]} {day.day}"


def with_date_moved(text: str, day: date, to: date) -> str:
    """`text` with every mention of `day` in AP style ("Jan. 5", "Thursday, Jan. 5, 2023",
    "January 5") naming `to` instead; anything else stays as it is."""
    months = sorted({AP_MONTHS[day.month - 1], MONTHS[day.month - 1]}, key=len, reverse=True)
    mention = re.compile(
        rf"(?P<weekday>{WEEKDAYS[day.weekday()]}(?P<comma>,? ))?"
        rf"\b(?P<month>{'|'.join(map(re.escape, months))}) {day.day}(?!\d|st|nd|rd|th)"
        rf"(?:(?P<year>, {day.year}\b)|(?!, \d{{4}}\b))"
    )

    def moved(found: re.Match[str]) -> str:
        names = AP_MONTHS if found["month"] == AP_MONTHS[day.month - 1] else MONTHS
        weekday = f"{WEEKDAYS[to.weekday()]}{found['comma']}" if found["weekday"] else ""
        year = f", {to.year}" if found["year"] else ""
        return f"{weekday}{names[to.month - 1]} {to.day}{year}"

    return mention.sub(moved, text)


def parse_time_label(text: str) -> time | None:
    """The time of a label such as "9:34 p.m.", "4 PM", "noon", "12 a.m."; ``None`` otherwise.

    The whole text must be the label; there is no reading of 24-hour times, which AP does not use.
    """
    label = " ".join(text.split()).lower()
    if label in _WORDS:
        return _WORDS[label]
    found = _CLOCK.fullmatch(label)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if not (1 <= hour <= 12 and minute <= 59):
        return None
    return time(hour % 12 + (12 if found[3] == "p" else 0), minute)


def is_ambiguous(dt: datetime, zone: ZoneInfo) -> bool:
    """Whether the wall clock in ``zone`` shows this time twice, as it does when clocks go back."""
    local = _local(dt, zone)
    return _offset(local, 0) > _offset(local, 1)


def local_to_utc(on: date, at: time, zone: ZoneInfo, fold: int = 0) -> datetime:
    """The aware UTC instant of a wall-clock time; ``fold=1`` is the second of two equal times.

    Raises ``NonexistentTime`` for a time that the zone skips.
    """
    instant, moved = resolve_local(on, at, zone, fold)
    if moved:
        label = _clock_label(at.hour, at.minute)
        message = f"There is no {label} on {date_label(on)} in {zone.key}: the clocks go forward."
        raise NonexistentTime(message, instant)
    return instant


def resolve_local(on: date, at: time, zone: ZoneInfo, fold: int = 0) -> tuple[datetime, bool]:
    """As ``local_to_utc``, but a skipped time gives the ``instant_after`` and ``True``."""
    local = datetime.combine(on, at.replace(tzinfo=None), zone)
    if _offset(local, 0) < _offset(local, 1):
        return local.replace(fold=0).astimezone(UTC), True
    return local.replace(fold=fold).astimezone(UTC), False


def _local(dt: datetime, zone: ZoneInfo) -> datetime:
    return dt.replace(tzinfo=zone) if dt.tzinfo is None else dt.astimezone(zone)


def _at(on: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, at, zone)


def _offset(local: datetime, fold: int) -> timedelta:
    return local.replace(fold=fold).utcoffset() or timedelta()
