"""Reading a chain: its versions as the pure module takes them, and who uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from liveblog.models import Entry, LiveBlog, MediaAsset, PubStatus, WireChain, WireItem
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


def remembered(chain: WireChain, item: WireItem, found: Standing, now: datetime) -> Standing:
    """What the row still knows of a hold or an embargo whose message has been purged: the first
    to come again opens nothing, unless it is newer than that."""
    if chain.newest_id is not None or chain.moved_at is None or _is_newer(chain, item):
        return found
    if chain.pub_status == PubStatus.WITHHELD and found.pub_status == PubStatus.USABLE:
        found = replace(found, pub_status=PubStatus.WITHHELD.value)
    if is_embargoed(chain, now) and not (found.embargo_unsure or found.embargo_until):
        until, unsure = chain.embargo_until, chain.embargo_unsure
        found = replace(found, embargo_until=until, embargo_unsure=unsure)
    return found


def _is_newer(chain: WireChain, item: WireItem) -> bool:
    at = item.version_at
    is_later = at is not None and chain.moved_at is not None and at > chain.moved_at
    return is_later and item.counts and not item.is_advisory


def is_embargoed(chain: WireChain, now: datetime) -> bool:
    """Under embargo, as far as anybody knows."""
    until = chain.embargo_until
    return chain.embargo_unsure or (until is not None and until > now)


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
    """Whether any entry carries its copy, shows its pictures or cites it, or one leads a page."""
    return Entry.objects.filter(using(chain_id)).exists() or led_by(chain_id).exists()


def led_by(chain_id: int) -> QuerySet[LiveBlog]:
    """Live blogs whose lead picture came with a chain's item, or is one itself."""
    of_it = Q(wire_item__chain=chain_id) | Q(own_chain=chain_id)
    return LiveBlog.objects.filter(lead_image__in=MediaAsset.objects.order_by().filter(of_it))


def chains_of_picture(asset: MediaAsset) -> set[int]:
    """The chain of what it came with, and its own."""
    came_with = asset.wire_item.chain_id if asset.wire_item else None
    return {pk for pk in (came_with, asset.own_chain_id) if pk}


def why_not_shown(asset: MediaAsset, now: datetime) -> str:
    """What its agency has against a picture, as a sentence for an editor; "" for nothing."""
    chains = WireChain.objects.filter(pk__in=chains_of_picture(asset)).select_related("source")
    for chain in chains:
        if chain.pub_status != PubStatus.USABLE:
            return f"{chain.source.name} is holding this picture, or what it came with."
        if is_embargoed(chain, now):
            return "This picture came with an item that is under embargo."
    return ""


def using(chain_id: int) -> Q:
    """Entries that carry copy of a chain, show a picture that came with it, or cite it.

    A union, not four conditions: each of them has its index, whatever number of entries there is.
    """
    rows = Entry.objects.order_by()
    carrying = rows.filter(built_from__chain=chain_id).values("pk")
    showing = rows.filter(images__asset__wire_item__chain=chain_id).values("pk")
    alone = rows.filter(images__asset__own_chain=chain_id).values("pk")
    citing = rows.filter(attributions__item__chain=chain_id).values("pk")
    return Q(pk__in=carrying.union(showing, alone, citing))


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
            own_chains(entry),
        )
    )


def own_chains(entry: Entry) -> Any:
    """Those of the pictures it shows that their agency sends as items of their own: a subquery."""
    shown = MediaAsset.objects.order_by().filter(used_in__entry=entry, own_chain__isnull=False)
    return shown.values("own_chain")
