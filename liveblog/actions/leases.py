"""Rows that are a queue: claimed by a compare-and-set lease, so that any number may try.

A queue's model has `lease`, `leased_until` and `next_attempt_at`; what is still open, the caller
says with the rows it passes.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

LEASE = timedelta(seconds=60)


def due(rows: QuerySet[Any], *, now: datetime | None = None, limit: int = 50) -> list[int]:
    """Ids of open rows whose time has come and which nobody has leased."""
    now = now or timezone.now()
    free = rows.filter(next_attempt_at__lte=now).filter(_free(now))
    return list(free.order_by("next_attempt_at", "pk").values_list("pk", flat=True)[:limit])


def next_attempt(rows: QuerySet[Any]) -> datetime | None:
    """When the next of the open rows wants to be carried on; None if none does."""
    unleased = rows.filter(leased_until__isnull=True).order_by("next_attempt_at")
    found: datetime | None = unleased.values_list("next_attempt_at", flat=True).first()
    return found


def claim(rows: QuerySet[Any], pk: int, *, term: timedelta = LEASE) -> str | None:
    """Lease one open row for `term`. Returns the lease, or None when somebody else has it."""
    now = timezone.now()
    lease = uuid.uuid4().hex
    claimed = rows.filter(_free(now), pk=pk).update(lease=lease, leased_until=now + term)
    return lease if claimed else None


def _free(now: datetime) -> Q:
    return Q(leased_until__isnull=True) | Q(leased_until__lt=now)
