"""The peers of the event stream: nginx Nchan, and Django with a queue per reader."""

from __future__ import annotations

import json
import socket
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from bench.processes import HOST, Stage, nginx, wait_for
from bench.stocking import Update

NCHAN = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")
MARKER = '{"n":'  # the number of an update follows it
LOCATIONS = """
location = /publish { nchan_publisher; nchan_channel_id bench; nchan_message_buffer_length 5; }
location = /events { nchan_subscriber eventsource; nchan_channel_id bench;
  nchan_subscriber_first_message newest; }
"""


def nchan(stage: Stage) -> tuple[str, int]:
    """Its address and process; raises `RuntimeError` where it is not installed."""
    if not NCHAN.exists():
        raise RuntimeError("nginx Nchan is not installed (Debian: libnginx-mod-nchan)")
    return nginx(stage, "nchan", LOCATIONS, f"load_module {NCHAN};")


def queue(stage: Stage) -> tuple[str, int]:
    with socket.create_server((HOST, 0), backlog=4096) as listener:
        url = f"http://{HOST}:{listener.getsockname()[1]}"
        command = [sys.executable, "-m", "uvicorn", "--factory", "bench.queue_peer:application"]
        command += ["--fd", str(listener.fileno()), "--loop", "uvloop", "--http", "httptools"]
        command += ["--log-level", "warning", "--timeout-graceful-shutdown", "1"]
        process = stage.start(command, {}, (listener.fileno(),))
    wait_for(stage, f"{url}/")
    return url, process.pid


def post(url: str, numbers: Iterable[int], size: int, pause: float) -> list[Update]:
    """Updates of so many bytes posted to `url`, so many seconds apart."""
    told = []
    for number in numbers:
        update = json.dumps({"n": number, "html": ""}, separators=(",", ":"))
        body = update.replace('""', f'"{"x" * (size - len(update))}"').encode()
        request = urllib.request.Request(url, body, method="POST")  # noqa: S310
        before = time.monotonic_ns()
        urllib.request.urlopen(request, timeout=60).close()  # noqa: S310
        told.append(Update(number, before, before, time.monotonic_ns()))
        time.sleep(pause)
    return told
