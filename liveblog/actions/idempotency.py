"""Twice is once: the first answer to a submission is given again (RI-3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from liveblog.actions.actors import user_of
from liveblog.actions.change import Change
from liveblog.actions.errors import Invalid, KeyReused
from liveblog.models import Entry, IdempotencyRecord, LiveBlog

if TYPE_CHECKING:
    from django.contrib.auth.models import User


KEYS_TOLD = 50


def keys_of(user: User, blog: LiveBlog) -> list[str]:
    """The latest keys under which something of `user` arrived in `blog`, the last one first."""
    mine = IdempotencyRecord.objects.filter(user=user, blog=blog).order_by("-pk")
    return list(mine.values_list("key", flat=True)[:KEYS_TOLD])


def digest_of(fields: Mapping[str, Any]) -> str:
    """SHA-256 of a submission, independent of the order of its fields."""
    text = json.dumps(fields, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def require_readable(key: str) -> None:
    if len(key) > 80 or not key.isprintable():
        raise Invalid(
            {
                "idempotency_key": [
                    "An idempotency key has at most 80 characters, all of them visible."
                ]
            }
        )


def first_result(change: Change, key: str, fields: Mapping[str, Any]) -> Entry | None:
    """The entry this key already made, or None. Called under the blog's lock."""
    if not key:
        return None
    require_readable(key)
    record = (
        IdempotencyRecord.objects.select_related("entry").filter(blog=change.blog, key=key).first()
    )
    if record is None:
        return None
    if record.digest != digest_of(fields) or record.user_id != getattr(
        user_of(change.actor), "pk", None
    ):
        raise KeyReused("This submission was sent before with different content.")
    record.entry.blog = change.blog
    return record.entry


def remember(change: Change, key: str, fields: Mapping[str, Any], entry: Entry) -> None:
    """Keep the answer in the same transaction as what it answers."""
    if key:
        IdempotencyRecord.objects.create(
            user=user_of(change.actor),
            blog=change.blog,
            key=key,
            digest=digest_of(fields),
            entry=entry,
        )
