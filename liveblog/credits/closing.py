"""The sentence at the foot of a page that says whose material is in it."""

import re

_MATERIAL = r"(?:Some |Certain )?(?:of the )?(?:information|material|content|reporting)"
_THIS = r"(?:in|for|on) this (?:report|story|article|page|blog|live blog)"
_CAME = r"(?:came|comes|is|was|were|has been)(?: (?:provided|supplied|drawn|taken|contributed))?"
_NAMES = r"(?P<names>[^\n]{1,600}?)"
# A full stop ends the names unless it stands behind a single letter, as in "the U.K. Press".
_END = r"(?:(?<!\b\w)\.(?=\s|$)|\.?\s*$)"
_SENTENCES = tuple(
    re.compile(rf"(?:^|(?<=[.!?]\s)) *{sentence}", re.IGNORECASE | re.MULTILINE)
    for sentence in (
        rf"{_MATERIAL} {_THIS} {_CAME} (?:from|by) {_NAMES}{_END}",
        rf"{_MATERIAL} (?:from|by) {_NAMES} (?:was|were|is|are) used {_THIS}{_END}",
        rf"{_MATERIAL} (?:from|by) {_NAMES} contributed to this (?:report|story){_END}",
    )
)
_BETWEEN = re.compile(r",? and (?:by |from )?|, (?:by |from )?")


def find_credit_line(text: str) -> list[str] | None:
    """The names in a closing sentence such as "Some information in this report came from A and B."

    Names stand as they are written and in their order. ``None`` where there is no such sentence.
    """
    found = find_credit_sentence(text)
    return None if found is None else found[1]


def find_credit_sentence(text: str) -> tuple[str, list[str]] | None:
    """The sentence itself, as it is written, and its names."""
    spaced = text.replace("\u00a0", " ")
    for pattern in _SENTENCES:
        found = pattern.search(spaced)
        if found:
            names = [name.strip() for name in _BETWEEN.split(found["names"])]
            return found[0].strip(), [name for name in names if name]
    return None
