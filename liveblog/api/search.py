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
        # Not icontains: SQLite's LIKE knows no upper case beyond ASCII.
        pattern = re.escape(word)
        headline = Q(headline__iregex=pattern)
        found &= (whole & (headline | Q(body_text__iregex=pattern))) | (excerpted & headline)
    return found


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
