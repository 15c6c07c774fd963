"""Who writes: a token in the `Authorization` header, never a cookie, never the address."""

from __future__ import annotations

import re
import uuid
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import User
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from liveblog import actions, security_log
from liveblog.api.problems import Refusal
from liveblog.models import ApiToken, Entry, LiveBlog, MediaAsset, Scope, Team

MEND = "Send a valid API token in the header “Authorization: Bearer <key>”."
ELSEWHERE = "This token was made for other live blogs."


class TokenAuthentication(BaseAuthentication):
    """`request.user` is the token's person, `request.auth` the token."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken]:
        token = actions.token_of(bearer(request, MEND))
        if token is None:
            raise denied(MEND)
        return token.user, token


def bearer(request: Request, mend: str) -> str:
    """The key in the header; "" without one. `mend` says how to send it."""
    if request.META.get("QUERY_STRING") and {"key", "api_key", "token", "access_token"} & set(
        request.GET
    ):
        raise Refusal(400, f"A key does not belong into an address, where logs keep it. {mend}")
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if kind.lower() == "bearer" else ""


def denied(mend: str, **facts: Any) -> Refusal:
    """The one answer to every key that opens nothing."""
    security_log.event("key.denied", **facts)
    return Refusal(401, mend, {"WWW-Authenticate": 'Bearer realm="newsroom"'})


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The token in the OpenAPI document."""

    target_class = "liveblog.api.tokens.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": MEND}


def token_behind(request: Request) -> ApiToken:
    """The token of a request that `TokenAuthentication` has let in."""
    return cast("ApiToken", request.auth)


class TokenThrottle(SimpleRateThrottle):
    """`API_RATE` requests per token, besides those per address."""

    scope = "token"

    def get_rate(self) -> str | None:
        return settings.API_RATE or None

    def get_cache_key(self, request: Request, view: object) -> str | None:
        return f"throttle_token_{token_behind(request).prefix}" if request.auth else None


def require_scope(request: Request, scope: Scope) -> None:
    """Refuse what the token was not made for."""
    if scope not in token_behind(request).scopes:
        security_log.event("permission.denied", user=request.user, needs=scope.value)
        raise Refusal(403, f"This needs a token with the scope “{scope.value}”.")


def blog_for(request: Request, slug: str) -> LiveBlog:
    """The live blog, if the token's person may know of it."""
    blog = LiveBlog.objects.filter(slug=slug).first()
    if blog is None:
        raise actions.NotFound("There is no such live blog.")
    _admit(request, blog, blog.is_public, "There is no such live blog.")
    return blog


def entry_for(request: Request, public_id: uuid.UUID) -> Entry:
    """The entry in any state, if the token's person may know of it."""
    entry = Entry.objects.select_related("blog").filter(public_id=public_id).first()
    if entry is None:
        raise actions.NotFound("There is no such entry.")
    known = entry.blog.is_public and entry.state == Entry.State.PUBLISHED
    _admit(request, entry.blog, known, "There is no such entry.")
    return entry


def team_for(request: Request, named: Any) -> int:
    """The id of the team a new live blog is for: the one named, or the only one there is."""
    token = token_behind(request)
    teams = Team.objects.all()
    if not token.user.is_superuser:
        teams = teams.filter(memberships__user=token.user)
    if token.blogs.exists():
        raise Refusal(403, ELSEWHERE)
    if token.team_id:
        teams = teams.filter(pk=token.team_id)
    if named is not None:
        teams = teams.filter(slug=named) if isinstance(named, str) else teams.none()
    found = list(teams.values_list("pk", flat=True)[:2])
    if len(found) != 1:
        several = "You work in several teams: name one." if found else "You have no such team."
        raise actions.Invalid({"team": [several]})
    return int(found[0])


def picture_for(request: Request, public_id: uuid.UUID) -> MediaAsset:
    """The picture, killed or not, if the token's person is in its team."""
    asset = MediaAsset.objects.select_related("team").filter(public_id=public_id).first()
    if asset is None or actions.role_in(request.user, asset.team_id) is None:
        raise actions.NotFound("There is no such picture.")
    token = token_behind(request)
    if token.team_id not in (None, asset.team_id) or token.blogs.exists():
        raise Refusal(403, ELSEWHERE)
    return asset


def _admit(request: Request, blog: LiveBlog, known: bool, nothing: str) -> None:
    if actions.role_in(request.user, blog.team_id) is None:
        if known:
            raise actions.NotAllowed("You are not a member of the team of this live blog.")
        raise actions.NotFound(nothing)
    token = token_behind(request)
    ours = set(token.blogs.values_list("pk", flat=True))
    if token.team_id not in (None, blog.team_id) or (ours and blog.pk not in ours):
        raise Refusal(403, ELSEWHERE)


def revision_named(request: Request) -> int:
    """The revision in `If-Match`, without which nothing existing is changed."""
    named = request.headers.get("If-Match", "").strip()
    if not named:
        raise Refusal(428, 'Send the revision you have read in the header If-Match, such as "3".')
    found = re.fullmatch(r'"([0-9]{1,9})"', named)
    if found is None:
        raise Refusal(400, 'If-Match must be one revision in quotes, such as "3".')
    return int(found[1])
