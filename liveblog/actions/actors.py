"""Who acts, and whether they may."""

from __future__ import annotations

from typing import Final, TypeAlias

from django.contrib.auth.models import AnonymousUser, User

from liveblog import security_log
from liveblog.actions.errors import NotAllowed
from liveblog.models import RANK, Membership, Role


class System:
    """Newsroom itself: the worker, the importer, a wire kill. Named, so that a forgotten user
    (None, or an anonymous one) can never be mistaken for it."""

    def __repr__(self) -> str:
        return "SYSTEM"


SYSTEM: Final = System()
Actor: TypeAlias = User | AnonymousUser | System


def user_of(actor: Actor) -> User | None:
    """The user to record for `actor`; None for the system."""
    return actor if isinstance(actor, User) else None


def role_in(actor: Actor, team_id: int) -> Role | None:
    """The actor's role in a team, or None. A superuser is a chief everywhere."""
    if isinstance(actor, System):
        return Role.CHIEF
    if not isinstance(actor, User) or not actor.is_active:
        return None
    if actor.is_superuser:
        return Role.CHIEF
    row = Membership.objects.filter(user=actor, team_id=team_id).values_list("role", flat=True)
    found = row.first()
    return Role(found) if found else None


def authorise(actor: Actor, team_id: int, needs: Role) -> Role:
    """Return the actor's role, or raise `NotAllowed` if it is below `needs`."""
    role = role_in(actor, team_id)
    if role is None or RANK[role] < RANK[needs]:
        security_log.event("permission.denied", user=actor, team=team_id, needs=needs.value)
    if role is None:
        raise NotAllowed("You are not a member of the team this live blog belongs to.")
    if RANK[role] < RANK[needs]:
        raise NotAllowed(
            f"This needs the role “{needs.label.lower()}” in the live blog's team; "
            f"yours is “{role.label.lower()}”."
        )
    return role
