"""Refusals as scripts take them: a code for them, a sentence for the person."""

from __future__ import annotations

from typing import Any

from django.http import JsonResponse

from liveblog import actions

STATUS = {
    "not_allowed": 403,
    "not_found": 404,
    "stale": 409,
    "wrong_state": 409,
    "blocked": 409,
    "key_reused": 422,
    "invalid": 422,
}


def refusal(status: int, code: str, message: str, **more: Any) -> JsonResponse:
    """`{code, message, …}`: `errors` maps a field to sentences."""
    return JsonResponse({"code": code, "message": message, **more}, status=status)


def refused(error: actions.ActionError, **more: Any) -> JsonResponse:
    """What a verb said."""
    errors = error.errors if isinstance(error, actions.Invalid) else {}
    return refusal(STATUS.get(error.code, 409), error.code, error.message, errors=errors, **more)
