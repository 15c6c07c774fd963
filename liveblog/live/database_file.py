"""Which file a SQLite database is: one that was put in its place is another database.

A connection goes on reading the file it was opened with, also when a backup has been put there
since; nobody who holds it would ever notice.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import OperationalError, connection

Identity = tuple[int, int]


def identity(path: str | Path) -> Identity:
    """Raises `OSError` where there is none."""
    found = Path(path).stat()
    return found.st_dev, found.st_ino


class SameFile:
    """Of one thread's connection: `keep` gives it up when it is of a file that is there no more."""

    def __init__(self) -> None:
        self._file: Identity | None = None

    def keep(self) -> None:
        """Raises `OperationalError` where no file is, rather than have one made."""
        database: Any = connection
        if database.vendor != "sqlite" or database.is_in_memory_db():
            return
        try:
            found = identity(connection.settings_dict["NAME"])
        except OSError as error:
            connection.close()
            raise OperationalError("The file of the database is not there.") from error
        if self._file not in (None, found):
            connection.close()
        self._file = found
