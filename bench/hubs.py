"""The peers of the event stream: nginx Nchan, Django with a queue per reader, a hub in C."""

from __future__ import annotations

import json
import socket
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.lateness import Lateness, lateness
from bench.options import Options
from bench.processes import Stage, nginx, port_of, wait_for
from bench.readers import Readers, built
from bench.stocking import Update
from bench.usage import processor, resident
from scripts.serve import HOST
from scripts.with_postgres import free_port

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


def plain(stage: Stage) -> tuple[str, int]:
    """What the machine can do at all, and what the load client can take."""
    port = free_port()
    process = stage.start([str(built(stage, "hub")), str(port)], {})
    wait_for_port(stage, port)
    return port_of(port), process.pid


def wait_for_port(stage: Stage, port: int, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the hub in C did not start: {stage.log()[-200:]}")


class Hub:
    """Called once a repeat. Its readers stay from the first one on: Django lets in few a second."""

    def __init__(
        self,
        stage: Stage,
        start: Callable[[Stage], tuple[str, int]],
        pause: float,
        options: Options,
        program: Path,
        size: int,
    ) -> None:
        self._stage, self._start, self._pause = stage, start, pause
        self._options, self._program, self._size = options, program, size
        self._readers: Readers | None = None
        self._turns: list[list[Update]] = []
        self.memory = 0.0  # KB a reader
        self.cost: list[float] = []  # ms of CPU for 1,000 deliveries

    def __call__(self) -> float:
        """Publishes; what came of it is known when all is over."""
        self._readers = self._readers or self._open()
        updates = self._options.updates
        count = updates if self._pause <= 1 else max(updates // 3, 2)
        first = 1 + sum(map(len, self._turns))
        numbers, used = range(first, first + count), processor(self._pid)
        self._turns.append(post(f"{self._url}/publish", numbers, self._size, self._pause))
        used = processor(self._pid) - used
        self.cost.append(used * 1e6 / (count * self._options.readers))
        return 0.0

    def found(self) -> list[Lateness]:
        """Of each turn."""
        if self._readers is None:
            raise RuntimeError("its readers were not let in")
        seen = self._readers.end()
        if seen.failed:
            raise RuntimeError(f"{seen.failed} connections of its readers were refused or ended")
        return [lateness(told, seen) for told in self._turns]

    def _open(self) -> Readers:
        self._url, self._pid = self._start(self._stage)
        memory, count = resident(self._pid), self._options.readers
        readers = Readers(self._stage, self._program, f"{self._url}/events", count, MARKER)
        self.memory = (resident(self._pid) - memory) / count
        return readers


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
