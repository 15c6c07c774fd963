"""Everything above the first entry: kicker, headline, picture, topic, recap, standfirst, zone."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from liveblog.imports.page_dates import ends_on_a_day, is_stamp
from liveblog.imports.page_labels import is_almost_label
from liveblog.imports.page_lines import (
    is_furniture,
    is_image_marker,
    looks_like_caption,
    without_bullet,
)
from liveblog.imports.page_model import Line, PageError, Problem, SummaryPoint

_KICKERS = frozenset({"breaking news", "breaking", "live", "live blog", "developing", "just in"})
_ALL_TIMES = re.compile(
    r"(?P<lead>^|[.!?] +|[,;(] *|[–—-] +)(?P<all>all times(?: are)?(?: in)?(?: local)? "
    r"(?P<zone>[^.:;,()]{1,40}?)(?: \([^()]{1,20}\))?\)?[.:]?)$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"For (?:our |more |the |all )?(?:full|complete|latest|more|all)?\b.{0,80}?"
    r"\b(?:coverage|stories)\b.{0,80}?\b(?:visit|see|go to|click on)\b:? (?P<name>.+?)\.?",
    re.IGNORECASE,
)
_RECAP = re.compile(
    r"(?:(?:Daily )?Recap\b.{0,60}|What we know.{0,40}|What (?:to|you need to) know.{0,40}"
    r"|Key (?:points|developments|moments).{0,40}|Highlights.{0,40}):?",
    re.IGNORECASE,
)
_BY = re.compile(r"By [A-Z][\w'’.-]*(?: [\w'’.&/-]+){0,7}")
_STANDFIRST = re.compile(r"(?:For )?the latest\b", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """The parts found so far; ``rest`` are lines that only their order can explain."""

    kicker: str = ""
    headline: Line = field(default_factory=lambda: Line(0, ""))
    caption: str = ""
    topic_name: str = ""
    topic_sentence: str = ""
    standfirst: str = ""
    all_times: Line | None = None
    all_times_text: str = ""
    zone_label: str = ""
    author: Line | None = None
    summary_heading: str = ""
    summary_points: list[SummaryPoint] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)

    def unplaced(self, line: Line, why: str) -> None:
        self.problems.append(Problem(line.no, line.text, why))


def read_head(lines: list[Line]) -> Head:
    """The head of the page. Raises ``PageError`` if there is no headline in it."""
    head = Head()
    recap: list[Line] = []
    in_recap = False
    for line in lines:
        if _take_known(head, line):
            in_recap = in_recap and line in head.furniture
        elif _RECAP.fullmatch(line.text) and not head.summary_heading:
            head.summary_heading, in_recap = line.text.rstrip(":"), True
        elif in_recap or without_bullet(line.text) != line.text:
            recap.append(line)
        else:
            head.rest.append(line)
    _place_recap(head, recap)
    _place_rest(head)
    return head


def _place_recap(head: Head, lines: list[Line]) -> None:
    """The points of the recap, each with the heading it stands under ("HUMANITARIAN")."""
    heading = Line(0, "")
    for line, below in pairwise([*lines, heading]):
        if not _is_group(line.text):
            head.summary_points.append(SummaryPoint(without_bullet(line.text), heading.text))
        elif _is_group(below.text) or not below.text:
            head.unplaced(line, "It is a heading with no point below it.")
        else:
            heading = line


def _take_known(head: Head, line: Line) -> bool:
    """Put a line in its place if it can be told by itself."""
    if is_image_marker(line.text) or (
        is_furniture(line.text) and line.text.casefold() not in _KICKERS
    ):
        head.furniture.append(line)
    elif found := _ALL_TIMES.search(line.text):
        _take_all_times(head, line, found)
    elif (topic := _TOPIC.fullmatch(line.text)) and not head.topic_name:
        head.topic_sentence, head.topic_name = line.text, topic["name"]
    elif is_stamp(line.text):
        head.stamps.append(line.text)
        head.furniture.append(line)
    elif _BY.fullmatch(line.text) and head.author is None:
        head.author = line
    else:
        return False
    return True


def _take_all_times(head: Head, line: Line, found: re.Match[str]) -> None:
    if head.all_times is not None:
        head.unplaced(line, "The page has named its time zone before.")
        return
    head.all_times, head.all_times_text = line, found["all"].rstrip(")")
    head.zone_label = found["zone"].strip()
    sentence_end = found["lead"].strip() if found["lead"].strip() in {".", "!", "?"} else ""
    head.standfirst = line.text[: found.start()].rstrip(" ,;(") + sentence_end


def _is_group(text: str) -> bool:
    """ "HUMANITARIAN", a heading among the points of a recap."""
    return text.isupper() and len(text.split()) <= 4


def _place_rest(head: Head) -> None:
    """Kicker, headline and caption by their order; then a standfirst; the others are reported."""
    lines = _without_doubles(head)
    number = _headline_at(lines)
    head.headline = lines[number]
    for line in lines[:number]:
        _place_above(head, line)
    for line in lines[number + 1 :]:
        _place_below(head, line)


def _without_doubles(head: Head) -> list[Line]:
    """A line that stands twice is a caption: once for the picture, once below it."""
    kept: list[Line] = []
    for line in head.rest:
        if kept and line.text == kept[-1].text:
            if not ends_on_a_day(line.text):  # a headline may stand twice as well
                _take_caption(head, kept.pop())
        elif line.text != head.caption:
            kept.append(line)
    return kept


def _take_caption(head: Head, line: Line) -> None:
    if not head.caption:
        head.caption = line.text
    elif head.caption != line.text:
        head.unplaced(line, "There is a caption above it already.")


def _headline_at(lines: list[Line]) -> int:
    for number, line in enumerate(lines):
        if ends_on_a_day(line.text):
            return number
    for number, line in enumerate(lines):
        if not (
            _is_kicker(line.text) or looks_like_caption(line.text) or _is_standfirst(line.text)
        ):
            return number
    raise PageError("The page has no headline above its first entry.")


def _is_kicker(text: str) -> bool:
    return text.casefold() in _KICKERS


def _is_standfirst(text: str) -> bool:
    return bool(_STANDFIRST.match(text)) and text.endswith((".", ":"))


def _place_above(head: Head, line: Line) -> None:
    if not head.kicker and (_is_kicker(line.text) or len(line.text.split()) <= 4):
        head.kicker = line.text
    else:
        head.unplaced(line, "It stands above the headline and is no kicker.")


def _place_below(head: Head, line: Line) -> None:
    if is_furniture(line.text) or _is_kicker(line.text):
        head.furniture.append(line)
    elif _is_standfirst(line.text) and not head.standfirst:
        head.standfirst = line.text
    elif not head.caption and _is_caption(head, line):
        head.caption = line.text
    else:
        head.unplaced(line, "It stands above the first entry and fits nothing there.")


def _is_caption(head: Head, line: Line) -> bool:
    """A picture stands above the line that names the time zone, never below it."""
    above = head.all_times is None or line.no < head.all_times.no
    sentence = looks_like_caption(line.text) or len(line.text.split()) >= 6
    return above and sentence and not is_almost_label(line.text)
