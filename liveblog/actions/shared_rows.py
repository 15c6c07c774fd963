"""The verbs on shared rows: a source, its rights, a picture, a topic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from liveblog import renditions, rights, security_log
from liveblog.actions import shared
from liveblog.actions.actors import SYSTEM, Actor, authorise
from liveblog.actions.cleaning import (
    Cleaners,
    choice,
    clean,
    line,
    required,
    slug,
    strings,
    web_address,
    whole,
    yes_no,
)
from liveblog.actions.errors import Invalid, NotAllowed, NotFound, Stale
from liveblog.models import (
    RANK,
    AfterExpiry,
    Allowance,
    MediaAsset,
    Membership,
    RightsProfile,
    Role,
    SharedEdit,
    Source,
    Topic,
)

Row = TypeVar("Row", bound=models.Model)


def edit_source(*, user: Actor, source_id: int, revision: int, fields: Mapping[str, Any]) -> Source:
    """Rename or re-describe a source everywhere it is credited."""
    require_anywhere(user, Role.EDITOR)
    return _edit(user, Source, source_id, revision, fields, SOURCE, SharedEdit.Kind.SOURCE)


def edit_topic(*, user: Actor, topic_id: int, revision: int, fields: Mapping[str, Any]) -> Topic:
    """Change a topic's title or address on every live blog that links to it."""
    require_anywhere(user, Role.EDITOR)
    return _edit(user, Topic, topic_id, revision, fields, TOPIC, SharedEdit.Kind.TOPIC)


def edit_media(
    *, user: Actor, asset_id: int, revision: int, fields: Mapping[str, Any]
) -> MediaAsset:
    """Change a picture's caption, credit, alternative text or focal point wherever it is shown."""
    team_id = MediaAsset.objects.filter(pk=asset_id).values_list("team_id", flat=True).first()
    if team_id is None:
        raise NotFound("There is no such picture.")
    authorise(user, team_id, Role.EDITOR)
    crops = _cut_anew(asset_id, fields.get("focus"))
    return _edit(
        user, MediaAsset, asset_id, revision, fields, MEDIA, SharedEdit.Kind.MEDIA, **crops
    )


def _cut_anew(asset_id: int, focus: Any) -> dict[str, Any]:
    """The renditions under another focal point, made before any lock is taken; {} for the same.

    A page never waits for a picture: the files are there before the row that names them.
    """
    asset = MediaAsset.objects.get(pk=asset_id)
    if not isinstance(focus, str) or focus == asset.focus or asset.killed_at is not None:
        return {}
    try:
        asset.focus = _focus(focus, None)
    except ValueError:
        return {}  # said where the fields are cleaned
    return {"renditions": renditions.make(asset.file)}


def edit_rights(*, user: Actor, source_id: int, fields: Mapping[str, Any]) -> RightsProfile:
    """Set what a source's contract allows. Only a chief signs for contracts."""
    require_anywhere(user, Role.CHIEF)
    with transaction.atomic():
        source = Source.objects.select_for_update().filter(pk=source_id).first()
        if source is None:
            raise NotFound("There is no such source.")
        profile, _ = RightsProfile.objects.get_or_create(source=source)
        apply(profile, clean(fields, RIGHTS, None, "a rights profile"))
        profile.save()
        security_log.on_commit("rights.changed", user=user, source=source_id)
        edit_id = shared.record(user, SharedEdit.Kind.RIGHTS, source_id)
    shared.finish([edit_id])
    return profile


def kill_media(*, user: Actor, asset_id: int) -> MediaAsset:
    """Retract a picture for good: it disappears from every entry that shows it."""
    with transaction.atomic():
        asset = MediaAsset.objects.select_for_update().filter(pk=asset_id).first()
        if asset is None:
            raise NotFound("There is no such picture.")
        authorise(user, asset.team_id, Role.EDITOR)
        if asset.killed_at is None:
            asset.killed_at = timezone.now()
            asset.revision += 1
            asset.save()
            security_log.on_commit("media.kill", user=user, media=asset_id)
        edit_id = shared.record(user, SharedEdit.Kind.MEDIA, asset_id)
    shared.finish([edit_id])
    return asset


def _edit(
    user: Actor,
    model: type[Row],
    pk: int,
    revision: int,
    fields: Mapping[str, Any],
    cleaners: Cleaners,
    kind: str,
    **derived: Any,
) -> Row:
    """Compare-and-set one shared row, and send the change on to all that show it."""
    with transaction.atomic():
        row = model._default_manager.select_for_update().filter(pk=pk).first()
        if row is None:
            raise NotFound(f"There is no such {model._meta.verbose_name}.")
        stored: Any = row
        if stored.revision != revision:
            raise Stale(
                "Somebody else saved this after you opened it. "
                "Your text is kept; compare the two and save again.",
                current={name: getattr(row, name) for name in cleaners},
                revision=stored.revision,
            )
        apply(row, clean(fields, cleaners, None, f"a {model._meta.verbose_name}") | derived)
        require_unique(row)
        stored.revision += 1
        row.save()
        edit_id = shared.record(user, kind, pk)
    shared.finish([edit_id])
    return row


def require_anywhere(user: Actor, needs: Role) -> None:
    """Shared rows belong to no team: being of that rank in any team is enough."""
    if user is SYSTEM or (getattr(user, "is_superuser", False) and getattr(user, "is_active", 0)):
        return
    roles = Membership.objects.filter(user=getattr(user, "pk", None), user__is_active=True)
    if not any(RANK[Role(role)] >= RANK[needs] for role in roles.values_list("role", flat=True)):
        security_log.event("permission.denied", user=user, needs=needs.value)
        raise NotAllowed(f"This needs the role “{needs.label.lower()}” in a team.")


def apply(row: models.Model, cleaned: dict[str, Any]) -> None:
    for name, value in cleaned.items():
        setattr(row, name, value)


def require_unique(row: models.Model) -> None:
    try:
        row.validate_unique()
    except ValidationError as error:
        raise Invalid(error.message_dict) from error


def _focus(value: Any, _: Any) -> str:
    found = re.fullmatch(r"([01](?:\.\d{1,4})?)x([01](?:\.\d{1,4})?)", str(value))
    if found is None or any(float(part) > 1 for part in found.groups()):
        raise ValueError("The focal point is two parts of one, such as 0.5x0.5.")
    return str(value)


SOURCE: Cleaners = {
    "name": required(line(120, "The name"), "The name"),
    "short_name": line(60, "The short name"),
    "kind": choice(Source.Kind.values, "Kind"),
    "forms": strings(20, "Other spellings"),
    "descriptor": line(60, "The descriptor"),
    "url": web_address(500),
    "in_credit_line": yes_no,
}
TOPIC: Cleaners = {
    "name": required(line(120, "The name"), "The name"),
    "slug": required(slug, "The address"),
    "subject": line(200, "The subject"),
    "description": line(2000, "The description"),
}
MEDIA: Cleaners = {
    "caption": line(500, "The caption"),
    "credit": required(line(200, "The credit"), "The credit"),
    "alt": required(line(500, "The alternative text"), "The alternative text"),
    "focus": _focus,
}
RIGHTS: Cleaners = {
    **{name: choice(Allowance.values, "An allowance") for name in rights.OUTLETS},
    "excerpt_words": whole("The length of an excerpt"),
    "expires_after_days": whole("The number of days", empty=True),
    "after_expiry": choice(AfterExpiry.values, "What remains afterwards"),
    "partner_territories": strings(250, "Territories"),
}
