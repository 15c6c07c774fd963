"""One line for every request, and an id that binds together what was logged during it."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Awaitable
from typing import Any, cast

import structlog
from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest, HttpResponse
from django_structlog.middlewares import RequestMiddleware
from structlog.contextvars import bind_contextvars, clear_contextvars

from newsroom import policies

# Asked for so often that a line each would bury all others. Event streams never get here.
QUIET = re.compile(r"^/(live/[^/]+/(changes|events)$|static/|media/|(healthz|readyz|metrics)$)")
MAX_PATH = 300  # characters of a path that are logged

log = structlog.get_logger("newsroom.requests")


class RequestLogMiddleware(RequestMiddleware):
    """django-structlog's middleware, without what a public site should not keep.

    No addresses, no user agents, no query strings; no id is taken from outside, no session is
    opened, and nothing hops to another thread. An exception is logged by the parent class.
    """

    def __call__(self, request: HttpRequest) -> Any:
        if iscoroutinefunction(self):
            return self._answer_later(request)
        self.prepare(request)
        response = cast("HttpResponse", self.get_response(request))
        self.handle_response(request, response)
        return response

    async def _answer_later(self, request: HttpRequest) -> HttpResponse:
        self.prepare(request)
        response = await cast("Awaitable[HttpResponse]", self.get_response(request))
        self.handle_response(request, response)
        return response

    def prepare(self, request: HttpRequest) -> None:
        clear_contextvars()
        bind_contextvars(request_id=uuid.uuid4().hex)
        request.log_began = time.perf_counter()  # type: ignore[attr-defined]

    def handle_response(self, request: HttpRequest, response: HttpResponse) -> None:
        if hasattr(request, "_raised_exception"):
            delattr(request, "_raised_exception")  # logged already, with its traceback
        else:
            self._tell(request, response)
        clear_contextvars()

    def _tell(self, request: HttpRequest, response: HttpResponse) -> None:
        began = getattr(request, "log_began", None)
        taken = {} if began is None else {"ms": round((time.perf_counter() - began) * 1000, 1)}
        log.log(
            level_of(request.path_info, response.status_code),
            "request_finished",
            request=self.format_request(request),
            code=response.status_code,
            **taken,
        )

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Method and path. A query may hold what is searched for, or a key that strayed there."""
        return f"{request.method} {request.path[:MAX_PATH]}"

    @staticmethod
    def bind_user_id(request: HttpRequest) -> None:
        """Who did what is told by the verbs; here a session would have to be read for it."""


def level_of(path: str, status: int) -> int:
    """How loud the line of a request is: a visitor's wrong address is no trouble of ours."""
    if status >= 500:
        return logging.ERROR
    if status in (401, 403) and policies.is_editorial(path):
        return logging.WARNING
    return logging.DEBUG if QUIET.match(path) else logging.INFO
