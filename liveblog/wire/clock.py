"""What the worker does for the wires because time has passed, a bounded piece a round."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from liveblog import actions

PIECE = 50  # rows at a time: due entries wait behind it
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@dataclass
class Turn:
    """Something that is done from time to time, and at once again while there is more of it."""

    every: timedelta
    _next: datetime | None = None

    def has_come(self, now: datetime) -> bool:
        """Also when the machine's clock has been put back."""
        return self._next is None or not self._next - self.every <= now < self._next

    def is_over(self, now: datetime, *, more: bool = False) -> None:
        self._next = None if more else now + self.every


@dataclass
class Clock:
    """One worker's turns. Embargoes are looked at in every round."""

    _closed: Turn = field(default_factory=lambda: Turn(MINUTE))
    _rights: Turn = field(default_factory=lambda: Turn(MINUTE))
    _retention: Turn = field(default_factory=lambda: Turn(HOUR))

    def step(self) -> None:
        now = timezone.now()
        actions.lift_due(now=now, limit=PIECE)
        if self._closed.has_come(now):
            actions.sweep_canceled()
            self._closed.is_over(now)
        if self._rights.has_come(now):
            changed = actions.expire_due(now=now, limit=PIECE)
            self._rights.is_over(now, more=len(changed) == PIECE)
        if self._retention.has_come(now):
            actions.forget_absent(now=now)
            actions.forget_unused_cards(now=now, limit=PIECE)
            gone = actions.purge_due(now=now, limit=PIECE)
            self._retention.is_over(now, more=gone == PIECE)
