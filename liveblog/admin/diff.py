"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word with the space behind it, so that joining the pieces gives the text again.
_WORDS = re.compile(r"\S+\s*|\s+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
MOST = 2500  # words or lines compared; the time goes with the square of it


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: `kind` is "same", "removed" or "added"."""

    kind: str
    text: str


def compare(old: str, new: str) -> list[Piece]:
    """The pieces of both texts in reading order. Removed and same pieces together are `old`,
    added and same ones together are `new`.
    """
    for parts in (_WORDS, _LINES):
        before, after = parts.findall(old), parts.findall(new)
        if max(len(before), len(after)) <= MOST:
            return list(_pieces(before, after))
    return [Piece("removed", old), Piece("added", new)]


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(before[start:end]))
            continue
        yield from _changed("".join(before[start:end]), "".join(after[other_start:other_end]))


def _changed(removed: str, added: str) -> Iterator[Piece]:
    """What stands instead of what; words that only got something behind them stand still."""
    shorter, longer = sorted((removed, added), key=len)
    if shorter and longer.startswith(shorter) and longer[len(shorter) :][:1].isspace():
        yield Piece("same", shorter)
        removed, added = removed[len(shorter) :], added[len(shorter) :]
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
