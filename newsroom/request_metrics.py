"""How long each kind of address takes, for Prometheus; nothing where there is no METRICS_TOKEN."""

from __future__ import annotations

import time
from collections.abc import Awaitable
from importlib.util import find_spec
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from newsroom.middleware import GetResponse


class RequestMetricsMiddleware:
    """Outermost, so that it sees what every other middleware answers and takes."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: GetResponse) -> None:
        if not settings.METRICS_TOKEN or find_spec("prometheus_client") is None:
            raise MiddlewareNotUsed
        from liveblog.metrics import observe

        self._observe = observe
        self.get_response = get_response
        self.later = iscoroutinefunction(get_response)
        if self.later:
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        if self.later:
            return self._answer_later(request)
        began = time.perf_counter()
        return self._counted(request, began, self.get_response(request))

    async def _answer_later(self, request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        return self._counted(request, began, await self.get_response(request))

    def _counted(self, request: HttpRequest, began: float, response: Any) -> HttpResponseBase:
        found: HttpResponseBase = response
        self._observe(route_of(request), found.status_code, time.perf_counter() - began)
        return found


def route_of(request: HttpRequest) -> str:
    """The name of the address: there are as many as the site has kinds of pages."""
    match = request.resolver_match
    return (match.view_name or match.route) if match else "none"
