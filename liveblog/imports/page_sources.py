"""Which sources a page may credit: the installation's, well-known ones, and its own suppliers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.text import slugify

from liveblog.credits import Found, Relation, SourceKind, SourceName
from liveblog.imports.known_sources import known_sources
from liveblog.imports.page_model import ParsedPage


def registry_for(page: ParsedPage, existing: Sequence[SourceName]) -> list[SourceName]:
    """Every name to look for in the page's text.

    The installation's sources come first and stand for a well-known one of the same name. What
    the page's credit sentence names and nobody knows is taken for an agency of that name.
    """
    registry = with_known(existing, page.byline.name if page.byline else "")
    for name in page.credit_names:
        if not any(goes_by(source, name) for source in registry):
            registry.append(_agency(name, {source.slug for source in registry}))
    return registry


def with_known(existing: Sequence[SourceName], byline: str = "") -> list[SourceName]:
    """The installation's sources, and the well-known ones it does not have."""
    known = known_sources(byline)
    unlike = [source for source in known if not any(_same(source, each) for each in existing)]
    return [*existing, *unlike]


def new_sources(
    page: ParsedPage, found: Iterable[Found], existing: Sequence[SourceName]
) -> list[dict[str, Any]]:
    """The fields of the sources that the entries credit and the installation does not have.

    Those the page's credit sentence names are this newsroom's suppliers; on a page without such
    a sentence the agencies are.
    """
    have = {source.slug for source in existing}
    used: dict[str, SourceName] = {}
    counted: set[str] = set()
    for each in found:
        used |= {source.slug: source for source in (each.source, each.via) if source}
        if each.relation != Relation.QUOTED:
            counted.add(each.source.slug)
    return [
        source_fields(source, supplies=slug in counted and _supplies(page, source))
        for slug, source in used.items()
        if slug not in have
    ]


def goes_by(source: SourceName, name: str) -> bool:
    """Whether ``name`` is one of the source's, whatever its capitals and its article."""
    return _plain(name) in {*_full_names(source), _plain(source.short_name)}


def _supplies(page: ParsedPage, source: SourceName) -> bool:
    if page.credit_names:
        return any(goes_by(source, name) for name in page.credit_names)
    return source.kind == SourceKind.WIRE_AGENCY


def source_fields(source: SourceName, *, supplies: bool) -> dict[str, Any]:
    """A source as the verb that adds it takes it; `supplies` puts it into the credit line."""
    return {
        "slug": source.slug,
        "name": source.name,
        "short_name": source.short_name,
        "kind": str(source.kind),
        "forms": list(source.forms),
        "descriptor": source.descriptor,
        "in_credit_line": supplies,
    }


def _same(one: SourceName, other: SourceName) -> bool:
    """Short names do not count: "AP" may be somebody else's in this newsroom."""
    return one.slug == other.slug or bool(_full_names(one) & _full_names(other))


def _full_names(source: SourceName) -> set[str]:
    return {_plain(name) for name in (source.name, *source.forms)}


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _agency(name: str, taken: set[str]) -> SourceName:
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    base = slugify(name)[:100] or f"source-{digest}"
    slug = base if base not in taken else f"{base}-{digest}"
    return SourceName(slug, name[:120], "", SourceKind.WIRE_AGENCY)
