"""What every address has in common that takes a token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import actions
from liveblog.api import caching
from liveblog.api.bodies import CappedJSON
from liveblog.api.problems import Refusal, problem
from liveblog.api.throttle import PublicThrottle
from liveblog.api.tokens import TokenAuthentication, TokenThrottle
from liveblog.api.views.base import PublicView

SAFE = ("GET", "HEAD")


class TokenView(PublicView):
    """Takes a token for everything but what `open_reads` leaves to everybody, who get the same
    bytes with or without one. What needs a token is kept by no cache."""

    parser_classes = [CappedJSON]
    throttle_classes = [PublicThrottle]
    open_reads = False

    @property
    def is_open(self) -> bool:
        request = getattr(self, "request", None)
        return self.open_reads and request is not None and request.method in SAFE

    def get_authenticators(self) -> list[Any]:
        return [] if self.is_open else [TokenAuthentication()]

    def get_throttles(self) -> list[Any]:
        return [PublicThrottle()] if self.is_open else [TokenThrottle()]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """The address is counted before its key is looked at: wrong keys are questions, too."""
        if not self.is_open:
            address = PublicThrottle()
            if not address.allow_request(request, self):
                self.throttled(request, address.wait() or 1)
            _require_length(request)
        super().initial(request, *args, **kwargs)

    def http_method_not_allowed(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        allow = ", ".join(self.allowed_methods)
        return problem(405, f"This address takes {allow}.", headers={"Allow": allow})

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        if not self.is_open:
            response["Cache-Control"] = caching.UNSHARED
        return response


def _require_length(request: Request) -> None:
    """A body in chunks would be read as none at all, and an empty draft be made of it."""
    said = request.headers
    if said.get("Transfer-Encoding") and not said.get("Content-Length"):
        raise Refusal(411, "Say how long the body is: send it with Content-Length, not in chunks.")


def tagged(document: dict[str, Any], status: int = 200) -> Response:
    """A document with its revision as the ETag."""
    headers = {"ETag": f'"{document["revision"]}"'}
    return Response(document, status=status, headers=headers)


def attempt(call: Callable[[], Any], named: Callable[[Any], Any]) -> Any:
    """What the verb returns; where somebody saved in between, `current` as scripts know it."""
    try:
        return call()
    except actions.Stale as error:
        error.current = named(error.current)
        raise


def needed(given: dict[str, Any], names: list[str]) -> None:
    """Refuse what lacks one of `names`."""
    missing = [name for name in names if given.get(name) in (None, "")]
    if missing:
        raise actions.Invalid({name: [f"“{name}” is needed."] for name in missing})
