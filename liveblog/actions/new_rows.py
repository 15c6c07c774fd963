"""Adding shared rows: a source, a topic. Changing them is in `shared_rows`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils.text import slugify

from liveblog.actions.actors import Actor
from liveblog.actions.cleaning import Cleaners, clean, slug
from liveblog.actions.shared_rows import (
    SOURCE,
    TOPIC,
    Row,
    apply,
    require_anywhere,
    require_unique,
)
from liveblog.models import Role, Source, Topic


def create_source(*, user: Actor, fields: Mapping[str, Any]) -> Source:
    """Add a source that entries can credit. Without a `slug` one is made from its name."""
    return _create(user, Source(), fields, SOURCE)


def create_topic(*, user: Actor, fields: Mapping[str, Any]) -> Topic:
    """Add a standing coverage page. Without a `slug` one is made from its name."""
    return _create(user, Topic(), fields, TOPIC)


def _create(user: Actor, row: Row, fields: Mapping[str, Any], cleaners: Cleaners) -> Row:
    require_anywhere(user, Role.EDITOR)
    with transaction.atomic():
        of_what = f"a {row._meta.verbose_name}"
        cleaned = clean({"name": "", **fields}, {**cleaners, "slug": slug}, None, of_what)
        cleaned["slug"] = cleaned.get("slug") or free_slug(type(row), cleaned["name"])
        apply(row, cleaned)
        require_unique(row)
        row.save()
    return row


def free_slug(model: type[models.Model], name: str) -> str:
    """An address made of a name that no other row of its kind has."""
    unicode = bool(getattr(model._meta.get_field("slug"), "allow_unicode", False))
    base = slugify(name, allow_unicode=unicode)[:110].strip("-") or str(model._meta.model_name)
    found, suffix = base, 1
    while model._default_manager.filter(slug=found).exists():
        suffix += 1
        found = f"{base}-{suffix}"
    return found
