"""Adding shared rows: a source, a topic. Changing them is in `shared_rows`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils.text import slugify

from liveblog.actions.actors import Actor
from liveblog.actions.shared_rows import (
    SOURCE,
    TOPIC,
    Cleaners,
    Row,
    _apply,
    _clean,
    _require_anywhere,
    _require_unique,
)
from liveblog.models import Role, Source, Topic


def create_source(*, user: Actor, fields: Mapping[str, Any]) -> Source:
    """Add a source that entries can credit. Without a `slug` one is made from its name."""
    return _create(user, Source(), fields, SOURCE)


def create_topic(*, user: Actor, fields: Mapping[str, Any]) -> Topic:
    """Add a standing coverage page. Without a `slug` one is made from its name."""
    return _create(user, Topic(), fields, TOPIC)


def _create(user: Actor, row: Row, fields: Mapping[str, Any], cleaners: Cleaners) -> Row:
    _require_anywhere(user, Role.EDITOR)
    with transaction.atomic():
        cleaned = _clean({"name": "", **fields}, {**cleaners, "slug": _slug})
        cleaned["slug"] = cleaned.get("slug") or _free_slug(type(row), cleaned["name"])
        _apply(row, cleaned)
        _require_unique(row)
        row.save()
    return row


def _slug(value: Any, _: Any) -> str:
    text = str(value).strip().lower()
    if text and not re.fullmatch(r"[-\w]{1,120}", text):
        raise ValueError("An address may only have letters, digits and hyphens.")
    return text


def _free_slug(model: type[models.Model], name: str) -> str:
    unicode = bool(getattr(model._meta.get_field("slug"), "allow_unicode", False))
    base = slugify(name, allow_unicode=unicode)[:110].strip("-") or str(model._meta.model_name)
    slug, suffix = base, 1
    while model._default_manager.filter(slug=slug).exists():
        suffix += 1
        slug = f"{base}-{suffix}"
    return slug
