"""How often one address may ask."""

from __future__ import annotations

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle


class PublicThrottle(AnonRateThrottle):
    """`API_RATE` requests per address, counted in the default cache; an empty rate is no limit."""

    def get_rate(self) -> str | None:
        return settings.API_RATE or None

    def get_ident(self, request: Request) -> str:
        """The peer as the server reports it: X-Forwarded-For has been judged there (SR-12)."""
        return str(request.META.get("REMOTE_ADDR", ""))
