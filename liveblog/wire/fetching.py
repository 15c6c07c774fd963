"""The worker's hands for feeds: agencies are asked beside its loop, and stored within it.

Storing is done a quarter of a second at a time, so that an entry that falls due never waits for a
file of a thousand items.
"""

from __future__ import annotations

import logging
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import InterfaceError, OperationalError

from liveblog import actions
from liveblog.actions import leases
from liveblog.actions.feed_polling import looked_at
from liveblog.models import WireFeed, WireMessage
from liveblog.wire import folders, intake
from liveblog.wire.looking import File, Look
from liveblog.wire.reader import Reader

AT_ONCE = 4  # feeds a worker looks at at the same time
BUDGET = 0.25  # seconds of storing in one step
HOLD = 10.0  # seconds between two renewals of a lease; it lasts for a minute

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Brought:
    """What one look brought, for whoever shows it; `error` is a sentence."""

    feed: WireFeed
    new: int = 0
    known: int = 0
    refused: list[str] = field(default_factory=list)
    error: str = ""


@dataclass(slots=True)
class _Storing:
    """What has come back of a look, on its way into the database."""

    look: Look
    brought: Brought
    intake: intake.Intake | None = None
    error: str = ""


@dataclass
class Fetching:
    """The feeds one worker looks at. `told` hears of every look. `step` returns soon."""

    told: Callable[[Brought], None] = lambda brought: None
    looks: list[Look] = field(default_factory=list)
    _storing: list[_Storing] = field(default_factory=list)
    _idle: list[Reader] = field(default_factory=list)

    @property
    def is_busy(self) -> bool:
        """Whether a next step would find something to store."""
        return bool(self._storing) or any(look.is_over for look in self.looks)

    def step(self) -> None:
        """Store some of what has come back, and look at whatever is due."""
        for look in [look for look in self.looks if look.is_over]:
            self.looks.remove(look)
            look.held_at = 0.0
            self._storing.append(_Storing(look, Brought(look.feed)))
        self._hold()
        ends = time.monotonic() + BUDGET
        while self._storing and time.monotonic() < ends:
            # In turn: a flash does not wait for another agency's thousand items.
            self._storing.append(self._storing.pop(0))
            self._try(self._storing[-1])
        room = AT_ONCE - len(self.looks) - len(self._storing)
        if room > 0:
            self._begin(room)

    def finish(self) -> None:
        """Go on until nothing is due any more."""
        self.step()
        while self.looks or self._storing:
            for look in self.looks:
                if look.thread is not None and not self._storing:
                    look.thread.join()
            self.step()
        self._stop()

    def let_go(self) -> None:
        """Give back what is not stored yet, because the worker ends: the next goes on with it."""
        for look in [*self.looks, *(storing.look for storing in self._storing)]:
            actions.release_feed(feed_id=look.feed.pk, lease=look.lease)
            look.is_given_up = True
            if look.is_over:
                self._idle.append(look.reader)
        self.looks.clear()
        self._storing.clear()
        self._stop()

    def _stop(self) -> None:
        """End the idle processes; one that reads just now ends with this one."""
        for reader in self._idle:
            reader.stop()
        self._idle.clear()

    def _begin(self, room: int) -> None:
        begun = {message.feed_id: message for message in intake.begun()[:room]}
        due = [pk for pk in leases.due(looked_at(), limit=room) if pk not in begun]
        for feed_id in [*begun, *due][:room]:
            rows = WireFeed.objects.all() if feed_id in begun else looked_at()
            lease = leases.claim(rows, feed_id)
            feed = WireFeed.objects.filter(pk=feed_id).first()
            if lease and feed:
                self._look(feed, lease, begun.get(feed_id))

    def _look(self, feed: WireFeed, lease: str, begun: WireMessage | None) -> None:
        reader = self._idle.pop() if self._idle else Reader()
        look = Look(feed, lease, reader, known=_last(feed))
        if begun is not None and begun.raw is not None:
            look.begun = File(begun.name, zlib.decompress(begun.raw))
        self.looks.append(look)
        look.begin()

    def _hold(self) -> None:
        """Keep the leases of everything in hand; what is somebody else's by now is dropped."""
        now = time.monotonic()
        for look in [*self.looks, *(storing.look for storing in self._storing)]:
            if now - look.held_at < HOLD:
                continue
            look.held_at = now
            if not actions.keep_feed(feed_id=look.feed.pk, lease=look.lease):
                for storing in [each for each in self._storing if each.look is look]:
                    self._drop(storing)

    def _try(self, storing: _Storing) -> None:
        """One step with what is first in turn. What fails does not hold back the others."""
        try:
            self._store(storing)
        except (OperationalError, InterfaceError):
            raise  # the database is away; it goes on from here when it is back
        except Exception:
            log.exception("what feed %s brought could not be stored", storing.look.feed.pk)
            look = storing.look
            actions.feed_failed(feed_id=look.feed.pk, lease=look.lease, error=intake.NOT_STORED)
            self._drop(storing)

    def _store(self, storing: _Storing) -> None:
        look = storing.look
        if storing.intake is not None:
            storing.intake.step()
            if storing.intake.is_over:
                self._stored(storing, storing.intake.taken)
        elif not look.files:
            self._settle(storing)
        else:
            self._open(storing, look.files[0])

    def _open(self, storing: _Storing, file: File) -> None:
        if file.unreadable is None or file.data:
            message = intake.kept(storing.look.feed, file.name, file.data)
        if file.unreadable is not None:
            if file.data:
                intake.note_unreadable(message, file.unreadable)
            self._refused(storing, file, str(file.unreadable))
        elif intake.is_done(message):
            self._stored(storing, intake.Taken(known=message.items.count()))
        else:
            storing.intake = intake.Intake(storing.look.feed, message, file.found)

    def _stored(self, storing: _Storing, taken: intake.Taken) -> None:
        file = storing.look.files[0]
        storing.intake = None
        storing.brought.new += len(taken.new)
        storing.brought.known += taken.known
        refused = [f"{each.guid}: {each.why}".removeprefix(": ") for each in taken.refused]
        storing.brought.refused += refused
        nothing = refused and not taken.new and not taken.known
        self._put_away(storing, file, "\n".join(refused) if nothing else "")

    def _refused(self, storing: _Storing, file: File, why: str) -> None:
        storing.brought.refused.append(f"{file.name}: {why}")
        self._put_away(storing, file, why)

    def _put_away(self, storing: _Storing, file: File, why: str) -> None:
        """Be done with a file. `why`: there is nothing usable in it."""
        storing.look.files.popleft()
        if file.path is None:
            storing.error = why  # an address that answers something else
            return
        try:
            folders.put_away(file.path, why)
        except FileNotFoundError:
            log.info("“%s” has been put away by another worker", file.name)
        except OSError as error:
            storing.error = f"“{file.name}” cannot be moved away: {error.strerror}."

    def _settle(self, storing: _Storing) -> None:
        """Everything is stored: say so on the feed, and when it is looked at next."""
        look, error = storing.look, storing.look.error
        feed_id, lease = look.feed.pk, look.lease
        said = storing.brought.error = error.message if error else storing.error
        if look.begun is not None:
            actions.release_feed(feed_id=feed_id, lease=lease)
        elif said:
            wait = error.retry_after if error else None
            actions.feed_failed(feed_id=feed_id, lease=lease, error=said, retry_after=wait)
        else:
            actions.feed_answered(
                feed_id=feed_id,
                lease=lease,
                etag=look.etag,
                last_modified=look.last_modified,
                more=look.more,
            )
        self._drop(storing)
        self.told(storing.brought)

    def _drop(self, storing: _Storing) -> None:
        self._storing.remove(storing)
        self._idle.append(storing.look.reader)


def _last(feed: WireFeed) -> str:
    """The digest of the file that came last, if all in it is stored."""
    last = feed.messages.defer("raw").order_by("-pk").first()
    return last.digest if last is not None and intake.is_done(last) else ""
