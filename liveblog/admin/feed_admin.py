"""Feeds: chiefs set them up, editors see how they do."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from liveblog import actions
from liveblog.actions.feeds import feed_fields_of
from liveblog.admin.access import is_anywhere, user_of
from liveblog.admin.describe import Difference
from liveblog.admin.diff import compare
from liveblog.admin.feed_form import FeedForm, in_words
from liveblog.admin.feed_health import health_of
from liveblog.admin.forms import Conflict
from liveblog.admin.lists import SourceFilter
from liveblog.admin.shared_rows import SharedRowAdmin
from liveblog.admin.verbs import ConfirmForm, Verb
from liveblog.models import Role, WireFeed
from liveblog.wire.credentials import kept_for

FILES = 10  # of the last ones, with what in them was refused


def _set_active(active: bool) -> Any:
    return lambda user, feed, form: actions.set_feed_active(
        user=user, feed_id=feed.pk, active=active
    )


def _new_key(user: Any, feed: WireFeed, form: ConfirmForm) -> str:
    return actions.new_push_key(user=user, feed_id=feed.pk, revision=form.seen_revision)[1]


VERBS = (
    Verb(
        name="pause",
        label="Pause",
        needs=Role.CHIEF,
        applies=lambda feed: feed.is_active,
        explanation="Nothing more is asked or taken; what has come stays.",
        done="Paused.",
        direct=True,
        run=_set_active(False),
    ),
    Verb(
        name="resume",
        label="Go on",
        needs=Role.CHIEF,
        applies=lambda feed: not feed.is_active,
        explanation="It is looked at at once, and then as often as before.",
        done="It is looked at at once.",
        direct=True,
        run=_set_active(True),
    ),
    Verb(
        name="key",
        label="New key…",
        needs=Role.CHIEF,
        applies=lambda feed: feed.kind == WireFeed.Kind.PUSH,
        explanation="The agency sends with it. The key before opens nothing any more.",
        run=_new_key,
    ),
)


@admin.register(WireFeed)
class FeedAdmin(SharedRowAdmin):
    verbs = VERBS
    needs = Role.EDITOR
    form_template = "admin/newsroom/feed.html"
    list_display = ("name", "provider", "kind", "health")
    list_filter = ("kind", "is_active", SourceFilter.along("provider"))
    list_select_related = ("provider",)
    search_fields = ("name", "slug")
    search_help_text = "Words of the name"
    ordering = ("name",)
    sortable_by: ClassVar[tuple[str, ...]] = ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_anywhere(request, Role.CHIEF)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_anywhere(request, Role.CHIEF)

    @admin.display(description="How it does")
    def health(self, feed: WireFeed) -> str:
        return health_of(feed, timezone.now())

    def make_form(self, request: HttpRequest, obj: WireFeed | None) -> FeedForm:
        return FeedForm(obj, request.POST if request.method == "POST" else None)

    def run(self, request: HttpRequest, obj: WireFeed | None, form: FeedForm) -> WireFeed:
        if obj is None:
            return actions.create_feed(user=user_of(request), fields=form.typed())
        return actions.edit_feed(
            user=user_of(request),
            feed_id=obj.pk,
            revision=form.seen_revision,
            fields=form.typed(),
        )

    def is_done(self, obj: WireFeed, form: FeedForm, request: HttpRequest) -> bool:
        return feed_fields_of(obj) == form.typed()

    def conflict(self, obj: WireFeed, form: FeedForm, error: actions.Stale) -> Conflict:
        stands, typed = in_words(error.current), in_words(form.typed())
        found = []
        for name, value in typed.items():
            before, after = _text(stands.get(name)), _text(value)
            if before != after:
                label = str(form.fields[name].label or name)
                found.append(Difference(name, label, before, after, compare(before, after)))
        return Conflict("Somebody else", "", found)

    def page_context(self, request: HttpRequest, obj: WireFeed | None) -> dict[str, Any]:
        if obj is None:
            return {}
        whole = self.has_change_permission(request)
        return {
            "feed": obj,
            "health": self.health(obj),
            "address": obj.address if whole else without_secrets(obj.address),
            "push_address": push_address(obj),
            "headers": sorted(kept_for(obj)),
            "files": obj.messages.order_by("-pk").defer("raw")[:FILES],
        }

    def about(self, obj: WireFeed) -> dict[str, str]:
        return {"name": obj.name, "text": self.health(obj), "state": ""}

    def ask_or_do(self, request: HttpRequest, obj: Any, verb: Verb) -> HttpResponseBase:
        """A new key is on the page that answers, and nowhere else: no redirect."""
        form = verb.form(obj, request.POST if request.method == "POST" else None)
        if verb.name != "key" or not form.is_valid():
            return super().ask_or_do(request, obj, verb)
        try:
            key = verb.run(user_of(request), obj, form)
        except actions.ActionError as error:
            return self._refused(request, obj, verb, form, error)
        return self._shown_once(request, obj, key)

    def _shown_once(self, request: HttpRequest, obj: WireFeed, key: str) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": obj.name,
            "opts": self.opts,
            "original": obj,
            "key": key,
            "push_address": push_address(obj),
            "back": self.change_url(obj),
        }
        return TemplateResponse(request, "admin/newsroom/feed_key.html", context)


def push_address(feed: WireFeed) -> str:
    """Where an agency sends to; "" for a feed that is asked."""
    if feed.kind != WireFeed.Kind.PUSH:
        return ""
    return f"{settings.SITE_URL}{reverse('api-wires', args=[feed.slug])}"


def without_secrets(address: str) -> str:
    """A web address without its query, in which many agencies want a key."""
    shown, asks, _ = address.partition("?")
    return f"{shown}?…" if asks and urlsplit(address).scheme else address


def _text(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list) else "" if value is None else str(value)
