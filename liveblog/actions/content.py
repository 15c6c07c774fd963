"""Writing cleaned fields into an entry and its rows, and reading them back as a snapshot."""

from __future__ import annotations

from typing import Any

from liveblog import sanitise, tags
from liveblog.actions.cards import with_cards
from liveblog.models import Attribution, Embed, Entry, EntryAuthor, EntryImage, EntryTag

SCALARS = (
    "headline",
    "body",
    "display_at",
    "is_key_event",
    "key_event_title",
    "pin_when_published",
    "urgency",
    "verification",
    "tags",
    "embargo_until",
)


def apply_scalars(entry: Entry, cleaned: dict[str, Any]) -> None:
    """Set the entry's own columns. Saves nothing."""
    for name in SCALARS:
        if name in cleaned:
            setattr(entry, name, cleaned[name])
    if "body" in cleaned:
        entry.body_text = sanitise.body_text(entry.body)
    if "built_from" in cleaned:
        entry.built_from_id = cleaned["built_from"]


def replace_rows(entry: Entry, cleaned: dict[str, Any]) -> None:
    """Replace the ordered rows that `cleaned` names. The revisions keep what was there."""
    if "tags" in cleaned:
        _keep_places(entry)
    for name, build in ROWS.items():
        if name not in cleaned:
            continue
        manager = getattr(entry, "entry_authors" if name == "authors" else name)
        rows = PREPARED.get(name, _as_they_are)(entry, cleaned[name])
        manager.all().delete()
        manager.bulk_create([build(entry, row, position) for position, row in enumerate(rows)])
    # What was prefetched before no longer stands.
    entry._prefetched_objects_cache = {}  # type: ignore[attr-defined]


def _keep_places(entry: Entry) -> None:
    """Make the index say which tags the entry has now."""
    EntryTag.objects.filter(entry=entry).delete()
    EntryTag.objects.bulk_create(
        EntryTag(blog_id=entry.blog_id, entry=entry, key=tags.key_of(tag), name=tag)
        for tag in entry.tags
    )


def _as_they_are(_: Entry, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return rows


def _still_bound(entry: Entry, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Forms know nothing of wire items: an attribution they send back stays bound to its own."""
    bound = dict(entry.attributions.values_list("source", "item"))
    return [{"item": bound.get(row["source"]), **row} for row in rows]


PREPARED: dict[str, Any] = {
    "embeds": lambda _, rows: with_cards(rows),
    "attributions": _still_bound,
}


def _author(entry: Entry, row: dict[str, Any], position: int) -> EntryAuthor:
    return EntryAuthor(entry=entry, user_id=row["user"], name=row["name"], position=position)


def _attribution(entry: Entry, row: dict[str, Any], position: int) -> Attribution:
    return Attribution(
        entry=entry,
        source_id=row["source"],
        relation=row["relation"],
        via_id=row["via"],
        person=row["person"],
        item_id=row.get("item"),
        position=position,
    )


def _image(entry: Entry, row: dict[str, Any], position: int) -> EntryImage:
    return EntryImage(entry=entry, asset_id=row["asset"], caption=row["caption"], position=position)


def _embed(entry: Entry, row: dict[str, Any], position: int) -> Embed:
    return Embed(entry=entry, position=position, **row)


ROWS = {"authors": _author, "attributions": _attribution, "images": _image, "embeds": _embed}


_CREDIT = ("source", "relation", "via", "person", "item")


def _credit(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "item" or value}


def fields_of(entry: Entry) -> dict[str, Any]:
    """The entry as `EntryFields` in JSON types: what a revision keeps and a restore takes."""
    return {
        "headline": entry.headline,
        "body": entry.body,
        "display_at": entry.display_at.isoformat() if entry.display_at else None,
        "is_key_event": entry.is_key_event,
        "key_event_title": entry.key_event_title,
        "pin_when_published": entry.pin_when_published,
        "urgency": entry.urgency,
        "verification": entry.verification,
        "tags": list(entry.tags),
        "embargo_until": entry.embargo_until.isoformat() if entry.embargo_until else None,
        "built_from": entry.built_from_id,
        "authors": list(entry.entry_authors.values("user", "name")),
        "attributions": [_credit(row) for row in entry.attributions.values(*_CREDIT)],
        "images": list(entry.images.values("asset", "caption")),
        "embeds": list(
            entry.embeds.values("url", "to_fill", "provider", "title", "author", "text")
        ),
    }


def snapshot_of(entry: Entry) -> dict[str, Any]:
    """What a `Revision` stores of an entry."""
    return {
        "state": entry.state,
        "number": entry.number,
        "seq": entry.seq,
        "scheduled_for": entry.scheduled_for.isoformat() if entry.scheduled_for else None,
        "fields": fields_of(entry),
        "corrections": list(entry.corrections.values("kind", "note")),
    }


def credited_sources(entry: Entry) -> set[int]:
    """The sources an entry counts for in the credit line: credited, not merely quoted or via."""
    rows = Attribution.objects.filter(entry=entry).exclude(relation=Attribution.Relation.QUOTED)
    return set(rows.values_list("source_id", flat=True))
