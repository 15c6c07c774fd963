"""What every answer of the API has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from liveblog.api import caching, query
from liveblog.api.fields import Parameter
from liveblog.api.pages import Page
from liveblog.api.renderers import ByHeaderOnly, JSONRenderer
from liveblog.api.throttle import PublicThrottle


class PublicView(APIView):
    """Reads, for anybody: the same bytes for every caller, an ETag, problems as JSON.

    `asks` are the query parameters it knows; their checked values are in `self.asked`.
    """

    http_method_names = ["get", "head"]
    authentication_classes = []
    renderer_classes = [JSONRenderer]
    content_negotiation_class = ByHeaderOnly
    throttle_classes = [PublicThrottle]
    asks: ClassVar[Mapping[str, Parameter]] = {}
    asked: Mapping[str, Any]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            self.asked = query.clean(request.GET, self.asks)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Render now, not after the view: an ETag is a digest of the bytes."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if isinstance(response, Response):
            response.render()
        return caching.finish(request, response)

    def once_per(self, tag: str, build: Callable[[], Any]) -> HttpResponseBase:
        """What `build` returns, unless the caller already has it under this ETag."""
        return caching.unchanged(self.request, tag) or Response(build(), headers={"ETag": tag})


def listed(page: Page, document: Callable[[Any], Any]) -> dict[str, Any]:
    """A page as every list answers it."""
    return {
        "next": page.next,
        "previous": page.previous,
        "results": [document(row) for row in page.rows],
    }
