"""Asking the site's own views, without a network between: the same bytes a reader gets."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest
from django.test.client import RequestFactory
from django.urls import resolve


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at an address; `location` is the address a redirect names."""

    status: int
    body: bytes = b""
    location: str = ""


def ask(address: str) -> Answer:
    """The answer of the view at a path with its query. No middleware: it changes headers alone."""
    request = _request(address)
    try:
        found = resolve(request.path_info)
        request.resolver_match = found
        response = found.func(request, *found.args, **found.kwargs)
    except Http404:
        return Answer(404)
    location = response.headers.get("Location", "")
    return Answer(response.status_code, response.content, location)


def followed(address: str) -> tuple[Answer, str]:
    """The answer at an address or where it redirects to, and the address it redirects to."""
    answer = ask(address)
    if not answer.location:
        return answer, ""
    return ask(answer.location), answer.location


def _request(address: str) -> HttpRequest:
    site = urlsplit(settings.SITE_URL)
    made: HttpRequest = RequestFactory().get(
        address, secure=site.scheme == "https", headers={"host": site.netloc}
    )
    return made
