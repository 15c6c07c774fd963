"""Whether this process can do its work: what `/readyz` answers, one word or sentence a check."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from liveblog.models import WorkerHeartbeat

OK = "ok"
UNKNOWN = "not known while the database does not answer"
WORKER_SILENT = timedelta(seconds=30)  # a worker says every five seconds that it is there


def ready() -> dict[str, str]:
    """Every check by name: "ok", or a sentence without names, versions or addresses."""
    database = {name: _asked(check) for name, check in _DATABASE_CHECKS.items()}
    return database | {"media": _media()}


def discard_dead_connections() -> None:
    """To be called before the database is tried again, which may have been restarted.

    psycopg's pool would hand out the connections that died with it one by one, and pause longer
    after each; whoever asks for a page meanwhile waits.
    """
    pool = getattr(connection, "pool", None)
    if pool is not None:
        pool.check()


def _asked(check: Callable[[], str]) -> str:
    try:
        return check()
    except Error:
        return UNKNOWN


def _answers() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        # A connection that broke in the meantime is not to be tried for ever.
        with suppress(Error):
            connection.close()
        return "does not answer"
    return OK


def _migrated() -> str:
    missing = _migrations() - MigrationRecorder(connection).applied_migrations().keys()
    return "not applied: run manage.py migrate" if missing else OK


def worker_runs() -> bool:
    """Whether any worker has been heard lately."""
    since = timezone.now() - WORKER_SILENT
    return WorkerHeartbeat.objects.filter(at__gte=since).exists()


def _works() -> str:
    if worker_runs():
        return OK
    return "not running: start manage.py worker"


def _media() -> str:
    """Writes a file, because permissions alone know nothing of a full or read-only disk."""
    folder = Path(settings.MEDIA_ROOT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"ok")
    except OSError:
        return "pictures cannot be stored: the directory cannot be written"
    return OK


@cache
def _migrations() -> set[tuple[str, str]]:
    """Those of this release, except the ones that others replace."""
    return set(MigrationLoader(None).graph.nodes)


_DATABASE_CHECKS: dict[str, Callable[[], str]] = {
    "database": _answers,
    "migrations": _migrated,
    "worker": _works,
}
