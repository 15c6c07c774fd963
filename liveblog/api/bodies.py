"""What a script may send: one JSON object or one form with a file, each with its byte cap."""

from __future__ import annotations

from typing import Any

import orjson
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser, MultiPartParser

from liveblog.api.problems import Refusal
from liveblog.images import MAX_BYTES

MAX_BODY = 256 * 1024
MAX_FILE = 5 * 1024 * 1024
MAX_FORM = MAX_BYTES + MAX_BODY


class CappedJSON(BaseParser):
    """One JSON object of at most 256 kB."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        content = stream.read(MAX_BODY + 1)
        if len(content) > MAX_BODY:
            raise Refusal(413, "The body is longer than 256 kB. Send less at a time.")
        try:
            found = orjson.loads(content or b"{}")
        except ValueError:
            raise Refusal(400, "The body is not valid JSON.") from None
        if not isinstance(found, dict):
            raise Refusal(422, "The body must be a JSON object.")
        return found


class CappedForm(MultiPartParser):
    """A form with a picture of at most 20 MB; refused by its length before it is read."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        request = (parser_context or {})["request"]
        if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_FORM:
            raise Refusal(413, "The file is larger than 20 MB. Export it smaller.")
        try:
            return super().parse(stream, media_type, parser_context)
        except ParseError:
            raise Refusal(400, "The body is not a valid multipart form.") from None


class CappedFile(BaseParser):
    """One file of at most 5 MB as it is, whatever kind it is said to be."""

    media_type = "*/*"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        request = (parser_context or {})["request"]
        too_large = Refusal(413, "The file is larger than 5 MB. Send its items in several files.")
        if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_FILE:
            raise too_large
        content = bytes(stream.read(MAX_FILE + 1))
        if len(content) > MAX_FILE:
            raise too_large
        return content
