"""The admin site: Django's own, without its side door, and with the desk's front page."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.views.decorators.http import require_safe


class NewsroomAdminSite(AdminSite):
    site_header = site_title = "Newsroom"
    index_title = "Your desk"

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Leaves out the pages that packages bring: they write around the verbs (SR-26)."""
        if admin_class is not None and admin_class.__module__.startswith("liveblog."):
            super().register(model_or_iterable, admin_class, **options)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        # "View on site" redirects any member of staff to the address of any row by its id: the
        # address of a planned live blog gives away its headline (SR-05).
        ours = [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
        page = self.admin_view(require_safe(self.operations))
        lookup = self.admin_view(require_safe(self.lookup))
        report = self.admin_view(require_safe(self.wire_report))
        due = self.admin_view(require_safe(self.due))
        return [
            path("operations/", page, name="operations"),
            path("lookup/<slug:kind>/", lookup, name="lookup"),
            path("wires/report/", report, name="wire_report"),
            path("due/", due, name="due"),
            *ours,
        ]

    def lookup(self, request: HttpRequest, kind: str) -> HttpResponse:
        from liveblog.admin.offers import lookup_view

        return lookup_view(request, kind)

    def wire_report(self, request: HttpRequest) -> HttpResponse:
        from liveblog.admin.wire_report import report_view

        return report_view(self, request)

    def due(self, request: HttpRequest) -> TemplateResponse:
        from liveblog.admin.due_page import due_view

        return due_view(self, request)

    def operations(self, request: HttpRequest) -> TemplateResponse:
        # As below: importing it registers the pages with this very site.
        from liveblog.admin.operations import operations_view

        return operations_view(self, request)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """What Django lists, and pages that are no tables, for whom they are."""
        from liveblog.admin.access import is_anywhere
        from liveblog.models import Role

        listed: list[Any] = super().get_app_list(request, app_label)
        pages = [_page("What is due", reverse("admin:due"))]
        if is_anywhere(request, Role.EDITOR):
            pages.append(_page("Report of the wires", reverse("admin:wire_report")))
        if getattr(request.user, "is_superuser", False):
            pages.append(_page("Operations", reverse("admin:operations")))
        for app in listed:
            if app["app_label"] == "liveblog":
                app["models"] += pages
        return listed

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


def _page(name: str, url: str) -> dict[str, Any]:
    """A line of the list of pages, in Django's shape for a model."""
    perms = {"add": False, "change": False, "delete": False, "view": True}
    return {
        "name": name,
        "object_name": name.title().replace(" ", ""),  # Django makes an id of it
        "perms": perms,
        "admin_url": url,
        "add_url": None,
        "view_only": True,
    }
