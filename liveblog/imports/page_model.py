"""What a page says, once it is read: plain data for whoever stores it."""

from dataclasses import dataclass, field
from datetime import date, time


class PageError(ValueError):
    """The page cannot be read at all; the message is one sentence for its user."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. ``no`` counts from 1; ``follows`` is true right behind another,
    without an empty line between them."""

    no: int
    text: str
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be placed, or was placed by a guess, and why."""

    line_no: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class SummaryPoint:
    """One point of the recap above the entries; ``heading`` is "" or such as "DIPLOMACY"."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs the page, and what it says of them."""

    name: str
    blurb: str = ""


@dataclass(slots=True)
class ParsedEntry:
    """One timestamped item. ``day`` and ``time`` are wall-clock in the page's zone.

    ``fold`` is 1 for the second of two equal times on the night the clocks go back (PEP 495).
    """

    line_no: int
    label: str
    time: time
    day: date
    fold: int = 0
    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether there is neither text nor picture: its embed did not survive as text."""
        return not (self.paragraphs or self.captions)


@dataclass(slots=True)
class ParsedPage:
    """A page in its parts; ``entries`` are newest first, as they stand on it.

    ``standfirst`` is without the sentence in ``all_times``; ``zone`` is an IANA name.
    ``closing_notes`` are sentences such as "VOA's Jane Doe contributed to this report."
    ``furniture`` are lines known to be none of the page's content ("Print", "Share").
    """

    headline: str
    date: date
    zone: str
    kicker: str = ""
    lead_image_caption: str = ""
    topic_name: str = ""
    topic_sentence: str = ""
    standfirst: str = ""
    all_times: str = ""
    zone_label: str = ""
    summary_heading: str = ""
    summary_points: list[SummaryPoint] = field(default_factory=list)
    byline: Byline | None = None
    credit_names: list[str] = field(default_factory=list)
    credit_sentence: str = ""
    closing_notes: list[str] = field(default_factory=list)
    entries: list[ParsedEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
