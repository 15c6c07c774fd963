"""Agencies' items: how fast they come in, whether a full store slows that, how fast it is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import psycopg

from bench.goals import GOALS
from bench.options import Options
from bench.processes import Stage, stop
from bench.report import ROOT
from bench.rows import Row
from bench.statistics import ratio, spread
from bench.stocking import manage, surroundings
from bench.stream import postgres

TURN = 500  # items; both stores take turns, so that a disturbance falls on both
RATE = "Items taken in, in turns of 500"
INBOX = "A page of the inbox, by what it is asked"


class Store:
    """A database and the process that keeps items in it."""

    def __init__(self, stage: Stage, environment: dict[str, str]) -> None:
        self._log = stage.log
        log = stage.enter_context((stage.directory / "log").open("ab"))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.wires_store"],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )
        stage.callback(stop, self._process)

    def ask(self, do: str, **how: int) -> Any:
        """What the process answers; raises `RuntimeError` with the last it said."""
        into, out = self._process.stdin, self._process.stdout
        assert into
        assert out
        into.write(json.dumps({"do": do, **how}).encode() + b"\n")
        into.flush()
        line = out.readline()
        if not line:
            raise RuntimeError(self._log()[-300:])
        return json.loads(line)


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    items, chains = (2_000, 20_000) if options.quick else (10_000, 1_000_000)
    with ExitStack() as database, Stage() as stage:
        url = postgres(database)
        empty, full = (
            Store(stage, prepared(stage, url, name)) for name in ("store_empty", "store_full")
        )
        full.ask("stock", chains=chains)
        yield from inbox(full.ask("inbox", rounds=5 if options.quick else 30), chains)
        yield from intake(empty, full, items, chains)


def prepared(stage: Stage, url: str, name: str) -> dict[str, str]:
    """The environment of a site with a database of its own on this server."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    environment = {
        **surroundings(),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "DATABASE_URL": f"{url.rpartition('/')[0]}/{name}",
    }
    manage(stage, environment, "migrate")
    return environment


def inbox(found: dict[str, list[float]], chains: int) -> Iterator[tuple[str, Row]]:
    """Each question's own row: the median of its rounds, and in the note the slowest."""
    for name, taken in found.items():
        row = GOALS[f"wires.inbox {name}"]
        note = f"{chains:,} items stored; {len(taken)} rounds, all questions in turns."
        raw = {name: taken}
        yield (
            f"wires.inbox {name}",
            replace(row, value=spread(taken), raw=raw, raw_unit="ms", plot=INBOX, note=note),
        )


def intake(empty: Store, full: Store, items: int, chains: int) -> Iterator[tuple[str, Row]]:
    """The same files into both, and what the process holds after the first turn and the last."""
    names = ("an empty store", f"a store of {chains:,} items")
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for turn in range(items // TURN + 1):
        for name, store in zip(names, (empty, full), strict=True):
            found = store.ask("ingest", first=turn * TURN, count=TURN)
            if turn:  # the first warms up
                taken[name].append(found)
    seconds = {name: [each["seconds"] for each in per] for name, per in taken.items()}
    rates = {name: [TURN / each for each in per] for name, per in seconds.items()}
    note = f"{items:,} items by RSS, ninjs and NewsML-G2, through the child process that reads."
    rate, flat, memory, growth = (
        GOALS[f"wires.{name}"] for name in ("rate", "flat", "memory", "growth")
    )
    yield (
        "wires.rate",
        replace(
            rate, value=spread(rates[names[1]]), raw=rates, raw_unit="items/s", plot=RATE, note=note
        ),
    )
    yield "wires.flat", replace(flat, value=ratio(seconds[names[1]], seconds[names[0]]))
    held = [each["memory"] / 1024 for each in taken[names[1]]]
    yield "wires.memory", replace(memory, value=spread(held), note="With the process that reads.")
    yield "wires.growth", replace(growth, value=spread([held[-1] / held[0]]))
