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
from bench.processes import HOST, Stage, site, wait_for
from bench.rows import Row
from bench.statistics import interleaved, ratio
from bench.stocking import run, stocked
from bench.wrk import fetch, rate

SIZES = (50, 1_000, 10_000)
IDENTITY = {"Accept-Encoding": "identity"}
NOTE = "wagtail-live: one request after the other, so nothing waits; ours: 64 connections."


def measure(options: Options) -> Iterator[tuple[str, Row]]:
    if options.peer is None:
        raise RuntimeError("no site of wagtail-live was given (--peer PATH)")
    with Stage() as stage:
        theirs = wagtail(stage, options.peer)
        environment = stocked(stage, 1)
        run(stage, environment, "large", *map(str, SIZES))
        ours, _ = site(stage, environment)
        subjects: dict[str, Callable[[], float]] = {}
        for size in SIZES:
            live = f"{ours}/live/flat-{size}/"
            subjects[f"Newsroom, {size}"] = partial(rate, live, IDENTITY, options.seconds)
            page = f"{theirs}/p{size}/"
            subjects[f"wagtail-live, {size}"] = partial(in_turn, page, options.slow_seconds)
        taken, reasons = interleaved(subjects, options.repeats)
    for size in SIZES:
        key, names = f"peer.{size}", (f"Newsroom, {size}", f"wagtail-live, {size}")
        why = "; ".join(reasons[name] for name in names if name in reasons)
        if why:
            yield key, replace(GOALS[key], skipped=why)
            continue
        raw = {name: taken[name] for name in names}
        value = ratio(*raw.values())
        yield key, replace(GOALS[key], value=value, raw=raw, raw_unit="requests/s", note=NOTE)


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
    probe = [python, "-c", "import wagtail_live, uvicorn"]
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
