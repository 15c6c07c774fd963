"""Errors as RFC 9457 problem details: `{type, title, status, detail, errors}`.

`detail` is one plain sentence for a person, `errors` maps a parameter to its sentences.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, NoReturn

import orjson
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from rest_framework import exceptions

from liveblog.actions import ActionError
from liveblog.views.errors import RETRY_SECONDS

CONTENT_TYPE = "application/problem+json"

SENTENCES = {
    400: "The request cannot be understood.",
    404: "There is nothing at this address. The API is described at /api/docs/.",
    405: "The API is for reading: ask with GET or HEAD.",
    406: "This address cannot answer in the format you accept. The API speaks application/json.",
    410: "This is no longer available.",
    415: "This address takes another kind of body. The API is described at /api/docs/.",
    412: "What you ask for is no longer in the state that If-Match names.",
    500: "Something went wrong on our side. It has been recorded.",
    503: "The database does not answer just now. Try again in a few seconds.",
}

logger = logging.getLogger(__name__)


class Gone(exceptions.APIException):
    """What was public and has been taken down. `members` are added to the problem."""

    status_code = 410

    def __init__(self, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.members = members


class Moved(exceptions.APIException):
    """Not an error: the same thing has another address now."""

    status_code = 308

    def __init__(self, location: str) -> None:
        super().__init__("")
        self.location = location


class Refusal(exceptions.APIException):
    """A status with its own sentence, and headers that belong to it."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status_code = status
        self.headers = headers


def refuse(errors: dict[str, list[str]]) -> NoReturn:
    """Answer 400, naming the parameters that cannot be taken."""
    raise exceptions.ValidationError(errors)


def problem(
    status: int,
    detail: str = "",
    *,
    errors: dict[str, list[str]] | None = None,
    headers: dict[str, str] | None = None,
    **members: Any,
) -> HttpResponse:
    """A complete answer, also for Django's own error handlers. No cache keeps it unless told."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or SENTENCES.get(status, HTTPStatus(status).phrase),
        "errors": errors or {},
        **members,
    }
    return HttpResponse(
        orjson.dumps(body),
        status=status,
        content_type=CONTENT_TYPE,
        headers={"Cache-Control": "private, no-store"} | (headers or {}),
    )


def exception_handler(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """What the API answers to what a view raised.

    None for what nobody foresaw: Django records that, and its handler for errors answers.
    """
    handler = next((made for kind, made in _ANSWERS if isinstance(error, kind)), None)
    return handler(error) if handler else None


def _invalid(error: exceptions.ValidationError) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    if isinstance(error.detail, dict):
        errors = {str(name): [str(one) for one in texts] for name, texts in error.detail.items()}
    sentences = [text for texts in errors.values() for text in texts]
    return problem(400, " ".join(sentences[:3]), errors=errors)


def _too_many(error: exceptions.Throttled) -> HttpResponse:
    seconds = math.ceil(getattr(error, "wait", None) or 1)
    unit = "second" if seconds == 1 else "seconds"
    return problem(
        429,
        f"Too many requests from your address. Try again in {seconds} {unit}.",
        headers={"Retry-After": str(seconds)},
    )


_STATUS = {"not_allowed": 403, "not_found": 404, "key_reused": 422, "invalid": 422}


def _refused(error: ActionError) -> HttpResponse:
    """A verb's refusal; where somebody saved in between, with what stands now."""
    more = {name: getattr(error, name) for name in ("current", "revision") if hasattr(error, name)}
    errors = getattr(error, "errors", None)
    return problem(
        _STATUS.get(error.code, 409), error.message, errors=errors, code=error.code, **more
    )


def _away(error: OperationalError | InterfaceError) -> HttpResponse:
    logger.error("The database does not answer the API.", exc_info=error)
    return problem(503, headers={"Retry-After": str(RETRY_SECONDS)})


# The first kind that fits; a kind stands before those it is a special case of.
_ANSWERS: list[tuple[type[Exception], Callable[[Any], HttpResponse]]] = [
    (Moved, lambda error: HttpResponsePermanentRedirect(error.location, preserve_request=True)),
    (Gone, lambda error: problem(410, str(error.detail), **error.members)),
    (exceptions.ValidationError, _invalid),
    (exceptions.Throttled, _too_many),
    (Refusal, lambda error: problem(error.status_code, str(error.detail), headers=error.headers)),
    (ActionError, _refused),
    (exceptions.APIException, lambda error: problem(error.status_code)),
    (Http404, lambda error: problem(404)),
    (RequestDataTooBig, lambda error: problem(413, "The body is too long. Send less at a time.")),
    (SuspiciousOperation, lambda error: problem(400)),
    (BadRequest, lambda error: problem(400)),
    (OperationalError, _away),
    (InterfaceError, _away),
]
