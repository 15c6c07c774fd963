"""A visitor who asks for one page again and again while something else is measured."""

from __future__ import annotations

import http.client
import threading
import time
from types import TracebackType

PAUSE = 0.02  # seconds between an answer and the next question


class Probe:
    """`milliseconds`: what each answer took; `refused`: other answers than 200."""

    def __init__(self, url: str) -> None:
        self._host, _, self._path = url.removeprefix("http://").partition("/")
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.milliseconds: list[float] = []
        self.refused = 0

    def __enter__(self) -> Probe:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join(30)

    def _run(self) -> None:
        visitor = http.client.HTTPConnection(self._host, timeout=20)
        while not self._ended.wait(PAUSE):
            began = time.monotonic()
            try:
                visitor.request("GET", f"/{self._path}", headers={"Accept-Encoding": "gzip"})
                answer = visitor.getresponse()
                answer.read()
                self.refused += answer.status != 200
            except (OSError, http.client.HTTPException):
                self.refused += 1
                visitor.close()
            self.milliseconds.append(1000 * (time.monotonic() - began))
        visitor.close()

    @property
    def p99(self) -> float:
        """Milliseconds; raises `RuntimeError` when the page did not always answer."""
        if self.refused or not self.milliseconds:
            raise RuntimeError(f"the page did not answer {self.refused} times")
        return sorted(self.milliseconds)[int(len(self.milliseconds) * 0.99)]
