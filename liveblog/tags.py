"""What a tag is: a word or short phrase on an entry, as readers see it. Pure.

`#Power cuts` as it is typed is the tag “Power cuts”; “power CUTS” is the same tag.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 40  # characters of a tag
MOST = 10  # tags of an entry
LONGEST_KEY = 3 * LONGEST  # what one character may fold to is three at most

_WANTED = ("L", "N", "M")  # letters, digits, and the marks that Indic and other scripts write with


def cleaned(tags: Iterable[str]) -> list[str]:
    """The tags as they are stored, in order. Raises `ValueError` with a sentence."""
    found: dict[str, str] = {}
    for text in tags:
        tag = _cleaned(text)
        if (key := key_of(tag)) in found:
            raise ValueError(f"The tag “{tag}” is there twice.")
        found[key] = tag
    if len(found) > MOST:
        raise ValueError(f"An update can have at most {MOST} tags; these are {len(found)}.")
    return list(found.values())


def split(text: str) -> list[str]:
    """What was typed into one field, tag by tag; commas and line ends stand between them."""
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def joined(tags: Iterable[str]) -> str:
    """The tags as one field shows them, to be `split` again."""
    return ", ".join(tags)


def key_of(tag: str) -> str:
    """What two spellings of one tag have in common: “Évacuation”, “évacuation”."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tag).casefold())


def _cleaned(text: str) -> str:
    tag = " ".join(unicodedata.normalize("NFC", text).split()).lstrip("#").strip()
    if not any(unicodedata.category(letter)[0] in "LN" for letter in tag):
        raise ValueError(f"“{text.strip()[:LONGEST]}” is no tag: it has no letter and no digit.")
    if len(tag) > LONGEST:
        raise ValueError(f"The tag “{tag[:LONGEST]}…” is longer than {LONGEST} characters.")
    wrong = next((letter for letter in tag if not _belongs(letter)), None)
    if wrong:
        raise ValueError(
            f"The tag “{tag}” contains “{wrong}”; letters, digits, spaces and hyphens are allowed."
        )
    return tag


def _belongs(letter: str) -> bool:
    return letter in " -" or unicodedata.category(letter)[0] in _WANTED
