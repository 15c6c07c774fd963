"""The rows above a telegram's text: slug, headline, who wrote it, what is for editors. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# "BC-EU--Summit, 1st Ld-Writethru,120"
_SLUG = re.compile(r"^[A-Z]{2}-.{2,80},\s?\d{2,5}$|^(?:BC|AM|PM)-\S{2,80}$")
_KEYWORDS = re.compile(r"^/?[^\s/=][^/=]{0,40}(?:/[^/=]{1,40}){0,9}/$")  # "Bundestag/CDU/"
BYLINE = re.compile(r"^(?:By|Von|Par|Por)\s+(?!the\b|der\b|die\b|das\b)(?P<names>[^\n]{3,80})$")
NOTES = re.compile(
    r"^\s*(?:Eds?:|EDITORS?:|# ?Notizblock|# ?Notebook|Notizblock|\(Eds:)", re.IGNORECASE
)
# A version of a story: 1ST LEAD, 3RD NET, REFILE
_TAKES = re.compile(
    r"^(?:\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|NET|ADD|LD|UPDATE)|LEAD|REFILE|RPT|ROUNDUP|URGENT"
    r"|UPDATE(?: \d{1,2})?|CORRECTION|CORRECTED|\d{1,2}\. (?:ZUSAMMENFASSUNG|ERGÄNZUNG))$"
)
_PICTURES = re.compile(
    r"^(?:With )?(?:[A-Z]{2,5} )?(?:Photo|Graphic|Video)s?\b.*\b[A-Z]{2,6}\d{2,4}\b"
)
_ACHTUNG = re.compile(r"^\((?:Achtung|Attention|Attn)\W*\)$", re.IGNORECASE)
MAX_ABOVE = 5  # rows without marks: more is the story
MAX_TYPESET = 40  # lines
MAX_HEAD = 8  # rows up to the one that ends in “=”


@dataclass(slots=True)
class Head:
    """What stands above a text."""

    headline: str = ""
    slug: str = ""
    takes: list[str] = field(default_factory=list)
    byline: str = ""
    notes: list[str] = field(default_factory=list)


def read_head(text: str) -> tuple[Head, str]:
    """(what stands above a telegram's text, the text), in whichever of the three manners."""
    for manner in (_typeset, _up_to_the_mark, _above_the_indented):
        rows, rest = manner(text)
        if rows:
            return _sorted(rows, parted=manner is _typeset), rest
    return Head(), text


def _typeset(text: str) -> tuple[list[str], str]:
    """ANPA's own: every row between "^" and "<" or "=", over as many lines as it takes."""
    lines = text.split("\n")
    rows: list[str] = []
    spread: list[int] = []  # over how many lines each goes
    for line in lines[:MAX_TYPESET]:
        if line.startswith("^"):
            rows.append(line[1:].strip())
            spread.append(1)
        elif rows and _goes_on(rows[-1], line):
            rows[-1] += f" {line.strip()}"
            spread[-1] += 1
        else:
            break
    return [row.rstrip("<= ") for row in rows], "\n".join(lines[sum(spread) :])


def _goes_on(row: str, line: str) -> bool:
    """Whether a row that has not been ended goes on in this line."""
    return not row.endswith(("<", "=")) and bool(line.strip()) and not line.startswith((" ", "\t"))


def _up_to_the_mark(text: str) -> tuple[list[str], str]:
    """The lines before the first that ends in "=" with it; none if there is no such mark near."""
    rows = text.split("\n")
    for index, row in enumerate(rows[:MAX_HEAD]):
        if row.rstrip().endswith("="):
            return [each.strip(" =") for each in rows[: index + 1]], "\n".join(rows[index + 1 :])
        if row.startswith("   ") and index:
            break
    return [], text


def _above_the_indented(text: str) -> tuple[list[str], str]:
    """Rows from the margin above the first indented one."""
    rows = text.strip("\n").split("\n")
    first = next((at for at, row in enumerate(rows) if row.startswith("  ")), 0)
    heads = rows[:first]
    ordinary = [row for row in heads if row.strip() and not NOTES.match(row)]
    if not heads or len(ordinary) > MAX_ABOVE:
        return [], text
    return heads, "\n".join(rows[first:])


def _sorted(rows: list[str], *, parted: bool) -> Head:
    """Every row to what it is. `parted` rows are whole: the second ordinary one is a summary."""
    head = Head()
    ordinary: list[str] = []
    noting = titled = False
    for row in (each.strip(" +") for each in rows):
        signed = BYLINE.match(row)
        if not row:
            noting = titled = False
        elif titled:
            head.byline, titled = f"{head.byline}, {row}", False
        elif signed and (ordinary or parted):
            head.byline, titled, noting = row, True, False
        elif noting or NOTES.match(row):
            head.notes.append(row)
            noting = not parted
        elif _PICTURES.match(row) or _ACHTUNG.match(row):
            head.notes.append(row)
        elif _SLUG.match(row) or (_KEYWORDS.match(row) and not ordinary):
            head.slug = head.slug or row.strip("/ ")
        elif _TAKES.match(row):
            head.takes.append(row)
        else:
            ordinary.append(row)
    head.headline = ordinary[0] if parted and ordinary else " ".join(ordinary)
    head.notes += ordinary[1:] if parted else []
    return head
