"""Refusals as the desk's scripts take them: a code for them, a sentence for the person."""

from __future__ import annotations

from django.http import JsonResponse

from liveblog.admin.forms import VerbForm
from liveblog.admin.refusals import refusal, refused

__all__ = ["invalid", "meanwhile", "refusal", "refused"]

MEANWHILE = "A colleague changed this update meanwhile, so nothing was done. See how it reads now, "


def meanwhile() -> JsonResponse:
    """A button pressed on an older text than stands there: there is none of one's own to compare."""
    return refusal(409, "stale", f"{MEANWHILE}then press again.")


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
