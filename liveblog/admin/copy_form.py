"""The page behind “New live blog from this one”."""

from __future__ import annotations

from typing import Any

from django import forms

from liveblog import actions
from liveblog.actions.copying import day_of, next_day
from liveblog.admin.forms import text
from liveblog.admin.verbs import ConfirmForm, Verb
from liveblog.apstyle import day_label, with_date_moved
from liveblog.models import LiveBlog, Role


class CopyForm(ConfirmForm):
    on = forms.DateField(
        label="Day",
        widget=forms.DateInput({"type": "date"}),
        error_messages={"required": "Say for which day.", "invalid": "That is not a date."},
    )
    headline = text("Headline", "Left empty, it is the old one with its date moved on.")
    with_picture = forms.BooleanField(
        label="Take the lead picture along",
        required=False,
        help_text="Usually the new day has a picture of its own.",
    )

    def __init__(self, about: LiveBlog, data: Any = None) -> None:
        super().__init__(about, data)
        on = next_day(about)
        moved = with_date_moved(about.headline, day_of(about), on)
        self.fields["on"].initial = on
        self.fields["on"].help_text = (
            f"{day_label(on, about.zone)} would be “{moved}”. The coverage starts at the same time "
            "of day."
        )


COPY = Verb(
    name="copy",
    label="New live blog from this one…",
    needs=Role.EDITOR,
    applies=lambda blog: True,
    form=CopyForm,
    explanation="Plans another day: kicker, headline, standfirst, topic, language, zone, byline "
    "and blurb are taken over and their dates moved on. No update comes along, and "
    "readers see nothing until you open the coverage.",
    done="Planned. Look through it, then open the coverage.",
    leads_on=True,
    run=lambda user, blog, form: actions.copy_blog(
        user=user,
        blog_id=blog.pk,
        on=form.cleaned_data["on"],
        headline=form.cleaned_data["headline"],
        with_picture=form.cleaned_data["with_picture"],
    ),
)
