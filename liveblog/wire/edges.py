"""What agencies set above and below a story and is none of it: who wrote it, what is new in it,
what was corrected, initials, and the agency's own mark. Pure."""

from __future__ import annotations

import re

from liveblog import sanitise
from liveblog.wire.parsed import Parsed

MAX_ABOVE = MAX_BELOW = 5  # paragraphs; more is the story
_FIRST = re.compile(r"<p>(?P<inside>.*?)</p>", re.DOTALL)
_LAST = re.compile(r"<p>(?P<inside>(?:(?!<p>).)*)</p>$", re.DOTALL)
_HEADING = re.compile(r"^<strong>[^<]*</strong>$")

# "(Adds quotes, background)"; in a telegram's manner "(Berichtigung: …)"
_CHANGED = re.compile(
    r"^\((?:Adds?|Updat(?:es?|ed|ing)|Recasts?|Rewrites?|Correct(?:s|ed|ing)|Refil(?:es?|ed|ing)"
    r"|Repeats?|Removes?|Deletes?|Changes?|Fixes|Clarifies|Inserts?|Edits?|Drops?|Amends?"
    r"|New throughout|Writes? through|Includes?|Actualiza|Añade|Corrige|Ajoute|Actualise|Rectifie"
    r"|Aktualisier\w*|Berichtig\w*|Korrigier\w*|Korrektur\w*|Wiederholung|Aggiunge)\b[^()]{0,600}"
    r"(?:\([^()]*\)[^()]*)*\)$",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^[-–—=*_\s]*(?:KORREKTUR-?HINWEIS|HINWEIS AN DIE REDAKTION(?:EN)?|REDAKTIONELLER HINWEIS"
    r"|NOTE (?:AUX|À LA) R[ÉE]DACTIONS?|CORRECTION NOTE|NOTA A LOS? EDITORES?"
    r"|N ?[Ii] ?[Ee] ?[Uu] ?[Ww] bericht, vervangt)\b"
)
_CORRECTING = re.compile(
    r"^[-–—=*_\s(]*(?:Correct|Clarif|Berichtig|Korrig|Korrektur|Corrige|Rectif)", re.IGNORECASE
)
_SMALL = r"(?:and|und|et|y|e|og|och|en|de|del|der|den|van|von|la|le|di|da|for|in|of|at|the|with|&)"
_NAME = r"[^\W\d_a-z][\w.'’&/-]*"
_SIGNED = re.compile(rf"^(?:By|Von|Par|Por|Door|Av|Af) {_NAME}(?:,? (?:{_NAME}|{_SMALL}))*(?<!\.)$")
MAX_SIGNED = 110  # characters

# As in asl/tib/pid/cac · ends · (ende) · -30- · ==Kyodo · /ritzau/ · (SDA/mf ba)
_INITIALS = re.compile(r"^[^\W\d_A-Z]{1,5}(?:[/-][^\W\d_A-Z]{1,5})+$")
_ENDS = re.compile(
    r"^[\W_]*(?:ends?|ende|schluss|slutt?|fin|fine|loppu|-30-|ends/|end it)[\W_]*$", re.IGNORECASE
)
_AGENCYS = re.compile(
    r"^(?:==\s?\w{2,20}|/\w{2,12}/|\w[\w .-]{1,20}/\s?Fim"
    r"|[A-Z]{1,4}(?: \([A-Z/]+\))? // [A-Z]{1,4}|\((?:©|\(c\)) ?[\w ./-]{2,20}\)"
    r"|\(\w{2,8}\s?\\?/\s?[a-z]{1,4}(?:[ /,][a-z]{1,4})*\))$"
)
_TOKEN = re.compile(r"^[A-Z]{1,4}$|^[a-z0-9]{1,3}(?:[/-][a-z0-9]{1,3})*$")


def take_above(item: Parsed) -> list[str]:
    """Take what stands above a story into its fields; what was for editors is returned, too."""
    notes: list[str] = []
    at = 0
    for _ in range(MAX_ABOVE):
        found = _FIRST.match(item.body_html, at)
        if not found or found.end() == len(item.body_html):
            break
        said = sanitise.body_text(found.group(0)).strip()
        if _is_for_editors(said):
            notes.append(said)
            if _CORRECTING.match(said):
                item.signals.add("correction")
        elif not _signs(item, said):
            if not _HEADING.match(found["inside"]):
                break
            at = found.end()  # a second headline: what is meant may stand below it
            continue
        item.body_html = item.body_html[: found.start()] + item.body_html[found.end() :]
    return notes


def _is_for_editors(said: str) -> bool:
    return bool(_NOTICE.match(said) or _CHANGED.match(" ".join(said.split())))


def _signs(item: Parsed, said: str) -> bool:
    """Whether a paragraph is only who wrote it, and the item says so, or says it nowhere else."""
    if len(said) > MAX_SIGNED or not _SIGNED.match(said):
        return False
    names = said.partition(" ")[2].casefold()
    if not item.byline:
        item.byline = said
    held = item.byline.casefold()
    return names in held or held.removeprefix("by ") in names


def take_below(item: Parsed) -> list[str]:
    """Take the marks at the end of a story out of it, and initials out of who has signed it."""
    notes: list[str] = []
    for _ in range(MAX_BELOW):
        found = _LAST.search(item.body_html)
        if not found:
            break
        said = sanitise.body_text(found.group(0)).strip()
        if found.start() == 0 or not _is_mark(item, said):
            break
        notes.insert(0, said)
        item.body_html = item.body_html[: found.start()]
    _cut_behind(item, notes)
    if _INITIALS.match(item.byline):
        notes.append(item.byline)
        item.byline = ""
    return notes


# In the last paragraph itself: "… said.(©Northwire)", "… said. EFE"
_BEHIND = re.compile(
    r"\s*\((?:©|\(c\)) ?[\w ./-]{2,20}\)(?=</p>$)|(?<=[.!?”»\"]) (?P<agency>[A-Z]{2,6})(?=</p>$)"
)


def _cut_behind(item: Parsed, notes: list[str]) -> None:
    found = _BEHIND.search(item.body_html)
    if found and (not found["agency"] or found["agency"].casefold() in _known(item)):
        notes.append(found.group(0).strip())
        item.body_html = item.body_html[: found.start()] + item.body_html[found.end() :]


def _known(item: Parsed) -> set[str]:
    """The words of the names of whoever it is from."""
    names = f"{item.provider} {item.source} {item.credit} {item.guid}".casefold()
    return set(re.split(r"\W+", names))


def _is_mark(item: Parsed, said: str) -> bool:
    if _INITIALS.match(said) or _ENDS.match(said) or _AGENCYS.match(said):
        return True
    agency, *tokens = said.split() or [""]
    whole = {each.casefold() for each in (item.provider, item.source, item.credit)}
    is_short = agency.isupper() or agency.islower()  # no word of a name, such as "The"
    is_agency = agency.casefold() in (_known(item) if is_short else whole)
    return 0 < len(tokens) < 8 and is_agency and all(map(_TOKEN.match, tokens))


def without_machine_date(dateline: str) -> str:
    """A dateline, but not one that is a date and nothing else: "20170102T222800+0000"."""
    return "" if re.fullmatch(r"[\dTZ./:+\s-]+(?: [A-Z]{2,4})?", dateline) else dateline
