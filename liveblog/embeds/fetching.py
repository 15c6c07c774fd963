"""The worker's hands for slow sites: addresses are asked beside its loop, never in it."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field

from liveblog import actions
from liveblog.actions import cards, leases
from liveblog.embeds.looking import look_up
from liveblog.outbound import OutboundError

AT_ONCE = 4  # addresses a worker asks at the same time

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Look:
    """One address being asked. The thread knows neither database nor lease."""

    card_id: int
    lease: str
    url: str
    found: actions.Found | None = None
    error: OutboundError | None = None
    thread: threading.Thread | None = None

    def begin(self) -> None:
        self.thread = threading.Thread(target=self._ask, name=f"embed {self.card_id}", daemon=True)
        self.thread.start()

    def _ask(self) -> None:
        try:
            self.found = look_up(self.url)
        except OutboundError as error:
            self.error = error
        except Exception:
            log.exception("embed %s could not be looked up", self.card_id)
            self.error = OutboundError("Reading the other site's answer failed.", permanent=True)

    @property
    def is_over(self) -> bool:
        return self.thread is not None and not self.thread.is_alive()


@dataclass
class Fetching:
    """The addresses one worker is asking. Every method returns at once, but for `finish`."""

    looks: list[Look] = field(default_factory=list)

    def step(self) -> None:
        """Store what has come back, and ask whatever is due."""
        for look in [look for look in self.looks if look.is_over]:
            self.looks.remove(look)
            _store(look)
        room = AT_ONCE - len(self.looks)
        for card_id in leases.due(cards.pending_cards(), limit=room) if room else ():
            lease = leases.claim(cards.pending_cards(), card_id)
            url = cards.pending_cards().filter(pk=card_id).values_list("url", flat=True).first()
            if lease and url:
                self.looks.append(Look(card_id, lease, url))
                self.looks[-1].begin()

    def finish(self) -> None:
        """Go on until nothing is due any more."""
        self.step()
        while self.looks:
            for look in self.looks:
                if look.thread is not None:
                    look.thread.join()
            self.step()

    def let_go(self) -> None:
        """Give back what has not come back yet, because the worker ends."""
        for look in self.looks:
            if look.is_over:
                _store(look)
            else:
                actions.release_embed(card_id=look.card_id, lease=look.lease)
        self.looks.clear()


def _store(look: Look) -> None:
    """What came of it goes into the card. What cannot be stored is given up, not tried for ever."""
    if look.found is not None:
        try:
            actions.fill_embed(card_id=look.card_id, lease=look.lease, found=look.found)
        except (ValueError, OSError):
            log.exception("embed %s could not be stored", look.card_id)
            look.error = OutboundError("What was found could not be stored.", permanent=False)
    if look.error is not None:
        actions.postpone_embed(
            card_id=look.card_id,
            lease=look.lease,
            error=look.error.message,
            permanent=look.error.permanent,
            retry_after=look.error.retry_after,
        )
