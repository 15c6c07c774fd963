"""The query string: every parameter is known, given once and checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter

from liveblog.api.fields import Parameter
from liveblog.api.problems import refuse

# What mail programs and social networks hang on links; it says nothing to the API.
_TRACKERS = ("utm_", "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid")
_NAMED = 10  # unknown parameters an answer names


def clean(given: QueryDict, fields: Mapping[str, Parameter]) -> dict[str, Any]:
    """The value of every parameter in `fields`, None where absent.

    Raises a 400 that names every parameter which is unknown, given twice or not acceptable.
    """
    unknown = [name for name in given if name not in fields and not is_tracker(name)]
    errors = {
        name[:60]: [f"There is no parameter “{name[:60]}” here."] for name in unknown[:_NAMED]
    }
    asked: dict[str, Any] = {}
    for name, field in fields.items():
        try:
            asked[name] = _value(given.getlist(name), field)
        except ValidationError as error:
            errors[name] = [f"“{name}” {message}" for message in error.messages]
    if errors:
        refuse(errors)
    return asked


def _value(values: list[str], field: Parameter) -> Any:
    if len(values) > 1:
        raise ValidationError("is given more than once.")
    return field.clean(values[0] if values else None)


def is_tracker(name: str) -> bool:
    return name.startswith(_TRACKERS)


def normalised(asked: Mapping[str, Any]) -> str:
    """One text for all spellings of the same question."""
    return "&".join(f"{name}={value}" for name, value in sorted(asked.items()) if value is not None)


def described(fields: Mapping[str, Parameter]) -> list[OpenApiParameter]:
    """The parameters as the OpenAPI document lists them."""
    return [
        OpenApiParameter(name, field.schema, description=str(field.help_text))
        for name, field in fields.items()
    ]
