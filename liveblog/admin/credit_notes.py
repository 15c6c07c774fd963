"""What an editor might look at again in an entry's credits: for the form and for the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liveblog import credits, sanitise
from liveblog.admin.uncited import uncited
from liveblog.imports.page_sources import with_known
from liveblog.models import Entry, RightsProfile, Source, WireItem

Credited = tuple[int, int | None, int | None]  # source, via, wire item


def notes_on(entry: Entry) -> list[credits.Note]:
    """On an entry as it is stored; none on what is gone."""
    if entry.state not in (*Entry.UNPUBLISHED, Entry.State.PUBLISHED):
        return []
    rows = entry.attributions.values_list("source_id", "via_id", "item_id")
    return notes(entry.body, list(rows), entry.built_from_id)


def notes(body: str, credited: Sequence[Credited], built_from: int | None) -> list[credits.Note]:
    """On a text as it is being written, with whom it credits and whose copy it carries."""
    sources = {source.pk: source for source in Source.objects.all()}
    named = {pk for source, via, _ in credited for pk in (source, via)}
    wanted = [pk for pk in (built_from, *(item for _, _, item in credited)) if pk]
    items = _items(wanted)
    carried = items.get(built_from or 0)
    whose = (carried.credited or carried.chain.source).as_name() if carried else None
    text = sanitise.body_text(body)
    known = {item.chain_id for item in items.values()}
    others = uncited(text, [pk for pk in sources if pk in named], but=known)
    return credits.lint(
        text.splitlines(),
        {sources[pk].slug for pk in named if pk in sources},
        with_known([source.as_name() for source in sources.values()]),
        carried=whose,
        cited=[
            _cited(item)
            for item in (*items.values(), *others)
            if carried is None or item.chain_id != carried.chain_id
        ],
        quotable=_quotable(credited, carried),
    )


def _quotable(credited: Sequence[Credited], carried: WireItem | None) -> dict[str, int]:
    """How many words the contracts of agencies allow that are credited without an item."""
    wanted = {pk for source, via, item in credited for pk in (source, via) if item is None}
    if carried:
        wanted -= {carried.chain.source_id, carried.credited_id}
    profiles = RightsProfile.objects.filter(source__in=[pk for pk in wanted if pk])
    return {row.source.name: row.excerpt_words for row in profiles.select_related("source")}


def _items(ids: Iterable[int]) -> dict[int, WireItem]:
    rows = WireItem.objects.with_terms().select_related("credited").filter(pk__in=list(ids))
    return {item.pk: item for item in rows}


def _cited(item: WireItem) -> credits.Cited:
    source = item.chain.source
    words = item.terms.excerpt_words
    return credits.Cited(source.name, sanitise.body_text(item.body), words)
