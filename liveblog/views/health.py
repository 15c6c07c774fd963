"""For load balancers and monitors: does the process live, and can it do its work?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from liveblog import health


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """200 as long as anything is answered at all; no database is asked."""
    return _told({"status": "alive"}, 200)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 if every check is ok, else 503; the checks are told in words."""
    checks = health.ready()
    well = all(found == health.OK for found in checks.values())
    status = "ready" if well else "not ready"
    return _told({"status": status, "checks": checks}, 200 if well else 503)


def _told(body: dict[str, object], status: int) -> HttpResponse:
    return JsonResponse(body, status=status, headers={"Cache-Control": "no-store"})
