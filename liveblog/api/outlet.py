"""Who is asking, as far as rights are concerned."""

from __future__ import annotations

from django.http import HttpRequest
from rest_framework.request import Request

from liveblog.rights import Outlet


def outlet_of(request: Request | HttpRequest) -> tuple[Outlet, str]:
    """The outlet that reads and the territory it publishes in ("" where none is known).

    Everybody is anonymous as yet. Whoever adds keys decides here, and here alone, what a caller
    may have; every document and every ETag of the API depends on the answer.
    """
    return "public_api", ""
