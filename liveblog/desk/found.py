"""Attributions found in copy that is being written, and agencies it names without one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from liveblog import credits, sanitise
from liveblog.credits import SourceKind, SourceName
from liveblog.models import Source

MOST = 100_000  # characters looked at; more is no update


def proposals(body: str) -> dict[str, Any]:
    """`{found, named}` for the HTML of a text.

    `found` are attributions with `text`, what stands in the copy, and `credit`, how they would be
    printed; `named` are the agencies the copy names at all, credited or not.
    """
    paragraphs = sanitise.body_text(body[:MOST]).splitlines()
    sources = {source.slug: source for source in Source.objects.all()}
    registry = tuple(source.as_name() for source in sources.values())
    found = credits.find_attributions(paragraphs, registry)
    return {
        "found": [_proposal(each, sources) for each in found],
        "named": [
            {"source": sources[name.slug].pk, "name": name.name}
            for name in _agencies(paragraphs, registry)
        ],
    }


def _proposal(found: credits.Found, sources: dict[str, Source]) -> dict[str, Any]:
    source, via = sources[found.source.slug], sources.get(found.via.slug) if found.via else None
    return {
        "source": source.pk,
        "relation": str(found.relation),
        "via": via.pk if via else None,
        "person": found.person,
        "names": [source.name, via.name if via else None],
        "text": found.text,
        "credit": credits.attribution_text(found.credit()),
    }


def _agencies(paragraphs: Sequence[str], registry: tuple[SourceName, ...]) -> list[SourceName]:
    named = credits.find_named(paragraphs, registry)
    return [source for source in named if source.kind == SourceKind.WIRE_AGENCY]
