"""What each outlet gets of an entry built from agency copy. Pure: decided here and only here."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Outlet = Literal["page", "public_api", "feed", "embed", "partner"]
Level = Literal["whole", "excerpt", "withheld"]

OUTLETS: tuple[Outlet, ...] = ("page", "public_api", "feed", "embed", "partner")


@dataclass(frozen=True, slots=True)
class Terms:
    """A rights profile: outlet → "whole", "excerpt" or "none"; excerpt length in words."""

    page: str = "whole"
    public_api: str = "none"
    feed: str = "none"
    embed: str = "none"
    partner: str = "none"
    excerpt_words: int = 40
    territories: tuple[str, ...] = ()


# A source without a profile: nobody has read the contract yet, so only the page may carry it.
UNREAD = Terms()


@dataclass(frozen=True, slots=True)
class Decision:
    """`level` as the documents name it, and how many words an excerpt keeps."""

    level: Level
    words: int = 0


WHOLE = Decision("whole")
WITHHELD = Decision("withheld")


def decide(terms: Terms | None, outlet: Outlet, *, territory: str = "") -> Decision:
    """Decide for one entry. `terms` is None for own words, which are free everywhere.

    An unknown allowance or a partner outside the contract's territories gets nothing.
    """
    if terms is None:
        return WHOLE
    if outlet == "partner" and terms.territories and territory not in terms.territories:
        return WITHHELD
    allowance = getattr(terms, outlet)
    if allowance == "whole":
        return WHOLE
    if allowance == "excerpt" and terms.excerpt_words > 0:
        return Decision("excerpt", terms.excerpt_words)
    return WITHHELD


def expires_at(published_at: datetime, days: int | None) -> datetime | None:
    """When a contract of so many days no longer allows the copy; None for never."""
    if days is None:
        return None
    try:
        return published_at + timedelta(days=days)
    except OverflowError:
        return None


def excerpt(text: str, words: int) -> str:
    """The first `words` words of plain text, with an ellipsis if anything is left out."""
    every = text.split()
    if len(every) <= words:
        return " ".join(every)
    return " ".join(every[:words]) + " …"


def excerpt_html(text: str, words: int) -> str:
    """`excerpt` as one paragraph of HTML."""
    return f"<p>{html.escape(excerpt(text, words), quote=False)}</p>"
