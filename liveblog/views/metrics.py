"""For Prometheus: there only where METRICS_TOKEN is set, and only for whoever sends it."""

from __future__ import annotations

import hmac
from importlib.util import find_spec

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from liveblog.views.answers import error_page

TYPE = "text/plain; version=0.0.4; charset=utf-8"


def metrics(request: HttpRequest) -> HttpResponse:
    """The metrics; without the token, the answer of an address that does not exist."""
    if not _may_ask(request) or request.method not in ("GET", "HEAD"):
        response = error_page(404)
    else:
        from liveblog.metrics import exposition

        response = HttpResponse(exposition(), content_type=TYPE)
    response["Cache-Control"] = "no-store"
    return response


def _may_ask(request: HttpRequest) -> bool:
    if not settings.METRICS_TOKEN or find_spec("prometheus_client") is None:
        return False
    sent = request.headers.get("Authorization", "").encode()
    return hmac.compare_digest(sent, f"Bearer {settings.METRICS_TOKEN}".encode())
