"""What may be written into a live blog itself, checked before anything is locked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypedDict
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone
from django.utils.text import slugify

from liveblog import sanitise
from liveblog.actions.cleaning import line, moment
from liveblog.actions.errors import Invalid
from liveblog.actions.wire_rows import chains_of_picture, why_not_shown
from liveblog.models import LiveBlog, MediaAsset, Topic

MAX_POINTS = 12
MAX_HOLD = 60  # seconds; a schedule says better when something goes out later than that
# The first parts of addresses beside a live blog's own; the last is the API's.
RESERVED_SLUGS = {"changes", "events", "feed", "embed", "versions"}

# "localtime" is another zone on every server, "Factory" is none.
ZONES = available_timezones() - {"localtime", "Factory"}


class BlogFields(TypedDict, total=False):
    """Everything an editor can say about a live blog. What is left out stays as it is."""

    headline: str
    slug: str
    kicker: str
    standfirst: str
    summary_points: list[str]
    lead_image: int | None
    lead_caption: str
    topic: int | None
    language: str
    timezone: str
    byline: str
    author_blurb: str
    hold_seconds: int
    coverage_start: Any
    coverage_end: Any


def clean_blog_fields(fields: Mapping[str, Any], team_id: int) -> dict[str, Any]:
    """Return `fields` cleaned, or raise `Invalid` naming every field that cannot be taken."""
    errors: dict[str, list[str]] = {}
    cleaned: dict[str, Any] = {}
    for name, value in fields.items():
        cleaner = CLEANERS.get(name)
        if cleaner is None:
            errors[name] = [f"“{name}” is not a field of a live blog."]
            continue
        try:
            cleaned[name] = cleaner(value, team_id)
        except ValueError as error:
            errors[name] = [str(error)]
    if errors:
        raise Invalid(errors)
    return cleaned


def blog_fields_of(blog: LiveBlog) -> dict[str, Any]:
    """The blog as `BlogFields` in JSON types."""
    return {
        "headline": blog.headline,
        "slug": blog.slug,
        "kicker": blog.kicker,
        "standfirst": blog.standfirst,
        "summary_points": list(blog.summary_points),
        "lead_image": blog.lead_image_id,
        "lead_caption": blog.lead_caption,
        "topic": blog.topic_id,
        "language": blog.language,
        "timezone": blog.timezone,
        "byline": blog.byline,
        "author_blurb": blog.author_blurb,
        "hold_seconds": blog.hold_seconds,
        "coverage_start": blog.coverage_start.isoformat(),
        "coverage_end": blog.coverage_end.isoformat() if blog.coverage_end else None,
    }


def slug_for(headline: str) -> str:
    """An address made from a headline; the caller makes it unique."""
    return slugify(headline, allow_unicode=True)[:140].strip("-") or "live"


def _headline(value: Any, team_id: int) -> str:
    text = line(200, "The headline")(value, team_id)
    if not text:
        raise ValueError("A live blog needs a headline.")
    return text


def _slug(value: Any, _: int) -> str:
    text = str(value).strip().lower()
    if not re.fullmatch(r"[-\w]{1,160}", text) or text in RESERVED_SLUGS:
        raise ValueError("An address may only have letters, digits and hyphens.")
    return text


def _block(limit: int, label: str) -> Callable[[Any, int], str]:
    def clean(value: Any, _: int) -> str:
        if not isinstance(value, str):
            raise ValueError(f"{label} must be text.")
        text = sanitise.clean_block(value)
        if len(text) > limit:
            raise ValueError(f"{label} is {len(text)} characters long; at most {limit}.")
        return text

    return clean


def _points(value: Any, team_id: int) -> list[str]:
    if not isinstance(value, list):
        raise ValueError("The summary must be a list of points.")
    points = [line(300, "A summary point")(point, team_id) for point in value]
    points = [point for point in points if point]
    if len(points) > MAX_POINTS:
        raise ValueError(f"The summary has {len(points)} points; at most {MAX_POINTS}.")
    return points


def _zone(value: Any, _: int) -> str:
    if not isinstance(value, str) or value not in ZONES:
        raise ValueError(
            f"“{str(value)[:64]}” is not a known time zone. "
            "Use a name such as America/New_York or UTC."
        )
    ZoneInfo(value)
    return str(value)


def _language(value: Any, _: int) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(value)) or len(str(value)) > 35:
        raise ValueError("The language must be a tag such as en, pt-BR or zh-Hant.")
    return str(value)


def _topic(value: Any, _: int) -> int | None:
    if value is not None and not Topic.objects.filter(pk=value).exists():
        raise ValueError("There is no such topic.")
    return None if value is None else int(value)


def _lead_image(value: Any, team_id: int) -> int | None:
    if value is None:
        return None
    asset = MediaAsset.objects.filter(pk=value, team=team_id).first()
    if asset is None:
        raise ValueError("There is no such picture in this team.")
    if not asset.may_be_shown:
        raise ValueError(
            "This picture cannot lead the page: it has no credit, no alternative text, "
            "or it has been killed."
        )
    if why := why_not_shown(asset, timezone.now()):
        raise ValueError(why)
    return int(value)


def chains_of_lead(fields: Mapping[str, Any]) -> set[int]:
    """The wire chains of a lead picture that is not cleaned yet."""
    pk = fields.get("lead_image")
    asset = MediaAsset.objects.filter(pk=pk).first() if isinstance(pk, int) else None
    return chains_of_picture(asset) if asset else set()


def _seconds(value: Any, _: int) -> int:
    if not isinstance(value, int) or not 0 <= value <= MAX_HOLD:
        raise ValueError(f"Publishing can be undone for 0 to {MAX_HOLD} seconds.")
    return int(value)


def _start(value: Any, team_id: int) -> Any:
    found = moment("The coverage start")(value, team_id)
    if found is None:
        raise ValueError("Say when the coverage starts.")
    return found


CLEANERS: dict[str, Callable[[Any, int], Any]] = {
    "headline": _headline,
    "slug": _slug,
    "kicker": line(80, "The kicker"),
    "standfirst": _block(1000, "The standfirst"),
    "summary_points": _points,
    "lead_image": _lead_image,
    "lead_caption": line(500, "The caption"),
    "topic": _topic,
    "language": _language,
    "timezone": _zone,
    "byline": line(120, "The byline"),
    "author_blurb": _block(1000, "The author's note"),
    "hold_seconds": _seconds,
    "coverage_start": _start,
    "coverage_end": moment("The coverage end"),
}
