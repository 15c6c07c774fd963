"""Moving an update earlier or later by one press, and back."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from liveblog import actions
from liveblog.admin.forms import VerbForm
from liveblog.apstyle import day_label, time_label, zone_label
from liveblog.desk.answers import invalid, not_done, refusal
from liveblog.desk.deltas import told
from liveblog.desk.gate import Desk, answered, endpoint
from liveblog.desk.lists import one
from liveblog.desk.moving import EARLIER, LATER, moved
from liveblog.desk.views.verbs import NOT_YOURS
from liveblog.models import Entry, LiveBlog

ENDS = {
    EARLIER: "Nothing published stands below it.",
    LATER: "Nothing published stands above it.",
}


class Moment(forms.CharField):
    """A time as an earlier answer gave it: RFC 3339, with its seconds and their fractions."""

    def clean(self, value: object) -> datetime | None:
        try:
            moment = parse_datetime(str(value or "")[:40])
        except ValueError:
            moment = None
        if value and (moment is None or timezone.is_naive(moment)):
            raise forms.ValidationError("That is no time an earlier answer gave.")
        return moment


class MoveForm(VerbForm):
    """Past the next neighbour, or back to a time an earlier answer gave."""

    direction = forms.ChoiceField(choices=[(EARLIER, EARLIER), (LATER, LATER)], required=False)
    to = Moment(required=False)


@endpoint("POST")
def move(desk: Desk, entry_id: int) -> HttpResponseBase:
    """`{message, undo, …}`: re-time it past its neighbour; `undo` is the time it had."""
    entry = desk.entry(entry_id)
    if not desk.is_editor:
        return refusal(403, "not_allowed", NOT_YOURS)
    if entry.state != Entry.State.PUBLISHED:
        state = entry.get_state_display().lower()
        return refusal(409, "wrong_state", f"It is {state} now, so that cannot be done.")
    form = MoveForm(desk.request.POST)
    if not form.is_valid():
        return invalid(form)
    direction, before = form.cleaned_data["direction"] or EARLIER, entry.display_at
    at = form.cleaned_data["to"] or moved(entry, direction)
    if at is None or before is None:
        return refusal(409, "at_the_end", ENDS[direction])
    try:
        actions.re_time(
            user=desk.user, entry_id=entry.pk, revision=form.seen_revision, display_at=at
        )
    except actions.ActionError as error:
        return not_done(error)
    desk.blog.refresh_from_db()
    said = f"Moved: the time of update {entry.number} is {to_the_second(at, desk.blog)}."
    undo = "" if form.cleaned_data["to"] else before.isoformat()
    return answered({"message": said, "undo": undo, **told(desk, [one(desk.blog, entry.pk)])})


def to_the_second(moment: datetime, blog: LiveBlog) -> str:
    """ "9:34 p.m. EST and 12 seconds, Thursday, Jan. 5, 2023": readers see the minute alone."""
    zone, second = blog.zone, moment.second
    seconds = f" and {second} second{'' if second == 1 else 's'}" if second else ""
    return (
        f"{time_label(moment, zone)} {zone_label(zone, moment)}{seconds}, {day_label(moment, zone)}"
    )
