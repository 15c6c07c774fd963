"""Refusals as the desk's scripts take them: a code for them, a sentence for the person."""

from __future__ import annotations

from django.http import JsonResponse

from liveblog import actions
from liveblog.admin.forms import VerbForm
from liveblog.admin.refusals import refusal, refused

__all__ = ["invalid", "not_done", "refusal", "refused"]

MEANWHILE = "A colleague changed this update meanwhile, so nothing was done. See how it reads now, "


def not_done(error: actions.ActionError) -> JsonResponse:
    """Why a button did nothing; if it was pressed on an older text, there is nothing to compare."""
    if isinstance(error, actions.Stale):
        return refusal(409, error.code, f"{MEANWHILE}then press again.")
    return refused(error)


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
