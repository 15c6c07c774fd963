"""JSON by orjson, and nothing else. Imports no views: Django REST framework loads it early."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import orjson
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer


class JSONRenderer(BaseRenderer):
    """Documents as UTF-8 JSON: strings, numbers, lists and dicts, as `documents` makes them."""

    media_type = "application/json"
    format = "json"
    charset = None
    render_style = "binary"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        return b"" if data is None else orjson.dumps(data)


class ByHeaderOnly(DefaultContentNegotiation):
    """The `Accept` header decides; a `format` in the query is a parameter like any other."""

    settings: Any = SimpleNamespace(URL_FORMAT_OVERRIDE=None)
