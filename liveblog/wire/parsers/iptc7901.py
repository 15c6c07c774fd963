"""IPTC 7901 and ANPA 1312: text between control characters, as telegraphs left it.

Neither has an id: service, number and day make one. Status and embargo are words in the text, and
`marks` reads them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from liveblog import sanitise
from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import finish, line, lines
from liveblog.wire.parsed import Around, Parsed, Unreadable
from liveblog.wire.parsers.telegram_rows import BYLINE, NOTES, Head, read_head

MAX_BYTES = 1024 * 1024
SOH, STX, ETX, EOT, BEL = "\x01", "\x02", "\x03", "\x04", "\x07"

# "bdt0157 4 pl 287  dpa 0123" — service, number, priority, category, words, anything else
_HEADER = re.compile(
    r"^(?P<service>[A-Za-z]{0,6})(?P<number>\d{1,5})\s+(?P<priority>[1-9fburdaswFBURDASW])"
    r"\s+(?P<category>[A-Za-z]{1,5})(?:\s+(?P<words>\d{1,5}))?(?P<rest>[^\n]*)"
)
# ANPA, on two lines: a0123 · r i bc-eu-summit 05-12 0123
_ANPA = re.compile(
    r"^(?P<service>[A-Za-z])(?P<number>\d{4})[^\n]*\n\s*(?P<priority>[fburdaswFBURDASW])\s?"
    r"(?P<category>[a-zA-Z])\s+(?P<slug>[^\n]*?)(?:\s+\d\d-\d\d\s+(?P<words>\d{3,5}))?\s*(?:\n|$)"
)
_TAKE = re.compile(
    r"\b(\d+(?:st|nd|rd|th)\s*Ld(?:-Writethru)?|Writethru|\d+\s*(?:ld|rpt)|UPDATE\s+\d+)\b",
    re.IGNORECASE,
)
# "212101 GMT Nov 18", "08-29-16 1626GMT"
_SENT = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<zone>[A-Z]{3,4})?\s*(?P<month>[^\W\d_]{3})[a-z]*\.?\s*(?P<year>\d{2,4})?"
)
_SENT_ANPA = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d):?(?P<minute>\d\d)\s*(?P<zone>[A-Z]{3,4})?"
)
# "KWS-21:37-09-12-18"; alone on the last row, as the others may stand there
_SENT_KYODO = re.compile(
    r"[A-Z]{2,4}-(?P<hour>\d\d):(?P<minute>\d\d)-(?P<day>\d\d)-(?P<month>\d\d)-(?P<year>\d\d)(?P<zone>)"
)
_SENT_AT = (_SENT, _SENT_ANPA, _SENT_KYODO)
_AT_THE_END = re.compile(
    r"\s*(?:\d{6}\s*(?:[A-Z]{3,4})?\s*[^\W\d_]{3,4}\.?\s*\d{2,4}"
    r"|[A-Z]{2,4}-[A-Z]{1,4}-\d\d-\d\d-\d\d \d{4} ?[A-Z]{0,4}"
    r"|[A-Z]{2,4}-\d\d:\d\d-\d\d-\d\d-\d\d)\s*<?\s*"
)
_MONTHS = {
    "jan": 1, "ene": 1, "feb": 2, "fév": 2, "fev": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4,
    "avr": 4, "abr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "aoû": 8,
    "aou": 8, "ago": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
    "déc": 12, "dic": 12,
}  # fmt: skip

_EMBARGO_ROW = re.compile(
    r"^\s*\(?\s*(?:(?:Achtung|Attention|Strictly|Strict)\W+)?(?:Sperrfrist|embargo)[^\n=]*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"\n(==\w{2,20}\s*)$")  # a row at the end, at the margin
_TYPESET = re.compile(r"^\^(.*?)\s*[<=]?\s*$", re.MULTILINE)  # ANPA's marks around a row: ^By Jo=


@dataclass(slots=True)
class _Parts:
    header: str
    text: str
    trailer: str


def parse(data: bytes, around: Around) -> list[Parsed]:
    """Every message of a file; a cut one is read as far as it goes."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"The file is larger than {MAX_BYTES // 1024 // 1024} MB.")
    if _is_no_text(data[:4096]):
        raise Unreadable(
            "The file is no text: it is a picture, a compressed file or the like. Only agencies' "
            "files of words are read here."
        )
    text, warnings = _decoded(data)
    return [_item(parts, [*warnings], around) for parts in _messages(text)]


_OF_A_TELEGRAPH = b"\x01\x02\x03\x04\x07\t\n\r\x0c\x16"  # what tells its parts, and fills gaps
MAX_ODD = 0.05  # of the bytes; a tenth of a picture's or an archive's are control characters


def _is_no_text(start: bytes) -> bool:
    """Whether it is full of control characters no telegraph knows: pictures begin with some that
    it does."""
    left = start.translate(None, _OF_A_TELEGRAPH)
    odd = sum(each < 0x20 or each == 0x7F for each in left)
    return odd > max(4, MAX_ODD * len(start))


def begins(start: str) -> bool:
    """Whether a text without any control character starts with a header like a telegram's."""
    start = start.replace("\r\n", "\n")
    return bool(_HEADER.match(start) or _ANPA.match(start))


def _decoded(data: bytes) -> tuple[str, list[str]]:
    try:
        return data.decode(), []
    except UnicodeDecodeError:
        said = "The text is not in UTF-8: read as cp1252."
        return data.decode("cp1252", errors="replace"), [said]


def _messages(text: str) -> list[_Parts]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [part for part in text.split(SOH) if part.strip("\x00\x16\x7f \n")]
    messages = [each for part in found if (each := _split(part))]
    if not messages and re.search(r"\w", text):
        messages = [_unmarked(text)]  # somebody has taken the marks out already
    if not messages:
        raise Unreadable("The file is no IPTC 7901 or ANPA message: it has no header and no text.")
    return [*map(_with_trailer, messages)]


def _with_trailer(parts: _Parts) -> _Parts:
    """When it was sent stands on the last row of the text if nothing marks where that ends."""
    above, _, last = re.sub(r"[\x00-\x20\x7f]+$", "", parts.text).rpartition("\n")
    if parts.trailer.strip() or not above or not _AT_THE_END.fullmatch(last):
        return parts
    return _Parts(parts.header, above, last)


def _unmarked(text: str) -> _Parts:
    """Header and keywords in front of the first empty line, if there is a header."""
    text = text.lstrip("\ufeff\n ")
    if not begins(text):
        return _Parts("", text, "")
    if anpa := _ANPA.match(text):
        return _Parts(anpa.group(0), text[anpa.end() :], "")
    header, _, rest = text.partition("\n\n")
    row, _, below = rest.lstrip("\n").partition("\n")
    if "\n" not in header.strip() and re.match(r"\w.{0,60}\n\s*\n\S", f"{row}\n{below}"):
        header, rest = f"{header}\n{row}", below  # keywords on a row of their own
    return _Parts(header, rest, "") if rest.strip() else _Parts("", text, "")


def _split(message: str) -> _Parts | None:
    head, stx, rest = message.partition(STX)
    if not stx:
        return None
    body, _, trailer = rest.partition(ETX)
    if not _bare(head + body).strip():
        return None
    return _Parts(_bare(head), body, _bare(trailer.partition(EOT)[0]))


def _bare(text: str) -> str:
    return re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", text).strip(" ")


def _item(parts: _Parts, warnings: list[str], around: Around) -> Parsed:
    header = re.sub(r"^\s+", "", parts.header)
    found = _ANPA.search(header) or _HEADER.search(header)
    item = Parsed(guid="", warnings=warnings)
    named = found.groupdict() if found else {}
    slug = named.get("slug") or _keywords(header)
    item.slugline = line(slug)
    item.version_at = _sent(parts.trailer, around, item)
    item.guid, item.version = _name(named, parts, item)
    if not found:
        item.warn("The header cannot be read: the item is known by its words.")
    if named.get("priority"):
        marks.urgency_of(item, named["priority"])
    if BEL in parts.text:
        item.urgency = min(item.urgency or 2, 2)
    if named.get("category"):
        item.subjects = [(named["category"].lower(), "")]
    item.services = [named["service"].lower()] if named.get("service") else []
    take = _TAKE.search(item.slugline)
    item.take = take.group(0) if take else ""
    if take:
        item.signals.add("update")
    below = "" if named.get("slug") else "\n".join(_rows_below(header)[1:])
    _content(item, parts.text, below)
    return finish(item)


def _name(named: dict[str, str | None], parts: _Parts, item: Parsed) -> tuple[str, str]:
    """A guid of service, number and day, and a version: both messages and days repeat numbers."""
    made_of = hashlib.sha256(parts.text.encode()).hexdigest()
    if not named.get("number"):
        return f"urn:sha256:{made_of[:40]}", ""
    day = item.version_at.date().isoformat() if item.version_at else made_of[:12]
    return f"iptc7901:{(named['service'] or '').lower()}:{named['number']}:{day}", made_of[:12]


def _keywords(header: str) -> str:
    """The line below the header: "Bundestag/CDU/", "BC-EU--Summit"."""
    return next((each.strip("/ ") for each in _rows_below(header)), "")


def _rows_below(header: str) -> list[str]:
    """What stands below the header: keywords, then notes such as "(Berichtigung: …)"."""
    return [each.strip() for each in header.split("\n")[1:] if each.strip()]


def _sent(trailer: str, around: Around, item: Parsed) -> datetime | None:
    """When it was sent, if the trailer says so with a year: without one nothing is guessed."""
    found = next(filter(None, (form.search(trailer) for form in _SENT_AT)), None)
    if not found or not found["year"]:
        return None
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    month = _month(found["month"])
    zone = times.offset_of(found["zone"] or "").strip()
    stamp = f"{year}-{month:02}-{found['day']}T{found['hour']}:{found['minute']}:00{zone}"
    return times.time_of(item, stamp, "time of sending", around)


def _month(text: str) -> int:
    """1 to 12, from "Nov" or "11", in the languages telegrams come in; 0 for neither."""
    small = text[:3].lower()
    return _MONTHS[small] if small in _MONTHS else int(text) if text.isdecimal() else 0


def _content(item: Parsed, text: str, below: str) -> None:
    """Headline, byline, notes for editors apart, and the text in paragraphs. `below` is what the
    header says to editors."""
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", text).strip("\n").replace("\t", "   ")
    embargo, text = _embargo_above(text)
    head, rest = read_head(text)
    story, notes = _without_notes(_TYPESET.sub(r"\1", rest))
    item.headline = line(head.headline)
    item.slugline = item.slugline or line(head.slug)
    item.byline = line(head.byline)
    _takes(item, head)
    item.ed_note = lines(below, embargo, *head.notes, notes)
    if any(map(marks.is_correction, [*below.split("\n"), *head.takes])):
        item.signals.add("correction")
    if not item.byline:
        story = _signed(item, story)
    item.body_html = bodies.from_text(_SIGNATURE.sub(r"\n\n   \1", story))
    if not item.headline:
        item.headline = sanitise.shorten(sanitise.body_text(item.body_html).partition("\n")[0], 120)


def _takes(item: Parsed, head: Head) -> None:
    """Which version of a story it is, where its slug in the header does not tell."""
    take = _TAKE.search(head.slug)
    item.take = item.take or line(" ".join(head.takes)) or (take.group(0) if take else "")
    if head.takes or take:
        item.signals.add("update")


def _signed(item: Parsed, story: str) -> str:
    """The story without who has signed it above it."""
    first, _, after = story.lstrip("\n").partition("\n")
    if not BYLINE.match(first.strip().rstrip("=")):
        return story
    item.byline, story = line(first.strip(" =")), after
    title, _, after = story.partition("\n")
    if after.startswith("  ") and title.strip() and not title.startswith(" "):
        item.byline, story = line(f"{item.byline}, {title.strip()}"), after
    return story


def _embargo_above(text: str) -> tuple[str, str]:
    """(what stands above a headline about an embargo, the rest)."""
    first, _, rest = text.partition("\n")
    return (first.strip(" ()"), rest.lstrip("\n")) if _EMBARGO_ROW.match(first) else ("", text)


def _ends_a_note(row: str) -> bool:
    return not row.strip() or row.startswith("  ") or bool(BYLINE.match(row))


def _without_notes(text: str) -> tuple[str, str]:
    """(the story, what is for editors only): notes end it, or have a paragraph of their own."""
    rows = text.split("\n")
    kept: list[str] = []
    notes: list[str] = []
    private = False
    for row in rows:
        if NOTES.match(row):
            private = True
        elif private and _ends_a_note(row):
            private = re.search("notizblock|notebook", "".join(notes), re.IGNORECASE) is not None
        (notes if private else kept).append(row)
    return "\n".join(kept), "\n".join(notes)
