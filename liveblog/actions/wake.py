"""The wake-up sent on commit. It carries `(blog id, version)` and nothing else."""

from __future__ import annotations

import logging
from functools import partial

from django.db import Error, connection, transaction

CHANNEL = "newsroom_wake"
log = logging.getLogger(__name__)


def wake_on_commit(blog_id: int, version: int) -> None:
    """Tell every process that `blog_id` has reached `version`, once this is committed.

    After the commit rather than inside it: NOTIFY serialises commits on one database-wide lock,
    and readers would queue behind it. On SQLite there is nothing to send: the hub looks at
    `PRAGMA data_version`.
    """
    if connection.vendor == "postgresql":
        transaction.on_commit(partial(_notify, blog_id, version), robust=True)


def _notify(blog_id: int, version: int) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{blog_id} {version}"])
    except Error:
        # The look once a second is the net: the change is committed and will be seen.
        log.warning("wake-up for blog %s not sent", blog_id, exc_info=True)
