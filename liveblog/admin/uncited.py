"""Wire items whose own words stand in a text that credits their agency and does not cite them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

import liveblog.search.matching  # noqa: F401  brings the lookup
from liveblog import words
from liveblog.models import WireChain, WireItem, WireWords

SHORTEST = 7  # words in a row that are found for certain; fewer are often the same by chance
MOST = 1600  # words of a text that are looked for
SHOWN = 5  # items


def uncited(text: str, sources: Collection[int], *, but: Collection[int]) -> list[WireItem]:
    """The newest items of `sources` that `text` may share many words in a row with.

    `but` are chains it carries or cites already. The index answers for pieces of the text: a run
    of SHORTEST words has one of them whole, wherever it begins.
    """
    pieces = _pieces(text)
    if not pieces or not sources:
        return []
    whose = Q(chain__source__in=sources) | Q(chain__newest__credited__in=sources)
    found = WireWords.objects.filter(whose, body__holds_any=pieces).exclude(pk__in=but)
    chains = WireChain.objects.filter(pk__in=found.values("pk")).order_by("-moved_at", "-pk")
    newest = chains.exclude(newest=None).values_list("newest", flat=True)[:SHOWN]
    rows = WireItem.objects.with_terms().select_related("credited").in_bulk(list(newest))
    return list(rows.values())


def _pieces(text: str) -> words.Question:
    tokens = words.indexed(text).split()[:MOST]
    size = (SHORTEST + 1) // 2
    blocks = (tuple(tokens[at : at + size]) for at in range(0, len(tokens) - size + 1, size))
    return tuple(words.Term(block) for block in dict.fromkeys(blocks))
