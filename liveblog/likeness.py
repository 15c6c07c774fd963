"""Whether two texts say nearly the same: the same sentence typed twice, not the same news. Pure.

Texts are compared as hashes, so that what somebody is typing can be told without being shown:
`static/newsroom/desk/likeness.js` makes the same ones. No language is known here. A sentence is a
set of runs of three words; its numbers and its capitalised words (names) count by themselves,
because “12 were killed in Kyiv” is not “15 were killed in Kyiv”, however alike the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

SHORTEST = 5  # words: what is shorter says too little to be compared
RUN = 3  # words
MOST_WORDS = 400  # of a text; what comes after them is not compared
MOST_SENTENCES = MOST_WORDS // SHORTEST
SAME = 0.6  # share of either sentence's runs that the other has too
SAME_UNDER_OTHER_NAMES = 0.85  # the same where each names somebody whom the other does not
MOSTLY = 0.6  # share of a text's runs that stand in sentences the other says too

# A sentence ends at its sign before a space or the text's end, and at a line's end. Ideographic
# and Devanagari signs need no space behind them.
_END = re.compile(r"(?<=[.!?…؟])[\"'”’»)\]]*\s+|(?<=[。！？।])|\n+")
# Signs of scripts without spaces are words by themselves; the ranges are those of words.py.
_ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
)
_WORD = re.compile(f"[{_ALONE}]|[^\\W_{_ALONE}]+")
_BYTES = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hashes of one sentence: its runs of words, its numbers, its capitalised words."""

    runs: frozenset[int]
    numbers: frozenset[int]
    names: frozenset[int]

    def is_like(self, other: Sentence) -> bool:
        """Whether it is nearly the same sentence; so is the other then."""
        if _differ(self.numbers, other.numbers):
            return False
        shared = len(self.runs & other.runs)
        needed = SAME_UNDER_OTHER_NAMES if _differ(self.names, other.names) else SAME
        return shared >= needed * max(len(self.runs), len(other.runs))


def _differ(mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether each has what the other has not; one that only says more does not differ."""
    return bool(mine - theirs) and bool(theirs - mine)


Gist = tuple[Sentence, ...]


def is_said(mine: Gist, theirs: Gist) -> bool:
    """Whether `theirs` says most of `mine` already. A flash does not say what follows it."""
    runs = sum(len(each.runs) for each in mine)
    said = sum(len(each.runs) for each in mine if any(each.is_like(one) for one in theirs))
    return runs > 0 and said >= MOSTLY * runs


@lru_cache(maxsize=1024)
def gist_of(text: str) -> Gist:
    """What a text says, sentence by sentence. A text without a sentence of five words: nothing."""
    found = [_sentence(words) for words in _sentences(text)]
    return tuple(dict.fromkeys(found))


def _sentences(text: str) -> Iterable[list[str]]:
    """The words of each sentence; a short one ("U.S.", "Jan. 5") belongs to what follows it."""
    left = MOST_WORDS
    waiting: list[str] = []
    for part in _END.split(_plain(text)):
        words = _WORD.findall(part)[:left]
        left -= len(words)
        waiting += words
        if len(waiting) >= SHORTEST:
            yield waiting
            waiting = []


def _plain(text: str) -> str:
    """Without accents and vowel signs, and with one shape for a letter that has several."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if unicodedata.category(each)[0] != "M")


def _sentence(words: list[str]) -> Sentence:
    hashes = [_hash(word.lower()) for word in words]
    marked = list(zip(words, hashes, strict=True))
    return Sentence(
        runs=frozenset(_run(hashes[at : at + RUN]) for at in range(len(hashes) - RUN + 1)),
        numbers=frozenset(each for word, each in marked if any(map(_is_digit, word))),
        names=frozenset(each for word, each in marked if word[0] != word[0].lower()),
    )


def _is_digit(sign: str) -> bool:
    return unicodedata.category(sign) == "Nd"


def _hash(word: str) -> int:
    """FNV-1a, 32 bits, of its UTF-8."""
    found = 0x811C9DC5
    for byte in word.encode("utf-8", "surrogatepass"):
        found = ((found ^ byte) * 0x01000193) & _BYTES
    return found


def _run(hashes: list[int]) -> int:
    found = 0x811C9DC5
    for each in hashes:
        found = ((found ^ each) * 0x01000193) & _BYTES
        found ^= found >> 15
    return found


def packed(gist: Gist) -> list[list[list[int]]]:
    """As it travels and is stored: `[[runs, numbers, names], …]`."""
    return [[sorted(part) for part in (it.runs, it.numbers, it.names)] for it in gist]


def unpacked(data: Any) -> Gist:
    """A gist from a browser or a row. Raises `ValueError` for anything else."""
    if not isinstance(data, list) or len(data) > MOST_SENTENCES:
        raise ValueError("A gist is a list of sentences.")
    gist = tuple(Sentence(*_parts(each)) for each in data)
    # As many as a text of the longest length has, or comparing them would take seconds.
    if sum(len(each.runs | each.numbers | each.names) for each in gist) > 3 * MOST_WORDS:
        raise ValueError("A gist is that of a text.")
    return gist


def _parts(data: Any) -> Iterable[frozenset[int]]:
    if not isinstance(data, list) or len(data) != 3:
        raise ValueError("A sentence has runs, numbers and names.")
    for part in data:
        if not isinstance(part, list) or len(part) > MOST_WORDS or not all(map(_is_hash, part)):
            raise ValueError("A part of a sentence is a list of hashes.")
        yield frozenset(part)


def _is_hash(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _BYTES
