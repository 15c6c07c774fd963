"""API tokens: made by the person they act for, ended by them or by a chief of their team."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from liveblog import security_log
from liveblog.actions.actors import role_in
from liveblog.actions.cleaning import line, required
from liveblog.actions.errors import Invalid, NotAllowed, NotFound
from liveblog.models import ApiToken, LiveBlog, Membership, Role, Scope

KEY = re.compile(r"[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}")
NOTED_EVERY = timedelta(minutes=1)


def create_token(
    *,
    user: User,
    name: str,
    scopes: Iterable[str],
    expires: datetime | None = None,
    team_id: int | None = None,
    blog_ids: Iterable[int] = (),
) -> tuple[ApiToken, str]:
    """Make a token for `user` and return it with its key, which can never be read again."""
    wanted, blogs = sorted(set(scopes)), set(blog_ids)
    errors: dict[str, list[str]] = {}
    try:
        name = required(line(50, "The name"), "The name")(name, None)
    except ValueError as error:
        errors["name"] = [str(error)]
    if not wanted or not set(wanted) <= set(Scope.values):
        errors["scopes"] = [f"Choose one or more of {', '.join(Scope.values)}."]
    if expires is not None and expires <= timezone.now():
        errors["expires"] = ["The token would have expired already."]
    if team_id is not None and role_in(user, team_id) is None:
        errors["team"] = ["You are not a member of this team."]
    teams = list(LiveBlog.objects.filter(pk__in=blogs).values_list("team_id", flat=True))
    if len(teams) != len(blogs) or any(role_in(user, one) is None for one in teams):
        errors["blogs"] = ["You have no role in one of these live blogs."]
    if errors:
        raise Invalid(errors)
    with transaction.atomic():
        made = ApiToken(user=user, name=name, scopes=wanted, team_id=team_id, expiry_date=expires)
        key = ApiToken.objects.assign_key(made)
        made.save()
        made.blogs.set(blogs)
        security_log.on_commit("key.created", user=user, key=made.prefix, scopes=wanted)
    return made, key


def revoke_token(*, user: User, prefix: str) -> None:
    """End a token from the next request on."""
    token = ApiToken.objects.select_related("user").filter(prefix=prefix).first()
    if token is None:
        raise NotFound("There is no such token.")
    if token.user_id != user.pk and not _is_chief_of(user, token.user):
        raise NotAllowed("Only its owner or a chief of their team can revoke this token.")
    with transaction.atomic():
        if ApiToken.objects.filter(pk=token.pk, revoked=False).update(revoked=True):
            security_log.on_commit("key.revoked", user=user, key=token.prefix)


def token_of(key: str) -> ApiToken | None:
    """The valid token this key opens, with its person; None for every other key."""
    if not KEY.fullmatch(key):
        return None
    rows = ApiToken.objects.select_related("user").filter(revoked=False, user__is_active=True)
    token: ApiToken | None = rows.filter(prefix=key.partition(".")[0]).first()
    if token is None or not token.is_valid(key) or token.has_expired:
        return None
    now = timezone.now()
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - NOTED_EVERY)
    if token.last_used_at is None or token.last_used_at < now - NOTED_EVERY:
        ApiToken.objects.filter(stale, pk=token.pk).update(last_used_at=now)
    return token


def _is_chief_of(user: User, owner: User) -> bool:
    if not user.is_active:
        return False
    chief = Membership.objects.filter(user=user, role=Role.CHIEF).values("team")
    return user.is_superuser or Membership.objects.filter(user=owner, team__in=chief).exists()
