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
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<zone>[A-Z]{3,4})?\s*(?P<month>[A-Za-z]{3})[a-z]*\.?\s*(?P<year>\d{2,4})?"
)
_SENT_ANPA = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\s+(?P<hour>\d\d):?(?P<minute>\d\d)\s*(?P<zone>[A-Z]{3,4})?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOTES = re.compile(
    r"^\s*(?:Eds?:|EDITORS?:|# ?Notizblock|# ?Notebook|Notizblock|\(Eds:)", re.IGNORECASE
)
_BYLINE = re.compile(r"^(?:By|Von|Par|Por)\s+(?!the\b|der\b|die\b|das\b)(?P<names>[^\n]{3,80})$")

# "BC-EU--Summit, 1st Ld-Writethru,120"
_SLUG_ROW = re.compile(r"^[A-Z]{2}-.{2,80},\s?\d{2,5}$")
_EMBARGO_ROW = re.compile(
    r"^\s*\(?\s*(?:(?:Achtung|Attention|Strictly|Strict)\W+)?(?:Sperrfrist|embargo)[^\n=]*$",
    re.IGNORECASE,
)
_TYPESET = re.compile(r"^\^(.*?)\s*[<=]?\s*$", re.MULTILINE)  # ANPA's marks around a row: ^By Jo=
MAX_ABOVE = 5  # rows: more is the story


@dataclass(slots=True)
class _Parts:
    header: str
    text: str
    trailer: str


def parse(data: bytes, around: Around) -> list[Parsed]:
    """Every message of a file; a cut one is read as far as it goes."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"The file is larger than {MAX_BYTES // 1024 // 1024} MB.")
    text, warnings = _decoded(data)
    return [_item(parts, [*warnings], around) for parts in _messages(text)]


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
    return messages


def _unmarked(text: str) -> _Parts:
    """Header and keywords in front of the first empty line, if there is a header."""
    text = text.lstrip("\ufeff\n ")
    if not begins(text):
        return _Parts("", text, "")
    header, _, rest = text.partition("\n\n")
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
    found = _SENT.search(trailer) or _SENT_ANPA.search(trailer)
    if not found or not found["year"]:
        return None
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    month = _month(found["month"])
    zone = times.offset_of(found["zone"] or "").strip()
    stamp = f"{year}-{month:02}-{found['day']}T{found['hour']}:{found['minute']}:00{zone}"
    return times.time_of(item, stamp, "time of sending", around)


def _month(text: str) -> int:
    """1 to 12, from "Nov" or "11"; 0 for neither."""
    small = text[:3].lower()
    return _MONTHS.index(small) + 1 if small in _MONTHS else int(text) if text.isdecimal() else 0


def _content(item: Parsed, text: str, below: str) -> None:
    """Headline up to " =", byline, notes for editors apart, and the text in paragraphs. `below` is
    what the header says to editors."""
    text = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", text).strip("\n").replace("\t", "   ")
    text = _TYPESET.sub(r"\1", text)
    embargo, text = _embargo_above(text)
    head, rest = _headline(text)
    story, notes = _without_notes(rest)
    if not head:
        head, story = _above_the_text(item, story)
    item.headline = line(head)
    item.ed_note = lines(below, embargo, notes)
    if any(map(marks.is_correction, below.split("\n"))):
        item.signals.add("correction")
    first, _, after = story.lstrip("\n").partition("\n")
    byline = _BYLINE.match(first.strip().rstrip("="))
    if byline:
        item.byline, story = line(first.strip(" =")), after
        title, _, after = story.partition("\n")
        if after.startswith("  ") and title.strip() and not title.startswith(" "):
            item.byline, story = line(f"{item.byline}, {title.strip()}"), after
    item.body_html = bodies.from_text(story)
    if not item.headline:
        item.headline = sanitise.shorten(sanitise.body_text(item.body_html).partition("\n")[0], 120)


def _embargo_above(text: str) -> tuple[str, str]:
    """(what stands above a headline about an embargo, the rest)."""
    first, _, rest = text.partition("\n")
    return (first.strip(" ()"), rest.lstrip("\n")) if _EMBARGO_ROW.match(first) else ("", text)


def _above_the_text(item: Parsed, story: str) -> tuple[str, str]:
    """(headline, the rest) in ANPA's manner: rows from the margin above the first indented one."""
    rows = story.strip("\n").split("\n")
    ends = (at for at, row in enumerate(rows) if row.startswith("  ") or _BYLINE.match(row))
    end = next(ends, 0)
    if not 0 < end <= MAX_ABOVE:
        return "", story
    heads = [row.strip() for row in rows[:end] if row.strip()]
    if heads and _SLUG_ROW.match(heads[0]):
        slug = heads.pop(0)
        item.slugline = item.slugline or line(slug)
        take = _TAKE.search(slug)
        item.take = item.take or (take.group(0) if take else "")
    return " ".join(heads), "\n".join(rows[end:])


def _headline(text: str) -> tuple[str, str]:
    """The lines before the first that ends in "=" with it; none if there is no such mark near."""
    rows = text.split("\n")
    for index, row in enumerate(rows[:6]):
        if row.rstrip().endswith("="):
            head = " ".join(each.strip(" =") for each in rows[: index + 1])
            return head, "\n".join(rows[index + 1 :])
        if row.startswith("   ") and index:
            break
    return "", text


def _ends_a_note(row: str) -> bool:
    return not row.strip() or row.startswith("  ") or bool(_BYLINE.match(row))


def _without_notes(text: str) -> tuple[str, str]:
    """(the story, what is for editors only): notes end it, or have a paragraph of their own."""
    rows = text.split("\n")
    kept: list[str] = []
    notes: list[str] = []
    private = False
    for row in rows:
        if _NOTES.match(row):
            private = True
        elif private and _ends_a_note(row):
            private = re.search("notizblock|notebook", "".join(notes), re.IGNORECASE) is not None
        (notes if private else kept).append(row)
    return "\n".join(kept), "\n".join(notes)
