"""The form of what stands around a live blog's entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django import forms

from liveblog import actions
from liveblog.admin.forms import Layout, VerbForm, block, lines_of, text
from liveblog.admin.offers import Choice, LookupField, Offer, lookup_field
from liveblog.admin.zoned import ZonedTimeField, typed_form, zone_note
from liveblog.models import LiveBlog, Team

AS_TYPED = (
    "headline",
    "kicker",
    "standfirst",
    "lead_image",
    "lead_caption",
    "topic",
    "timezone",
    "language",
    "byline",
    "author_blurb",
    "hold_seconds",
)
TIMES = ("coverage_start", "coverage_end")
# What is changed while news runs: neither addresses nor times go by it.
WHILE_LIVE = (
    "headline",
    "kicker",
    "standfirst",
    "summary",
    "byline",
    "author_blurb",
    "hold_seconds",
)
SECONDS = "Seconds to undo are a number from 0 to 60."


class BlogForm(VerbForm):
    """Everything in `BlogFields`; for a new live blog also its team."""

    layout: ClassVar[Layout] = (
        ("", ("team", "headline", "kicker", "standfirst", "summary")),
        ("Lead picture", ("lead_image", "lead_caption")),
        ("Coverage", ("topic", "timezone", "coverage_start", "coverage_end")),
        ("Address and language", ("slug", "language")),
        ("Byline", ("byline", "author_blurb")),
        ("Publishing", ("hold_seconds",)),
    )

    team = forms.TypedChoiceField(coerce=int, help_text="It stays with this team for good.")
    headline = text("Headline", "What the page, search engines and shared links are called.")
    kicker = text("Kicker", "Stands above the headline: “Breaking News”.")
    standfirst = block(
        "Standfirst", "A sentence or two below the headline; also what shared links say."
    )
    summary = block("What we know", "One point per line, up to 12.", rows=5)
    lead_image = lookup_field(
        "Picture", help_text="Above the updates, and in lists; it needs a credit and a text."
    )
    lead_caption = text("Caption", "Used instead of the picture's own.")
    topic = lookup_field(
        help_text="The standing coverage this day belongs to; gives the previous and next day.",
    )
    timezone = text(
        "Time zone",
        "All times on the page are in it: for example America/New_York.",
        widget=forms.TextInput({"list": "time-zones", "autocomplete": "off"}),
        initial="UTC",
    )
    slug = text("Address", "The last part of the web address. An old address redirects.")
    language = text("Language", "A tag such as en, pt-BR or zh-Hant.", initial="en")
    byline = text("Byline", "Who wrote it, as printed at the foot: “By Ada Doe”.")
    author_blurb = block("Author's note", "Printed below the byline: who the author is.")
    hold_seconds = forms.IntegerField(
        label="Seconds to undo",
        required=False,
        initial=0,
        min_value=0,
        max_value=60,
        help_text="How long “Publish” can be undone before readers see anything. 0: at once.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), SECONDS),
    )

    def __init__(self, blog: LiveBlog | None, teams: list[Team], data: Any = None) -> None:
        super().__init__(data, initial=_initial(blog))
        self.blog = blog
        if blog is None and len(teams) > 1:
            self._offer("team", [(team.pk, team.name) for team in teams])
        else:
            del self.fields["team"]
        self.team_id = blog.team_id if blog else (teams[0].pk if len(teams) == 1 else None)
        team_ids = [blog.team_id] if blog else [team.pk for team in teams]
        lead, topic = (blog.lead_image, blog.topic) if blog else (None, None)
        self._look_up("lead_image", Offer("lead", team_ids, _chosen(lead)))
        self._look_up("topic", Offer("topic", (), _chosen(topic)))
        self._add_times()

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _look_up(self, name: str, offer: Offer) -> None:
        field = self.fields[name]
        assert isinstance(field, LookupField)
        field.offers(offer)

    def _add_times(self) -> None:
        # Typed times are in the zone that stands beside them, also when both are new.
        zone = self._typed_zone()
        shown = f"In the live blog's zone. {zone_note(zone)}."
        for name, label in (("coverage_start", "Start"), ("coverage_end", "End")):
            self.fields[name] = ZonedTimeField(zone=zone, label=f"Coverage {label.lower()}")
        self.fields["coverage_start"].help_text = (
            shown if self.blog else "In the zone above. Empty: now."
        )
        self.fields["coverage_end"].help_text = "Set by “End coverage”; correct it here."

    def _typed_zone(self) -> ZoneInfo:
        typed = (self.data.get("timezone") or "").strip() if self.is_bound else ""
        if typed in available_timezones():
            return ZoneInfo(typed)
        return self.blog.zone if self.blog else ZoneInfo("UTC")

    def typed(self) -> dict[str, Any]:
        """What was typed, as `BlogFields`; a time left as it was shown is left out."""
        clean = self.cleaned_data
        fields = {name: clean.get(name) for name in AS_TYPED if name in self.fields}
        if "summary" in self.fields:
            fields["summary_points"] = lines_of(clean["summary"])
        if "hold_seconds" in self.fields:
            fields["hold_seconds"] = clean["hold_seconds"] or 0
        if "slug" in self.fields and (clean["slug"] or self.blog):
            fields["slug"] = clean["slug"]
        for name in (name for name in TIMES if name in self.fields):
            if not self._as_shown(name) and (self.blog or clean[name]):
                fields[name] = clean[name]
        return fields

    def _as_shown(self, name: str) -> bool:
        if self.blog is None:
            return False
        return bool(self[name].data == typed_form(getattr(self.blog, name), self.blog.zone))

    def refuse_fields(self, errors: Any) -> None:
        super().refuse_fields({field_of(name): errors[name] for name in errors})


class WhileLiveForm(BlogForm):
    """The part of it that stands at the side of a desk; what is not sent stays as it is."""

    layout: ClassVar[Layout] = (("", WHILE_LIVE),)

    def __init__(self, blog: LiveBlog, data: Any = None) -> None:
        super().__init__(blog, [], data)
        wanted = {"revision", *(name for name in WHILE_LIVE if data is None or name in data)}
        for name in self.fields.keys() - wanted:
            del self.fields[name]


def field_of(name: str) -> str:
    """What the form calls one of `BlogFields`."""
    return "summary" if name == "summary_points" else name


def as_shown(fields: Mapping[str, Any]) -> dict[str, Any]:
    """`BlogFields` as they stand in the controls, but for times."""
    return {**fields, "summary": "\n".join(fields["summary_points"])}


def _initial(blog: LiveBlog | None) -> dict[str, Any]:
    if blog is None:
        return {}
    times = {name: getattr(blog, name) for name in TIMES}
    return as_shown(actions.blog_fields_of(blog)) | times | {"revision": blog.revision}


def _chosen(row: Any) -> list[Choice]:
    return [(row.pk, str(row))] if row else []
