"""The readers of an event stream: bench/client/readers.c, and what it saw."""

from __future__ import annotations

import select
import signal
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.processes import Stage
from bench.report import ROOT

ADDRESSES = 100  # loopback addresses they come from: ports of one would not do
PATIENCE = 150  # seconds until all are let in


@dataclass(frozen=True, slots=True)
class Seen:
    numbers: Sequence[Sequence[int]]  # of each reader, in order
    last: dict[int, int]  # ns at which the last reader had it, by number
    dropped: int
    failed: int


def built(stage: Stage) -> Path:
    program = stage.directory / "readers"
    source = ROOT / "bench" / "client" / "readers.c"
    subprocess.run(["gcc", "-O2", "-o", program, source], check=True)
    return program


class Readers:
    """All are connected when it is made; raises `RuntimeError` when they are not let in."""

    def __init__(
        self, stage: Stage, program: Path, url: str, count: int, marker: str, drops: int = 0
    ) -> None:
        host, port = url.removeprefix("http://").partition("/")[0].split(":")
        path = "/" + url.removeprefix("http://").partition("/")[2]
        command = [str(program), host, port, path, str(count), str(ADDRESSES), marker, str(drops)]
        self.count, self._drops = count, drops
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        stage.callback(self.kill)
        assert self._process.stdout
        if not select.select([self._process.stdout], [], [], PATIENCE)[0]:
            raise RuntimeError(f"Not all of {count:,} readers were let in.\n{stage.log()[-300:]}")
        if self._process.stdout.readline() != "READY\n":
            raise RuntimeError(f"The readers ended before they were let in.\n{stage.log()[-300:]}")

    @property
    def pid(self) -> int:
        return self._process.pid

    def leave(self) -> None:
        self._process.send_signal(signal.SIGUSR1)

    def come_back(self) -> None:
        self._process.send_signal(signal.SIGUSR2)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def end(self) -> Seen:
        """Lets them go; raises `RuntimeError` when some were refused or thrown out."""
        self._process.send_signal(signal.SIGTERM)
        output, _ = self._process.communicate(timeout=60)
        *lines, summary = output.splitlines()
        numbers: dict[int, list[int]] = defaultdict(list)
        last: dict[int, int] = {}
        for line in lines:
            reader, number, at = map(int, line.split())
            numbers[reader].append(number)
            last[number] = max(last.get(number, 0), at)
        _, dropped, _, failed = summary.split()
        if int(failed) and not self._drops:
            raise RuntimeError(f"{failed} connections of readers were refused or ended.")
        return Seen([numbers[n] for n in range(self.count)], last, int(dropped), int(failed))
