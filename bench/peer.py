"""wagtail-live's page beside ours, where a site of it is given: `--peer PATH`.

PATH holds `manage.py`, `seed.py` (pages /p50/, /p1000/, /p10000/; database in WL_DB),
`proj.asgi:application`, and the environment it runs in as `.venv`.
"""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench.goals import GOALS
from bench.options import Options
from bench.processes import Stage, site, wait_for
from bench.rows import Row
from bench.statistics import interleaved, ratio
from bench.stocking import run, stocked
from bench.wrk import Wrk, fetch
from scripts.serve import HOST

SIZES = (50, 1_000, 10_000)
RECORDED = {50: 26.0, 1_000: 2.1, 10_000: 0.18}  # requests/s, wagtail-live 1.0, two cores
IDENTITY = {"Accept-Encoding": "identity"}
MEASURED = "wagtail-live: one request after the other, so nothing waits; ours: 64 connections."
REFERENCE = (
    "No site of it was given (`make bench ARGS='--peer PATH'`): its figure is one recorded before, "
    "on another machine of two cores, not of this run."
)
PLOT = "Requests a second, by the size of the live blog"


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    with Stage() as stage:
        environment = stocked(stage, 1)
        run(stage, environment, "large", *map(str, SIZES))
        ours, _ = site(stage, environment)
        subjects: dict[str, Callable[[], float]] = {}
        for size in SIZES:
            live = f"{ours}/live/flat-{size}/"
            subjects[f"Newsroom, {size:,}"] = partial(Wrk().rate, live, IDENTITY, options.seconds)
        if options.peer:
            theirs = wagtail(stage, options.peer)
            for size in SIZES:
                page = partial(in_turn, f"{theirs}/p{size}/", options.slow_seconds)
                subjects[f"wagtail-live, {size:,}"] = page
        taken, reasons = interleaved(subjects, options.turns)
    for size in SIZES:
        yield row(size, taken, reasons)


def row(size: int, taken: dict[str, list[float]], reasons: dict[str, str]) -> tuple[str, Row]:
    key, ours, theirs = f"peer.{size}", f"Newsroom, {size:,}", f"wagtail-live, {size:,}"
    why = "; ".join(reasons[name] for name in (ours, theirs) if name in reasons)
    if why:
        return key, replace(GOALS[key], skipped=why)
    peer, against, note = taken.get(theirs), GOALS[key].against, MEASURED
    if peer is None:
        peer, note = [RECORDED[size]] * len(taken[ours]), REFERENCE
        theirs = f"{theirs} (recorded)"
        against = f"{against}, as recorded before: {RECORDED[size]:g} requests/s"
    raw = {ours: taken[ours], theirs: peer}
    value = ratio(taken[ours], peer)
    found = replace(GOALS[key], value=value, raw=raw, raw_unit="requests/s", plot=PLOT)
    return key, replace(found, against=against, note=note)


def in_turn(url: str, seconds: float) -> float:
    """Requests a second, the next when the last is answered; at least two."""
    began, count = time.monotonic(), 0
    while count < 2 or time.monotonic() - began < seconds:
        status, _, _ = fetch(url, IDENTITY)
        if status != 200:
            raise RuntimeError(f"wagtail-live answered {status}")
        count += 1
    return count / (time.monotonic() - began)


def wagtail(stage: Stage, home: Path) -> str:
    """Seeds a database and starts one process; raises `RuntimeError` when it cannot be had."""
    python = home / ".venv" / "bin" / "python"
    probe = [str(python), "-c", "import wagtail_live, uvicorn"]
    if not python.exists() or subprocess.run(probe, check=False, capture_output=True).returncode:
        raise RuntimeError("its .venv has no wagtail-live (Python 3.8 to 3.10, requirements.txt)")
    environment = {"WL_DB": str(stage.directory / "peer.sqlite3"), "LAYER": "memory"}
    environment["DJANGO_SETTINGS_MODULE"] = "proj.settings"
    if stage.start([str(python), "seed.py"], environment, cwd=home).wait():
        raise RuntimeError(f"wagtail-live could not be filled: {stage.log()[-200:]}")
    with socket.create_server((HOST, 0), backlog=4096) as listener:
        url = f"http://{HOST}:{listener.getsockname()[1]}"
        command = [str(python), "-m", "uvicorn", "proj.asgi:application", "--log-level", "warning"]
        command += ["--fd", str(listener.fileno())]
        stage.start(command, environment, (listener.fileno(),), cwd=home)
    wait_for(stage, f"{url}/p50/")
    return url
