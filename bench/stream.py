"""Readers of one live blog's event stream, and the same number at two peers, in turns."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench import hubs
from bench.goals import GOALS
from bench.newsroom import Newsroom, lateness
from bench.options import Options
from bench.processes import Stage, site
from bench.readers import Readers, built
from bench.rows import Row
from bench.statistics import interleaved, ratio, spread
from bench.stocking import SLUG, Update, published, stocked
from bench.usage import raise_files
from bench.wrk import fetch
from scripts.with_postgres import server

PEERS = {"Nchan": (hubs.nchan, 1.0), "queues": (hubs.queue, 3.0)}  # seconds between updates


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    raise_files()
    with ExitStack() as database, Stage() as stage:
        url = "" if options.sqlite else postgres(database)
        environment = stocked(stage, 50, url)
        program, size = built(stage), update_size(environment)
        ours = Newsroom(environment, options, program)
        peers = {
            name: Peer(stage, start, pause, options, program, size)
            for name, (start, pause) in PEERS.items()
        }
        subjects: dict[str, Callable[[], float]] = {"Newsroom": ours, **peers}
        taken, reasons = interleaved(subjects, options.repeats)
        for name in peers.keys() - reasons.keys():
            try:
                taken[name] = peers[name].slowest()
            except RuntimeError as error:
                reasons[name] = str(error)
    reasons = ours.reasons | reasons
    yield from compared(taken, reasons, ours, size)
    yield from figures(ours, reasons, options)


def postgres(database: ExitStack) -> str:
    """The URL of a PostgreSQL of the bench's own."""
    directory = database.enter_context(tempfile.TemporaryDirectory(prefix="bench-pg-"))
    try:
        return database.enter_context(server(directory))
    except SystemExit as error:
        raise RuntimeError(str(error)) from error


def update_size(environment: dict[str, str]) -> int:
    """Bytes of one update as it is sent: the peers send as many."""
    with Stage() as stage:
        url, _ = site(stage, environment)
        version = published(environment, 1, 0)[0].version
        changes = f"{url}/live/{SLUG}/changes?since={version - 1}"
        return len(fetch(changes, {"Accept-Encoding": "identity"})[2])


class Peer:
    """Called once a repeat. Its readers stay from the first one on: Django lets in few a second."""

    def __init__(
        self,
        stage: Stage,
        start: Callable[[Stage], tuple[str, int]],
        pause: float,
        options: Options,
        program: Path,
        size: int,
    ) -> None:
        self._stage, self._start, self._pause = stage, start, pause
        self._options, self._program, self._size = options, program, size
        self._readers: Readers | None = None
        self._turns: list[list[Update]] = []

    def __call__(self) -> float:
        """Publishes; what came of it is known when all is over."""
        if self._readers is None:
            self._url, _ = self._start(self._stage)
            count, stream = self._options.readers, f"{self._url}/events"
            self._readers = Readers(self._stage, self._program, stream, count, hubs.MARKER)
        updates = self._options.updates
        count = updates if self._pause <= 1 else max(updates // 3, 2)
        first = 1 + sum(map(len, self._turns))
        told = hubs.post(
            f"{self._url}/publish", range(first, first + count), self._size, self._pause
        )
        self._turns.append(told)
        time.sleep(self._pause)
        return 0.0

    def slowest(self) -> list[float]:
        """Of each turn, milliseconds from the request that publishes to the last reader."""
        assert self._readers
        seen = self._readers.end()
        return [max(lateness(told, seen)) for told in self._turns]


def compared(
    taken: dict[str, list[float]], reasons: dict[str, str], ours: Newsroom, size: int
) -> Iterator[tuple[str, Row]]:
    for key, name in (("stream.nchan", "Nchan"), ("stream.queue", "queues")):
        why = reasons.get("Newsroom") or reasons.get(name)
        if why:
            yield key, replace(GOALS[key], skipped=why)
            continue
        note = (
            f"From commit (peers: from the request) to the last reader, the slowest update of a "
            f"repeat; {size:,} bytes each. Newsroom's median {median(ours.taken['middle']):.0f} ms."
            f" The client used {max(ours.taken['client']):.0f} % of a core of that time."
        )
        raw = {"Newsroom": taken["Newsroom"], name: taken[name]}
        value = ratio(taken["Newsroom"], taken[name])
        yield key, replace(GOALS[key], value=value, raw=raw, raw_unit="ms", note=note)


def figures(ours: Newsroom, reasons: dict[str, str], options: Options) -> Iterator[tuple[str, Row]]:
    database = "SQLite" if options.sqlite else "PostgreSQL that does not wait for its disk"
    taken = ours.taken
    asked = max(taken["page, back"], default=0)
    notes = {
        "memory": f"{options.readers:,} readers.",
        "cost": "All the process did while it published, renders included.",
        "back": f"The page answered meanwhile, in {asked:,.0f} ms at most."
        if asked
        else reasons.get("page, back", ""),
        "faults": f"In all runs: {ours.faults}; {ours.dropped:,} readers were dropped.",
    }
    for what, note in notes.items():
        key = f"stream.{what}"
        if what in reasons or not taken[what]:
            yield key, replace(GOALS[key], skipped=why(reasons, what))
        else:
            yield key, replace(GOALS[key], value=spread(taken[what]), note=note)
    for what, note in (("page", "Updates are published in both."), ("publish", f"On {database}.")):
        key, beside, alone = f"stream.{what}", taken[f"{what}, beside"], taken[f"{what}, alone"]
        if len(beside) != len(alone) or not alone:
            yield key, replace(GOALS[key], skipped=why(reasons, f"{what}, beside"))
            continue
        raw = {"with readers": beside, "without": alone}
        value = ratio(beside, alone)
        yield key, replace(GOALS[key], value=value, raw=raw, raw_unit="ms", note=note)


def why(reasons: dict[str, str], what: str) -> str:
    return reasons.get(what) or reasons.get("Newsroom") or "it was not reached"
