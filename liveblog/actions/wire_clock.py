"""What the clock brings to wire copy: an embargo that is over, and a last look for what is closed.

Called by the worker, a bounded piece at a time; repeated or begun by several it does no harm.
Time alone never publishes and never hides: what is due is done by verbs, under the locks.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from liveblog.actions import shared
from liveblog.actions.actors import SYSTEM
from liveblog.actions.wire_rows import is_used
from liveblog.models import Entry, PubStatus, SharedEdit, WireChain

State = Entry.State
log = logging.getLogger(__name__)


def lift_due(*, now: datetime | None = None, limit: int = 50) -> int:
    """Offer what has come out of its embargo: on top of the inbox again, and flagged on drafts.

    Returns how many chains were lifted. Nothing is published.
    """
    now = now or timezone.now()
    due = WireChain.objects.filter(
        embargo_until__lte=now, lifted_at__isnull=True, pub_status=PubStatus.USABLE
    ).order_by("embargo_until", "pk")
    return sum(_lift(pk, now) for pk in due.values_list("pk", flat=True)[:limit])


def _lift(chain_id: int, now: datetime) -> bool:
    edits = []
    with transaction.atomic():
        chain = WireChain.objects.select_for_update().get(pk=chain_id)
        over = chain.embargo_until is not None and chain.embargo_until <= now
        if not over or chain.lifted_at or chain.pub_status != PubStatus.USABLE:
            return False  # a later version said otherwise, or another worker was here
        chain.lifted_at = chain.moved_at = now
        chain.save(update_fields=["lifted_at", "moved_at"])
        if is_used(chain.pk):
            edits.append(shared.record(SYSTEM, SharedEdit.Kind.WIRE, chain.pk))
    shared.finish(edits)
    return True


def sweep_canceled(*, limit: int = 200) -> int:
    """Send every chain on once more that is closed and still shows. Returns how many there were.

    Nothing should be found: this is the net below the edits that follow a kill or a hold.
    """
    chains = sorted(_still_showing(limit) - _under_way())
    for chain_id in chains:
        log.warning("wire chain %s is closed and its copy was still in use", chain_id)
        shared.finish([shared.record(SYSTEM, SharedEdit.Kind.WIRE, chain_id)])
    return len(chains)


def _still_showing(limit: int) -> set[int]:
    """Chains with an entry that a kill or a hold should have taken down."""
    alive = Entry.objects.exclude(state__in=(State.KILLED, State.DISCARDED))
    public = Entry.objects.filter(state=State.PUBLISHED)
    killed = alive.filter(built_from__chain__pub_status=PubStatus.CANCELED)
    held = public.filter(built_from__chain__pub_status=PubStatus.WITHHELD)
    cited = WireChain.objects.filter(
        pub_status=PubStatus.CANCELED, items__citations__entry__state=State.PUBLISHED
    )
    return {
        *killed.values_list("built_from__chain", flat=True)[:limit],
        *held.values_list("built_from__chain", flat=True)[:limit],
        *cited.values_list("pk", flat=True)[:limit],
    }


def _under_way() -> set[int]:
    rows = SharedEdit.objects.filter(kind=SharedEdit.Kind.WIRE, finished_at__isnull=True)
    return set(rows.values_list("object_id", flat=True))
