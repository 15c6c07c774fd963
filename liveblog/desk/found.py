"""Attributions found in copy that is being written, and agencies it names without one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from liveblog import actions, credits, sanitise
from liveblog.actions.fields import MAX_CHILDREN
from liveblog.admin import credit_notes
from liveblog.credits import SourceKind, SourceName
from liveblog.imports.page_sources import source_fields, with_known
from liveblog.models import Source

if TYPE_CHECKING:
    from django.contrib.auth.models import User

OFFERED = 8  # sources offered to what is typed
LONGEST = 40  # characters of it
MOST = 20_000  # characters looked at; the time goes with the number of names in them


class Registry:
    """The installation's sources, and well-known ones that it does not have yet."""

    def __init__(self) -> None:
        self.sources = {source.slug: source for source in Source.objects.all()}
        self.names = with_known([source.as_name() for source in self.sources.values()])

    def id_of(self, name: SourceName | None) -> int | None:
        source = self.sources.get(name.slug) if name else None
        return source.pk if source else None

    def missing(self, *names: SourceName | None) -> list[str]:
        """The slugs of those that would have to be added first."""
        return [name.slug for name in names if name and name.slug not in self.sources]


def proposals(body: str) -> dict[str, Any]:
    """`{found, named}` for the HTML of a text.

    `found` are attributions with `text`, what stands in the copy, and `credit`, how they would be
    printed; `missing` are sources to add first. `named` are the agencies the copy names at all,
    credited or not.
    """
    paragraphs = sanitise.body_text(body[:MOST]).splitlines()
    registry = Registry()
    found = credits.find_attributions(paragraphs, registry.names)
    named = credits.find_named(paragraphs, registry.names)
    return {
        "found": [_proposal(each, registry) for each in found],
        "named": [
            {"source": registry.id_of(name), "name": name.name, "slug": name.slug}
            for name in named
            if name.kind == SourceKind.WIRE_AGENCY
        ],
    }


def notes(body: str, credited: str, built_from: int | None) -> list[str]:
    """Sentences on a text; `credited` is JSON, a list of [source, via, wire item].

    What is named and not credited is said beside the proposals already.
    """
    try:
        rows = json.loads(credited or "[]")
        told = [tuple(number(each) for each in row) for row in rows[:MAX_CHILDREN]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []
    if not body or any(len(row) != 3 for row in told):
        return []
    found = credit_notes.notes(body[:MOST], [(a or 0, b, c) for a, b, c in told], built_from)
    return [note.text for note in found if note.kind != "named"]


def number(value: Any) -> int | None:
    """The id of a row, if it can be one."""
    text = str(value)[:20]
    return int(text) if text.isascii() and text.isdecimal() and 0 < int(text) < 2**63 else None


def _proposal(found: credits.Found, registry: Registry) -> dict[str, Any]:
    return {
        "source": registry.id_of(found.source),
        "relation": str(found.relation),
        "via": registry.id_of(found.via),
        "person": found.person,
        "names": [found.source.name, found.via.name if found.via else None],
        "text": found.text,
        "credit": credits.attribution_text(found.credit()),
        "missing": registry.missing(found.source, found.via),
    }


def like(words: str) -> list[dict[str, Any]]:
    """`{source, name, slug}` of sources one of whose names has a word that begins with `words`.

    The installation's come first; `source` is None for a well-known one that it lacks.
    """
    typed = words.casefold().strip()[:LONGEST]
    registry = Registry()
    ranked = [
        (rank, registry.id_of(name) is None, name.name, name)
        for name in registry.names
        if typed and (rank := _rank(name, typed)) is not None
    ]
    ranked.sort(key=lambda row: row[:3])
    return [
        {"source": registry.id_of(name), "name": name.name, "slug": name.slug}
        for *_, name in ranked[:OFFERED]
    ]


def _rank(name: SourceName, typed: str) -> int | None:
    """How near: 0 a whole name, 1 its beginning, 2 a later word's; None is not at all."""
    called = [each.casefold() for each in (name.name, name.short_name, *name.forms) if each]
    if typed in called:
        return 0
    if any(each.removeprefix("the ").startswith(typed) for each in called):
        return 1
    words = (word for each in called for word in each.split())
    return 2 if any(word.startswith(typed) for word in words) else None


def add_known(user: User, slugs: list[str]) -> list[Source]:
    """Add well-known sources by their slugs, leaving out what is no such one. Raises `ActionError`.

    They are not suppliers of this newsroom until somebody says so.
    """
    registry = Registry()
    wanted = [name for name in registry.names if name.slug in registry.missing(name)]
    return [
        actions.create_source(user=user, fields=source_fields(name, supplies=False))
        for name in wanted
        if name.slug in slugs
    ]
