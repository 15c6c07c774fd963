"""A folder into which an agency's files are put: which of them are whole, and where they go.

Nothing is deleted: what was taken is moved to `.taken/`, what cannot be used to `.refused/`, with
the reason in a file beside it.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TAKEN, REFUSED = ".taken", ".refused"
SETTLED = 2.0  # seconds without a change, after which a file is taken to be whole
SKEW = 60.0  # seconds by which another machine's clock may be ahead
MAX_FILE = 20 * 1024 * 1024  # bytes
MAX_AT_ONCE = 32 * 1024 * 1024  # bytes of all files of one look
FILES_AT_ONCE = 50
UNFINISHED = (".tmp", ".part", ".partial", ".filepart", ".crdownload", "~")


@dataclass(frozen=True, slots=True)
class File:
    """A file that waits. `data` is None where it cannot be read; then `why` says why not."""

    path: Path
    data: bytes | None
    why: str = ""


def waiting(folder: Path) -> tuple[list[File], bool]:
    """The oldest files that are whole, and whether there are more. Raises `OSError`."""
    found = sorted(_whole(folder))
    files: list[File] = []
    size = 0
    for _, name, length in found[:FILES_AT_ONCE]:
        if files and size + length > MAX_AT_ONCE:
            break
        files.append(_opened(folder / name, length))
        size += length
    return files, len(found) > len(files)


def _whole(folder: Path) -> Iterator[tuple[float, str, int]]:
    """(time, name, bytes) of everything that nobody is still writing."""
    now = time.time()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.lower().endswith(UNFINISHED):
                continue
            try:
                about = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue  # its writer has renamed it
            # Neither folders nor pipes, nor a link that leads to any file of this machine.
            if stat.S_ISREG(about.st_mode) and not -SKEW < now - about.st_mtime < SETTLED:
                yield about.st_mtime, entry.name, about.st_size


def _opened(path: Path, length: int) -> File:
    if length > MAX_FILE:
        return File(path, None, f"The file is larger than {MAX_FILE // 1024 // 1024} MB.")
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            return File(path, file.read(MAX_FILE + 1))
    except OSError as error:
        return File(path, None, f"The file cannot be opened: {error.strerror}.")


def put_away(path: Path, why: str = "") -> None:
    """Move a file to where it is kept; with `why`, among the refused. Raises `OSError`."""
    shelf = path.parent / (REFUSED if why else TAKEN)
    shelf.mkdir(exist_ok=True)
    target = _free(shelf, path.name)
    path.rename(target)
    if why:
        target.with_name(f"{target.name}.why.txt").write_text(f"{why}\n", encoding="utf-8")


def _free(shelf: Path, name: str) -> Path:
    """A name nobody has there yet: agencies use theirs again."""
    target, count = shelf / name, 1
    while target.exists():
        count += 1
        target = shelf / f"{Path(name).stem}-{count}{Path(name).suffix}"
    return target
