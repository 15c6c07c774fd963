"""The time that begins an entry: "9:34 p.m.:", "noon:", "• 12 a.m. EST :"."""

import re
from dataclasses import dataclass
from datetime import time

from liveblog.apstyle import parse_time_label
from liveblog.imports.page_lines import BULLET

_CLOCK = r"(?i:(?:12 )?noon|(?:12 )?midnight|\d{1,2}(?::\d{2})? ?[ap]\.? ?m\.?)"
_FRONT = rf"(?:{BULLET.pattern})?"
_ZONE = r"(?: (?P<zone>[A-Z]{2,5}))?"
_LABEL = re.compile(rf"{_FRONT}(?P<clock>{_CLOCK}){_ZONE}(?: ?[:：] ?(?P<rest>.*)|$)")
_DIGITS = r"[\doOlI]"  # letters that are taken for figures: "12:o1 a.m."
_ALMOST = re.compile(
    rf"{_FRONT}(?:{_DIGITS}{{1,2}}[:.]{_DIGITS}{{2}}(?: ?[ap]\.? ?m\.?)?{_ZONE} ?[:：]"
    r"|\d{1,2}[:.]\d{2} ?[ap]\.? ?m\.?(?!\w)|\d{1,2} ?[ap]\.? ?m\.? ?:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """``text`` as it is written, without zone and colon; ``rest`` is what follows on the line."""

    text: str
    time: time
    zone: str
    rest: str


def read_label(text: str) -> Label | None:
    """The label a line begins with. A time without a colon counts only where it stands alone."""
    found = _LABEL.match(text)
    if found is None or (at := parse_time_label(found["clock"])) is None:
        return None
    return Label(found["clock"].strip(), at, found["zone"] or "", found["rest"] or "")


def is_almost_label(text: str) -> bool:
    """A line that begins like an entry and is none: "12:o1 a.m.:", "21:34:", "9:34 p.m. Text"."""
    return read_label(text) is None and bool(_ALMOST.match(text))
