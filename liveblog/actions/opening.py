"""Opening one entry for a verb: chains first, then the blog, then the entry itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from liveblog.actions.actors import SYSTEM, Actor
from liveblog.actions.change import Change, chains_of_items, changing
from liveblog.actions.content import apply_scalars, fields_of, replace_rows
from liveblog.actions.contracts import is_over
from liveblog.actions.errors import NotAllowed, NotFound, Stale
from liveblog.actions.fields import clean_fields
from liveblog.actions.readiness import require_living
from liveblog.actions.verifying import Grounds, grounds_of, note_change
from liveblog.actions.wire_settling import BINDING, bind
from liveblog.models import Attribution, Entry, EntryImage, MediaAsset, Role


@dataclass(slots=True)
class Opened:
    """An entry locked for one verb, with the fields that came with it, already cleaned."""

    change: Change
    entry: Entry
    cleaned: dict[str, Any] = field(default_factory=dict)
    was: Grounds | None = None  # before the fields were taken

    def take_fields(self) -> None:
        """Write the cleaned fields into the entry and its rows."""
        require_living(self.cleaned.get("built_from"))
        self.was = grounds_of(self.entry)
        copy = self.entry.built_from_id
        apply_scalars(self.entry, self.cleaned)
        if self.entry.built_from_id != copy:
            # Other copy stands under another contract, own words under none.
            over = is_over(self.entry, self.change.now)
            self.entry.rights_expired_at = self.change.now if over else None
        replace_rows(self.entry, self.cleaned)
        note_change(self.entry, self.was.verification, self.change.now)
        if self.cleaned.keys() & BINDING:
            bind(self.change, self.entry)

    def own_or_editor(self) -> None:
        """A reporter may only work on entries they began themselves."""
        actor = self.change.actor
        if self.change.role != Role.REPORTER or actor is SYSTEM:
            return
        if self.entry.created_by_id != getattr(actor, "pk", None):
            raise NotAllowed("This entry was begun by a colleague; ask an editor to change it.")


@contextmanager
def opening(
    actor: Actor,
    entry_id: int,
    needs: Role,
    *,
    revision: int | None = None,
    fields: Mapping[str, Any] | None = None,
) -> Iterator[Opened]:
    """Lock what a verb on one entry needs; commit what it did when the block ends."""
    seen = Entry.objects.filter(pk=entry_id).values("blog_id", "built_from_id").first()
    if seen is None:
        raise NotFound("There is no such entry.")
    chains = _bound(entry_id, seen["built_from_id"]) | chains_of(fields or {})
    with changing(actor, seen["blog_id"], needs, chains=chains) as change:
        entry = change.entry(entry_id, revision=revision)
        if _bound(entry_id, entry.built_from_id) - chains:
            raise Stale(
                "The wire item this entry is built from was exchanged just now. Look again.",
                current=fields_of(entry),
                revision=entry.revision,
            )
        cleaned = clean_fields(fields or {}, change.blog)
        yield Opened(change, entry, cleaned)


def _bound(entry_id: int, built_from: int | None) -> set[int]:
    """The chains whose copy an entry carries, which it cites, and whose pictures it shows."""
    cited = Attribution.objects.filter(entry=entry_id, item__isnull=False)
    shown = EntryImage.objects.filter(entry=entry_id, asset__wire_item__isnull=False)
    shown_of, own = _of_pictures(shown.values_list("asset__wire_item", "asset__own_chain"))
    return chains_of_items([built_from, *cited.values_list("item", flat=True), *shown_of]) | own


def _of_pictures(rows: Iterable[tuple[int, int | None]]) -> tuple[set[int], set[int]]:
    """The items that pictures came with, and the chains of those that are items themselves."""
    found = list(rows)
    return {item for item, _ in found}, {chain for _, chain in found if chain}


def chains_of(fields: Mapping[str, Any]) -> set[int]:
    """The wire chains that fields which are not cleaned yet would bind an entry to."""
    cited, shown = _ids(fields, "attributions", "item"), _ids(fields, "images", "asset")
    pictures = MediaAsset.objects.filter(pk__in=shown, wire_item__isnull=False) if shown else None
    rows = pictures.values_list("wire_item", "own_chain") if pictures is not None else ()
    items, own = _of_pictures(rows)
    return chains_of_items([fields.get("built_from"), *cited, *items]) | own


def _ids(fields: Mapping[str, Any], name: str, key: str) -> list[int]:
    """What rows that are not cleaned yet name by id; what cannot be one is refused later."""
    rows = fields.get(name)
    listed = rows if isinstance(rows, list) else []
    found = [row.get(key) for row in listed if isinstance(row, Mapping)]
    return [pk for pk in found if isinstance(pk, int) and 0 < pk < 2**63]
