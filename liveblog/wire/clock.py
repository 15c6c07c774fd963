"""What the worker does for the wires because time has passed, a bounded piece a round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from liveblog import actions

PIECE = 50  # rows at a time: due entries wait behind it
PAUSE = timedelta(minutes=1)  # between two looks at what has no second to keep


@dataclass
class Clock:
    """One worker's turn. Embargoes are looked at in every round, the rest once a minute."""

    _next: datetime | None = None
    _more: bool = False  # a piece was full: go on in the next round

    def step(self) -> None:
        now = timezone.now()
        actions.lift_due(now=now, limit=PIECE)
        if minute := self._is_time(now):
            actions.sweep_canceled()
            self._next = now + PAUSE
        if minute or self._more:
            expired = len(actions.expire_due(now=now, limit=PIECE))
            purged = actions.purge_due(now=now, limit=PIECE)
            self._more = PIECE in (expired, purged)

    def _is_time(self, now: datetime) -> bool:
        """Also when the machine's clock has been put back."""
        return self._next is None or not self._next - PAUSE <= now < self._next
