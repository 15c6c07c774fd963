"""What the forms of shared rows have in common: no team, a revision, a plain comparison."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from liveblog import actions
from liveblog.admin.access import is_anywhere
from liveblog.admin.describe import Difference
from liveblog.admin.diff import compare
from liveblog.admin.forms import Conflict, VerbForm
from liveblog.admin.verb_forms import VerbFormAdmin
from liveblog.admin.verbs import Verb
from liveblog.models import Role


class FieldsForm(VerbForm):
    """A form whose fields are those of its verb; `typed` says what was typed, by name."""

    def __init__(self, row: Any, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial=self.initial_of(row) if row is not None else {})
        self.row = row

    def initial_of(self, row: Any) -> dict[str, Any]:
        values = {name: getattr(row, name) for name in self.base_fields}
        return {
            name: "\n".join(value) if isinstance(value, list) else value
            for name, value in values.items()
        }

    def typed(self) -> dict[str, Any]:
        clean = self.cleaned_data
        return {name: clean.get(name) for name in self.fields if name != "revision"}


class SharedRowAdmin(VerbFormAdmin):
    """A row that every team uses: the rank in any team decides."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_anywhere(request, Role.EDITOR)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_anywhere(request, Role.EDITOR)

    def may(self, request: HttpRequest, verb: Verb, obj: Any) -> bool:
        return is_anywhere(request, verb.needs)

    def is_done(self, obj: Any, form: Any, request: HttpRequest) -> bool:
        typed = form.typed()
        return all(getattr(obj, name) == value for name, value in typed.items())

    def conflict(self, obj: Any, form: Any, error: actions.Stale) -> Conflict:
        return Conflict("Somebody else", "", plain_differences(form, error.current))


def plain_differences(form: FieldsForm, current: dict[str, Any]) -> list[Difference]:
    """The fields in which what stands now is not what was typed."""
    found = []
    for name, value in form.typed().items():
        before, after = _in_words(current.get(name)), _in_words(value)
        if name in current and before != after:
            label = str(form.fields[name].label or name)
            found.append(Difference(name, label, before, after, compare(before, after)))
    return found


def _in_words(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(value)
    return "" if value is None else str(value)
