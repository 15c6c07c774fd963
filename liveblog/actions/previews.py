"""Letting somebody without an account look at what is not public yet."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from liveblog import security_log
from liveblog.actions.actors import Actor, authorise, user_of
from liveblog.actions.errors import Invalid, NotAllowed, NotFound
from liveblog.models import LiveBlog, PreviewLink, Role

LONGEST = 24  # hours
MOST = 20  # open links of one live blog: more are forgotten, not used


def hash_of(token: str) -> str:
    """What is stored of a token. It has 256 bits of chance, so that one round is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def share_preview(*, user: Actor, blog_id: int, hours: int) -> tuple[PreviewLink, str]:
    """A link to one live blog for some hours, and its token, which nobody can be shown again."""
    person = user_of(user)
    with transaction.atomic():
        blog = LiveBlog.objects.select_for_update().filter(pk=blog_id).first()
        if blog is None:
            raise NotFound("There is no such live blog.")
        authorise(user, blog.team_id, Role.EDITOR)
        if person is None:
            raise NotAllowed("A preview is shared by a person.")
        if not 1 <= hours <= LONGEST:
            raise Invalid({"hours": [f"A preview can be open for 1 to {LONGEST} hours."]})
        now = timezone.now()
        if open_links(blog_id).count() >= MOST:
            raise Invalid({"hours": [f"This live blog has {MOST} open links. Revoke one first."]})
        token = secrets.token_urlsafe(32)
        link = PreviewLink.objects.create(
            blog=blog,
            token_hash=hash_of(token),
            created_by=person,
            created_at=now,
            expires_at=now + timedelta(hours=hours),
        )
        security_log.on_commit("preview.shared", user=user, blog=blog_id, link=link.pk)
    return link, token


def revoke_preview(*, user: Actor, link_id: int) -> PreviewLink:
    """End a link now; doing it twice is doing it once."""
    with transaction.atomic():
        rows = PreviewLink.objects.select_for_update(of=("self",)).select_related("blog")
        link = rows.filter(pk=link_id).first()
        if link is None:
            raise NotFound("There is no such link.")
        authorise(user, link.blog.team_id, Role.EDITOR)
        if link.revoked_at is None:
            link.revoked_at = timezone.now()
            link.save(update_fields=["revoked_at"])
            security_log.on_commit("preview.revoked", user=user, blog=link.blog_id, link=link_id)
    return link


def open_links(blog_id: int) -> QuerySet[PreviewLink]:
    """The links of a live blog that still open, newest first."""
    rows = PreviewLink.objects.filter(blog=blog_id, revoked_at=None, expires_at__gt=timezone.now())
    return rows.select_related("created_by")


def link_behind(token: str) -> PreviewLink | None:
    """The link a token opens now; None for every other token."""
    rows = PreviewLink.objects.filter(
        token_hash=hash_of(token), revoked_at=None, expires_at__gt=timezone.now()
    )
    return rows.exclude(blog__status=LiveBlog.Status.WITHDRAWN).first()
