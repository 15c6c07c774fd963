"""The site's last words: Django's handlers for what no view answered."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from liveblog import render
from liveblog.security_log import request_id
from liveblog.views.answers import CACHE, error_page

RETRY_SECONDS = 5  # after which a database that was away is worth another try


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, byte for byte the same for the unknown and the never public."""
    response = error_page(404)
    response["Cache-Control"] = CACHE
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 for what could not be read at all."""
    return error_page(400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500 without a word about why (SR-28); 503 while the database is away, which passes."""
    away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    status = 503 if away else 500
    response = HttpResponse(render.render_error(status, reference=request_id()), status=status)
    response["Cache-Control"] = "no-store"
    if away:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response
