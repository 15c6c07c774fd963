"""API tokens: each person makes and ends their own; a chief sees and ends the team's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from liveblog import actions
from liveblog.admin.access import roles_of, user_of
from liveblog.admin.forms import text
from liveblog.admin.shared_rows import FieldsForm
from liveblog.admin.verb_forms import VerbFormAdmin
from liveblog.admin.verbs import Verb
from liveblog.models import ApiToken, Membership, Role, Scope, Team

DAYS = [(1, "1 day"), (30, "30 days"), (90, "90 days"), (365, "1 year")]


class TokenForm(FieldsForm):
    layout = (("", ("name", "scopes", "days", "team")),)

    revision = None  # type: ignore[assignment]  # a token is never changed
    made: tuple[ApiToken, str] | None = None  # with its key, until the page has shown it
    name = text("Name", "What will use it: “Score ticker”.")
    scopes = forms.MultipleChoiceField(
        label="It may",
        choices=Scope.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Within what your own role allows, never more.",
    )
    days = forms.TypedChoiceField(
        label="It ends after",
        choices=DAYS,
        coerce=int,
        initial=90,
        help_text="Then it opens nothing any more; make another in time.",
    )
    team = forms.TypedChoiceField(
        label="For", coerce=int, required=False, empty_value=None, help_text="Only this team's."
    )

    def __init__(self, teams: list[Team], data: Any = None) -> None:
        super().__init__(None, data)
        field = self.fields["team"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "All my teams"), *((team.pk, team.name) for team in teams)]


VERBS = (
    Verb(
        name="revoke",
        label="Revoke…",
        needs=Role.REPORTER,
        applies=lambda token: not token.revoked,
        explanation="Whatever uses this key is refused from its next request on.",
        done="Revoked: the key opens nothing any more.",
        danger=True,
        run=lambda user, token, form: actions.revoke_token(user=user, prefix=token.prefix),
    ),
)


@admin.register(ApiToken)
class TokenAdmin(VerbFormAdmin):
    verbs = VERBS
    form_template = "admin/newsroom/token.html"
    verb_key = "slug:pk"
    list_display_links = None
    list_display = (
        "linked",
        "user",
        "may_do",
        "prefix",
        "created",
        "last_used_at",
        "ends",
        "revoked",
    )
    list_select_related = ("user",)
    list_filter = ("revoked",)
    search_fields = ("name", "prefix", "user__username")
    search_help_text = "A token's name, its first letters or its person"
    ordering = ("-created",)
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        user = user_of(request)
        if user.is_superuser:
            return ApiToken.objects.select_related("user")
        led = [team for team, role in roles_of(request).items() if role == Role.CHIEF]
        theirs = Membership.objects.filter(team__in=led).values("user")
        rows = ApiToken.objects.filter(Q(user=user) | Q(user__in=theirs))
        return rows.select_related("user")

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """By its prefix: the row's own key holds the hash, and addresses are kept in logs."""
        return self.get_queryset(request).filter(prefix=object_id).first()

    def change_url(self, obj: ApiToken) -> str:
        return reverse("admin:liveblog_apitoken_change", args=[obj.prefix])

    def verb_url(self, verb: Verb, obj: ApiToken) -> str:
        return reverse("admin:liveblog_apitoken_verb", args=[obj.prefix, verb.name])

    @admin.display(description="Name")
    def linked(self, token: ApiToken) -> str:
        return format_html('<a href="{}">{}</a>', self.change_url(token), token.name)

    @admin.display(description="May")
    def may_do(self, token: ApiToken) -> str:
        return ", ".join(str(Scope(scope).label) for scope in token.scopes)

    @admin.display(description="Ends")
    def ends(self, token: ApiToken) -> Any:
        return token.expiry_date

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(roles_of(request))

    def may(self, request: HttpRequest, verb: Verb, obj: ApiToken) -> bool:
        """Whatever a person sees here they may end: see `get_queryset`."""
        return True

    def make_form(self, request: HttpRequest, obj: ApiToken | None) -> TokenForm:
        teams = list(Team.objects.filter(pk__in=roles_of(request)))
        return TokenForm(teams, request.POST if request.method == "POST" else None)

    def run(self, request: HttpRequest, obj: ApiToken | None, form: TokenForm) -> ApiToken:
        if obj is not None:
            raise actions.NotAllowed("A token is never changed: revoke it and make another.")
        typed = form.cleaned_data
        made, key = actions.create_token(
            user=user_of(request),
            name=typed["name"],
            scopes=typed["scopes"],
            expires=timezone.now() + timedelta(days=typed["days"]),
            team_id=typed["team"],
        )
        form.made = (made, key)
        return made

    def _attempt(self, request: HttpRequest, obj: Any, form: Any) -> Any:
        """The key is on the page that answers the form, and nowhere else: no redirect."""
        answer = super()._attempt(request, obj, form)
        return self._shown_once(request, *form.made) if form.made else answer

    def announce(self, request: HttpRequest, before: Any, done: Any) -> None:
        """The page itself says it."""

    def _shown_once(self, request: HttpRequest, made: ApiToken, key: str) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": made.name,
            "opts": self.opts,
            "original": made,
            "key": key,
            "back": self.change_url(made),
        }
        return TemplateResponse(request, "admin/newsroom/token_made.html", context)

    def page_context(self, request: HttpRequest, obj: ApiToken | None) -> dict[str, Any]:
        return {"token": obj, "scopes": self.may_do(obj) if obj else ""}
