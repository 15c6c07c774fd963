"""People: who may sign in. Superusers alone, for whoever gives rights has them all (SR-26)."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_texts
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from liveblog import actions
from liveblog.admin.access import name_of, user_of
from liveblog.admin.forms import text
from liveblog.admin.lists import TeamFilter
from liveblog.admin.shared_rows import FieldsForm
from liveblog.admin.team_admin import TrustedAdmin
from liveblog.admin.verbs import ConfirmForm, Verb
from liveblog.models import Role


def password(label: str, help_text: str) -> forms.CharField:
    widget = forms.PasswordInput({"autocomplete": "new-password"})
    return forms.CharField(label=label, help_text=help_text, required=False, widget=widget,
                           strip=False)  # fmt: skip


class PersonForm(FieldsForm):
    layout = (
        ("", ("username", "first_name", "last_name", "email", "password")),
        ("Full trust", ("is_superuser",)),
    )

    revision = None  # type: ignore[assignment]  # accounts have none
    username = text("User name", "For signing in; colleagues see it where there is no other name.")
    first_name = text("First name", "Colleagues see the name, and readers do as an author's.")
    last_name = text("Last name", "As it is printed under an update.")
    email = text(
        "Mail address", "For signing in and for a forgotten password. Readers never see it."
    )
    password = password(
        "First password",
        "Empty: the person sets one by “Forgot your password?” on the page for signing in.",
    )
    is_superuser = forms.BooleanField(
        label="May do everything",
        required=False,
        help_text="In every team: all rights of a chief, and besides who works here, with which "
        "role, and the page of operations. Have two such people, no more.",
    )

    def __init__(self, row: User | None, data: Any = None) -> None:
        super().__init__(row, data)
        if row is not None:
            del self.fields["password"]

    def initial_of(self, row: User) -> dict[str, Any]:
        return {name: getattr(row, name) for name in self.base_fields if name != "password"}


class PasswordForm(ConfirmForm):
    password = password("New password", "")

    def __init__(self, about: Any, data: Any = None) -> None:
        super().__init__(about, data)
        self.fields["password"].help_text = " ".join(password_validators_help_texts())


def _verb(name: str, label: str, explanation: str, done: str, **more: Any) -> Verb:
    return Verb(
        name=name, label=label, explanation=explanation, done=done, needs=Role.CHIEF,
        **{"applies": lambda person: True, **more},
    )  # fmt: skip


VERBS = (
    _verb(
        "password",
        "Set a new password…",
        "Ends all of the person's sessions. Tell it to them in person; they can change it.",
        "The password is set.",
        form=PasswordForm,
        run=lambda user, row, form: actions.set_password(
            user=user, person_id=row.pk, password=form.cleaned_data["password"]
        ),
    ),
    _verb(
        "second-factor",
        "Remove the second factor…",
        "For somebody who has lost phone and recovery codes: make sure it is them. The password "
        "alone opens the account until they have set up a new one.",
        "The second factor is removed.",
        applies=lambda person: Authenticator.objects.filter(user=person.pk).exists(),
        danger=True,
        run=lambda user, row, form: actions.drop_second_factor(user=user, person_id=row.pk),
    ),
    _verb(
        "deactivate",
        "Close the account…",
        "The person is out with their next request, and so is whatever uses their API tokens. "
        "What they wrote stays, under their name.",
        "The account is closed.",
        applies=lambda person: person.is_active,
        danger=True,
        run=lambda user, row, form: actions.set_active(user=user, person_id=row.pk, active=False),
    ),
    _verb(
        "activate",
        "Open the account again…",
        "The person can sign in again, with the roles and tokens they had.",
        "The account is open again.",
        applies=lambda person: not person.is_active,
        run=lambda user, row, form: actions.set_active(user=user, person_id=row.pk, active=True),
    ),
)


@admin.register(User)
class PeopleAdmin(TrustedAdmin):
    verbs = VERBS
    form_template = "admin/newsroom/person.html"
    list_display = ("username", "name", "email", "works_in", "second_factor", "last_login", "open")
    list_filter = ("is_active", "is_superuser", TeamFilter.along("memberships__team"))
    search_fields = ("username", "first_name", "last_name", "email")
    search_help_text = "A person's name or mail address"
    ordering = ("username",)
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return user_of(request).is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return user_of(request).is_superuser

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        factors = Authenticator.objects.filter(user=OuterRef("pk"))
        people = User.objects.annotate(has_second_factor=Exists(factors))
        return people.prefetch_related("memberships__team")

    @admin.display(description="Name")
    def name(self, person: User) -> str:
        return person.get_full_name()

    @admin.display(description="Teams")
    def works_in(self, person: User) -> str:
        everywhere = ["everywhere: may do everything"] if person.is_superuser else []
        rows = person.memberships.all()
        return ", ".join(everywhere + [f"{row.team} ({row.get_role_display()})" for row in rows])

    @admin.display(description="Second factor", boolean=True)
    def second_factor(self, person: Any) -> bool:
        return bool(person.has_second_factor)

    @admin.display(description="Open", boolean=True)
    def open(self, person: User) -> bool:
        return person.is_active

    def make_form(self, request: HttpRequest, obj: User | None) -> PersonForm:
        return PersonForm(obj, request.POST if request.method == "POST" else None)

    def run(self, request: HttpRequest, obj: User | None, form: PersonForm) -> User:
        fields = form.typed()
        password = fields.pop("password", "")
        if obj is None:
            return actions.create_person(user=user_of(request), fields=fields, password=password)
        return actions.change_person(user=user_of(request), person_id=obj.pk, fields=fields)

    def page_context(self, request: HttpRequest, obj: User | None) -> dict[str, Any]:
        if obj is None:
            return {}
        return {"title": name_of(obj), "person": obj, "memberships": obj.memberships.all()}
