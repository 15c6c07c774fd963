"""Retention: what agencies sent is not kept longer than their feeds say.

First the files as they came, then the items nobody uses. A chain keeps its row for ever: one that
was killed must be known when the item comes again. What an update carries, cites, shows or was
told about stays, killed or not: it is the newsroom's record of what it published and why.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from liveblog.actions.change import lock_chains
from liveblog.actions.wire_rows import standing_of
from liveblog.models import (
    Attribution,
    Entry,
    MediaAsset,
    WireChain,
    WireFeed,
    WireItem,
    WireMessage,
    WireTask,
    WireWords,
)


def purge_due(*, now: datetime | None = None, limit: int = 100) -> int:
    """Empty and delete what is older than its feed's retention, oldest first.

    Returns how many rows went: at most `limit`, and there may be more.
    """
    now = now or timezone.now()
    gone = 0
    for feed in WireFeed.objects.order_by("pk"):
        before = now - timedelta(days=feed.retention_days)
        if gone < limit:
            gone += _purge_files(feed, before, now, limit - gone)
        if gone < limit:
            gone += _purge_items(feed, before, limit - gone)
    return gone


def _purge_files(feed: WireFeed, before: datetime, now: datetime, limit: int) -> int:
    kept = WireMessage.objects.filter(feed=feed, purged_at__isnull=True, received_at__lte=before)
    oldest = list(kept.order_by("received_at").values_list("pk", flat=True)[:limit])
    rows = WireMessage.objects.filter(pk__in=oldest, purged_at__isnull=True)
    return rows.update(raw=None, purged_at=now)


def _purge_items(feed: WireFeed, before: datetime, limit: int) -> int:
    """Delete a batch under the locks of its chains: whoever uses one meanwhile keeps it."""
    old = _unused(WireItem.objects.filter(feed=feed, received_at__lte=before))
    found = list(old.order_by("received_at", "pk").values_list("pk", "chain")[:limit])
    if not found:
        return 0
    with transaction.atomic():
        lock_chains(chain for _, chain in found)
        still = _unused(WireItem.objects.filter(pk__in=[pk for pk, _ in found]))
        going = list(still.values_list("pk", flat=True))
        chains = set(WireItem.objects.filter(pk__in=going).values_list("chain", flat=True))
        WireItem.objects.filter(pk__in=going).delete()
        for chain in WireChain.objects.filter(pk__in=chains):
            _point_at_newest(chain)
    return len(going)


def _unused(items: QuerySet[WireItem]) -> QuerySet[WireItem]:
    """Items that nothing of ours hangs on.

    The last of a chain goes only when it is alone: a hold must outlive what it holds.
    """
    of_it = OuterRef("pk")
    siblings = WireItem.objects.filter(chain=OuterRef("chain"))
    return items.filter(
        Q(Exists(siblings.filter(pk__gt=of_it))) | ~Exists(siblings.exclude(pk=of_it)),
        ~Exists(Entry.objects.filter(built_from=of_it)),
        ~Exists(Attribution.objects.filter(item=of_it)),
        ~Exists(MediaAsset.objects.filter(wire_item=of_it)),
        ~Exists(WireTask.objects.filter(item=of_it)),
    )


def _point_at_newest(chain: WireChain) -> None:
    if not chain.items.exists():
        chain.newest = None
        WireWords.objects.filter(pk=chain.pk).delete()
    elif chain.newest_id is None:  # the database has emptied it already
        chain.newest_id = standing_of(chain).newest.key
    chain.save(update_fields=["newest"])
