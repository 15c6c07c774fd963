"""Requests a second, by wrk."""

from __future__ import annotations

import re
import resource
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping

CONNECTIONS = 64
COMMAND = ("wrk", "-t1", f"-c{CONNECTIONS}", "--timeout", "30s")


class Refused(RuntimeError):
    """The server answered something else than what is measured."""


class Wrk:
    """The load client; `shares`: percent of a core it used itself, by what it asked for."""

    def __init__(self) -> None:
        self.shares: dict[str, float] = {}

    def rate(
        self, url: str, headers: Mapping[str, str], seconds: float, status: int = 200
    ) -> float:
        """Raises `Refused` when any answer has another status: errors are quick."""
        check(url, headers, status)
        fields = "\n".join(f'wrk.headers["{name}"] = {quoted(of)}' for name, of in headers.items())
        used, began = children(), time.monotonic()
        plain = run(url, fields, seconds)
        share = 100 * (children() - used) / (time.monotonic() - began)
        self.shares[f"{status} {url}"] = max(share, self.shares.get(f"{status} {url}", 0))
        found = re.search(r"Requests/sec:\s+([\d.]+)", plain)
        if not found or "Socket errors" in plain or (status == 200 and "Non-2xx" in plain):
            raise Refused(f"{url} did not always answer {status}: {plain}")
        # Again with a look at each answer: wrk pays for that, so the figure is taken without.
        if "BAD 0" not in run(url, fields + CHECKED.replace("STATUS", str(status)), 1):
            raise Refused(f"{url} did not always answer {status}.")
        return float(found[1])


CHECKED = """
bad = 0
local all = {}
function setup(thread) table.insert(all, thread) end
function response(status) if status ~= STATUS then bad = bad + 1 end end
function done() for _, t in ipairs(all) do print("BAD " .. t:get("bad")) end end
"""


def children() -> float:
    """Seconds of CPU that programs have used which were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def run(url: str, script: str, seconds: float) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = [*COMMAND, f"-d{max(round(seconds), 1)}s", "-s", file.name, url]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"wrk failed: {done.stderr[-200:]}")
    return done.stdout


def check(url: str, headers: Mapping[str, str], status: int) -> None:
    found, _, _ = fetch(url, headers)
    if found != status:
        raise Refused(f"{url} answered {found}, not {status}.")


def fetch(url: str, headers: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
    """Status, headers in lower case, and the body as it came over the wire."""
    request = urllib.request.Request(url, headers=dict(headers))  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            fields = {name.lower(): text for name, text in answer.headers.items()}
            return answer.status, fields, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): text for name, text in error.headers.items()}, b""
