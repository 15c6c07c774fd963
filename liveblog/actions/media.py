"""Taking a picture in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from liveblog.actions.actors import Actor, authorise, user_of
from liveblog.actions.errors import Invalid
from liveblog.actions.shared_rows import MEDIA
from liveblog.images import Upload, clean_upload
from liveblog.models import MediaAsset, Role


def add_media(
    *,
    user: Actor,
    team_id: int,
    upload: Upload | None,
    caption: str = "",
    credit: str = "",
    alt: str = "",
) -> MediaAsset:
    """Store a picture for a team, re-encoded; credit and alternative text come with it."""
    authorise(user, team_id, Role.REPORTER)
    file, texts = _clean(upload, {"caption": caption, "credit": credit, "alt": alt})
    asset = MediaAsset(team_id=team_id, uploaded_by=user_of(user), **texts)
    asset.file.save(file.name or "picture", file, save=False)
    try:
        with transaction.atomic():
            asset.save()
    except BaseException:
        # Without its row nobody would ever find the file again.
        asset.file.delete(save=False)
        raise
    return asset


def _clean(upload: Upload | None, texts: Mapping[str, str]) -> tuple[Any, dict[str, str]]:
    """The picture and its texts, or `Invalid` naming everything that cannot be taken."""
    errors: dict[str, list[str]] = {}
    cleaned: dict[str, str] = {}
    for name, value in texts.items():
        try:
            cleaned[name] = MEDIA[name](value, None)
        except ValueError as error:
            errors[name] = [str(error)]
    file = None
    try:
        file = clean_upload(upload) if upload is not None else None
        if file is None:
            errors["file"] = ["Choose a picture."]
    except ValueError as error:
        errors["file"] = [str(error)]
    if errors:
        raise Invalid(errors)
    return file, cleaned
