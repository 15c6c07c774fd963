"""The cluster's PostgreSQL, with something in it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

from scripts.cluster.script import Failed
from scripts.serve import ROOT
from scripts.with_postgres import SETTINGS, Server

# What is committed survives a crash, as it does for an operator.
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


class Stock(NamedTuple):
    """Of the live blogs one is written into, the other never changes. `account`: for people."""

    key: str
    slug: str
    quiet: str
    account: str = ""


class Database(Protocol):
    """Answers at `url` once it is started, and its replica at `replica_url` once it is stocked; ""
    where there is none."""

    url: str
    replica_url: str

    def start(self) -> None: ...

    def crash(self) -> None:
        """All connections end without a word, and no new one is taken until it is started."""

    def stop(self) -> None: ...

    def stock(self, environment: dict[str, str]) -> Stock:
        """Fill it; called once, started, with the environment of the site."""


class Own:
    """A server of the cluster's own, with its files in `home`."""

    def __init__(self, home: Path) -> None:
        home.mkdir()
        self._home = home
        self._server = Server(str(home), SETTINGS | DURABLE)
        self._replica: Server | None = None
        self.url, self.replica_url = self._server.url, ""

    def start(self) -> None:
        self._server.start()

    def crash(self) -> None:
        self._server.stop(signal.SIGQUIT)

    def stop(self) -> None:
        if self._replica is not None:
            self._replica.stop()
        self._server.stop()

    def stock(self, environment: dict[str, str]) -> Stock:
        done = subprocess.run(
            [sys.executable, "-m", "scripts.cluster.stock"],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Failed(f"the database could not be filled: {done.stderr[-1000:]}")
        self._copy()
        return Stock(**json.loads(done.stdout))

    def _copy(self) -> None:
        home = self._home.with_name("replica")
        home.mkdir()
        self._replica = Server(str(home), SETTINGS, primary=self._server)
        self._replica.start()
        self.replica_url = self._replica.url
