"""Reading strangers' files in a process of their own (`child`), which may die of one."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from liveblog.wire import carried, formats
from liveblog.wire.parsed import Nothing, Parsed, Refused, Unreadable

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 15.0  # on the wall, for a file; CPU and memory have limits of their own in `child`
MAX_ANSWER = 64 * 1024 * 1024  # bytes


class Reader:
    """A child process kept for many files: `with Reader() as reader: reader.read(data)`."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the child; the next file starts another."""
        child, self._child = self._child, None
        if child:
            child.kill()
            child.communicate()

    def read(
        self, data: bytes, *, zone: str = "", form: str = formats.AUTO
    ) -> list[Parsed | Refused]:
        """The items of a file. `zone` is an IANA name or "". Raises `Unreadable`, nothing else."""
        answer = self._ask({"form": form, "zone": zone, "length": len(data)}, data)
        if answer is None:
            self.stop()
            raise Unreadable("Reading the file took more time or memory than any agency's.")
        if "unreadable" in answer:
            raise (Nothing if answer.get("nothing") else Unreadable)(answer["unreadable"])
        return [carried.back(each) for each in answer["found"]]

    def _ask(self, request: dict[str, object], data: bytes) -> dict[str, Any] | None:
        child = self._child or self._start()
        assert child.stdin
        assert child.stdout
        try:
            child.stdin.write(carried.dumped(request) + b"\n" + data)
            child.stdin.flush()
            line = _line(child.stdout, time.monotonic() + SECONDS)
            answer: dict[str, Any] | None = json.loads(line) if line else None
        except (BrokenPipeError, ValueError):
            return None
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        """A child that inherits neither this process's secrets nor its connections."""
        self._child = subprocess.Popen(
            [sys.executable, "-m", "liveblog.wire.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        )
        return self._child


def _line(pipe: IO[bytes], deadline: float) -> bytes:
    """A whole line, or nothing if the child died, said too much or took too long."""
    held = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while not held.endswith(b"\n"):
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                return b""
            piece = os.read(pipe.fileno(), 1 << 20)
            if not piece or len(held) > MAX_ANSWER:
                return b""
            held += piece
    return bytes(held)
