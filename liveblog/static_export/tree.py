"""The directory: one writer at a time, and every file whole or not there."""

from __future__ import annotations

import fcntl
import os
import re
import uuid
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Self
from urllib.parse import unquote, urlsplit

OURS = ".newsroom-export"  # in a directory that is ours: the name its cursors go by
GONE = ".410"  # "<file>.410" beside where a file was: nginx answers 410
_QUERY = re.compile(r"(before|page)=([0-9]+)")


class NotOurs(Exception):
    """A directory that cannot be written to; the message is one plain sentence."""


class Tree:
    """The snapshot in `root`, ours for as long as the context lasts. Counts what it changes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changed = 0
        self.name = ""

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def open(self) -> None:
        """Take the directory. Raises `NotOurs`."""
        mark = self.root / OURS
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            if not mark.exists() and any(self.root.iterdir()):
                raise NotOurs(f"{self.root} holds other files: give an empty or a new directory.")
            self._lock = mark.open("a+")
        except OSError as error:
            raise NotOurs(f"{self.root} cannot be written: {error.strerror}.") from error
        try:
            # A second writer could put back what this one has just taken away.
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            raise NotOurs(f"Another process is writing to {self.root}.") from error
        self._lock.seek(0)
        self.name = self._lock.read().strip()
        if not self.name:
            self.name = uuid.uuid4().hex
            self._lock.write(self.name)
            self._lock.flush()
            os.fsync(self._lock.fileno())

    def close(self) -> None:
        self._lock.close()

    def write(self, file: str, content: bytes) -> None:
        """Put `content` there unless it is there already; atomic, and safe from a power cut."""
        path = self._path(file)
        if not (path.is_file() and path.read_bytes() == content):
            self._replace(path, content)
        self._unlink(self._path(file + GONE))

    def mark_gone(self, file: str) -> None:
        """Answer 410 in its place. The marker is asked for first, so it comes first."""
        marker = self._path(file + GONE)
        if not marker.exists():
            self._replace(marker, b"")
        self.remove(file)

    def remove(self, file: str) -> None:
        self._unlink(self._path(file))

    def forget(self, file: str) -> None:
        """As if it had never been there: no file and no marker."""
        self.remove(file)
        self._unlink(self._path(file + GONE))

    def read(self, file: str) -> bytes:
        return self._path(file).read_bytes()

    def has(self, file: str) -> bool:
        return self._path(file).is_file()

    def below(self, folder: str) -> Iterator[str]:
        """The files in a folder and beneath, by their names in the tree; no markers."""
        for at, _, names in os.walk(self._path(folder)):
            for name in sorted(names):
                if not (name.endswith(GONE) or name.startswith(".")):
                    yield (Path(at) / name).relative_to(self.root).as_posix()

    def _replace(self, path: Path, content: bytes) -> None:
        _make(path.parent)
        # One name for all attempts: what a crash leaves behind is overwritten by the next.
        part = path.with_name(f".{path.name}.part")
        with part.open("wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), 0o644)  # for the web server to read
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync(path.parent)
        self.changed += 1

    def _unlink(self, path: Path) -> None:
        try:
            path.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return
        _sync(path.parent)
        self.changed += 1

    def _path(self, file: str) -> Path:
        parts = PurePosixPath(file).parts
        if file.startswith("/") or any(part.startswith(".") for part in parts):
            raise ValueError(f"{file!r} is no name of a file in a snapshot.")
        return self.root.joinpath(*parts)


def file_of(address: str) -> str:
    """Where the document at an address stands: `/live/storm/?before=31` in
    `live/storm/_before/31/index.html`."""
    parts = urlsplit(address)
    folder, _, name = unquote(parts.path).lstrip("/").rpartition("/")
    asked = _QUERY.fullmatch(parts.query)
    where = [folder, *((f"_{asked[1]}", asked[2]) if asked else ()), name or "index.html"]
    return "/".join(part for part in where if part)


def _make(folder: Path) -> None:
    """A folder the web server may look into, whatever this process' umask is."""
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    """A rename or a removal is only on the disk once its directory is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
