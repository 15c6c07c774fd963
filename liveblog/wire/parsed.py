"""An agency's item as its file has it, whatever the format was called. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Literal

Status = Literal["usable", "withheld", "canceled"]
# What a message says about itself or about another, in words common to all formats.
Signal = Literal["update", "correction", "hold", "kill", "advisory", "test"]

MAX_LINE = 500  # characters of anything that is one line
MAX_ADDRESS = 2000  # characters
MAX_NOTE = 20_000  # characters of notes and terms


class Unreadable(Exception):
    """A file, or an item in it, that cannot be used; the message is one plain sentence."""


class Nothing(Unreadable):
    """A whole file without an item in it: of a feed that is asked, no fault."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the feed a file came by: the zone of times that name none, if any."""

    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, clip or file that goes with an item."""

    url: str
    kind: str = ""  # "picture", "video", "audio", "graphic" or "" where the file does not say
    mime_type: str = ""
    caption: str = ""
    credit: str = ""
    guid: str = ""  # its own name, where it is an item of its own: it may be killed by it


@dataclass(slots=True)
class Embargo:
    """`closed` until `until`; closed without a time is until further notice, or unreadable."""

    closed: bool = False
    until: datetime | None = None


@dataclass(slots=True)
class Parsed:
    """One version of one item. Strings are plain text on one line, but for the three named so."""

    guid: str
    version: str = ""
    version_at: datetime | None = None
    created_at: datetime | None = None
    kind: str = "text"  # "text", "picture", "video", "audio", "graphic", "package", "event"
    pub_status: Status = "usable"
    embargo: Embargo = field(default_factory=Embargo)
    expires_at: datetime | None = None
    rights_until: datetime | None = None  # when the rights in it end, as the file itself says
    urgency: int | None = None  # 1–9, 1 hottest, as the agency has it
    urgency_raw: str = ""
    slugline: str = ""
    take: str = ""
    headline: str = ""
    byline: str = ""
    dateline: str = ""
    body_html: str = ""  # allowed HTML
    ed_note: str = ""  # lines; never leaves the newsroom
    usage_terms: str = ""  # lines
    provider: str = ""
    source: str = ""
    credit: str = ""
    copyright_holder: str = ""
    copyright_notice: str = ""
    language: str = ""
    url: str = ""
    services: list[str] = field(default_factory=list)
    subjects: list[tuple[str, str]] = field(default_factory=list)  # (code, name)
    media: list[Media] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)  # guids of a package's items
    signals: set[Signal] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)

    @property
    def is_advisory(self) -> bool:
        """For the newsroom only: an advisory, a test, or a message about another item."""
        return bool(self.signals & {"advisory", "test"})

    def warn(self, sentence: str) -> None:
        """Note once what could not be read or was read differently from how it stands."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)


@dataclass(frozen=True, slots=True)
class Refused:
    """An item among others that cannot be used, and why."""

    guid: str
    why: str
