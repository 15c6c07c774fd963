"""Pictures: taken in once, described, killed; never exchanged and never deleted."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from liveblog import actions
from liveblog.admin.access import reaches, role_for, roles_of, user_of
from liveblog.admin.forms import text
from liveblog.admin.lists import SinceFilter, TeamFilter
from liveblog.admin.shared_rows import FieldsForm, SharedRowAdmin
from liveblog.admin.verbs import ConfirmForm, TypedWord, Verb
from liveblog.models import MediaAsset, Role, Team
from liveblog.renditions import CENTRE


class Focus(forms.MultiValueField):
    """The focal point as two percentages; "0.5x0.5" to the verb."""

    def __init__(self) -> None:
        number = {"min": 0, "max": 100, "step": 1, "inputmode": "numeric"}
        names = ("Percent from the left", "Percent from the top")
        super().__init__(
            fields=[forms.IntegerField(min_value=0, max_value=100) for _ in names],
            widget=FocusInput([forms.NumberInput(number | {"aria-label": name}) for name in names]),
            required=False,
            label="Focal point",
            help_text="Percent from the left and from the top. Where a list shows a cut of the "
            "picture, the cut keeps this point. Click on the picture to set it.",
        )

    def compress(self, data_list: list[int | None]) -> str:
        return "x".join(
            f"{(50 if part is None else part) / 100:g}" for part in data_list or [50, 50]
        )


class FocusInput(forms.MultiWidget):
    def decompress(self, value: str | None) -> list[int]:
        return [round(float(part) * 100) for part in (value or CENTRE).split("x")]


class MediaForm(FieldsForm):
    layout = (("", ("team", "file", "credit", "alt", "caption", "focus")),)

    credit = text("Credit", "Whose picture it is. Readers see it.")
    alt = text("Alternative text", "What a reader who cannot see it should hear.")
    caption = text("Caption", "What it shows. An update may have a caption of its own.")
    focus = Focus()


class UploadForm(MediaForm):
    """The form of a new picture: with the file, and the team where there is a choice."""

    team = forms.TypedChoiceField(coerce=int, help_text="It stays with this team for good.")
    file = forms.FileField(
        label="Picture",
        required=False,
        help_text="JPEG, PNG, WebP or GIF, up to 20 MB. Location and camera data are dropped.",
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp,image/gif"}),
    )

    def __init__(self, teams: list[Team], data: Any = None, files: Any = None) -> None:
        super().__init__(None, data, files)
        self.team_id = teams[0].pk if len(teams) == 1 else None
        if self.team_id:
            del self.fields["team"]
        else:
            field = self.fields["team"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(team.pk, team.name) for team in teams]


class KillForm(ConfirmForm):
    word = TypedWord("KILL")


VERBS = (
    Verb(
        name="kill",
        label="Kill…",
        needs=Role.EDITOR,
        applies=lambda asset: asset.killed_at is None,
        form=KillForm,
        explanation="Readers lose the picture in every update that shows it, and its files are "
        "gone, for good.",
        done="Killed: no page shows it any more.",
        danger=True,
        run=lambda user, asset, form: actions.kill_media(user=user, asset_id=asset.pk),
    ),
)


@admin.register(MediaAsset)
class MediaAssetAdmin(SharedRowAdmin):
    verbs = VERBS
    form_template = "admin/newsroom/media.html"
    list_display = ("thumbnail", "name", "credit", "created_at")
    list_display_links = ("name",)
    list_filter = (
        ("killed_at", admin.EmptyFieldListFilter),
        TeamFilter.along("team"),
        SinceFilter.along("created_at"),
    )
    search_fields = ("caption", "credit", "alt")
    search_help_text = "Words of the caption, the credit or the alternative text"
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return MediaAsset.objects.filter(team__in=roles_of(request))

    @admin.display(description="Picture")
    def name(self, asset: MediaAsset) -> str:
        return f"{asset} (killed)" if asset.killed_at else str(asset)

    @admin.display(description="Cut")
    def thumbnail(self, asset: MediaAsset) -> str:
        if asset.killed_at:
            return ""
        markup = '<img class="thumbnail" src="{}" alt="" loading="lazy">'
        return format_html(markup, asset.small_url)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(roles_of(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(roles_of(request))

    def may(self, request: HttpRequest, verb: Verb, obj: MediaAsset) -> bool:
        return reaches(role_for(request, obj.team_id), verb.needs)

    def may_write(self, request: HttpRequest, obj: MediaAsset | None) -> bool:
        if obj is None:
            return self.has_add_permission(request)
        return reaches(role_for(request, obj.team_id), Role.EDITOR)

    def make_form(self, request: HttpRequest, obj: MediaAsset | None) -> MediaForm:
        post = request.method == "POST"
        if obj is not None:
            return MediaForm(obj, request.POST if post else None)
        teams = list(Team.objects.filter(pk__in=roles_of(request)))
        return UploadForm(teams, request.POST if post else None, request.FILES if post else None)

    def run(self, request: HttpRequest, obj: MediaAsset | None, form: MediaForm) -> MediaAsset:
        if obj is not None:
            return actions.edit_media(
                user=user_of(request),
                asset_id=obj.pk,
                revision=form.seen_revision,
                fields=form.typed(),
            )
        assert isinstance(form, UploadForm)
        typed = form.typed()
        team_id = form.team_id or typed.pop("team")
        return actions.add_media(
            user=user_of(request), team_id=team_id, upload=typed.pop("file"), **typed
        )
