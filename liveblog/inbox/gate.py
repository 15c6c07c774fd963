"""Who is let in to the inbox: every member of a team, judged anew on every request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec
from zoneinfo import ZoneInfo

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils import timezone

from liveblog.admin.access import is_anywhere, reaches, role_for, user_of
from liveblog.admin.refusals import refusal
from liveblog.models import LiveBlog, Role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

P = ParamSpec("P")
View = Callable[Concatenate["Inbox", P], HttpResponseBase]

SIGNED_OUT = "You are signed out. Sign in again in another tab, then press the button once more."
NO_TEAM = "The inbox is for members of a team. Ask a chief to take you in."
NO_BLOG = "There is no such live blog in your teams."


@dataclass(slots=True)
class Inbox:
    """One request of a person at the inbox; `blog` is the live blog it is looked at for."""

    request: HttpRequest
    blog: LiveBlog | None = None

    @property
    def user(self) -> User:
        return user_of(self.request)

    @property
    def is_chief(self) -> bool:
        return is_anywhere(self.request, Role.CHIEF)

    @property
    def zone(self) -> ZoneInfo:
        """Times are told as on the live blog they are looked at for."""
        return self.blog.zone if self.blog else ZoneInfo(timezone.get_default_timezone_name())

    def may_publish_in(self, blog: LiveBlog) -> bool:
        return reaches(role_for(self.request, blog.team_id), Role.EDITOR)

    def blog_called(self, slug: str) -> LiveBlog:
        """A live blog of this person's teams; any other is 404, whether it exists or not."""
        found = LiveBlog.objects.visible_to(self.user).filter(slug=slug).first()
        if found is None:
            raise Http404(NO_BLOG)
        return found


def _inbox(request: HttpRequest) -> Inbox:
    inbox = Inbox(request)
    slug = request.GET.get("blog", "") if request.method == "GET" else ""
    if slug:
        inbox.blog = inbox.blog_called(slug.replace("\0", ""))
    return inbox


def endpoint(*methods: str) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """Answers in JSON for scripts: 401, 403, 404 and 405 say in words what to do."""

    def decorate(view: View[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not admin.site.has_permission(request):
                return refusal(401, "signed_out", SIGNED_OUT)
            if not is_anywhere(request, Role.REPORTER):
                return refusal(403, "not_allowed", NO_TEAM)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            try:
                return view(_inbox(request), *args, **kwargs)
            except Http404 as error:
                return refusal(404, "not_found", str(error))

        return answer

    return decorate


def page(*methods: str) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """A page: whoever is signed out is sent to sign in, as everywhere in the admin."""

    def decorate(view: View[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not is_anywhere(request, Role.REPORTER):
                raise PermissionDenied(NO_TEAM)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(_inbox(request), *args, **kwargs)

        checked: Any = admin.site.admin_view(answer)
        return checked  # type: ignore[no-any-return]

    return decorate
