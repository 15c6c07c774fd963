"""One web process and its readers, phase by phase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import monotonic_ns, sleep
from typing import NamedTuple

from bench.lateness import Lateness, lateness
from bench.options import Options
from bench.order import Faults, faults
from bench.probe import Probe
from bench.processes import Stage, site
from bench.readers import Readers, Seen
from bench.statistics import said
from bench.stocking import SLUG, Update, published
from bench.usage import processor, resident
from bench.wrk import fetch

DROPS = 500  # of 10,000 deliveries after which the reader breaks off
BACK_SECONDS = 30  # all are given to return
LISTENERS = "id: "  # an event's number is the version behind this


class Returned(NamedTuple):
    missed: list[Update]
    began: int  # ns
    probe: Probe  # a visitor meanwhile
    failure: str  # why not all came back


class Newsroom:
    """Called once a repeat, each time with a fresh process; `taken` collects what it found."""

    def __init__(self, environment: dict[str, str], options: Options, program: Path) -> None:
        self._environment, self._options, self._program = environment, options, program
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.late: list[Lateness] = []
        self.reasons: dict[str, str] = {}
        self.faults = Faults()
        self.dropped = 0

    def __call__(self) -> float:
        """Milliseconds from commit to a reader, the 99th of 100 deliveries."""
        with Stage() as stage:
            self._stage = stage
            self._url, process = site(stage, self._environment)
            self._pid = process.pid
            self._warm()
            alone = self._publish_and_ask()
            late = self._with_all(alone)
        with Stage() as stage:
            self._stage = stage
            self._url, process = site(stage, self._environment)
            self._guarded("faults", self._with_drops)
        self.late.append(late)
        return late.p99

    def _warm(self) -> None:
        """Whatever is loaded at the first time is no figure."""
        for _ in range(3):
            published(self._environment, 1, 0)
            fetch(f"{self._url}/live/{SLUG}/", {"Accept-Encoding": "gzip"})

    def _guarded(self, what: str, measure: Callable[[], float]) -> None:
        try:
            self.taken[what].append(measure())
        except Exception as error:  # noqa: BLE001  the other figures still stand
            self.reasons[what] = said(error)

    def _readers(self, drops: int = 0) -> Readers:
        stream, count = f"{self._url}/live/{SLUG}/events", self._options.readers
        return Readers(self._stage, self._program, stream, count, LISTENERS, drops)

    def _publish(self) -> list[Update]:
        return published(self._environment, self._options.updates, 1.0)

    def _publish_and_ask(self) -> tuple[list[Update], Probe]:
        with Probe(f"{self._url}/live/{SLUG}/") as probe:
            return self._publish(), probe

    def _with_all(self, alone: tuple[list[Update], Probe]) -> Lateness:
        memory = resident(self._pid)
        readers = self._readers()
        self.taken["memory"].append((resident(self._pid) - memory) / self._options.readers)
        used, read = processor(self._pid), processor(readers.pid)
        told = self._publish()
        used, read = processor(self._pid) - used, processor(readers.pid) - read
        self.taken["cost"].append(used * 1e6 / (len(told) * self._options.readers))
        beside = self._publish_and_ask()
        returned = self._leave_and_return(readers)
        seen = readers.end()
        for name, (updates, asked) in (("alone", alone), ("beside", beside)):
            self.taken[f"publish, {name}"].append(publish_time(updates))
            self._guarded(f"page, {name}", lambda asked=asked: asked.p99)  # type: ignore[misc]
        missed = self._judge_return(returned, seen)
        self._count(told + beside[0] + missed, seen)
        late = lateness(told, seen)
        self.taken["client"].append(100 * read * 1000 / sum(late.last))
        return late

    def _leave_and_return(self, readers: Readers) -> Returned:
        readers.leave()
        missed, failure = published(self._environment, 1, 0.5), ""
        with Probe(f"{self._url}/live/{SLUG}/") as probe:
            sleep(0.2)
            began = monotonic_ns()
            readers.come_back()
            try:
                readers.wait_until_back(BACK_SECONDS)
            except RuntimeError as error:
                failure = str(error)
        return Returned(missed, began, probe, failure)

    def _judge_return(self, returned: Returned, seen: Seen) -> list[Update]:
        """Notes the seconds until the last reader had what it had missed."""
        missed, began, probe, failure = returned
        self._guarded("page, back", lambda: max(probe.milliseconds) + 0 * probe.p99)
        if failure or seen.failed:
            self.reasons["back"] = failure or f"{seen.failed} connections were refused or ended"
        else:
            self.taken["back"].append((max(seen.at[missed[-1].version]) - began) / 1e9)
        return missed

    def _with_drops(self) -> float:
        readers = self._readers(DROPS)
        told = self._publish()
        readers.settle(told[-1].version, BACK_SECONDS)  # the last to be dropped return
        seen = readers.end()
        self.dropped += seen.dropped
        return float(self._count(told, seen).total)

    def _count(self, told: Sequence[Update], seen: Seen) -> Faults:
        found = faults([update.version for update in told], seen.numbers)
        self.faults += found
        return found


def publish_time(updates: Sequence[Update]) -> float:
    """Milliseconds of an action and its commit; the first, which loads code, apart."""
    return median((update.after - update.before) / 1e6 for update in updates[1:] or updates)
