"""What an outlet gets of an entry: the text its rights allow, and its attributions in words.

Shared by `render` (markup) and `documents` (data), so that the two can never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from liveblog import credits, rights, sanitise
from liveblog.models import Attribution, Entry

TITLE_WORDS = 14


def credit_of(attribution: Attribution) -> credits.Credit:
    """An attribution row as the pure module takes it."""
    return credits.Credit(
        source=attribution.source.as_name(),
        relation=attribution.relation,
        via=attribution.via.as_name() if attribution.via else None,
        person=attribution.person,
    )


def attribution_text(attribution: Attribution, language: str, *, alone: bool = False) -> str:
    """ "Reuters reported, citing Interfax" in the live blog's language; `alone`: under a text."""
    return credits.attribution_text(credit_of(attribution), language=language, alone=alone)


@dataclass(frozen=True, slots=True)
class Body:
    """What an outlet gets of an entry's text."""

    level: rights.Level
    html: str
    text: str


def body_for(entry: Entry, outlet: rights.Outlet, *, territory: str = "") -> Body:
    """The text as `outlet` may carry it, sanitised once more on its way out (SR-13)."""
    decision = entry.rights_for(outlet, territory=territory)
    if decision.level == "withheld":
        return Body("withheld", "", "")
    if decision.level == "excerpt":
        short = rights.excerpt(entry.body_text, decision.words)
        return Body("excerpt", rights.excerpt_html(entry.body_text, decision.words), short)
    return Body("whole", sanitise.scrub(entry.body), entry.body_text)


@dataclass(frozen=True, slots=True)
class Original:
    """The agency's own page, for readers who are sent there: whose it is, and its address or ""."""

    name: str
    url: str


def original_of(entry: Entry) -> Original | None:
    """Where to read what the contract allows here no longer; None for all that it still allows."""
    if entry.rights_expired_at is None or entry.built_from is None:
        return None
    try:
        url = sanitise.safe_url(entry.built_from.url)
    except sanitise.UnacceptableText:
        url = ""
    return Original(entry.built_from.chain.source.name, url)


def title_from(headline: str, text: str) -> str:
    """What names an entry in lists, feeds and search results: its headline or its first words."""
    return headline or rights.excerpt(text, TITLE_WORDS)
