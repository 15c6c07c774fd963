"""The API about itself: its OpenAPI document, its handbook, and every other address."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from django.http import HttpResponse
from django.urls import Resolver404, resolve
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer, OpenApiYamlRenderer2
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.renderers import BaseRenderer, TemplateHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog.api.fields import Choice, Text
from liveblog.api.problems import Moved
from liveblog.api.renderers import JSONRenderer
from liveblog.api.views.base import PublicView


@cache
def openapi() -> dict[str, Any]:
    """The OpenAPI document; nothing in it changes while a process lives."""
    document: dict[str, Any] = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
    return document


class OpenAPI(PublicView):
    """JSON unless YAML is asked for, by `Accept` or by `?format=yaml`."""

    renderer_classes = [JSONRenderer, OpenApiYamlRenderer, OpenApiYamlRenderer2]
    asks: ClassVar = {"format": Choice(values=["json", "yaml"])}

    def get_renderers(self) -> list[BaseRenderer]:
        every = super().get_renderers()
        wanted = self.request.GET.get("format")
        return [one for one in every if one.format == wanted] or every

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        return Response(openapi())


class Handbook(PublicView, SpectacularSwaggerSplitView):
    """The OpenAPI document for people; its script comes from this same address (`?script=`)."""

    renderer_classes = [TemplateHTMLRenderer]
    asks: ClassVar = {"script": Text(max_length=0)}
    url_name = "api-schema"
    url_self = "/api/docs/"

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        answer: Response = super().get(request)  # type: ignore[no-untyped-call]
        return answer


class NoSuchAddress(PublicView):
    """Everything else below /api/, whatever the method; a forgotten last slash is put right."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        self.check_throttles(request)
        path = request.path_info
        if not path.endswith("/") and _is_known(f"{path}/"):
            query = request.GET.urlencode()
            raise Moved(f"{path}/" + (query and f"?{query}"))
        raise NotFound

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponse:
        raise NotFound


def _is_known(path: str) -> bool:
    try:
        return resolve(path).view_name != "api-nowhere"
    except Resolver404:
        return False
