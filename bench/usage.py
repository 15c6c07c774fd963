"""What a process and its children hold and use, from /proc."""

from __future__ import annotations

import resource
from contextlib import suppress
from pathlib import Path

from bench.processes import FILES


def raise_files() -> None:
    """As many open files as a stream of 10,000 needs; what is started inherits it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, enough), hard))


def family(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has ended since
            for child in (task / "children").read_text(encoding="ascii").split():
                found += family(int(child))
    return found


def resident(pid: int) -> float:
    """KB of memory."""
    total = 0.0
    for each in family(pid):
        for line in Path(f"/proc/{each}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS"):
                total += float(line.split()[1])
    return total


def processor(pid: int) -> float:
    """Seconds of CPU used so far, exact to far less than a tick."""
    total = 0
    for each in family(pid):
        for task in Path(f"/proc/{each}/task").iterdir():
            total += int((task / "schedstat").read_text(encoding="ascii").split()[0])
    return total / 1e9
