"""A contract in words: what each outlet gets, as the person who signs for it reads it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from liveblog.rights import OUTLETS, Outlet, Terms

NAMES: dict[Outlet, str] = {
    "page": "the page",
    "public_api": "the public API",
    "feed": "feeds",
    "embed": "embeds on other sites",
    "partner": "partners",
}


def in_words(
    terms: Terms, *, expires_after_days: int | None = None, withdraws: bool = False
) -> str:
    """One sentence; outlets that get the same stand together.

    "The page gets the whole text; feeds get nothing; partners in GB and IE get an excerpt of 40
    words; it must go after 30 days, and a link remains." With `withdraws` the update goes with it.
    """
    clauses = [
        f"{_joined([_name(outlet, terms) for outlet in outlets])} "
        f"{'gets' if outlets in (['page'], ['public_api']) else 'get'} {what}"
        for what, outlets in _grouped(terms).items()
    ]
    if expires_after_days is not None:
        remains = "and the update with it" if withdraws else "and a link remains"
        clauses.append(f"it must go after {_count(expires_after_days, 'day')}, {remains}")
    sentence = "; ".join(clauses)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _grouped(terms: Terms) -> dict[str, list[Outlet]]:
    groups: dict[str, list[Outlet]] = {}
    for outlet in OUTLETS:
        groups.setdefault(_portion(terms, outlet), []).append(outlet)
    return groups


def _portion(terms: Terms, outlet: Outlet) -> str:
    allowance = getattr(terms, outlet)
    if allowance == "whole":
        return "the whole text"
    if allowance == "excerpt" and terms.excerpt_words > 0:
        return f"an excerpt of {_count(terms.excerpt_words, 'word')}"
    return "nothing"


def _name(outlet: Outlet, terms: Terms) -> str:
    """Partners with their countries, where they get anything."""
    if outlet == "partner" and terms.territories and _portion(terms, outlet) != "nothing":
        return f"partners in {_joined(terms.territories)}"
    return NAMES[outlet]


def _joined(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
