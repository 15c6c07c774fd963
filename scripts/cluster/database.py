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
    """Answers at `url` once it is started."""

    url: str

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
        self.url = self._server.url

    def start(self) -> None:
        self._server.start()

    def crash(self) -> None:
        self._server.stop(signal.SIGQUIT)

    def stop(self) -> None:
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
        return Stock(**json.loads(done.stdout))
