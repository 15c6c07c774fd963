"""Teams and memberships. Everybody sees their own team; only superusers decide (SR-26)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from liveblog import actions
from liveblog.admin.access import roles_of, user_of
from liveblog.admin.forms import text
from liveblog.admin.lists import TeamFilter
from liveblog.admin.offers import LookupField, Offer, lookup_field
from liveblog.admin.shared_rows import FieldsForm
from liveblog.admin.verb_forms import VerbFormAdmin
from liveblog.admin.verbs import Verb
from liveblog.models import Membership, Role, Team


class TrustedAdmin(VerbFormAdmin):
    """Only for whoever may do everything."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return user_of(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return user_of(request).is_superuser

    def may(self, request: HttpRequest, verb: Verb, obj: Any) -> bool:
        return user_of(request).is_superuser


class TeamForm(FieldsForm):
    layout = (("", ("name",)),)

    revision = None  # type: ignore[assignment]  # teams have none
    name = text("Name", "As colleagues know it; readers never see it.")


@admin.register(Team)
class TeamAdmin(TrustedAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    search_help_text = "The team's name"
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Team.objects.filter(pk__in=roles_of(request))

    def make_form(self, request: HttpRequest, obj: Team | None) -> TeamForm:
        return TeamForm(obj, request.POST if request.method == "POST" else None)

    def run(self, request: HttpRequest, obj: Team | None, form: TeamForm) -> Team:
        name = form.cleaned_data["name"]
        if obj is None:
            return actions.create_team(user=user_of(request), name=name)
        return actions.rename_team(user=user_of(request), team_id=obj.pk, name=name)


class MembershipForm(FieldsForm):
    layout = (("", ("user", "team", "role")),)

    revision = None  # type: ignore[assignment]
    user = lookup_field("Person", help_text="Whoever has an account that is open.")
    team = lookup_field("Team", help_text="Whose live blogs and pictures they will work on.")
    role = forms.ChoiceField(
        choices=Role.choices,
        help_text="Reporters write and submit; editors publish, correct and take down; chiefs "
        "also withdraw whole live blogs, sign for rights and erase killed text.",
    )

    def __init__(self, row: Membership | None, data: Any = None, whom: Any = None) -> None:
        super().__init__(row, data)
        self.initial = {**self.initial, **(whom or {})}
        self._offer("user", "person", row.user if row else None)
        self._offer("team", "team", row.team if row else None)

    def _offer(self, name: str, kind: str, only: Any) -> None:
        """A role is changed for the same person in the same team: only a new one is chosen."""
        field = self.fields[name]
        assert isinstance(field, LookupField)
        if only:
            field.choices = [(only.pk, str(only))]
        else:
            field.offers(Offer(kind), self.initial.get(name))  # an address may name one

    def initial_of(self, row: Membership) -> dict[str, Any]:
        return {"user": row.user_id, "team": row.team_id, "role": row.role}


@admin.register(Membership)
class MembershipAdmin(TrustedAdmin):
    list_display = ("user", "team", "role")
    list_select_related = ("user", "team")
    list_filter = ("role", TeamFilter.along("team"))
    search_fields = ("user__username", "user__first_name", "user__last_name")
    search_help_text = "The person's name"
    ordering = ("team__name", "user__username")
    sortable_by: ClassVar[tuple[str, ...]] = ()
    verbs = (
        Verb(
            name="end",
            label="End this membership…",
            needs=Role.CHIEF,
            applies=lambda membership: True,
            explanation="Takes effect with the person's next request. What they wrote stays.",
            done="The membership has ended.",
            danger=True,
            run=lambda user, row, form: actions.revoke_role(user=user, membership_id=row.pk),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return Membership.objects.filter(team__in=roles_of(request)).select_related("user", "team")

    def change_url(self, obj: Membership) -> str:
        if obj.pk and Membership.objects.filter(pk=obj.pk).exists():
            return super().change_url(obj)
        return reverse("admin:liveblog_membership_changelist")

    def make_form(self, request: HttpRequest, obj: Membership | None) -> MembershipForm:
        whom = {"user": request.GET.get("user")} if obj is None else None
        return MembershipForm(obj, request.POST if request.method == "POST" else None, whom)

    def run(self, request: HttpRequest, obj: Membership | None, form: MembershipForm) -> Membership:
        clean = form.cleaned_data
        return actions.grant_role(
            user=user_of(request),
            member_id=clean["user"],
            team_id=clean["team"],
            role=clean["role"],
        )
