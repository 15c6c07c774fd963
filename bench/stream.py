"""Event streams: one web process beside Nchan, Django with a queue per reader, and a hub in C."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from statistics import median

from bench import hubs
from bench.goals import GOALS
from bench.hubs import Hub
from bench.lateness import Lateness
from bench.newsroom import Newsroom
from bench.options import Options
from bench.processes import Stage, site
from bench.readers import built
from bench.rows import Row
from bench.statistics import interleaved, ratio, said, spread
from bench.stocking import SLUG, published, stocked
from bench.usage import raise_files
from bench.wrk import fetch
from scripts.with_postgres import server

NCHAN, QUEUES, PLAIN = "nginx Nchan", "a queue per reader", "a hub in C"
PEERS = {  # how it is started, seconds between updates
    NCHAN: (hubs.nchan, 1.0),
    QUEUES: (hubs.queue, 3.0),
    PLAIN: (hubs.plain, 1.0),
}
P99 = "From publish to readers, 99th percentile"
LAST = "From publish to the last reader, slowest update"


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    raise_files()
    with ExitStack() as database, Stage() as stage:
        url = "" if options.sqlite else postgres(database)
        environment = stocked(stage, 50, url)
        program, size = built(stage), update_size(environment)
        ours = Newsroom(environment, options, program)
        peers = {
            name: Hub(stage, start, pause, options, program, size)
            for name, (start, pause) in PEERS.items()
        }
        subjects: dict[str, Callable[[], float]] = {"Newsroom": ours, **peers}
        _, reasons = interleaved(subjects, options.repeats)
        late = {"Newsroom": ours.late}
        for name in peers.keys() - reasons.keys():
            try:
                late[name] = peers[name].found()
            except RuntimeError as error:
                reasons[name] = said(error)
    reasons = ours.reasons | reasons
    about = f"{options.readers:,} readers, updates of {size:,} bytes."
    yield from compared(late, reasons, peers, about)
    yield client(late, reasons, ours)
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


def compared(
    late: dict[str, list[Lateness]], reasons: dict[str, str], peers: dict[str, Hub], about: str
) -> Iterator[tuple[str, Row]]:
    for key, name in (("nchan", NCHAN), ("queue", QUEUES)):
        row, last = GOALS[f"stream.{key}"], GOALS[f"stream.{key} last"]
        why = reasons.get("Newsroom") or reasons.get(name)
        if why:
            yield f"stream.{key}", replace(row, skipped=why)
            yield f"stream.{key} last", replace(last, skipped=why)
            continue
        peer = peers[name]
        p99 = {who: [turn.p99 for turn in late[who]] for who in ("Newsroom", name)}
        slowest = {who: [turn.slowest for turn in late[who]] for who in ("Newsroom", name)}
        middle = {who: median(turn.middle for turn in late[who]) for who in ("Newsroom", name)}
        note = (
            f"{about} Newsroom from its commit, {name} from the request that publishes. "
            f"{name}: {median(peer.cost):.0f} ms of CPU for 1,000 deliveries, {peer.memory:.1f} KB "
            "a reader."
        )
        yield f"stream.{key}", told(row, p99, P99, note)
        note = ", ".join(f"{who} {taken:.0f} ms" for who, taken in middle.items())
        yield f"stream.{key} last", told(last, slowest, LAST, f"The middle update: {note}.")


def told(row: Row, raw: dict[str, list[float]], plot: str, note: str) -> Row:
    """The row with the ratio of both subjects."""
    ours, theirs = raw.values()
    value = ratio(ours, theirs)
    return replace(row, value=value, raw=raw, raw_unit="ms", plot=plot, note=note)


def client(
    late: dict[str, list[Lateness]], reasons: dict[str, str], ours: Newsroom
) -> tuple[str, Row]:
    """The load client with the fastest hub there is: what it could have measured."""
    row = GOALS["stream.client"]
    why = reasons.get("Newsroom") or reasons.get(PLAIN)
    if why:
        return "stream.client", replace(row, skipped=why)
    raw = {who: [turn.p99 for turn in late[who]] for who in (PLAIN, "Newsroom")}
    note = (
        f"While Newsroom delivered, the client used {max(ours.taken['client']):.0f} % of a core "
        "at most."
    )
    return "stream.client", told(row, raw, P99, note)


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
            yield key, replace(GOALS[key], skipped=why_not(reasons, what))
        else:
            yield key, replace(GOALS[key], value=spread(taken[what]), note=note)
    for what, note in (("page", "Updates are published in both."), ("publish", f"On {database}.")):
        key, beside, alone = f"stream.{what}", taken[f"{what}, beside"], taken[f"{what}, alone"]
        if len(beside) != len(alone) or not alone:
            yield key, replace(GOALS[key], skipped=why_not(reasons, f"{what}, beside"))
            continue
        raw = {"with readers": beside, "without": alone}
        row = replace(GOALS[key], value=ratio(beside, alone), raw=raw, raw_unit="ms")
        yield key, replace(row, note=note, plot=GOALS[key].figure)


def why_not(reasons: dict[str, str], what: str) -> str:
    return reasons.get(what) or reasons.get("Newsroom") or "it was not reached"
