"""The worker: entries whose time has come, and every row whose work is not finished.

The rows are the queue. Any number of workers may run; one that dies loses nothing, because the
next look finds the rows as they stand.
"""

from __future__ import annotations

import logging
import select
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

from django.contrib.sessions.models import Session
from django.db import Error, connections
from django.utils import timezone

from liveblog import actions
from liveblog.actions import shared, web_processes
from liveblog.embeds.fetching import Fetching
from liveblog.health import discard_dead_connections
from liveblog.models import Entry, WorkerHeartbeat
from liveblog.static_export import Exporting
from liveblog.wire.clock import Clock
from liveblog.wire.fetching import Fetching as Wires

LOOK = 1.0  # seconds between two looks when nothing is known to fall due sooner
SHORTEST_LOOK = 0.05  # seconds; a row another worker holds must not make this one spin
BEAT = timedelta(seconds=5)
FORGOTTEN = timedelta(days=1)  # a heartbeat this old belongs to nobody who will come back
BLOGS_AT_A_TIME = 5  # of one shared edit, before a request to stop is looked at again

log = logging.getLogger(__name__)


class Stop:
    """A request to end, which may come from a signal handler and ends a wait at once.

    Not a `threading.Event`: its `set` takes the lock that an interrupted `wait` in the same
    thread may be holding.
    """

    def __init__(self) -> None:
        self.asked = False
        self._hears, self._says = socket.socketpair()
        self._says.setblocking(False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hears.close()
        self._says.close()

    def ask(self) -> None:
        self.asked = True
        with suppress(BlockingIOError):  # it has been said often enough to be heard
            self._says.send(b".")

    def wait(self, seconds: float) -> None:
        """Return after `seconds`, or as soon as an end is asked for."""
        if not self.asked:
            select.select([self._hears], [], [], seconds)


@dataclass
class Worker:
    """One worker process. `name` is its own among all of them."""

    name: str
    stop: Stop
    _fetching: Fetching = field(default_factory=Fetching)
    _wires: Wires = field(default_factory=Wires)
    _exporting: Exporting = field(default_factory=Exporting)
    _clock: Clock = field(default_factory=Clock)
    _beaten: datetime | None = None
    _counted: datetime | None = None
    _away: bool = False

    def run(self) -> None:
        """Look and work until asked to stop; what has been begun is finished first."""
        while not self.stop.asked:
            self.stop.wait(self.look())
        self.let_go()

    def let_go(self) -> None:
        """Give back what others are still being asked for, because this process ends."""
        self._exporting.let_go()
        with suppress(Error):
            self._fetching.let_go()
            self._wires.let_go()
            WorkerHeartbeat.objects.filter(name=self.name).delete()

    def look(self) -> float:
        """One round that survives the database going away. Returns seconds until the next."""
        try:
            if self._away:
                discard_dead_connections()
            self.round()
            self._away = False
            busy = self._exporting.is_busy or self._wires.is_busy
            return SHORTEST_LOOK if busy else until_next()
        except Error as error:
            self._lost(error)
        except Exception:
            # Whatever one row does to a round, the other rows are looked at again in a second.
            log.exception("a round of the worker failed")
        return LOOK

    def round(self) -> None:
        """Do everything that is due now. Raises `django.db.Error` when the database is away."""
        self._beat()
        self._publish()
        for edit_id in shared.open_edits():
            if self.stop.asked:
                return
            shared.run(edit_id, blogs=BLOGS_AT_A_TIME)
            self._publish()  # what falls due does not wait for the others
        if not self.stop.asked:
            self._clock.step()
            self._fetching.step()
            self._wires.step()
            self._exporting.step()
            self._count()

    def _publish(self) -> None:
        while not self.stop.asked and actions.publish_due(limit=1):
            pass

    def _beat(self) -> None:
        now = timezone.now()
        if self._beaten and self._beaten <= now < self._beaten + BEAT:
            return
        if self._beaten is None:
            WorkerHeartbeat.objects.filter(at__lt=now - FORGOTTEN).delete()
            Session.objects.filter(expire_date__lt=now).delete()  # nobody else clears them away
        WorkerHeartbeat.objects.update_or_create(name=self.name, defaults={"at": now})
        self._beaten = now

    def _count(self) -> None:
        """Readers by the minute, for the statistics: as soon after a full one as it can be."""
        minute = timezone.now().replace(second=0, microsecond=0)
        if minute != self._counted:
            web_processes.count_readers(now=timezone.now())
            self._counted = minute

    def _lost(self, error: Error) -> None:
        if not self._away:
            why = " ".join(str(error).split())
            log.warning("the database cannot be used, trying again every second: %s", why)
        self._away = True
        connections.close_all()


def until_next() -> float:
    """Seconds until something falls due, at most `LOOK`."""
    scheduled = Entry.objects.filter(state=Entry.State.SCHEDULED).order_by("scheduled_for")
    entry = scheduled.values_list("scheduled_for", flat=True).first()
    moments = [moment for moment in (entry, shared.next_attempt()) if moment]
    if not moments:
        return LOOK
    seconds = (min(moments) - timezone.now()).total_seconds()
    return min(max(seconds, SHORTEST_LOOK), LOOK)
