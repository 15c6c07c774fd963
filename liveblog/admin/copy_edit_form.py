"""The form of a working copy: an entry's form that begins with what the copy says."""

from __future__ import annotations

from typing import Any, Literal, cast

from django import forms
from django.utils.dateparse import parse_datetime

from liveblog import actions
from liveblog.admin.entry_form import TIMES, EntryForm
from liveblog.admin.forms import Conflict
from liveblog.models import WorkingCopy


class CopyEditForm(EntryForm):
    """`revision` is the copy's own; `based_on` the update's that it was begun from."""

    def __init__(self, copy: WorkingCopy, data: Any = None) -> None:
        self.copy = copy
        # Which of the two a colleague moved on, for the page that shows both texts.
        self.stale_in: Literal["revision", "based_on"] = "revision"
        super().__init__(copy.entry.blog, copy.entry, data, over=_initial(copy))
        self.fields["based_on"] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1
        )

    @property
    def based_on(self) -> int:
        return self.cleaned_data.get("based_on") or 0

    def typed(self) -> actions.EntryFields:
        """What was typed over what the copy said; a time left as shown keeps its seconds."""
        return cast("actions.EntryFields", {**self.copy.fields, **super().typed()})

    def merge_against(self, error: actions.Stale, conflict: Conflict) -> None:
        super().merge_against(error, conflict)
        if self.stale_in == "based_on":
            self.retype("revision", str(self.cleaned_data["revision"]))
            self.retype("based_on", str(error.revision))


def _initial(copy: WorkingCopy) -> dict[str, Any]:
    fields = dict(copy.fields)
    for name in TIMES:
        if fields.get(name):
            fields[name] = parse_datetime(fields[name])
    return fields | {"revision": copy.revision, "based_on": copy.based_on}
