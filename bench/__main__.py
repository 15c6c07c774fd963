"""`python -m bench`: measures, and writes down what it found. Ctrl+C stops everything."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from bench import machine, pages, report, stream
from bench.rows import Row

MEASUREMENTS: dict[str, Callable[[float, int], Iterator[Row]]] = {
    "pages": pages.measure,
    "stream": stream.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="seconds, not minutes; figures rough")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=list(MEASUREMENTS))
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    if options.repeats < 1:
        parser.error("--repeats must be at least 1.")
    facts = {
        **machine.describe(),
        "commit": commit(),
        "run at": datetime.now(UTC).isoformat(timespec="minutes"),
        "kind of run": "quick: rough figures" if options.quick else "whole",
    }
    rows: list[Row] = []
    for name in options.only:
        print(f"Measuring {name} …", flush=True)
        for row in MEASUREMENTS[name](1 if options.quick else 8, options.repeats):
            print(report.line(row), flush=True)
            rows.append(row)
    report.write(f"{datetime.now(UTC):%Y-%m-%d}-{facts['commit']}", facts, rows)
    return 0


def commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=report.ROOT)
    return done.stdout.strip() or "unknown"


if __name__ == "__main__":
    # A signal unwinds as Ctrl+C does, so that what was started is stopped.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
