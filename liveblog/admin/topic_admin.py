"""Topics: the standing coverage that live blogs belong to."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.validators import validate_unicode_slug
from django.http import HttpRequest

from liveblog import actions
from liveblog.admin.access import user_of
from liveblog.admin.forms import block, text
from liveblog.admin.shared_rows import FieldsForm, SharedRowAdmin
from liveblog.models import Topic


class TopicForm(FieldsForm):
    layout = (("", ("name", "subject", "description", "slug")),)

    name = text("Name", "The heading of the topic's page, and the kicker of its links.")
    subject = text(
        "Subject",
        "Completes “For full coverage of …, visit …”: for example “the crisis in Ukraine”.",
    )
    description = block("Description", "Stands on the topic's page, above its live blogs.")
    slug = forms.CharField(
        label="Address",
        required=False,
        help_text="The last part of the web address. For a new topic it is made from the name.",
        validators=[validate_unicode_slug],
    )

    def typed(self) -> dict[str, Any]:
        typed = super().typed()
        if self.row is None and not typed["slug"]:
            del typed["slug"]
        return typed


@admin.register(Topic)
class TopicAdmin(SharedRowAdmin):
    list_display = ("name", "slug")
    search_fields = ("name", "subject")
    search_help_text = "Words of the name or the subject"
    ordering = ("name",)
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def make_form(self, request: HttpRequest, obj: Topic | None) -> TopicForm:
        return TopicForm(obj, request.POST if request.method == "POST" else None)

    def run(self, request: HttpRequest, obj: Topic | None, form: TopicForm) -> Topic:
        if obj is None:
            return actions.create_topic(user=user_of(request), fields=form.typed())
        return actions.edit_topic(
            user=user_of(request),
            topic_id=obj.pk,
            revision=form.seen_revision,
            fields=form.typed(),
        )
