"""Who works where. Whoever may change this may do everything: superusers alone (SR-26)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify

from liveblog import security_log
from liveblog.actions.actors import SYSTEM, Actor
from liveblog.actions.cleaning import line
from liveblog.actions.errors import Invalid, NotAllowed, NotFound
from liveblog.models import Membership, Role, Team


def create_team(*, user: Actor, name: str) -> Team:
    """Add a team. Live blogs and pictures belong to one for good."""
    require_full_trust(user)
    team = Team(name=_name(name, None), slug="")
    base = slugify(team.name)[:110].strip("-") or "team"
    team.slug, suffix = base, 1
    while Team.objects.filter(slug=team.slug).exists():
        suffix += 1
        team.slug = f"{base}-{suffix}"
    team.save()
    return team


def rename_team(*, user: Actor, team_id: int, name: str) -> Team:
    """Give a team another name; its people and live blogs stay."""
    require_full_trust(user)
    team = Team.objects.filter(pk=team_id).first()
    if team is None:
        raise NotFound("There is no such team.")
    team.name = _name(name, team_id)
    team.save()
    return team


def grant_role(*, user: Actor, member_id: int, team_id: int, role: str) -> Membership:
    """Let a person work in a team, or change the role they have there."""
    require_full_trust(user)
    errors: dict[str, list[str]] = {}
    if role not in Role.values:
        errors["role"] = [f"A role is one of {', '.join(Role.values)}."]
    if not Team.objects.filter(pk=team_id).exists():
        errors["team"] = ["There is no such team."]
    if not User.objects.filter(pk=member_id).exists():
        errors["user"] = ["There is no such person."]
    if errors:
        raise Invalid(errors)
    with transaction.atomic():
        row, _ = Membership.objects.update_or_create(
            user_id=member_id, team_id=team_id, defaults={"role": role}
        )
        security_log.on_commit(
            "role.granted", user=user, member=member_id, team=team_id, role=row.role
        )
    return row


def revoke_role(*, user: Actor, membership_id: int) -> None:
    """End a person's work in a team, from their next request on. What they wrote stays."""
    require_full_trust(user)
    found, _ = Membership.objects.filter(pk=membership_id).delete()
    if not found:
        raise NotFound("There is no such membership.")
    security_log.on_commit("role.revoked", user=user, membership=membership_id)


def require_full_trust(user: Actor) -> None:
    """Raise `NotAllowed` unless `user` is a superuser, or the site itself."""
    person: Any = user
    if user is not SYSTEM and not (person.is_active and person.is_superuser):
        security_log.event("permission.denied", user=user, needs="superuser")
        raise NotAllowed("Only an administrator decides who works here, and in which team.")


def _name(value: str, team_id: int | None) -> str:
    try:
        name = line(120, "The name")(value, None)
    except ValueError as error:
        raise Invalid({"name": [str(error)]}) from error
    if not name:
        raise Invalid({"name": ["A team needs a name."]})
    if Team.objects.filter(name=name).exclude(pk=team_id or 0).exists():
        raise Invalid({"name": ["There is a team with this name already."]})
    return name
