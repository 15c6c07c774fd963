"""How much of one text stands word by word in another. Pure."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def longest_run(text: str, other: str, *, beyond: int) -> int:
    """The most words in a row that both texts share, if more than `beyond`; else 0.

    Case, punctuation and spacing do not count. Linear in the length of both.
    """
    ours, theirs = _words(text), _words(other)
    size = beyond + 1
    starts: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(theirs) - size + 1):
        starts.setdefault(tuple(theirs[place : place + size]), []).append(place)
    longest = place = 0
    while place + size <= len(ours):
        there = starts.get(tuple(ours[place : place + size]), [])[:20]
        run = max((_run(ours, theirs, place, start) for start in there), default=0)
        longest = max(longest, run)
        place += max(run - beyond, 1)
    return longest


def _run(ours: list[str], theirs: list[str], here: int, there: int) -> int:
    length = 0
    while (
        here + length < len(ours)
        and there + length < len(theirs)
        and ours[here + length] == theirs[there + length]
    ):
        length += 1
    return length


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
