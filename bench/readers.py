"""The readers of an event stream: bench/client/readers.c, and what it saw."""

from __future__ import annotations

import select
import signal
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.processes import Stage
from bench.report import ROOT

ADDRESSES = 100  # loopback addresses they come from: ports of one would not do
PATIENCE = 150  # seconds until all are let in


@dataclass(frozen=True, slots=True)
class Seen:
    numbers: Sequence[Sequence[int]]  # of each reader, in order
    at: dict[int, list[int]]  # ns at which each reader had it, by number
    dropped: int
    failed: int  # connections refused, or ended by the server


def built(stage: Stage, name: str = "readers") -> Path:
    """A program of bench/client, compiled."""
    program, source = stage.directory / name, ROOT / "bench" / "client" / f"{name}.c"
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
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        stage.callback(self.kill)
        self._hear("READY", PATIENCE)

    @property
    def pid(self) -> int:
        return self._process.pid

    def leave(self) -> None:
        self._process.send_signal(signal.SIGUSR1)

    def come_back(self) -> None:
        self._process.send_signal(signal.SIGUSR2)

    def wait_until_back(self, seconds: float) -> None:
        """Until each was sent what it had missed; raises `RuntimeError` when it takes longer."""
        self._hear("BACK", seconds)

    def settle(self, newest: int, seconds: float) -> None:
        """Nobody is dropped any more; until each has been sent the newest update, or not."""
        assert self._process.stdin
        self._process.stdin.write(f"{newest}\n")
        self._process.stdin.flush()
        self._process.send_signal(signal.SIGHUP)
        with suppress(RuntimeError):  # then what is missing counts as lost
            self._hear("SETTLED", seconds)

    def _hear(self, word: str, seconds: float) -> None:
        output = self._process.stdout
        assert output
        if not select.select([output], [], [], seconds)[0]:
            raise RuntimeError(f"not all of {self.count:,} readers were served in {seconds:g} s")
        if output.readline() != f"{word}\n":
            raise RuntimeError("the readers' program ended")

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def end(self) -> Seen:
        """Lets them go; what they saw."""
        self._process.send_signal(signal.SIGTERM)
        output, _ = self._process.communicate(timeout=60)
        *lines, summary = output.splitlines()
        numbers: dict[int, list[int]] = defaultdict(list)
        times: dict[int, list[int]] = defaultdict(list)
        for line in lines:
            reader, number, at = map(int, line.split())
            numbers[reader].append(number)
            times[number].append(at)
        _, dropped, _, failed = summary.split()
        return Seen([numbers[n] for n in range(self.count)], times, int(dropped), int(failed))
