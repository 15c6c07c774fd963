"""What a blog of 100,000 entries costs against one of 100: bench/flat_cost.py, in a process."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

from bench.goals import GOALS
from bench.options import Options
from bench.processes import Stage
from bench.rows import Row
from bench.statistics import ratio

SMALL, SECONDS = 100, 300
PLOT = "What a large live blog costs"


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    if importlib.util.find_spec("bench.flat_cost") is None:
        raise RuntimeError("bench/flat_cost.py is not there")
    large, rounds = (5_000, 5) if options.quick else (100_000, 15)
    runs = [run(large, rounds) for _ in range(options.repeats)]
    note = f"Each of {options.repeats} runs: the median of {rounds} rounds, both sizes in turns."
    if options.quick:
        note += f" {large:,} entries."
    for key, row in GOALS.items():
        operation = key.removeprefix("flat.")
        if not key.startswith("flat.") or operation not in runs[0]:
            continue
        big, small = ([found[operation][str(n)] for found in runs] for n in (large, SMALL))
        raw = {f"{operation}, {large:,} entries": big, f"{operation}, {SMALL} entries": small}
        found = replace(row, value=ratio(big, small), raw=raw, raw_unit="ms", plot=PLOT)
        yield key, replace(found, note=note)


def run(large: int, rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds by operation and size; raises `RuntimeError` with the last it said."""
    with Stage() as stage:
        command = [sys.executable, "-m", "bench.flat_cost", str(large), str(rounds)]
        environment = {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "ENV_FILE": os.devnull,
            "DATABASE_URL": f"sqlite:///{stage.directory}/db.sqlite3",
        }
        output = stage.directory / "found.json"
        with output.open("wb") as file:
            process = stage.start(command, environment, output=file)
            try:
                code = process.wait(SECONDS)
            except subprocess.TimeoutExpired as error:
                raise RuntimeError(f"it took longer than {SECONDS} s") from error
        if code:
            raise RuntimeError(stage.log()[-300:])
        found: dict[str, dict[str, float]] = json.loads(output.read_text(encoding="utf-8"))
        return found
