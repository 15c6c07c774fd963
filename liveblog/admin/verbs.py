"""A verb with a page of its own: what is asked before it is done, and by whom it may be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from liveblog import actions
from liveblog.admin.forms import VerbForm
from liveblog.models import Role


class ConfirmForm(VerbForm):
    """What a verb's page asks. `about` is the row it will be done to."""

    def __init__(self, about: Any, data: Any = None) -> None:
        revision = getattr(about, "revision", None)
        super().__init__(data, initial={"revision": revision})
        self.about = about  # None on a page for several rows

    @property
    def layout(self) -> tuple[tuple[str, tuple[str, ...]], ...]:  # type: ignore[override]
        return (("", tuple(name for name in self.fields if name != "revision")),)


class TypedWord(forms.CharField):
    """Takes one word and no other, so that a kill is never a slip of the hand."""

    def __init__(self, word: str) -> None:
        attrs = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        super().__init__(
            label=f"Type {word} to confirm",
            help_text="In capitals: it cannot be undone.",
            required=False,
            widget=forms.TextInput(attrs),
        )
        self.word = word

    def clean(self, value: Any) -> str:
        if str(value or "").strip() != self.word:
            raise forms.ValidationError(f"Type {self.word}, in capitals.")
        return self.word


@dataclass(frozen=True, slots=True)
class Verb:
    """One button. `run` gets the user, the row and the valid form, and calls the action."""

    name: str
    label: str
    needs: Role
    applies: Callable[[Any], bool]
    run: Callable[[Any, Any, ConfirmForm], Any]
    explanation: str = ""
    done: str = ""
    form: Callable[..., ConfirmForm] = ConfirmForm
    direct: bool = False  # the button does it; otherwise it leads to the page that asks
    danger: bool = False
    leads_on: bool = False  # to the row it made, not back to the one it was done to


def by_state(*states: str) -> Callable[[Any], bool]:
    """Applies to rows in one of `states` (an entry's state, a live blog's status)."""

    def applies(row: Any) -> bool:
        return getattr(row, "state", getattr(row, "status", None)) in states

    return applies


def refusal_status(error: actions.ActionError) -> int:
    """The HTTP status of a page that shows a refusal."""
    return {"stale": 409, "not_allowed": 403, "not_found": 404}.get(error.code, 200)
