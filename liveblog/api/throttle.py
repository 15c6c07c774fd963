"""How often one address may ask."""

from __future__ import annotations

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import AnonRateThrottle


class PublicThrottle(AnonRateThrottle):
    """`API_RATE` requests per address, counted in the default cache; an empty rate is no limit."""

    def get_rate(self) -> str | None:
        return settings.API_RATE or None

    def get_cache_key(self, request: Request, view: object) -> str:
        """By address alone, whoever asks: the user is not looked at, who may yet be refused."""
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}

    def get_ident(self, request: Request) -> str:
        """The peer as the server reports it: X-Forwarded-For has been judged there (SR-12)."""
        return str(request.META.get("REMOTE_ADDR", ""))
