"""Searching entries without telling what an outlet may not read."""

from __future__ import annotations

import re

from django.db.models import Q

from liveblog import rights
from liveblog.models import RightsProfile

MAX_WORDS = 10


def matching(text: str, outlet: rights.Outlet, territory: str) -> Q:
    """Entries that have every word of `text`, in any case, in what the outlet gets of them.

    A withheld entry has nothing to find, and of an excerpted one only the headline is searched:
    whoever could search the rest would read it word by word.
    """
    whole, excerpted = _levels(outlet, territory)
    found = Q()
    for word in text.split()[:MAX_WORDS]:
        pattern = "".join(_either_case(letter) for letter in word)
        headline = Q(headline__regex=pattern)
        found &= (whole & (headline | Q(body_text__regex=pattern))) | (excerpted & headline)
    return found


def _either_case(letter: str) -> str:
    """A regular expression for one letter. Written out, because case beyond ASCII is unknown to
    SQLite's LIKE and, in some locales, to PostgreSQL."""
    cases = {form for form in (letter, letter.lower(), letter.upper()) if len(form) == 1}
    return f"[{''.join(sorted(cases))}]" if len(cases) > 1 else re.escape(letter)


def _levels(outlet: rights.Outlet, territory: str) -> tuple[Q, Q]:
    """Which entries the outlet gets whole and which as an excerpt, as `rights` decides it."""
    levels = {
        profile.source_id: rights.decide(profile.terms, outlet, territory=territory).level
        for profile in RightsProfile.objects.all()
    }
    unread = rights.decide(rights.UNREAD, outlet, territory=territory).level

    def at(level: str) -> Q:
        sources = [source for source, granted in levels.items() if granted == level]
        chosen = Q(built_from__chain__source__in=sources)
        if unread == level:
            chosen |= Q(
                built_from__isnull=False, built_from__chain__source__rights_profile__isnull=True
            )
        return chosen

    return Q(built_from__isnull=True) | at("whole"), at("excerpt")
