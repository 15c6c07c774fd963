"""Requests a second, by wrk."""

from __future__ import annotations

import re
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Mapping

CONNECTIONS = 64


class Refused(RuntimeError):
    """The server answered something else than what is measured."""


def rate(url: str, headers: Mapping[str, str], seconds: float, status: int = 200) -> float:
    """Raises `Refused` when any answer has another status: errors are quick."""
    fields = "\n".join(f'wrk.headers["{name}"] = {quoted(text)}' for name, text in headers.items())
    script = (
        f"{fields}\nbad = 0\nlocal all = {{}}\n"
        "function setup(thread) table.insert(all, thread) end\n"
        f"function response(status) if status ~= {status} then bad = bad + 1 end end\n"
        'function done() for _, t in ipairs(all) do print("BAD " .. t:get("bad")) end end\n'
    )
    # Asked once with the check, then measured without: wrk pays for looking at each answer.
    check(url, headers, status)
    plain = run(url, f"{fields}\n", seconds)
    if status == 200 and "Non-2xx" in plain:
        raise Refused(f"{url} did not always answer {status}:\n{plain}")
    if "BAD 0" not in run(url, script, 1):
        raise Refused(f"{url} did not always answer {status}.")
    found = re.search(r"Requests/sec:\s+([\d.]+)", plain)
    if not found or "Socket errors" in plain:
        raise Refused(f"{url}: {plain}")
    return float(found[1])


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def run(url: str, script: str, seconds: float) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = [
            "wrk",
            "-t1",
            f"-c{CONNECTIONS}",
            f"-d{max(round(seconds), 1)}s",
            "--timeout",
            "30s",
            "-s",
            file.name,
        ]
        done = subprocess.run([*command, url], capture_output=True, text=True, check=True)
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
