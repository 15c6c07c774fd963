"""Readers of an event stream. They do what a browser does when it breaks: wait as long as they
were told, and come back with the last id they have seen."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType

from scripts.cluster.script import AWAY, PATIENCE, Failed, eventually
from scripts.serve import HOST


class Reader:
    """Follows one live blog at a port from `since` on; `seqs` are those it was sent, in order."""

    def __init__(self, port: int, slug: str, since: int) -> None:
        self.port = port
        self.seqs: list[int] = []
        self.breaks = 0
        self.connected = False
        self._path = f"/live/{slug}/events?since={since}"
        self._last_id = ""
        self._retry = 1.0  # seconds
        self._stopping = threading.Event()
        self._connection: http.client.HTTPConnection | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._connection and self._connection.sock:
            with suppress(OSError):
                self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        while not self._stopping.is_set():
            with suppress(*AWAY):
                self._follow()
            self.connected = False
            self.breaks += 1
            self._stopping.wait(self._retry)

    def _follow(self) -> None:
        self._connection = connection = http.client.HTTPConnection(HOST, self.port, PATIENCE)
        headers = {"Last-Event-ID": self._last_id} if self._last_id else {}
        try:
            connection.request("GET", self._path, headers=headers)
            answer = connection.getresponse()
            while answer.status == 200 and (line := answer.readline()):
                self._take(line.decode().rstrip("\n"))
        finally:
            connection.close()

    def _take(self, line: str) -> None:
        name, _, value = line.partition(": ")
        if name == "retry":
            self._retry = int(value) / 1000
            self.connected = True
        elif name == "id":
            self._last_id = value
        elif name == "data":
            delta = json.loads(value)
            if delta.get("reset"):
                raise Failed("a reader was told to start over")
            self.seqs += [entry["seq"] for entry in delta.get("entries", [])]


class Readers:
    """Some at each of several ports, all connected when it is entered."""

    def __init__(self, slug: str, since: int, *at: tuple[int, int]) -> None:
        self._wanted = [(port, slug, since) for port, count in at for _ in range(count)]
        self.all: list[Reader] = []

    def __enter__(self) -> Readers:
        self.all = [Reader(*wanted) for wanted in self._wanted]
        everybody = "not every reader could connect"
        eventually(lambda: all(reader.connected for reader in self.all), everybody)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for reader in self.all:
            reader.stop()

    @property
    def broken(self) -> int:
        """How many have lost their connection at least once."""
        return sum(reader.breaks > 0 for reader in self.all)

    def wait_for(self, seq: int) -> None:
        """Until all have been sent it."""
        eventually(
            lambda: all(seq in reader.seqs[-20:] for reader in self.all),
            f"update {seq} did not reach every reader",
        )

    def must_have_seen(self, seqs: Iterable[int]) -> None:
        """Each of these once, in order, and nothing else."""
        expected = sorted(seqs)
        for reader in self.all:
            if reader.seqs != expected:
                missing = sorted(set(expected) - set(reader.seqs))
                raise Failed(
                    f"a reader was sent {len(reader.seqs)} of {len(expected)} updates; "
                    f"missing {missing}, or some twice or out of order"
                )
