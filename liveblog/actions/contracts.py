"""The contract an entry's copy stands under, and whether the time of its rights is over."""

from __future__ import annotations

from datetime import datetime

from liveblog import rights
from liveblog.models import Entry, RightsProfile, WireItem


def contract_of(entry: Entry) -> RightsProfile | None:
    """As it stands now, for the copy the entry is bound to in memory."""
    if entry.built_from_id is None:
        return None
    source = WireItem.objects.filter(pk=entry.built_from_id).values("chain__source")
    return RightsProfile.objects.select_related("source").filter(source__in=source).first()


def is_over(entry: Entry, now: datetime) -> bool:
    """Whether the contract, or what the item says itself, no longer allows the copy.

    What was never public has no end.
    """
    if entry.published_at is None:
        return False
    contract = contract_of(entry)
    days = contract.expires_after_days if contract else None
    ends = (rights.expires_at(entry.published_at, days), _stated(entry))
    return any(end is not None and end <= now for end in ends)


def _stated(entry: Entry) -> datetime | None:
    """When the item's own words end the rights in it."""
    if entry.built_from_id is None:
        return None
    items = WireItem.objects.filter(pk=entry.built_from_id).values_list("rights_until", flat=True)
    return items.first()
