"""The verbs a script may ask for: what each takes, the scope it needs, and its documentation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.request import Request

from liveblog.actions.cleaning import Cleaners, clean
from liveblog.api import schema_writing as shapes
from liveblog.api.views.tokened import TokenView, needed
from liveblog.models import Scope


@dataclass(frozen=True)
class Verb:
    """A verb of `actions` as an address of its own. What `body` requires must be sent."""

    summary: str
    scope: Scope
    call: Callable[..., Any]
    takes: Cleaners = field(default_factory=dict)
    body: type[serializers.Serializer[Any]] = shapes.Nothing
    example: Mapping[str, Any] = field(default_factory=dict)
    of_revision: bool = False

    def given(self, request: Request) -> dict[str, Any]:
        """What was sent with it, cleaned."""
        given = clean(dict(request.data), self.takes, None, "what")
        needed(given, [name for name, one in self.body().fields.items() if one.required])
        return given


def example(value: Mapping[str, Any]) -> list[OpenApiExample]:
    return [OpenApiExample("A request", value=dict(value), request_only=True)]


def address_of(
    view: type[TokenView], of_what: str, name: str, verb: Verb, parameter: Any, success: Any
) -> Any:
    """The view of one verb on one kind of thing, documented as such."""
    made: Any = type(f"{view.__name__}-{name}", (view,), {"verb": verb, "__doc__": view.__doc__})
    documented = extend_schema(
        operation_id=f"{of_what}_{name.replace('-', '_')}",
        summary=verb.summary,
        parameters=[parameter, *([shapes.IF_MATCH] if verb.of_revision else [])],
        request=verb.body,
        examples=example(verb.example),
        responses=shapes.written(success, revision=verb.of_revision),
    )
    return extend_schema_view(post=documented)(made).as_view()
