"""The admin site: Django's own, without its side door, and with the desk's front page."""

from collections.abc import Iterable
from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver


class NewsroomAdminSite(AdminSite):
    site_header = site_title = "Newsroom"
    index_title = "Your desk"

    def register(self, model_or_iterable: Any, *args: Any, **options: Any) -> None:
        """Leaves out the pages that packages bring: they write around the verbs (SR-26)."""
        models = (
            model_or_iterable if isinstance(model_or_iterable, Iterable) else [model_or_iterable]
        )
        ours = [model for model in models if model._meta.app_label in ("auth", "liveblog")]
        super().register(ours, *args, **options)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        # "View on site" redirects any member of staff to the address of any row by its id: the
        # address of a planned live blog gives away its headline (SR-05).
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is one door, that of the accounts: it limits guesses and asks for more than one."""
        answer: HttpResponse = secure_admin_login(super().login)(request, extra_context)
        return answer

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        # Not at the top: importing it registers the pages with this very site.
        from liveblog.admin.front import front_context

        context = {**front_context(request), **(extra_context or {})}
        return super().index(request, context)
