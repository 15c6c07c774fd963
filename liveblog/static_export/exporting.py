"""The worker's part: a little of the snapshot in each round, so that nothing due has to wait."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from liveblog.static_export.passes import Snapshot
from liveblog.static_export.site import take_killed_pictures
from liveblog.static_export.tree import NotOurs, Tree

# Seconds. What has moved is there within ten (RI-8): a round's part, and how often is looked.
AT_A_TIME = 0.5
KILLED_PICTURES = 5.0
LISTS = 60.0  # what only the clock moves: the news sitemap
AGAIN = 5.0  # after something went wrong, or while another worker has the directory

log = logging.getLogger(__name__)


@dataclass
class Exporting:
    """The snapshot in `STATIC_EXPORT_DIR`, if there is to be one and nobody else keeps it."""

    _tree: Tree | None = None
    _snapshot: Snapshot | None = None
    _steps: Iterator[None] | None = None
    _not_before: float = 0.0
    _lists_due: float = 0.0
    _pictures_due: float = 0.0
    _told: str = ""

    @property
    def is_busy(self) -> bool:
        """Whether a pass has been begun and is not over."""
        return self._steps is not None

    def step(self) -> None:
        """Go on for a moment. Raises `django.db.Error` when the database is away."""
        if not settings.STATIC_EXPORT_DIR or time.monotonic() < self._not_before:
            return
        try:
            self._go_on(self._opened())
        except (NotOurs, OSError) as error:
            self._wait(str(error))
        except BaseException:
            self._steps = None  # a pass that was cut off is begun again
            raise

    def let_go(self) -> None:
        """Leave the directory to another worker."""
        if self._tree is not None:
            self._tree.close()
        self._tree = self._snapshot = self._steps = None

    def _opened(self) -> Snapshot:
        if self._snapshot is None:
            tree = Tree(Path(settings.STATIC_EXPORT_DIR))
            tree.open()
            self._tree, self._snapshot = tree, Snapshot(tree)
        return self._snapshot

    def _go_on(self, snapshot: Snapshot) -> None:
        now = time.monotonic()
        if self._steps is None and (now >= self._lists_due or snapshot.waiting().exists()):
            self._steps = snapshot.steps()
        if now >= self._pictures_due:
            take_killed_pictures(snapshot.tree)
            self._pictures_due = now + KILLED_PICTURES
        for _ in self._steps or ():
            if time.monotonic() - now >= AT_A_TIME:
                return
        if self._steps is not None:
            self._steps = None
            self._told = ""
            self._lists_due = time.monotonic() + LISTS
            self._not_before = time.monotonic() + (AGAIN if snapshot.failed else 0)

    def _wait(self, why: str) -> None:
        self.let_go()
        self._not_before = time.monotonic() + AGAIN
        if why != self._told:
            log.warning("the static export waits: %s", why)
        self._told = why
