"""A form whose refusals come from a verb: each finds its field, and everything typed stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from liveblog import actions
from liveblog.admin.describe import Difference

# (heading, names of fields), in the order of the page; a heading may be empty
Layout = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What stands now beside what was typed, after somebody else saved in between."""

    who: str
    when: str
    differences: list[Difference]


class VerbForm(forms.Form):
    """Fields are checked by the verb; the form only turns text into values."""

    required_css_class = "required"
    layout: ClassVar[Layout] = ()

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.label_suffix = ""
        self.conflict: Conflict | None = None

    def sections(self) -> Iterator[tuple[str, list[BoundField]]]:
        """`(heading, fields)` as the template shows them."""
        for heading, names in self.layout:
            fields = [self[name] for name in names if name in self.fields]
            if fields:
                yield heading, fields

    @property
    def seen_revision(self) -> int:
        """The revision this form was opened on; 0, which none has, if that is missing."""
        return self.cleaned_data.get("revision") or 0

    def refuse(self, error: actions.ActionError) -> None:
        """Show why the verb was refused, beside the fields concerned."""
        if isinstance(error, actions.Invalid):
            self.refuse_fields(error.errors)
        else:
            self.add_error(None, error.message)

    def refuse_fields(self, errors: Mapping[str, list[str]]) -> None:
        for name, sentences in errors.items():
            seen = name in self.fields and not self[name].is_hidden
            self.add_error(name if seen else None, sentences)

    def merge_against(self, error: actions.Stale, conflict: Conflict) -> None:
        """After a stale save: what was typed stays, and saving again replaces `error.current`."""
        self.retype("revision", str(error.revision))
        self.conflict = conflict
        self.add_error(None, error.message)

    def retype(self, name: str, value: str) -> None:
        """Replace one hidden value of the form as it will be shown again."""
        assert isinstance(self.data, QueryDict)
        data = self.data.copy()
        data[self.add_prefix(name)] = value
        self.data = data


def text(label: str, help_text: str = "", **options: Any) -> forms.CharField:
    """One line. Its length is the verb's business: a browser would cut a paste in silence."""
    return forms.CharField(label=label, help_text=help_text, required=False, **options)


def block(label: str, help_text: str = "", *, rows: int = 3) -> forms.CharField:
    """Several lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=False, widget=area)


def publish_as() -> forms.ChoiceField:
    """Whether readers are told of what changes."""
    return forms.ChoiceField(
        label="Publish it",
        choices=[
            ("", "Choose…"),
            ("edit", "as a change without a note"),
            ("correction", "as a correction"),
            ("clarification", "as a clarification"),
        ],
        help_text="An error of substance needs a correction: readers see its note.",
        error_messages={"required": "Say whether readers are told."},
    )


def lines_of(value: str) -> list[str]:
    """The lines of a block that say something."""
    return [line.strip() for line in value.splitlines() if line.strip()]
