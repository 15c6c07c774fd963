"""Which items an advisory without a guid may mean: proposed to a person, never decided here."""

from __future__ import annotations

import re
from datetime import timedelta

from liveblog import sanitise, words
from liveblog.models import WireChain, WireItem

LATELY = timedelta(hours=72)
LOOKED_AT = 500  # chains, the newest first
MOST = 10
# What every advisory says.
COMMON = words.indexed(
    """
    advisory attention been bulletin correction editors from have held hold item kill killed make
    mandatory news please slug story sure that this used version with withdrawn
    """
).split()


def candidates(item: WireItem) -> list[WireChain]:
    """The provider's items of the three days before, the likeliest first; at most ten."""
    said = f"{item.headline} {item.slugline} {sanitise.body_text(item.body)} {item.ed_note}"
    rows = (
        WireChain.objects.filter(
            source=item.chain.source_id,
            moved_at__gte=item.received_at - LATELY,
            moved_at__lte=item.received_at + LATELY,
            newest__isnull=False,
            is_advisory=False,
        )
        .exclude(pk=item.chain_id)
        .select_related("newest")
        .order_by("-moved_at", "-pk")[:LOOKED_AT]
    )
    scored = [(likeness(said, chain.guid, *_named(chain)), chain) for chain in rows]
    likely = sorted((each for each in scored if each[0]), key=lambda each: -each[0])
    return [chain for _, chain in likely[:MOST]]


def _named(chain: WireChain) -> tuple[str, str]:
    assert chain.newest is not None
    return chain.newest.slugline, chain.newest.headline


def likeness(said: str, guid: str, slugline: str, headline: str) -> int:
    """How much an advisory's words point to an item: its number most, then its slugline. Pure."""
    spoken = tokens(said)
    number = re.split(r"[:/#|]", guid)[-1].casefold()
    score = 3 * len(spoken & tokens(slugline)) + len(spoken & tokens(headline))
    if len(number) > 2 and re.search(rf"(?<!\w){re.escape(number)}(?!\w)", said.casefold()):
        score += 10
    return score


def tokens(text: str) -> frozenset[str]:
    """The words that tell one story from another."""
    found = words.indexed(text).split()  # each with a letter of the index's before it
    return frozenset(word for word in found if len(word) > 4).difference(COMMON)
