"""Refusals as the desk's scripts take them: a code for them, a sentence for the person."""

from __future__ import annotations

from typing import Any

from django.http import JsonResponse

from liveblog import actions
from liveblog.admin.forms import VerbForm

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


def invalid(form: VerbForm) -> JsonResponse:
    """What a form could not read."""
    errors = {name: [str(text) for text in texts] for name, texts in form.errors.items()}
    for name, rows in getattr(form, "rowsets", {}).items():
        found = [str(text) for text in rows.non_form_errors()]
        for row in rows.errors:
            found += [str(text) for texts in row.values() for text in texts]
        if found:
            errors[name] = found
    message = " ".join(text for texts in errors.values() for text in texts)
    return refusal(422, "invalid", message, errors=errors)
