"""Who may see and do what in the admin: derived from memberships, never from global rights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest

from liveblog.models import RANK, Membership, Role, Team

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_CACHE = "newsroom_roles"


def user_of(request: HttpRequest) -> User:
    """The person behind a request that the admin site has let in."""
    return cast("User", request.user)


def name_of(user: User | None) -> str:
    """A person's name as colleagues read it; for nobody it is the site itself."""
    return (user.get_full_name() or user.get_username()) if user else "Newsroom"


def roles_of(request: HttpRequest) -> dict[int, Role]:
    """The person's role by team id, read once per request. A superuser is a chief everywhere."""
    found: dict[int, Role] | None = getattr(request, _CACHE, None)
    if found is None:
        found = _read_roles(request.user)
        setattr(request, _CACHE, found)
    return found


def _read_roles(user: Any) -> dict[int, Role]:
    if not user.is_active:
        return {}
    if user.is_superuser:
        return dict.fromkeys(Team.objects.values_list("pk", flat=True), Role.CHIEF)
    rows = Membership.objects.filter(user=user).values_list("team", "role")
    return {team: Role(role) for team, role in rows}


def reaches(role: Role | None, needs: Role) -> bool:
    """Whether `role` may do what needs at least `needs`."""
    return role is not None and RANK[role] >= RANK[needs]


def role_for(request: HttpRequest, team_id: int) -> Role | None:
    """The person's role in one team, or None."""
    return roles_of(request).get(team_id)


def is_anywhere(request: HttpRequest, needs: Role) -> bool:
    """Whether the person has that rank in any team: what shared rows ask for."""
    if request.user.is_active and getattr(request.user, "is_superuser", False):
        return True
    return any(reaches(role, needs) for role in roles_of(request).values())
