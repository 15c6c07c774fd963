"""The day of each entry. A page is newest first, so that its times run downwards.

**Pages over two days.** A heading such as "Jan. 4" between entries starts that day. Without one, a
time that is later than the one above by twelve hours or more means that midnight was crossed: below
"12:30 a.m." stands "11:50 p.m." of the day before. The page's own date belongs to the stretch with
the most entries (of equal ones, the older); stretches above it are later days, those below earlier.
Every such guess is reported.

A time later than the one above by less than that is out of order: the entry keeps its place and the
day of its neighbours, and is reported. Equal times are in order. In the hour that the clocks show
twice, falling back is no disorder: what stands above is the second time (``fold`` 1).
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from liveblog.apstyle import date_label, is_ambiguous, resolve_local, zone_label
from liveblog.imports.page_model import Line, ParsedEntry, Problem

_HALF_A_DAY = 12 * 60  # minutes


@dataclass(slots=True)
class Stretch:
    """Entries of one day, in page order. ``heading`` is the day named above them."""

    heading: date | None = None
    entries: list[tuple[ParsedEntry, Line]] = field(default_factory=list)


def split_at_midnight(stretches: list[Stretch]) -> list[Stretch]:
    """The stretches between headings, split where midnight was crossed without one."""
    parts: list[Stretch] = []
    for stretch in stretches:
        parts.append(Stretch(stretch.heading))
        above: time | None = None
        for entry, line in stretch.entries:
            if above is not None and _minutes(entry.time) - _minutes(above) >= _HALF_A_DAY:
                parts.append(Stretch())
            parts[-1].entries.append((entry, line))
            above = entry.time
    return [part for part in parts if part.entries]


def assign_days(parts: list[Stretch], page_day: date) -> list[Problem]:
    """Set ``day`` of every entry (``parts`` has one); the problems say where it was guessed."""
    anchor = _anchor(parts)
    day = (parts[anchor].heading or page_day) + timedelta(days=anchor)
    problems: list[Problem] = []
    for number, part in enumerate(parts):
        day = part.heading or (day - timedelta(days=1) if number else day)
        for entry, _ in part.entries:
            entry.day = day
        if number and part.heading is None:
            entry, line = part.entries[0]
            why = f"Later than the entry above by half a day: read as {date_label(day)}."
            problems.append(Problem(entry.line_no, line.text, why))
    return problems


def _anchor(parts: list[Stretch]) -> int:
    headed = [number for number, part in enumerate(parts) if part.heading]
    if headed:
        return headed[0]
    return max(range(len(parts)), key=lambda number: (len(parts[number].entries), number))


def order_problems(parts: list[Stretch], zone: str) -> list[Problem]:
    """Entries out of order, and times that the zone skips that day; sets every ``fold``."""
    info = ZoneInfo(zone)
    problems: list[Problem] = []
    for part in parts:
        _set_folds([entry for entry, _ in part.entries], info)
        above: ParsedEntry | None = None
        for entry, line in part.entries:
            if above is not None and _instant(entry, info) > _instant(above, info):
                why = f"Later than the entry above it ({above.label}); kept in the page's order."
                problems.append(Problem(entry.line_no, line.text, why))
            if resolve_local(entry.day, entry.time, info)[1]:
                why = f"There is no such time on {date_label(entry.day)} in {zone}."
                problems.append(Problem(entry.line_no, line.text, why))
            above = entry
    return problems


def fold_named(entry: ParsedEntry, letters: str, zone: str) -> int:
    """1 if ``letters`` ("EST" behind a label) are those of the second of two equal times."""
    moment = datetime.combine(entry.day, entry.time)
    info = ZoneInfo(zone)
    twice = is_ambiguous(moment, info)
    return int(twice and letters == zone_label(info, moment.replace(fold=1)))


def _set_folds(entries: list[ParsedEntry], zone: ZoneInfo) -> None:
    """From the oldest up: once the doubled hour falls back, it is being shown again."""
    fold, below = 0, time.min
    for entry in reversed(entries):
        if not is_ambiguous(datetime.combine(entry.day, entry.time), zone):
            continue
        if entry.fold or entry.time < below:
            fold = 1
        entry.fold, below = fold, entry.time


def _instant(entry: ParsedEntry, zone: ZoneInfo) -> datetime:
    return resolve_local(entry.day, entry.time, zone, entry.fold)[0]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
