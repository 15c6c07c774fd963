"""Reading a chain: its versions as the pure module takes them, and who uses it."""

from __future__ import annotations

from django.db.models import Q

from liveblog.models import Entry, WireChain, WireItem
from liveblog.standing import Standing, Version, standing


def standing_of(chain: WireChain) -> Standing:
    """What all versions of a chain come to."""
    return standing([version_of(item) for item in chain.items.all()])


def version_of(item: WireItem) -> Version:
    """A row as the pure module takes it."""
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
        empty=not (item.headline or item.body or item.media),
    )


def is_used(chain_id: int) -> bool:
    """Whether any entry carries its copy or cites it."""
    return Entry.objects.filter(using(chain_id)).exists()


def using(chain_id: int) -> Q:
    """Entries that carry copy of a chain, or cite it."""
    citing = Q(pk__in=Entry.objects.filter(attributions__item__chain=chain_id).values("pk"))
    return Q(built_from__chain=chain_id) | citing
