"""A live blog as readers would see it, for its team and, by a link, for others for some hours."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from liveblog import actions, render
from liveblog.admin.access import reaches, role_for, user_of
from liveblog.admin.forms import VerbForm
from liveblog.admin.lists import in_zone
from liveblog.admin.verb_pages import VerbPagesAdmin
from liveblog.admin.verbs import refusal_status
from liveblog.models import LiveBlog, PreviewLink, Role
from liveblog.previews import find_any_blog, load_preview

HOURS = [(1, "1 hour"), (4, "4 hours"), (12, "12 hours"), (24, "24 hours")]


class ShareForm(VerbForm):
    layout = (("", ("hours",)),)

    hours = forms.TypedChoiceField(
        label="How long the link opens",
        choices=HOURS,
        coerce=int,
        initial=4,
        help_text="Whoever has the link sees this live blog with everything that is being "
        "written, embargoed and held copy apart. It is shown once; revoke it at any time.",
    )


class PreviewPagesAdmin(VerbPagesAdmin):
    """Adds `<pk>/preview/` and `<pk>/previews/` to the pages of a live blog."""

    def get_urls(self) -> list[URLPattern]:
        shows = require_http_methods(["GET", "HEAD"])(self.preview_view)
        shares = require_http_methods(["GET", "HEAD", "POST"])(self.previews_view)
        pages = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(view),
                name=f"{self._url_name}_{name}",
            )
            for name, view in (("preview", shows), ("previews", shares))
        ]
        return [*pages, *super().get_urls()]

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What readers would see now, inside the login."""
        blog = find_any_blog(self.find(request, pk).pk)
        if blog is None:
            raise Http404
        return HttpResponse(render.render_preview(load_preview(blog, timezone.now())))

    def previews_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The links that open this live blog now; POST makes one or revokes one."""
        blog = self.find(request, pk)
        may = reaches(role_for(request, blog.team_id), Role.EDITOR)
        form = ShareForm(request.POST if "hours" in request.POST else None)
        made, status = "", 200 if may else 403
        try:
            if "revoke" in request.POST:
                actions.revoke_preview(user=user_of(request), link_id=_link(request, blog))
            elif request.method == "POST" and form.is_valid():
                hours = form.cleaned_data["hours"]
                _, token = actions.share_preview(
                    user=user_of(request), blog_id=blog.pk, hours=hours
                )
                made = settings.SITE_URL + reverse("preview", args=[token])
        except actions.ActionError as error:
            form.refuse(error)
            status = refusal_status(error)
        context = {
            **self.admin_site.each_context(request),
            "title": "Share a preview",
            "opts": self.opts,
            "original": blog,
            "back": self.change_url(blog),
            "form": form,
            "may": may,
            "made": made,
            "links": [_row(link, blog) for link in actions.open_links(blog.pk)] if may else [],
        }
        return TemplateResponse(request, "admin/newsroom/previews.html", context, status=status)


def _link(request: HttpRequest, blog: LiveBlog) -> int:
    """The link to revoke, if it is one of this live blog's."""
    asked = request.POST.get("revoke", "")
    found = PreviewLink.objects.filter(blog=blog, pk=asked) if asked.isdecimal() else None
    pk = found.values_list("pk", flat=True).first() if found is not None else None
    if pk is None:
        raise Http404("There is no such link.")
    return int(pk)


def _row(link: PreviewLink, blog: LiveBlog) -> dict[str, Any]:
    who = link.created_by.get_full_name() or link.created_by.get_username()
    return {"link": link, "who": who, "until": in_zone(link.expires_at, blog)}
