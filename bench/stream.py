"""Readers of one live blog's event stream: how late the last one hears, what a delivery costs."""

from __future__ import annotations

import os
import resource
import select
import signal
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.order import Faults, faults
from bench.processes import FILES, Stage, site
from bench.report import ROOT
from bench.rows import Row
from bench.statistics import spread
from bench.stocking import SLUG, published, stocked

ADDRESSES = 100
DROPS = 500  # of 10,000 deliveries after which the reader breaks off
TICKS = os.sysconf("SC_CLK_TCK")


def measure(seconds: float, repeats: int) -> Iterator[Row]:
    readers, events = (500, 5) if seconds < 2 else (10_000, 20)
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    enough = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))
    late, memory, cost, wrong, own = [], [], [], [], []
    for _ in range(repeats):
        with Stage() as stage:
            run = Run(stage, readers)
            late.append(run.deliver(events, drops=0) / 1e6)
            memory.append(run.kilobytes)
            cost.append(run.milliseconds)
            own.append(run.client_share)
            run.deliver(events, drops=DROPS)
            wrong.append(float(run.faults.total))
    who = f"{readers:,} readers, one process"
    yield Row(
        figure=f"commit → last reader, slowest of {events} updates, {who}",
        against="",
        goal=1.25,
        at_least=False,
        skipped="neither Nchan nor a queue per reader runs here yet",
        raw={"Newsroom": late},
        raw_unit="ms",
        note="SQLite, whose changes are looked for rather than told. Median "
        f"{spread(late).median:.0f} ms. The client used {max(own):.0%} of a core.",
    )
    yield Row("memory per connected reader", who, 12, False, spread(memory), "KB")
    yield Row("CPU per 1,000 deliveries", who, 30, False, spread(cost), "ms")
    yield Row(
        "lost, doubled or out of order, readers dropped at random",
        who,
        0,
        False,
        spread(wrong),
        "deliveries",
        note=f"last repeat: {run.faults}, {run.dropped} readers dropped",
    )


class Run:
    """A site of its own with its readers."""

    def __init__(self, stage: Stage, readers: int) -> None:
        self.stage, self.readers = stage, readers
        self.environment = stocked(stage, 50)
        self.url, process = site(stage, self.environment)
        self.pid = process.pid
        self.program = stage.directory / "readers"
        source = ROOT / "bench" / "client" / "readers.c"
        subprocess.run(["gcc", "-O2", "-o", self.program, source], check=True)
        self.faults, self.dropped = Faults(), 0
        self.kilobytes = self.milliseconds = self.client_share = 0.0

    def deliver(self, events: int, drops: int) -> float:
        """Publishes while all listen; answers ns from commit to the last reader, the slowest."""
        memory = resident(self.pid)
        host, port = self.url.removeprefix("http://").split(":")
        path = f"/live/{SLUG}/events"
        command = [self.program, host, port, path, self.readers, ADDRESSES, "id: ", drops]
        client = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True)
        self.stage.callback(client.kill)
        assert client.stdout
        if not select.select([client.stdout], [], [], 60)[0]:
            raise RuntimeError(f"Not every reader was let in.\n{self.stage.log()}")
        client.stdout.readline()
        self.kilobytes = (resident(self.pid) - memory) / self.readers
        before = processor(self.pid)
        told = published(self.environment, events, 1.0)
        done = published(self.environment, 1, 3.0 if drops == 0 else 8.0)  # time for stragglers
        used = processor(self.pid) - before
        client.send_signal(signal.SIGTERM)
        output, _ = client.communicate(timeout=60)
        self.milliseconds = used * 1e6 / ((events + 1) * self.readers)
        return self.judge(told + done, output.splitlines())

    def judge(self, told: Sequence[tuple[int, int, int]], lines: Sequence[str]) -> float:
        seen: dict[int, list[int]] = defaultdict(list)
        last: dict[int, int] = {}
        for line in lines[:-1]:
            reader, number, at = map(int, line.split())
            seen[reader].append(number)
            last[number] = max(last.get(number, 0), at)
        numbers = [version for version, _, _ in told]
        self.faults = faults(numbers, (seen[reader] for reader in range(self.readers)))
        words = lines[-1].split()
        self.dropped = int(words[3])
        # The client's whole processor time, opening included, over the time of the updates alone.
        self.client_share = float(words[1]) * 1e9 / (told[-1][2] - told[0][1])
        return max(last.get(version, 0) - after for version, _, after in told)


def resident(pid: int) -> float:
    """KB of memory."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return float(line.split()[1])
    raise RuntimeError(f"Process {pid} is gone.")


def processor(pid: int) -> float:
    """Seconds of CPU used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
