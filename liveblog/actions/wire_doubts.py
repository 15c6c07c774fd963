"""Which messages a human has to look at: kills and holds that do not say what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import QuerySet

from liveblog.models import PubStatus, WireChain, WireItem, WireTask


def asks_which(item: WireItem) -> bool:
    """Whether it kills or holds in words alone, or without the right to: a human finds what."""
    says_kill = "kill" in item.signals and item.pub_status != PubStatus.CANCELED
    says_hold = "hold" in item.signals and item.pub_status == PubStatus.USABLE
    closes = item.pub_status != PubStatus.USABLE
    return says_kill or says_hold or (closes and not item.counts)


def doubtful(
    chain: WireChain, item: WireItem, retracts: Collection[int], *, is_first: bool
) -> list[WireItem]:
    """What to ask about now that `item` is in `chain`, whichever message came first.

    Two agencies may carry one story under one guid. Neither feed may retract the other's, but
    that one of them has closed it is nothing to be silent about.
    """
    found = [item] if asks_which(item) else []
    if not found and item.pub_status != PubStatus.USABLE:
        others = _namesakes(chain).exclude(source__in=retracts)
        usable = others.filter(newest__pub_status=PubStatus.USABLE)
        if usable.exclude(pub_status=PubStatus.CANCELED).exists():
            found = [item]
    if is_first and item.pub_status == PubStatus.USABLE:
        closed = _namesakes(chain).exclude(pub_status=PubStatus.USABLE)
        items = WireItem.objects.filter(chain__in=closed, counts=True)
        found += items.exclude(pub_status=PubStatus.USABLE)
    return found


def _namesakes(chain: WireChain) -> QuerySet[WireChain]:
    return WireChain.objects.filter(guid=chain.guid).exclude(pk=chain.pk)


def ask_about(items: Iterable[WireItem], now: datetime) -> None:
    """Put each before the editors, once: which item is meant?"""
    for item in items:
        WireTask.objects.get_or_create(
            kind=WireTask.Kind.MATCH, item=item, entry=None, defaults={"opened_at": now}
        )
