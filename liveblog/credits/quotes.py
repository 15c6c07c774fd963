"""Direct quotations: what somebody says inside them is nobody's attribution."""

import re
from collections.abc import Container

MASK = "¤"  # neither a letter nor a space, so that no phrase can match across it

_LONGEST_NAME = 5  # words, of a programme
_OPENING = "“„«"
_ANY_CLOSING = '”»"'
_CLOSING = {"„": '“”"'}  # „German“
_SINGLE = re.compile(
    r"‘[^‘“”\"]{1,400}?[’'](?!\w)|(?<![\w'])'(?=[A-Za-z])[^'\"“”]{1,400}?(?:[,.!?]'"
    r"|(?<=\w)')(?!\w)"
)
# No speech ends so: "… of the way. Source: X", its closing mark forgotten
_CREDIT_BEHIND = re.compile(r"(?<=[.!?]) Sources?: [A-Z][^.:;]{1,80}$")


def plain(text: str) -> str:
    """``text`` with typewriter apostrophes and plain spaces; every offset stays the same."""
    return re.sub(r"\s", " ", text).replace("’", "'").replace("ʼ", "'")


def mask_quotes(text: str, names: Container[str] = ()) -> str:
    """``text`` with every direct quotation covered by ``MASK``, marks included, length kept.

    What is one of ``names`` is no quotation: "the “Bild” newspaper", "on “Fox News Sunday”".

    A quotation that is not closed runs to the end of the paragraph, as it does where a speech goes
    on over several paragraphs.
    """
    covered = list(text)
    for start, end in _double_quoted(text):
        if not _is_a_name(text[start + 1 : end - 1], names):
            covered[start:end] = MASK * (end - start)
    masked = "".join(covered)
    return _SINGLE.sub(
        lambda found: found[0] if found[0][1:-1] in names else MASK * len(found[0]), masked
    )


def _is_a_name(quoted: str, names: Container[str]) -> bool:
    words = quoted.rstrip(".,").split()
    if len(words) > _LONGEST_NAME or not all(word[0].isupper() for word in words):
        return False
    return any(" ".join(words[:count]) in names for count in range(1, len(words) + 1))


def direct_quotes(text: str) -> list[str]:
    """What stands in double quotation marks in a paragraph, in its order."""
    return [text[start:end] for start, end in _double_quoted(text)]


def _double_quoted(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for index, mark in enumerate(text):
        if start is None and _opens(text, index, mark):
            start = index
        elif start is not None and text[start] == mark == '"' and _opens_anew(text, index):
            end = text.rfind(". ", start, index) + 1
            if end:  # the quotation in front of this one was never closed
                spans.append((start, end))
                start = index
            else:
                spans.append((start, index + 1))
                start = None
        elif start is not None and mark in _CLOSING.get(text[start], _ANY_CLOSING):
            spans.append((start, index + 1))
            start = None
    if start is not None:
        credit = _CREDIT_BEHIND.search(text, start)
        spans.append((start, credit.start() if credit else len(text)))
    return spans


def _opens_anew(text: str, index: int) -> bool:
    return text[index - 1 : index].isspace() and text[index + 1 : index + 2].isalnum()


def _opens(text: str, index: int, mark: str) -> bool:
    """A straight mark opens after a space or bracket; behind a letter it closes, behind a digit
    it may be an inch."""
    if mark in _OPENING:
        return True
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return mark == '"' and not (before.isalnum() or before in set(".,!?%")) and not after.isspace()
