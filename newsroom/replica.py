"""Public answers read from a replica, where there is one that has come far enough (ADR 21)."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from liveblog.live.protocol import EDITION
from newsroom.databases import REPLICA
from newsroom.middleware import GetResponse

AWAY_SECONDS = 10.0  # a replica that has failed is not asked again for so long

log = logging.getLogger(__name__)
_reading: ContextVar[str] = ContextVar("newsroom_reading", default=DEFAULT_DB_ALIAS)


@contextmanager
def from_replica() -> Iterator[None]:
    """Everything read by the ORM in here comes from the replica, on one connection."""
    token = _reading.set(REPLICA)
    try:
        yield
    finally:
        _reading.reset(token)


class Router:
    """All reads of a request go to one database; all writes to the primary."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return _reading.get()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True  # they are the same rows

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


class ReplicaMiddleware:
    """Only what is to be kept in memory, of one live blog, and then valid as a certain edition of
    it, may come from the replica: nobody else could tell that what it says is too old.
    """

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: GetResponse) -> None:
        if REPLICA not in settings.DATABASES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self._not_before = float("-inf")  # monotonic

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        edition = getattr(request, "scope", {}).get(EDITION)
        if edition is not None and self._has_reached(*edition):
            with from_replica():
                response: HttpResponseBase = self.get_response(request)
            if response.status_code < 500:
                return response
            # It went away in the middle, or ended a query that stood in the way of replication.
            self._leave_alone("it answered with an error")
        primary: HttpResponseBase = self.get_response(request)
        return primary

    def _has_reached(self, public_id: Any, version: int) -> bool:
        """Whether the replica's copy of the live blog is at this version at least. It only moves
        forward, so what is read from the same connection afterwards is no older."""
        from liveblog.models import LiveBlog

        if version < 0 or time.monotonic() < self._not_before:  # below zero: it is gone
            return False
        blogs = LiveBlog.objects.using(REPLICA).filter(public_id=public_id, version__gte=version)
        try:
            return blogs.exists()
        except Error as error:
            connections[REPLICA].close()
            self._leave_alone(str(error))
            return False

    def _leave_alone(self, why: str) -> None:
        log.warning("The replica is not asked for %.0f seconds: %s", AWAY_SECONDS, why)
        self._not_before = time.monotonic() + AWAY_SECONDS
