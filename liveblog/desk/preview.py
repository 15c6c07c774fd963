"""What readers would see of an entry, made from what is typed; nothing is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from copy import copy
from datetime import datetime
from typing import Any

from django.db.models import prefetch_related_objects

from liveblog import credits
from liveblog.actions.cards import digest_of
from liveblog.actions.content import ROWS, apply_scalars, credited_sources, fields_of
from liveblog.actions.errors import Invalid
from liveblog.actions.fields import clean_fields
from liveblog.actions.published import NO_TIME
from liveblog.models import (
    Attribution,
    Correction,
    CreditCount,
    Embed,
    EmbedCard,
    Entry,
    LiveBlog,
    Source,
)
from liveblog.previews import as_published


def credit_line(blog: LiveBlog, entry: Entry | None, typed: Entry) -> dict[str, Any]:
    """`{text, changed}`: the live blog's credit line as it would read with `typed` published."""
    public = entry is not None and entry.state == Entry.State.PUBLISHED
    before = credited_sources(entry) if entry is not None and public else set()
    quoted = Attribution.Relation.QUOTED
    after = {row.source_id for row in typed.attributions.all() if row.relation != quoted}
    suppliers = Source.objects.filter(in_credit_line=True)
    counts = CreditCount.objects.filter(blog=blog, entries__gt=0, source__in=suppliers)
    entries = Counter(dict(counts.values_list("source__name", "entries")))
    entries.update(suppliers.filter(pk__in=after - before).values_list("name", flat=True))
    entries.subtract(suppliers.filter(pk__in=before - after).values_list("name", flat=True))
    order = credits.order_for_credit_line({name: n for name, n in entries.items() if n > 0})
    text = credits.credit_line(order, language=blog.language)
    return {"text": text, "changed": text != blog.credit_line}


_JOINS = {
    "attributions": ("source", "via"),
    "images": ("asset",),
    "embeds": (),  # their cards belong to addresses
    "authors": (),
}
NOBODY = 0  # the id of a row that is in no table


def preview(
    blog: LiveBlog,
    entry: Entry | None,
    fields: Mapping[str, Any],
    now: datetime,
    note: tuple[str, str] = ("", ""),
) -> Entry:
    """`entry`, or a new one, as `fields` would make it; `note` is (kind, text) of a correction.

    Raises `Invalid` for what the verbs would refuse.
    """
    stands = fields_of(entry) if entry else {}
    cleaned = clean_fields({**stands, **fields}, blog)
    typed = copy(entry) if entry else Entry(pk=NOBODY, blog=blog)
    apply_scalars(typed, cleaned)
    if typed.number and typed.display_at is None:
        raise Invalid({"display_at": [NO_TIME]})
    if entry is None and "built_from" not in cleaned:
        typed.built_from = None
    rows = {name: _built(name, typed, cleaned.get(name, [])) for name in ROWS}
    rows["entry_authors"] = rows.pop("authors")
    rows["corrections"] = [*_noted(entry), *_note(typed, note, now)]
    typed._prefetched_objects_cache = rows  # type: ignore[attr-defined]
    return as_published(typed, now)


def _built(name: str, entry: Entry, rows: list[dict[str, Any]]) -> list[Any]:
    built: list[Any] = [ROWS[name](entry, row, position) for position, row in enumerate(rows)]
    if name == "embeds":
        _hang_cards(built)
    elif _JOINS[name]:
        prefetch_related_objects(built, *_JOINS[name])
    return built


def _hang_cards(embeds: list[Embed]) -> None:
    """What is known of their addresses already; a preview asks for nothing."""
    digests = {digest_of(embed.url): embed for embed in embeds if embed.url}
    for card in EmbedCard.objects.filter(digest__in=digests):
        digests[card.digest].card = card


def _noted(entry: Entry | None) -> list[Correction]:
    return list(entry.corrections.all()) if entry else []


def _note(entry: Entry, note: tuple[str, str], now: datetime) -> list[Correction]:
    kind, text = note
    if not text.strip():
        return []
    return [Correction(entry=entry, kind=kind or Correction.Kind.CORRECTION, note=text, at=now)]
