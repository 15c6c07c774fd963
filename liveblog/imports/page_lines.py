"""A page's text as numbered lines, and what a single line can be told to be by itself."""

import re
from datetime import date

from liveblog.imports.page_model import Line, PageError

MAX_BYTES = 5_000_000

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
MONTH_DAY = rf"(?<!\w){MONTH} (?P<day>\d{{1,2}})(?:, (?P<year>(?:19|20)\d\d))?(?!\w)"
FULL_DATE = re.compile(rf"(?<!\w){MONTH} (?P<day>\d{{1,2}}), (?P<year>(?:19|20)\d\d)(?!\w)")

BULLET = re.compile(r"[•·●▪‣◦*]\s*|[–—-]\s+")
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF))
_SPACES = dict.fromkeys((*range(0x20), 0x7F, 0x85, 0xA0, 0x2007, 0x2028, 0x2029, 0x202F), " ")
_FURNITURE = frozenset(
    {
        *("accessibility links", "skip to main content", "skip to main navigation"),
        *("skip to search", "breaking news", "print", "share", "embed", "embed share", "email"),
        *("facebook", "twitter", "whatsapp", "telegram", "comments", "see comments", "previous"),
        *("next", "update", "updated", "live", "follow us", "advertisement", "read more", "search"),
        *("no media source currently available", "link has been copied to clipboard"),
        *(
            "the code has been copied to your clipboard.",
            "the url has been copied to your clipboard",
        ),
    }
)
_IMAGE = re.compile(r"(?:(?:\d{1,2}x\d{1,2} )?(?:image|photo|picture) ?){1,2}", re.IGNORECASE)
_FILE_PHOTO = re.compile(r"FILE\s?[-–—:]\s?\S")
_ENDS_ON_A_DATE = re.compile(rf"{MONTH} \d{{1,2}}, (?:19|20)\d\d[.,)]*$")


def decode_page(data: bytes) -> str:
    """The text of a file. Raises ``PageError`` if it is too long or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise PageError(_too_long())
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"The file is not UTF-8 text: byte {error.start + 1} belongs to no character."
        raise PageError(message) from error


def read_lines(text: str) -> list[Line]:
    """The lines that are not blank, cleaned: plain spaces, no invisible or control characters.

    Raises ``PageError`` for text that is too long, empty, or holds NUL characters.
    """
    _refuse(text)
    lines: list[Line] = []
    for no, raw in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        cleaned = raw.translate(_INVISIBLE).translate(_SPACES).strip()
        if cleaned:
            follows = bool(lines) and lines[-1].no == no - 1
            lines.append(Line(no, cleaned, follows))
    if not lines:
        raise PageError("The file is empty.")
    return lines


def _refuse(text: str) -> None:
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise PageError("The file is not UTF-8 text.") from error
    if size > MAX_BYTES:
        raise PageError(_too_long())
    if "\0" in text:
        line_no = text.count("\n", 0, text.index("\0")) + 1
        raise PageError(f"The file is no text: there is a NUL character on line {line_no}.")


def _too_long() -> str:
    return f"The file is longer than {MAX_BYTES // 1_000_000} MB, too long for a page."


def without_bullet(text: str) -> str:
    """``text`` without a bullet in front."""
    found = BULLET.match(text)
    return text[found.end() :] if found else text


def is_furniture(text: str) -> bool:
    """Whether the line is known to belong to the site and not to the page."""
    return text.casefold() in _FURNITURE


def is_image_marker(text: str) -> bool:
    """ "16x9 Image", which stands for a picture; its caption or the author's name follows."""
    return bool(_IMAGE.fullmatch(without_bullet(text)))


def is_file_photo(text: str) -> bool:
    """ "FILE - President …, on Jan. 4, 2023." is always a caption."""
    return bool(_FILE_PHOTO.match(text))


def looks_like_caption(text: str) -> bool:
    """Whether the line reads like a caption: it says so, or ends on a date with its year."""
    return is_file_photo(text) or bool(_ENDS_ON_A_DATE.search(text))


def date_of(found: re.Match[str], year: int) -> date | None:
    """The date in a match of ``MONTH_DAY`` in that year; ``None`` if there is no such day."""
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    try:
        return date(year, month, int(found["day"]))
    except ValueError:
        return None
