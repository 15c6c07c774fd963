"""The demo's texts, read from the files beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that happens to a published entry, `at` minutes from the day's zero.

    `was` are pairs of the words before and after it; the entry's text is the one after.
    """

    at: int
    by: str
    verb: str
    note: str = ""
    text: str = ""
    was: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry. `ends` names the verb that it stops at; `credits` are such as
    "northwire reported via carrow-electric" and "newsroom own_report by Ida Falk".
    """

    at: int
    by: str
    body: str = ""
    headline: str = ""
    key: str = ""
    urgency: int = 5
    verification: str = "attributed"
    tags: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    picture: str = ""
    caption: str = ""
    embed: dict[str, str] = field(default_factory=dict)
    from_wire: str = ""
    display: int | None = None
    embargo: int | None = None
    due: int = 0
    ends: str = "publish"
    then: list[Step] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One live blog; all times are minutes from a zero that the caller chooses."""

    key: str
    topic: str
    kicker: str
    headline: str
    standfirst: str
    timezone: str
    byline: str
    author_blurb: str
    start: int
    end: int | None = None
    team: str = "coast"
    by: str = "ada"
    picture: str = ""
    lead_caption: str = ""
    planned: bool = False
    summary: list[str] = field(default_factory=list)
    entries: list[Item] = field(default_factory=list)


def read(name: str) -> dict[str, Any]:
    """A file of texts. An unknown key in it is an error wherever it is used."""
    return tomllib.loads((TEXTS / f"{name}.toml").read_text(encoding="utf-8"))


def read_day(name: str) -> Day:
    """A live blog with its entries."""
    content = read(name)
    entries = [
        Item(**row | {"then": [Step(**step) for step in row.get("then", [])]})
        for row in content["entries"]
    ]
    return Day(**content["blog"], entries=entries)
