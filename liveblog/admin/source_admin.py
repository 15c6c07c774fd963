"""Sources, and what the contract with each allows."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import HttpRequest

from liveblog import actions, rights, sanitise
from liveblog.admin.access import user_of
from liveblog.admin.forms import block, lines_of, text
from liveblog.admin.rights_words import in_words
from liveblog.admin.shared_rows import FieldsForm, SharedRowAdmin
from liveblog.admin.verbs import ConfirmForm, Verb
from liveblog.models import AfterExpiry, Allowance, RightsProfile, Role, Source


class SourceForm(FieldsForm):
    layout = (
        ("", ("name", "short_name", "kind", "in_credit_line")),
        ("How copy names it", ("forms", "descriptor", "url")),
    )

    name = text("Name", "As readers see it, with its article: “The Associated Press”.")
    short_name = text("Short name", "For second mentions: “AP”. Empty: the full name.")
    kind = forms.ChoiceField(
        choices=Source.Kind.choices, help_text="What readers and partners are told it is."
    )
    in_credit_line = forms.BooleanField(
        label="In the credit line",
        required=False,
        help_text="Names it at the foot of the live blogs that use it.",
    )
    forms = block("Other spellings", "One per line: by these, too, it is found in copy.")
    descriptor = text("Descriptor", "Stands before the name where needed: “state-run”.")
    url = text("Web address", "Of the source itself; readers may follow it.")

    def clean_url(self) -> str:
        typed: str = self.cleaned_data["url"]
        return _or_error(typed)

    def typed(self) -> dict[str, Any]:
        typed = super().typed()
        return typed | {"forms": lines_of(typed["forms"])}


def _or_error(url: str) -> str:
    try:
        return sanitise.safe_url(url) if url.strip() else ""
    except sanitise.UnacceptableText as error:
        raise ValidationError(str(error)) from error


OUTLETS = {
    "page": "This site's pages",
    "public_api": "The public API",
    "feed": "Feeds",
    "embed": "Embeds on other sites",
    "partner": "Partners",
}


class RightsForm(ConfirmForm):
    """What the contract allows. Countries are typed with spaces between them."""

    excerpt_words = forms.IntegerField(
        label="Words of an excerpt",
        min_value=0,
        initial=40,
        help_text="Where a contract allows an excerpt, that many words are shown.",
    )
    expires_after_days = forms.IntegerField(
        label="Expires after days",
        min_value=1,
        required=False,
        help_text="Counted from publication; then its copy is taken down. Empty: never.",
    )
    after_expiry = forms.ChoiceField(
        label="What remains then",
        choices=AfterExpiry.choices,
        help_text="Of an update whose copy has been taken down because its days were over.",
    )
    partner_territories = text(
        "Countries of partners", "ISO codes such as GB DE. Empty: everywhere."
    )

    def __init__(self, about: Source, data: Any = None) -> None:
        super().__init__(about, data)
        own = {name: self.fields.pop(name) for name in list(self.base_fields) if name != "revision"}
        for name in rights.OUTLETS:
            self.fields[name] = forms.ChoiceField(
                choices=Allowance.choices,
                label=OUTLETS[name],
                help_text="What is shown there of an update built from its copy.",
            )
        self.fields |= own
        profile = _profile(about)
        for field in (*rights.OUTLETS, *own):
            value = getattr(profile, field)
            self.initial[field] = " ".join(value) if isinstance(value, list) else value

    def typed(self) -> dict[str, Any]:
        clean = {name: self.cleaned_data[name] for name in self.fields if name != "revision"}
        return clean | {"partner_territories": clean["partner_territories"].upper().split()}


def _profile(source: Source) -> RightsProfile:
    try:
        return source.rights_profile
    except ObjectDoesNotExist:
        return RightsProfile(source_id=source.pk)


def contract_of(source: Source) -> str:
    """What the contract allows, in words; a source without a profile is one nobody has read."""
    try:
        profile = source.rights_profile
    except ObjectDoesNotExist:
        return f"Nobody has read its contract. {in_words(rights.UNREAD)}"
    return in_words(
        profile.terms,
        expires_after_days=profile.expires_after_days,
        withdraws=profile.after_expiry == AfterExpiry.WITHDRAW,
    )


def _edit_rights(user: Any, source: Source, form: ConfirmForm) -> Any:
    assert isinstance(form, RightsForm)
    return actions.edit_rights(user=user, source_id=source.pk, fields=form.typed())


VERBS = (
    Verb(
        name="rights",
        label="Rights…",
        needs=Role.CHIEF,
        applies=lambda source: True,
        form=RightsForm,
        explanation="What the contract allows each outlet of an update built from its copy.",
        done="The rights are saved; every update built from its copy follows them.",
        run=_edit_rights,
    ),
)


@admin.register(Source)
class SourceAdmin(SharedRowAdmin):
    verbs = VERBS
    form_template = "admin/newsroom/source.html"
    list_display = ("name", "short_name", "kind", "rights", "in_credit_line")
    list_filter = ("kind", "in_credit_line")
    list_select_related = ("rights_profile",)
    search_fields = ("name", "short_name")
    search_help_text = "The name or short name"
    ordering = ("name",)
    sortable_by: ClassVar[tuple[str, ...]] = ()

    @admin.display(description="What its contract allows")
    def rights(self, source: Source) -> str:
        return contract_of(source)

    def page_context(self, request: HttpRequest, obj: Source | None) -> dict[str, Any]:
        return {"contract": contract_of(obj)} if obj is not None else {}

    def about(self, obj: Source) -> dict[str, str]:
        return {"name": obj.name, "text": f"Now: {contract_of(obj)}", "state": ""}

    def make_form(self, request: HttpRequest, obj: Source | None) -> SourceForm:
        return SourceForm(obj, request.POST if request.method == "POST" else None)

    def run(self, request: HttpRequest, obj: Source | None, form: SourceForm) -> Source:
        if obj is None:
            return actions.create_source(user=user_of(request), fields=form.typed())
        return actions.edit_source(
            user=user_of(request),
            source_id=obj.pk,
            revision=form.seen_revision,
            fields=form.typed(),
        )
