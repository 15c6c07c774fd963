"""A date and time typed in a live blog's own zone.

Its data is the pair `(text, fold)`. A time the zone skips is refused; one it has twice is asked
about, by a second control that is there only when it is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.template.loader import render_to_string

from liveblog.apstyle import (
    NonexistentTime,
    date_label,
    is_ambiguous,
    local_to_utc,
    time_label,
    zone_label,
)

Typed = tuple[str, str]  # what stands in the control, and "", "0" (first) or "1" (second)
NOTHING: Typed = ("", "")


def typed_form(moment: datetime | None, zone: ZoneInfo) -> Typed:
    """How `moment` stands in the controls: to the minute, with its fold where it matters."""
    if moment is None:
        return NOTHING
    local = moment.astimezone(zone)
    fold = str(local.fold) if is_ambiguous(moment, zone) else ""
    return local.strftime("%Y-%m-%dT%H:%M"), fold


def _parsed(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo is None else None


class ZonedTimeWidget(forms.Widget):
    """The browser's date and time control, and, for a doubled hour, which of the two it is."""

    template_name = "admin/newsroom/_zoned_time.html"
    zone = ZoneInfo("UTC")

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        return str(data.get(name, "")), str(data.get(f"{name}_fold", ""))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        typed = value if isinstance(value, tuple) else typed_form(value, self.zone)
        widget = context["widget"] | {"value": typed[0], "folds": self._folds(typed)}
        return context | {"widget": widget}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        # Not by the form renderer: that one knows the templates of packages alone.
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def _folds(self, typed: Typed) -> list[dict[str, Any]]:
        local = _parsed(typed[0])
        if local is None or not is_ambiguous(local, self.zone):
            return []
        return [
            {
                "value": str(fold),
                "label": zone_label(self.zone, local.replace(fold=fold)),
                "chosen": typed[1] == str(fold),
            }
            for fold in (0, 1)
        ]


class ZonedTimeField(forms.Field):
    """Cleans to an aware UTC datetime, or None."""

    widget = ZonedTimeWidget

    def __init__(self, *, zone: ZoneInfo, **options: Any) -> None:
        super().__init__(**{"required": False} | options)
        self.zone = self.widget.zone = zone

    def clean(self, value: Any) -> datetime | None:
        text, fold = value or NOTHING
        if not text.strip():
            if self.required:
                raise forms.ValidationError("Give a date and a time.")
            return None
        local = _parsed(text)
        if local is None:
            raise forms.ValidationError(
                "This is not a date and time. Write it like 2023-01-05 21:34."
            )
        if not 1900 <= local.year <= 2200:
            raise forms.ValidationError("The year must be between 1900 and 2200.")
        return self._instant(local, fold)

    def _instant(self, local: datetime, fold: str) -> datetime:
        if is_ambiguous(local, self.zone) and fold not in ("0", "1"):
            label = f"{time_label(local, self.zone)} on {date_label(local.date())}"
            raise forms.ValidationError(
                f"The clocks go back: {label} comes twice in {self.zone.key}. Say which one."
            )
        try:
            return local_to_utc(local.date(), local.time(), self.zone, int(fold or 0))
        except NonexistentTime as error:
            raise forms.ValidationError(str(error)) from error


def zone_note(zone: ZoneInfo) -> str:
    """What stands under a control: "America/New_York, now 9:34 p.m. EST"."""
    now = datetime.now(UTC)
    return f"{zone.key}, now {time_label(now, zone)} {zone_label(zone, now)}"
