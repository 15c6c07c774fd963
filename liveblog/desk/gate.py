"""Who is let in to a desk, judged anew on every request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from django.contrib import admin
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase

from liveblog.admin.access import reaches, role_for, user_of
from liveblog.desk.answers import refusal
from liveblog.models import Entry, LiveBlog, Role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

P = ParamSpec("P")
Endpoint = Callable[Concatenate["Desk", P], HttpResponseBase]

PASS_HEADER = "X-Desk-Pass"  # noqa: S105  a receipt for having been let in, which opens nothing
SIGNED_OUT = "You are signed out. Sign in again in another tab, then go on here: your text is kept."
SOMEBODY_ELSE = (
    "Somebody else is signed in in this browser now. Sign in as yourself, then try again."
)
LEFT = "You are no longer in the team of this live blog. Ask its chief; your text is kept here."


@dataclass(slots=True)
class Desk:
    """One request of a person at the desk of one live blog."""

    request: HttpRequest
    blog: LiveBlog
    role: Role

    @property
    def user(self) -> User:
        return user_of(self.request)

    @property
    def is_editor(self) -> bool:
        return reaches(self.role, Role.EDITOR)

    def entry(self, entry_id: int) -> Entry:
        """An entry of this blog; any other is 404, whether it exists or not."""
        found = Entry.objects.visible_to(self.user).filter(blog=self.blog, pk=entry_id).first()
        if found is None:
            raise Http404("There is no such update in this live blog.")
        found.blog = self.blog
        return found


def desk_of(request: HttpRequest, slug: str) -> Desk | None:
    """The desk, if this person works in the team of that live blog."""
    user = user_of(request)
    blog = LiveBlog.objects.visible_to(user).filter(slug=slug).first()
    role = role_for(request, blog.team_id) if blog else None
    return Desk(request, blog, role) if blog and role else None


def pass_for(desk: Desk) -> str:
    """What the page shows later to be told why it is not let in any more.

    It opens nothing: without it a former member's live blog is 404 like any other team's, as
    nobody may learn which addresses exist.
    """
    return _signer().sign(f"{desk.user.pk}:{desk.blog.slug}")


def _signer() -> Signer:
    return Signer(salt="liveblog.desk.pass")


def _receipt(request: HttpRequest) -> tuple[str, str] | None:
    """Whom the shown receipt is for, by id, and for which live blog."""
    try:
        user, _, slug = _signer().unsign(request.headers.get(PASS_HEADER, "")).partition(":")
    except BadSignature:
        return None
    return user, slug


def _of_somebody_else(request: HttpRequest) -> bool:
    """Whether the page was opened by another person than is signed in now.

    What Ada typed must never go out in the name of who signed in after her.
    """
    receipt = _receipt(request)
    return receipt is not None and receipt[0] != str(user_of(request).pk)


def _was_let_in(request: HttpRequest, slug: str) -> bool:
    return _receipt(request) == (str(user_of(request).pk), slug)


def endpoint(*methods: str) -> Callable[[Endpoint[P]], Callable[..., HttpResponseBase]]:
    """Answers in JSON for the desk's scripts: 401, 403, 404 and 405 say in words what to do."""

    def decorate(view: Endpoint[P]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def answer(
            request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            if not admin.site.has_permission(request):
                return refusal(401, "signed_out", SIGNED_OUT)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            if _of_somebody_else(request):
                return refusal(401, "someone_else", SOMEBODY_ELSE)
            desk = desk_of(request, slug)
            if desk is None and _was_let_in(request, slug):
                return refusal(403, "left", LEFT)
            try:
                return view(_found(desk), *args, **kwargs)
            except Http404 as error:
                return refusal(404, "not_found", str(error))

        return answer

    return decorate


def _found(desk: Desk | None) -> Desk:
    if desk is None:
        raise Http404("There is no such live blog.")
    return desk


def page(view: Endpoint[P]) -> Callable[..., HttpResponseBase]:
    """A page of the desk: whoever is signed out is sent to sign in, as everywhere in the admin."""

    @wraps(view)
    def answer(
        request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        return view(_found(desk_of(request, slug)), *args, **kwargs)

    checked: Any = admin.site.admin_view(answer)
    return checked  # type: ignore[no-any-return]


def answered(data: dict[str, Any], status: int = 200) -> JsonResponse:
    """A JSON answer; that it is private and not stored is said for the whole admin."""
    return JsonResponse(data, status=status)
