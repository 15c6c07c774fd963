"""Who may do what: teams and the roles people hold in them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Team(models.Model):
    """A group of people who run live blogs together; every blog belongs to exactly one."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """Ranks, lowest first: each may do all that the one before it may."""

    REPORTER = "reporter", "Reporter"
    EDITOR = "editor", "Editor"
    CHIEF = "chief", "Chief"


RANK = {Role.REPORTER: 1, Role.EDITOR: 2, Role.CHIEF: 3}


class Membership(models.Model):
    """One person's role in one team. Rights are per team, never global."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(
        max_length=10,
        choices=Role,
        help_text="Reporters write and submit; editors publish, correct and take down; "
        "chiefs also withdraw whole live blogs and erase killed text.",
    )

    class Meta:
        constraints: ClassVar = [
            # Two rows for one person would make the effective role a matter of query order.
            models.UniqueConstraint(fields=["user", "team"], name="membership_once_per_team"),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="membership_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.team}"
