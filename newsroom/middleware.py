"""Sessions only where editors work, and the security headers on every response."""

from collections.abc import Awaitable, Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from csp.constants import HEADER as CSP_HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from liveblog.live import expiry
from newsroom import policies

Answer = HttpResponseBase | Awaitable[HttpResponseBase]
GetResponse = Callable[[HttpRequest], Any]


class EditorialOnly:
    """Mixed into Django's middleware: everywhere else the request passes straight through.

    Public pages are the same bytes for everyone, so a session cookie must not even be looked
    at: no `request.user`, no `Vary: Cookie`, no `Set-Cookie` (SR-09).
    """

    get_response: GetResponse

    def __call__(self, request: HttpRequest) -> Any:
        if policies.is_editorial(request.path_info):
            return super().__call__(request)  # type: ignore[misc]
        return self.get_response(request)


class EditorialSessionMiddleware(EditorialOnly, SessionMiddleware):
    pass


class EditorialAuthenticationMiddleware(EditorialOnly, AuthenticationMiddleware):
    pass


class EditorialMessageMiddleware(EditorialOnly, MessageMiddleware):
    pass


class EditorialCsrfMiddleware(EditorialOnly, CsrfViewMiddleware):
    """The API takes no cookies, so there is nothing to forge outside the editors' paths."""

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., Any],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        if not policies.is_editorial(request.path_info):
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)


class SecondFactorMiddleware(MiddlewareMixin):
    """With REQUIRE_MFA, whoever has no second factor is led to set one up before anything else."""

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        if not settings.REQUIRE_MFA or not request.path_info.startswith("/admin/"):
            return None
        if not request.user.is_authenticated or is_mfa_enabled(request.user):
            return None
        if request.path_info == reverse("admin:logout"):
            return None
        messages.warning(request, "This newsroom asks for a second factor. Set one up first.")
        return redirect("mfa_index")


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp with the policy chosen by path; a view's own decorator wins."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only:
            parts.config = policies.content_security_policy(request.path_info)
        return parts

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response = super().process_response(request, response)
        # django-csp writes the directives in the order of a set, which differs by process.
        if policy := response.headers.get(CSP_HEADER):
            response.headers[CSP_HEADER] = policies.in_order(policy)
        return response


class HeadersMiddleware:
    """Outside all that answers: errors, redirects and static files carry the headers as well."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.later = iscoroutinefunction(get_response)
        if self.later:
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Answer:
        if self.later:
            return self._answer_later(request)
        return self._with_headers(request, self.get_response(request))

    async def _answer_later(self, request: HttpRequest) -> HttpResponseBase:
        return self._with_headers(request, await self.get_response(request))

    def _with_headers(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        for name, value in settings.SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault(
            "Cross-Origin-Resource-Policy", policies.resource_policy(request.path_info)
        )
        if policies.is_open(request.path_info):
            # Also for who names no origin: a cache in between gives the answer to those who do.
            response.headers.setdefault("Access-Control-Allow-Origin", "*")
            exposed = ", ".join(settings.CORS_EXPOSE_HEADERS)
            response.headers.setdefault("Access-Control-Expose-Headers", exposed)
        if policies.is_editorial(request.path_info):
            response.headers["Cache-Control"] = "private, no-store"
        if "X-Accel-Wanted" in request.headers:
            second = expiry.last_second(response.headers.get("Cache-Control", ""))
            if second:
                response.headers[expiry.HEADER] = second
        return response
