"""Rights that run out: the copy goes when its source's contract says so, and comes back if the
contract is made longer. One transaction an entry, so that a worker may stop anywhere.

A day of a contract is 24 hours: a change to summer time makes none shorter.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError
from django.db.models import Q, QuerySet
from django.utils import timezone

from liveblog.actions.actors import SYSTEM
from liveblog.actions.change import Change
from liveblog.actions.contracts import contract_of, is_over
from liveblog.actions.errors import Stale
from liveblog.actions.opening import opening
from liveblog.models import AfterExpiry, Entry, RightsProfile, Role

State = Entry.State
log = logging.getLogger(__name__)


def expire_due(*, now: datetime | None = None, limit: int = 50) -> list[int]:
    """Take down the copy whose time is over, and bring back what a longer contract allows again.

    Returns the ids of the entries that changed; as many as `limit`, and there may be more.
    """
    now = now or timezone.now()
    changed: list[int] = []
    for entry_id in _candidates(now, limit):
        if len(changed) >= limit:
            break
        try:
            if _look_at(entry_id, now):
                changed.append(entry_id)
        except Stale:
            continue  # its item was exchanged this moment: the next look takes it up
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            # One entry that cannot be changed must not keep all the others up.
            log.exception("the rights of entry %s could not be looked at", entry_id)
    return changed


def _look_at(entry_id: int, now: datetime) -> bool:
    with opening(SYSTEM, entry_id, Role.EDITOR) as opened:
        entry = opened.entry
        if entry.state not in (State.PUBLISHED, State.WITHDRAWN):
            return False
        return settle_rights(opened.change, entry, now)


def settle_rights(change: Change, entry: Entry, now: datetime) -> bool:
    """Bring one locked entry in line with its contract. Returns whether that changed it."""
    over = is_over(entry, now)
    if over is (entry.rights_expired_at is not None):
        return False
    if over:
        entry.rights_expired_at = now
        _expire(change, entry, contract_of(entry))
    else:
        entry.rights_expired_at = None
        _save(change, entry, "renew", "Its text may be shown again.")
    return True


def _expire(change: Change, entry: Entry, contract: RightsProfile | None) -> None:
    """As the profile says; without one, what is left is the frame with a link."""
    why = "The rights in its text have ended."
    if contract is not None:
        name = contract.source.short_name or contract.source.name
        why = f"The contract with {name} does not allow its text any longer."
    goes = contract is not None and contract.after_expiry == AfterExpiry.WITHDRAW
    if entry.state == State.PUBLISHED and goes:
        entry.state, entry.alert = State.WITHDRAWN, why
        change.public(entry, "expire", why)
    else:
        _save(change, entry, "expire", why)


def _save(change: Change, entry: Entry, verb: str, note: str) -> None:
    """What is withdrawn has nothing left that readers could see change."""
    shown = entry.state == State.PUBLISHED
    (change.public if shown else change.private)(entry, verb, note)


def _candidates(now: datetime, limit: int) -> Iterator[int]:
    """Entries that may have to change, longest overdue first; judged again under the lock."""
    over, still = _by_contract(now)
    stated = Q(built_from__rights_until__lte=now)  # by the item's own words
    bound = "built_from__chain__source__rights_profile__expires_after_days__isnull"
    alive = Entry.objects.filter(state__in=(State.PUBLISHED, State.WITHDRAWN))
    yield from _ids(alive.filter(over, rights_expired_at__isnull=True), limit)
    yield from _ids(alive.filter(stated, rights_expired_at__isnull=True), limit)
    gone = alive.filter(rights_expired_at__isnull=False).exclude(stated)
    yield from _ids(gone.filter(still | Q(built_from__isnull=True) | Q(**{bound: True})), limit)


def _by_contract(now: datetime) -> tuple[Q, Q]:
    """Whose days are over, and whose are not, of all contracts that count any: one look each."""
    over = still = Q(pk__in=[])
    for profile in RightsProfile.objects.filter(expires_after_days__isnull=False).order_by("pk"):
        own = Q(built_from__chain__source=profile.source_id)
        try:
            cutoff = now - timedelta(days=profile.expires_after_days or 0)
        except OverflowError:  # longer than there are years
            still |= own
            continue
        over |= own & Q(published_at__lte=cutoff)
        still |= own & Q(published_at__gt=cutoff)
    return over, still


def _ids(entries: QuerySet[Entry], limit: int) -> list[int]:
    return list(entries.order_by("published_at", "pk").values_list("pk", flat=True)[:limit])
