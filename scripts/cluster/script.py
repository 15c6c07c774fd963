"""Asking and writing over HTTP, as a program of the newsroom does: what fails is sent again under
the key of the first attempt."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from scripts.serve import HOST

PATIENCE = 60.0  # seconds; nothing takes that long, what does not come is an error
REPEAT_SECONDS = 0.1
AWAY = (OSError, HTTPException)


class Failed(Exception):
    """Something promised did not happen; the message is one sentence without its full stop."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes


def ask(
    port: int,
    path: str,
    method: str = "GET",
    *,
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
    source: str = HOST,
) -> Answer:
    """One request on a connection of its own; raises one of `AWAY` where nobody answers."""
    connection = http.client.HTTPConnection(HOST, port, PATIENCE, source_address=(source, 0))
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        return Answer(answer.status, answer.read())
    finally:
        connection.close()


def eventually(condition: Callable[[], object], otherwise: str, pause: float = 0.02) -> None:
    """Wait until it holds; what is not there yet does not count as a failure."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if condition():
                return
        except AWAY:
            pass
        if time.monotonic() > deadline:
            raise Failed(f"{otherwise} in {PATIENCE:.0f} s")
        time.sleep(pause)


@dataclass(frozen=True, slots=True)
class Published:
    id: str
    number: int


class Script:
    """Writes into one live blog with a token."""

    def __init__(self, key: str, slug: str) -> None:
        self.slug = slug
        self._headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        self._count = 0
        self.repeated = 0

    def publish(self, port: int, text: str) -> Published:
        """One update, however often it has to be sent; once it is answered it is public."""
        self._count += 1
        headers = {**self._headers, "Idempotency-Key": f"cluster-{self._count}"}
        body = json.dumps({"body": f"<p>{text}</p>", "publish": True}).encode()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            answer = self._attempt(port, f"/api/v1/blogs/{self.slug}/entries/", body, headers)
            if answer and answer.status == 201:
                entry = json.loads(answer.body)
                return Published(entry["id"], entry["number"])
            if answer and answer.status < 500:
                raise Failed(f"an update was refused: {answer.body.decode()[:300]}")
            self.repeated += 1
            time.sleep(REPEAT_SECONDS)
        raise Failed(f"an update could not be published in {PATIENCE:.0f} s")

    def kill(self, port: int, entry: Published) -> None:
        body = json.dumps({"reason": "The agency has killed it."}).encode()
        path = f"/api/v1/entries/{entry.id}/kill/"
        answer = ask(port, path, "POST", body=body, headers=self._headers)
        if answer.status != 200:
            raise Failed(f"the kill was refused: {answer.body.decode()[:300]}")

    def version(self, port: int) -> int:
        found = json.loads(ask(port, "/api/v1/blogs/versions/").body)
        version: int = found[self.slug]
        return version

    def seqs(self, port: int, since: int) -> dict[str, int]:
        """By id, the seq of every entry that moved after `since`, lowest first."""
        seqs: dict[str, int] = {}
        more = True
        while more:
            path = f"/api/v1/blogs/{self.slug}/changes/?since={since}"
            delta: dict[str, Any] = json.loads(ask(port, path).body)
            seqs |= {entry["id"]: entry["seq"] for entry in delta["entries"]}
            since, more = delta["version"], delta["more"]
        return seqs

    def _attempt(self, port: int, path: str, body: bytes, headers: dict[str, str]) -> Answer | None:
        try:
            return ask(port, path, "POST", body=body, headers=headers)
        except AWAY:
            return None


class Load:
    """Somebody who publishes without a pause worth mentioning, until told to stop."""

    def __init__(self, script: Script, port: int) -> None:
        self.published: list[Published] = []
        self._script, self._port = script, port
        self._error: Exception | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait_for(self, more: int) -> None:
        """Until so many further updates have been accepted."""
        enough = len(self.published) + more
        eventually(
            lambda: self._error or len(self.published) >= enough, "nothing more was published"
        )
        if self._error:
            raise self._error

    def stop(self) -> list[Published]:
        """All that was accepted."""
        self._stopping.set()
        self._thread.join()
        if self._error:
            raise self._error
        return self.published

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                text = f"Ferry {len(self.published)} stays in port."
                self.published.append(self._script.publish(self._port, text))
                self._stopping.wait(0.1)  # nginx takes ten a second from one address
        except Exception as error:  # noqa: BLE001  told to whoever waits
            self._error = error
