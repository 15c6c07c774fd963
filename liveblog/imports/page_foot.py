"""What stands below the last entry: credit sentence, contributors, and the author's block."""

import re
from dataclasses import dataclass, field

from liveblog.credits import find_credit_sentence
from liveblog.imports.page_lines import is_furniture, is_image_marker
from liveblog.imports.page_model import Byline, Line, Problem

_CONTRIBUTED = re.compile(r"[^.]{1,200} contributed to this (?:report|story)\.?", re.IGNORECASE)
_SMALL_WORDS = frozenset({"and", "of", "the", "for", "de", "von", "van", "bin"})
_LONGEST_BLOCK = 3  # lines of an author's block behind the picture: a name and what is said of it


@dataclass(slots=True)
class Foot:
    """The parts below the last entry."""

    credit_names: list[str] = field(default_factory=list)
    credit_sentence: str = ""
    notes: list[str] = field(default_factory=list)
    byline: Byline | None = None
    problems: list[Problem] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)


def split_foot(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The last entry's lines, and those of the foot. Either may be empty."""
    start = _foot_at(lines)
    while start and _CONTRIBUTED.fullmatch(lines[start - 1].text):
        start -= 1
    return lines[:start], lines[start:]


def _foot_at(lines: list[Line]) -> int:
    """Where the foot starts: at the credit sentence, else at the author's picture or name."""
    for start in reversed(range(len(lines))):
        if find_credit_sentence(lines[start].text):
            return start
    if (picture := _authors_picture(lines)) is not None:
        return picture
    if len(lines) >= 2 and _is_name(lines[-2]) and _speaks_of(lines[-1], lines[-2]):
        return len(lines) - 2
    return len(lines)


def _authors_picture(lines: list[Line]) -> int | None:
    """The last picture, if a name and little else stands behind it."""
    for start in reversed(range(len(lines))):
        if is_image_marker(lines[start].text):
            block = [each for each in lines[start + 1 :] if not is_furniture(each.text)]
            return start if 0 < len(block) <= _LONGEST_BLOCK and _is_name(block[0]) else None
    return None


def _is_name(line: Line) -> bool:
    words = line.text.removeprefix("By ").split()
    named = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    return named and len(words) <= 6 and not re.search(r"[.!?:,;]$|\d", line.text)


def _speaks_of(blurb: Line, name: Line) -> bool:
    words = {word for word in name.text.split() if len(word) > 2}
    return bool(words & set(re.findall(r"\w+", blurb.text))) and len(blurb.text) > len(name.text)


def read_foot(lines: list[Line]) -> Foot:
    """The parts of the foot; a line that is none of them is reported."""
    foot = Foot()
    for line in lines:
        if found := find_credit_sentence(line.text):
            foot.credit_sentence, foot.credit_names = found
            around = line.text.partition(foot.credit_sentence)
            foot.notes += [part.strip() for part in (around[0], around[2]) if part.strip()]
        elif _CONTRIBUTED.fullmatch(line.text):
            foot.notes.append(line.text)
        elif is_furniture(line.text) or is_image_marker(line.text):
            foot.furniture.append(line)
        else:
            _take_byline(foot, line)
    return foot


def _take_byline(foot: Foot, line: Line) -> None:
    if foot.byline is None and _is_name(line):
        foot.byline = Byline(line.text.removeprefix("By "))
    elif foot.byline is not None and not foot.byline.blurb:
        foot.byline = Byline(foot.byline.name, line.text)
    else:
        why = "It stands below the last entry and fits nothing there."
        foot.problems.append(Problem(line.no, line.text, why))
