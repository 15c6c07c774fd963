"""The day a page is of: the headline says "Jan. 5", and something else must say the year."""

import re
from collections.abc import Iterable
from datetime import date

from liveblog.imports.page_lines import FULL_DATE, MONTH_DAY, date_of, is_file_photo
from liveblog.imports.page_model import PageError, Problem

_AT_THE_END = re.compile(rf"{MONTH_DAY}[.:]?$")
_STAMP = re.compile(
    rf"(?:(?:last )?updated?:? |published:? )?(?:on )?{MONTH_DAY}"
    r"(?:,? (?:at )?\d{1,2}:\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,5})?)?",
    re.IGNORECASE,
)
_DAY_HEADING = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?{MONTH_DAY}[.:]?", re.IGNORECASE
)
_LEAP_YEAR = 2024  # has every day that any year has
# How many days before the page's own its pictures may have been taken.
_OLDEST_PICTURE = 45


def is_stamp(text: str) -> bool:
    """ "January 05, 2023 10:41 PM": when the site last changed the page."""
    found = _STAMP.fullmatch(text)
    return bool(found and found["year"])


def ends_on_a_day(text: str) -> bool:
    """Whether a headline ends as those of the series do: "…: Jan. 5", "… - August 3, 2022"."""
    found = _AT_THE_END.search(text)
    return bool(found and re.search(r"[:–—|-] ?$", text[: found.start()]))


def is_day_heading(text: str) -> bool:
    """ "Jan. 4" or "Thursday, Jan. 5, 2023" on a line of its own: the entries below are of it."""
    found = _DAY_HEADING.fullmatch(text)
    return bool(found and date_of(found, int(found["year"] or _LEAP_YEAR)))


def day_heading(text: str, near: date) -> date | None:
    """The day in a heading such as "Thursday, Jan. 5", in the year that brings it close to
    ``near`` when it names none."""
    found = _DAY_HEADING.fullmatch(text)
    if found is None:
        return None
    if found["year"]:
        return date_of(found, int(found["year"]))
    days = [date_of(found, near.year + step) for step in (-1, 0, 1)]
    return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def page_date(
    headline: str, stamps: Iterable[str], captions: Iterable[str], on: date | None
) -> date:
    """The day asked for, else the headline's, its year taken from stamps or captions.

    A caption tells the year only if its date lies in the weeks before the headline's day; one from
    the files tells nothing. Raises ``PageError`` naming --date.
    """
    if on is not None:
        return on
    stamped = [day for stamp in stamps if (day := _full_date(stamp))]
    found = _last_day(headline)
    if found is None:
        if stamped:
            return stamped[0]
        raise PageError("The headline names no day; give the page's date with --date.")
    if found["year"]:
        day = date_of(found, int(found["year"]))
    else:
        taken = (_full_date(text) for text in captions if not is_file_photo(text))
        day = _nearest(found, [*stamped, *(each for each in taken if each)])
    if day is None:
        message = f"The page does not say the year of “{found[0]}”; give the date with --date."
        raise PageError(message)
    return day


def date_problems(headline: str, line_no: int, day: date) -> list[Problem]:
    """A headline that names another day than the page was read for."""
    found = _last_day(headline)
    if found is None or date_of(found, int(found["year"] or day.year)) == day:
        return []
    return [Problem(line_no, headline, f"The headline says {found[0]}; read as {day}.")]


def _last_day(headline: str) -> re.Match[str] | None:
    return next(reversed(list(re.finditer(MONTH_DAY, headline))), None)


def _full_date(text: str) -> date | None:
    found = FULL_DATE.search(text)
    return date_of(found, int(found["year"])) if found else None


def _nearest(found: re.Match[str], known: list[date]) -> date | None:
    for one in known:
        for year in (one.year, one.year + 1, one.year - 1):
            day = date_of(found, year)
            if day and -2 <= (day - one).days <= _OLDEST_PICTURE:
                return day
    return None
