"""The door for agencies that send to us: one file a request, with the feed's own key."""

from __future__ import annotations

import hmac
from dataclasses import asdict
from typing import Any

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers as s
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle

from liveblog import actions
from liveblog.actions.feeds import key_digest
from liveblog.api import schema_writing as shapes
from liveblog.api.bodies import CappedFile
from liveblog.api.problems import Refusal
from liveblog.api.tokens import bearer, denied
from liveblog.api.views.tokened import TokenView
from liveblog.models import WireFeed
from liveblog.wire.intake import take_in
from liveblog.wire.parsed import Unreadable
from liveblog.wire.reader import Reader

MEND = "Send the key of this feed in the header “Authorization: Bearer <key>”."
PAUSE = 300  # seconds after which an agency may try a paused feed again
NOBODY = "0" * 64  # the digest of no key


class FeedKey(BaseAuthentication):
    """`request.auth` is the feed. A wrong key and a feed that is none look the same."""

    def authenticate(self, request: Request) -> tuple[None, WireFeed]:
        key, slug = bearer(request, MEND), str(request.parser_context["kwargs"]["slug"])
        feed = WireFeed.objects.filter(slug=slug, kind=WireFeed.Kind.PUSH).first()
        stored = feed.key_digest if feed is not None and feed.key_digest else NOBODY
        if not hmac.compare_digest(stored, key_digest(key)) or feed is None:
            raise denied(MEND, feed=feed.pk if feed else None)
        return None, feed


class FeedKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The feed's key in the OpenAPI document."""

    target_class = "liveblog.api.views.wires.FeedKey"
    name = "feed"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": MEND}


class FeedThrottle(SimpleRateThrottle):
    """`API_RATE` files per feed, besides those per address."""

    scope = "feed"

    def get_rate(self) -> str | None:
        return settings.API_RATE or None

    def get_cache_key(self, request: Request, view: object) -> str | None:
        return f"throttle_feed_{request.auth.pk}" if isinstance(request.auth, WireFeed) else None


class NotTaken(s.Serializer[Any]):
    guid = s.CharField(allow_blank=True)
    why = s.CharField()


class TakenIn(s.Serializer[Any]):
    """What one file brought."""

    new = s.IntegerField(help_text="Versions that were not here before.")
    known = s.IntegerField()
    refused = NotTaken(many=True, help_text="Items of it that cannot be used.")


class Wires(TokenView):
    """Sending the same file again does no harm."""

    http_method_names = ["post"]
    parser_classes = [CappedFile]

    def get_authenticators(self) -> list[Any]:
        return [FeedKey()]

    def get_throttles(self) -> list[Any]:
        return [FeedThrottle()]

    @extend_schema(
        operation_id="wire_send",
        summary="Send a file of an agency's items",
        description="For agencies, with the key of their feed. At most 5 MB, in any format that "
        "is read here, not packed. A paused feed answers 503: send the file again later.",
        request={"application/octet-stream": OpenApiTypes.BINARY},
        responses={200: TakenIn} | shapes.refusals(400, 401, 406, 411, 413, 415, 422, 429, 503),
    )
    def post(self, request: Request, slug: str) -> Response:
        feed = request.auth
        assert isinstance(feed, WireFeed)
        if not feed.is_active:
            wait = {"Retry-After": str(PAUSE)}
            raise Refusal(503, "This feed is paused. Send the file again later.", wait)
        if request.headers.get("Content-Encoding", "identity") != "identity":
            raise Refusal(415, "Send the file unpacked, without Content-Encoding.")
        content: Any = request.data
        if not isinstance(content, bytes) or not content:  # no body at all is read as a form
            raise Refusal(422, "The file is empty.")
        try:
            with Reader() as reader:
                said = request.headers.get("Content-Type", "")
                taken = take_in(feed, "sent to us", content, reader, content_type=said)
        except Unreadable as error:
            actions.note_push(feed_id=feed.pk, error=str(error))
            raise Refusal(422, str(error)) from error
        actions.note_push(feed_id=feed.pk)
        refused = [asdict(each) for each in taken.refused]
        return Response({"new": len(taken.new), "known": taken.known, "refused": refused})
