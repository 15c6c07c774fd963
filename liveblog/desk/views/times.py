"""How a typed time reads, and moving one by minutes. Nothing is written."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from django import forms
from django.http.response import HttpResponseBase
from django.utils import timezone

from liveblog.admin.zoned import ZonedTimeField, typed_form
from liveblog.apstyle import day_label, time_label, zone_label
from liveblog.desk.found import number
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.models import Entry
from liveblog.render.entries import late_label

A_MINUTE = timedelta(minutes=1)
FARTHEST = 24 * 60  # minutes a time is moved by at once


@endpoint("GET")
def label(desk: Desk) -> HttpResponseBase:
    """How `?at=` reads: `{at, fold, label, day, error, folds, late, ahead}`.

    `folds` where it comes twice. With `?move=` it is moved by so many minutes, from now if it is
    empty: then `at` and `fold` are what is to stand in the controls. `late` is what readers are
    told of an entry that comes so late (`?entry=` for one that is published); `ahead` that the
    time is still to come.
    """
    query = desk.request.GET
    field = ZonedTimeField(zone=desk.blog.zone)
    typed = (query.get("at", ""), query.get("fold", ""))
    try:
        moment = _moved(field.clean(typed), query.get("move", ""))
    except (forms.ValidationError, OverflowError) as error:
        folds = _folds(field, typed)
        return answered(_told(typed) | {"error": _sentence(error), "folds": folds})
    if moment is None:
        return answered(_told(typed))
    if query.get("move"):
        typed = typed_form(moment, desk.blog.zone)
    zone = desk.blog.zone
    return answered(
        _told(typed)
        | {
            "label": f"{time_label(moment, zone)} {zone_label(zone, moment)}",
            "day": day_label(moment, zone),
            "folds": _folds(field, typed),
            "late": _late(desk, moment),
            "ahead": moment > timezone.now() + A_MINUTE,
        }
    )


def _told(typed: tuple[str, str]) -> dict[str, Any]:
    at, fold = typed
    told = {"at": at, "fold": fold, "label": "", "day": "", "error": "", "late": ""}
    return {**told, "folds": [], "ahead": False}


def _folds(field: ZonedTimeField, typed: tuple[str, str]) -> Any:
    widget = cast("forms.Widget", field.widget)
    return widget.get_context("at", typed, {})["widget"]["folds"]


def _sentence(error: Exception) -> str:
    if isinstance(error, forms.ValidationError):
        return str(error.message)
    return "There is no such time."


def _moved(moment: datetime | None, minutes: str) -> datetime | None:
    """`moment`, or now, moved; as it is without a number of minutes."""
    digits = minutes.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 4):
        return moment
    step = max(-FARTHEST, min(int(minutes), FARTHEST))
    return (moment or timezone.now()) + timedelta(minutes=step)


def _late(desk: Desk, moment: datetime) -> str:
    """What readers are told of an entry with this display time, published then or now."""
    there = Entry.objects.filter(blog=desk.blog, pk=number(desk.request.GET.get("entry")) or 0)
    published = there.values_list("published_at", flat=True).first() or timezone.now()
    entry = Entry(blog=desk.blog, display_at=moment, published_at=published)
    late = late_label(entry)
    return f"Added at {late.text}" if late else ""
