"""`python -m bench`: measures, and writes down what it found. Ctrl+C stops everything."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from bench import desk, flat, machine, pages, peer, report, stream, wires
from bench.goals import GOALS, complete, part
from bench.options import Options
from bench.rows import Row
from bench.statistics import said

MEASUREMENTS: dict[str, Callable[[Options], Iterator[tuple[str, Row]]]] = {
    "pages": pages.measure,
    "peer": peer.measure,
    "stream": stream.measure,
    "flat": flat.measure,
    "wires": wires.measure,
    "desk": desk.measure,
}


def main() -> int:
    options = Options.of(arguments())
    facts: dict[str, object] = {
        **machine.describe(),
        "commit": commit(),
        "run at": datetime.now(UTC).isoformat(timespec="minutes"),
        "kind of run": "quick: rough figures" if options.quick else "whole",
        "repeats": options.repeats,
        "readers": options.readers,
    }
    began = time.monotonic()
    rows = complete(*measured(options), among=MEASUREMENTS)
    facts["minutes"] = round((time.monotonic() - began) / 60, 1)
    whole = not options.quick and set(options.only) == set(MEASUREMENTS)
    stem = f"{datetime.now(UTC):%Y-%m-%d}-{facts['commit']}"
    document = report.write(stem, facts, rows, whole)
    print(f"\n{report.table(rows)}\n\nWritten to {document}.", flush=True)
    return 0


def measured(options: Options) -> tuple[list[tuple[str, Row]], dict[str, str]]:
    """Rows by key, and of each measurement that was cut short why: one never ends the others."""
    rows: list[tuple[str, Row]] = []
    reasons = dict.fromkeys(MEASUREMENTS, "not asked for (--only)")
    for name in options.only:
        print(f"Measuring {name} …", flush=True)
        reasons.pop(name)
        try:
            for key, row in MEASUREMENTS[name](options):
                print(report.line(row), flush=True)
                rows.append((key, row))
        except Exception as error:  # noqa: BLE001  whatever it was, the rest is still measured
            traceback.print_exc()
            reasons[name] = said(error)
    return rows, reasons


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a minute or two; figures rough")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=list(MEASUREMENTS))
    parser.add_argument("--repeats", type=int, help="3; with --quick 1")
    parser.add_argument("--readers", type=int, help="10,000; with --quick 1,000")
    parser.add_argument("--sqlite", action="store_true", help="streams on SQLite, not PostgreSQL")
    parser.add_argument("--peer", metavar="PATH", help="a site of wagtail-live to measure beside")
    given = parser.parse_args()
    for name in ("repeats", "readers"):
        if getattr(given, name) is not None and getattr(given, name) < 1:
            parser.error(f"--{name} must be at least 1.")
    return given


def commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=report.ROOT)
    return done.stdout.strip() or "unknown"


assert {part(key) for key in GOALS} == set(MEASUREMENTS)


def interrupted(number: int, _frame: object) -> None:
    """Unwinds, so that what was started is stopped; a second signal does not cut that short."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt(number)


if __name__ == "__main__":
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, interrupted)
    try:
        sys.exit(main())
    except KeyboardInterrupt as signalled:
        sys.exit(128 + int(signalled.args[0]))
