"""Reading a chain: its versions as the pure module takes them, and who uses it."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q

from liveblog.models import Entry, PubStatus, WireChain, WireItem
from liveblog.standing import Standing, Version, in_order, standing


def standing_of(chain: WireChain) -> Standing:
    """What all versions of a chain come to."""
    return standing(versions_of(chain))


def versions_of(chain: WireChain) -> list[Version]:
    """All of a chain, in no order. Their texts stay where they are: some chains are long."""
    light = chain.items.defer("body", "ed_note", "usage_terms", "subjects", "services")
    bare = ExpressionWrapper(Q(body=""), output_field=BooleanField())
    rows: Any = light.annotate(bare=bare)
    return [version_of(item, bare=item.bare) for item in rows]


def stays_held(chain: WireChain, item: WireItem) -> bool:
    """Whether an editor has put the hold on it, and `item`, just arrived, is no release of it."""
    ordered = in_order(versions_of(chain))
    before = [each for each in ordered if each.key != item.pk]
    if not before or standing(before).pub_status != PubStatus.USABLE:
        return False  # no hand: one of its versions says so
    return ordered[-1].key != item.pk or not item.counts or item.is_advisory


def version_of(item: WireItem, *, bare: bool | None = None) -> Version:
    """A row as the pure module takes it; `bare`: it has no body, where that is known."""
    if bare is None:
        bare = not item.body
    return Version(
        key=item.pk,
        version=item.version,
        version_at=item.version_at,
        received_at=item.received_at,
        pub_status=item.pub_status,
        counts=item.counts,
        embargo_closed=item.embargo_closed,
        embargo_until=item.embargo_until,
        is_advisory=item.is_advisory,
        empty=bare and not (item.headline or item.media),
    )


def is_used(chain_id: int) -> bool:
    """Whether any entry carries its copy, shows its pictures or cites it."""
    return Entry.objects.filter(using(chain_id)).exists()


def using(chain_id: int) -> Q:
    """Entries that carry copy of a chain, show a picture that came with it, or cite it.

    A union, not three conditions: each of them has its index, whatever number of entries there is.
    """
    rows = Entry.objects.order_by()
    carrying = rows.filter(built_from__chain=chain_id).values("pk")
    showing = rows.filter(images__asset__wire_item__chain=chain_id).values("pk")
    citing = rows.filter(attributions__item__chain=chain_id).values("pk")
    return Q(pk__in=carrying.union(showing, citing))


def bound_to(entry: Entry) -> Q:
    """The chains whose copy an entry carries, which it cites, and whose pictures it shows."""
    carried = Q(pk=entry.built_from_id) if entry.built_from_id else Q(pk__in=[])
    items = WireItem.objects.order_by()
    return Q(
        pk__in=items.filter(carried)
        .values("chain")
        .union(
            items.filter(citations__entry=entry).values("chain"),
            items.filter(pictures__used_in__entry=entry).values("chain"),
        )
    )
