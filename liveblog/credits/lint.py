"""What whoever reads an entry before readers do would ask about its credits. Never a ban."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from liveblog.credits.find import find_named
from liveblog.credits.names import SourceKind, SourceName
from liveblog.credits.quotes import direct_quotes

MOST = 3000  # words of each text that are compared
SHOWN = 8  # words that name a longer run

# As in "KELLIN, Ostermark (Northwire) — " or in "HARBOUR POINT, Jan. 5 - ".
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w.’' ]{2,30})?(?:, \w+\.? \d{1,2})?(?:"
    r" ?\([^()]{2,40}\))? ?(?:—"
    r"|–|--|-) "
)
_NAMELESS = re.compile(
    r"\b(?:sources?|insiders?|people (?:familiar|close|briefed)[\w ]{0,40}) (?:said|say|says|told"
    r"|claimed?)\b|\baccording to (?:an? |two |three |several |unnamed )*(?:sources?|insiders?"
    r"|people|person)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Cited:
    """An item the entry leans on without carrying it; `words`: how many of it may be quoted."""

    source: str
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Note:
    """`kind` is named, carried, dateline, nameless or quoted."""

    kind: str
    text: str


def lint(
    paragraphs: Sequence[str],
    credited: Collection[str],
    registry: Sequence[SourceName],
    *,
    carried: SourceName | None = None,
    cited: Sequence[Cited] = (),
    quotable: Mapping[str, int] | None = None,
) -> list[Note]:
    """Notes on a text. `credited` are the slugs attributions name, also as via; `carried` is whose
    copy it is; `quotable` says how many words may be quoted of each agency whose item is unknown.
    """
    notes = []
    for name in find_named(paragraphs, registry):
        if name.kind == SourceKind.WIRE_AGENCY and name.slug not in credited:
            text = f"The text names {name.name}, but nothing is attributed to it."
            notes.append(Note("named", text))
    if carried and carried.slug not in credited:
        text = f"This is {carried.name}'s copy, but nothing is attributed to it."
        notes.append(Note("carried", text))
    notes += [*_in_the_text(paragraphs, credited), *_quoted("\n".join(paragraphs), cited)]
    said = any(note.kind == "quoted" for note in notes)
    return notes if said else [*notes, *_in_marks(paragraphs, quotable or {})]


def _in_the_text(paragraphs: Sequence[str], credited: Collection[str]) -> list[Note]:
    notes = []
    first = next((text for text in paragraphs if text.strip()), "")
    if dateline := _DATELINE.match(first.strip()):
        text = f"“{dateline[0].strip()}” looks like an agency's dateline. Take it out."
        notes.append(Note("dateline", text))
    nameless = None if credited else _NAMELESS.search("\n".join(paragraphs))
    if nameless:
        text = f"“{nameless[0]}”: whose? Credit whoever reported it."
        notes.append(Note("nameless", text))
    return notes


def _quoted(text: str, cited: Sequence[Cited]) -> list[Note]:
    notes = []
    for item in cited:
        run = longest_run(text, item.text)
        if len(run) <= item.words:
            continue
        begins = " ".join(run[:SHOWN])
        notes.append(
            Note(
                "quoted",
                f"{len(run)} words in a row are {item.source}'s own (“{begins} …”); its contract "
                f"allows {item.words}. Use your own words, or build the update from the item.",
            )
        )
    return notes


def _in_marks(paragraphs: Sequence[str], quotable: Mapping[str, int]) -> list[Note]:
    """A quotation longer than the strictest contract among those who are credited allows."""
    if not quotable:
        return []
    name, allowed = min(quotable.items(), key=lambda each: (each[1], each[0]))
    quotations = (_WORD.findall(each) for text in paragraphs for each in direct_quotes(text))
    words = max(quotations, key=len, default=[])
    if len(words) <= allowed:
        return []
    begins = " ".join(words[:SHOWN])
    text = f"{len(words)} words stand in quotation marks (“{begins} …”); {name}'s contract allows "
    return [Note("quoted", f"{text}{allowed}. Quote less, or build the update from the item.")]


def longest_run(one: str, other: str) -> list[str]:
    """The longest run of words that stands in both texts, as in the first."""
    words, theirs = _WORD.findall(one)[:MOST], _WORD.findall(other)[:MOST]
    matcher = SequenceMatcher(
        None, [w.casefold() for w in words], [w.casefold() for w in theirs], autojunk=False
    )
    found = matcher.find_longest_match()
    return words[found.a : found.a + found.size]
