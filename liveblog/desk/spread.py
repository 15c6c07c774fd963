"""Where what was taken back or put right has arrived, as the desk shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.template.loader import render_to_string

from liveblog.desk.gate import Desk
from liveblog.models import Entry
from liveblog.reports import spread as facts
from liveblog.spread import Line

ASK, LOOK_AGAIN = 1_000, 15_000  # ms until a desk asks again: while something is missing, and not
SHOWN = timedelta(minutes=1)  # what is complete stays for so long
DEEDS = {"kill": "killed", "withdraw": "withdrawn", "correct": "corrected"}
WORDS = {  # of a line's sign: when it had to go, and when it was put right
    "there": ("Gone", "Has it"),
    "promised": ("Promised", "Promised"),
    "waiting": ("Not yet", "Not yet"),
    "late": ("LATE", "LATE"),
    "stays": ("Stays", "Stays"),
    "unasked": ("Not known", "Not known"),
    "nothing": ("Had none", "Had none"),
}
MARKS = {
    "there": "✓",
    "promised": "~",
    "waiting": "…",
    "late": "!",
    "stays": "–",
    "unasked": "?",
    "nothing": "✓",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One update's list."""

    entry: Entry
    title: str
    is_gone: bool
    is_old: bool
    lines: list[tuple[Line, str, str]]  # with its mark and its word

    @property
    def is_open(self) -> bool:
        return any(line.is_open for line, _, _ in self.lines)

    @property
    def late(self) -> list[Line]:
        return [line for line, _, _ in self.lines if line.sign == "late"]

    @property
    def sum(self) -> str:
        """How many of those that had it: "5 of 7"."""
        concerned = [line for line, _, _ in self.lines if line.sign != "nothing"]
        there = sum(line.sign in ("there", "promised") for line in concerned)
        return f"{there} of {len(concerned)}"

    @property
    def said(self) -> str:
        """The whole of it in a sentence, for who hears the desk."""
        if self.late:
            missing = "; ".join(f"{line.consumer}: {line.said}" for line in self.late)
            return f"{self.title}. Not everywhere yet. {missing}"
        done = "gone from" if self.is_gone else "with"
        return f"{self.title}: {done} everybody who can be seen from here."


def card_of(subject: facts.Subject) -> Card:
    """The list of one update."""
    case, entry = subject.case, subject.entry
    which = 0 if case.is_gone else 1
    found = facts.lines(subject)
    return Card(
        entry=entry,
        title=f"Update {entry.number}, {DEEDS[case.verb]} at {case.clock(case.at)}",
        is_gone=case.is_gone,
        is_old=case.age >= SHOWN,
        lines=[(line, MARKS[line.sign], WORDS[line.sign][which]) for line in found],
    )


def recent(desk: Desk, now: datetime) -> dict[str, Any]:
    """`{html, next_ms, loud, done}` of the last minutes; `next_ms` 0: there is nothing to see."""
    found = [card_of(subject) for subject in facts.recent(desk.blog, now)]
    cards = [card for card in found if card.is_open or not card.is_old]
    return {
        "html": render_to_string("admin/desk/_spread.html", {"cards": cards}).strip(),
        "next_ms": _next(cards),
        "loud": " ".join(card.said for card in cards if card.late),
        "done": " ".join(card.said for card in cards if not card.is_open),
    }


def of_entry(desk: Desk, entry: Entry, now: datetime) -> dict[str, Any] | None:
    """`{title, html, next_ms}` of one update, whenever that was; None: nothing of the kind."""
    subject = facts.of_entry(desk.blog, entry, now)
    if subject is None:
        return None
    card = card_of(subject)
    html = render_to_string("admin/desk/_spread_lines.html", {"card": card})
    return {"title": card.title, "html": html, "next_ms": ASK if card.is_open else 0}


def _next(cards: Iterable[Card]) -> int:
    waits = [ASK if card.is_open else LOOK_AGAIN for card in cards]
    return min(waits, default=0)
