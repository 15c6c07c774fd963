"""The shapes of what scripts send and get back, for the OpenAPI document.

What is sent is checked by the verbs, not by these; the tests hold the one against the other.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers as s

from liveblog.actions.blog_fields import MAX_POINTS
from liveblog.actions.cards import MAX_URL
from liveblog.actions.fields import MAX_CHILDREN
from liveblog.api import schema
from liveblog.models import Attribution as AttributionRow
from liveblog.models import Correction as CorrectionRow
from liveblog.models import Entry as EntryRow
from liveblog.models import LiveBlog

MAX_BODY_TEXT = 65_536
IF_MATCH = OpenApiParameter(
    "If-Match",
    {"type": "string", "pattern": '^"[0-9]{1,9}"$', "maxLength": 11},
    OpenApiParameter.HEADER,
    required=True,
    description='The revision the change was made from, in quotes: "3".',
)
COPY_MATCH = OpenApiParameter(
    "If-Match",
    {"type": "string", "pattern": '^"[0-9]{1,9}"$', "maxLength": 11},
    OpenApiParameter.HEADER,
    description="The revision of the copy you replace; leave it out to begin a copy.",
)
KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "maxLength": 80},
    OpenApiParameter.HEADER,
    description="The same key with the same body gives the first result again.",
)


class Text(s.CharField):
    """Text that may be left out or empty."""

    def __init__(self, limit: int, **more: Any) -> None:
        required = more.pop("required", False)
        super().__init__(max_length=limit, required=required, allow_blank=not required, **more)


class AuthorRow(s.Serializer[Any]):
    user = Text(150, allow_null=True, help_text="A user name, if the author has one.")
    name = Text(120, required=True)


class CreditRow(s.Serializer[Any]):
    source = Text(120, required=True, help_text="A slug of `/api/v1/sources/`.")  # type: ignore[assignment]
    relation = s.ChoiceField(AttributionRow.Relation.values, required=False)
    via = Text(120, allow_null=True, help_text="Whom the source itself was citing: a slug.")
    person = Text(120, help_text="The reporter named.")


class ImageRow(s.Serializer[Any]):
    asset = s.UUIDField(help_text="The id of a picture of the team.")
    caption = Text(500, help_text="Instead of the picture's own.")


class EmbedRow(s.Serializer[Any]):
    url = Text(MAX_URL)
    to_fill = s.BooleanField(required=False, help_text="An editor will supply the address.")
    provider = Text(80)
    title = Text(300)
    author = Text(200)
    text = Text(4000)


def _rows(child: s.Serializer[Any]) -> s.ListField:
    return s.ListField(child=child, max_length=MAX_CHILDREN, required=False)


class EntryFields(s.Serializer[Any]):
    """What can be said of an entry. What is left out stays as it is; a list is replaced whole."""

    headline = Text(200)
    body = Text(MAX_BODY_TEXT, help_text="HTML; what is not allowed is dropped.")
    display_at = s.DateTimeField(required=False, allow_null=True, help_text="With its offset.")
    is_key_event = s.BooleanField(required=False)
    key_event_title = Text(120)
    pin_when_published = s.BooleanField(
        required=False, help_text="Put on top of the page as soon as it is published."
    )
    urgency = s.IntegerField(required=False, min_value=1, max_value=9, help_text="1 is hottest.")
    verification = s.ChoiceField(EntryRow.Verification.values, required=False)
    tags = schema.TagList(required=False)
    embargo_until = s.DateTimeField(required=False, allow_null=True)
    authors = _rows(AuthorRow())
    attributions = _rows(CreditRow())
    images = _rows(ImageRow())
    embeds = _rows(EmbedRow())


class NewEntry(EntryFields):
    """An entry to be written."""

    publish = s.BooleanField(required=False, help_text="Publish at once instead of a draft.")


class BlogFields(s.Serializer[Any]):
    """What can be said of a live blog. What is left out stays as it is."""

    headline = s.CharField(max_length=200, required=False)
    slug = s.CharField(max_length=160, required=False, help_text="The last part of its address.")
    kicker = Text(80)
    standfirst = Text(1000)
    summary_points = s.ListField(
        child=s.CharField(max_length=300), max_length=MAX_POINTS, required=False
    )
    lead_image = s.UUIDField(required=False, allow_null=True, help_text="A picture of the team.")
    lead_caption = Text(500)
    topic = Text(120, allow_null=True, help_text="A slug of `/api/v1/topics/`.")
    language = s.CharField(max_length=35, required=False, help_text="A BCP 47 tag.")
    timezone = s.CharField(max_length=64, required=False, help_text="An IANA zone.")
    byline = Text(120)
    author_blurb = Text(1000)
    hold_seconds = s.IntegerField(required=False, min_value=0, max_value=60)
    coverage_start = s.DateTimeField(required=False)
    coverage_end = s.DateTimeField(required=False, allow_null=True)


class NewBlog(BlogFields):
    """A live blog to be planned."""

    team = s.CharField(max_length=120, required=False, help_text="A slug, if you have several.")
    headline = s.CharField(max_length=200)


class Nothing(s.Serializer[Any]):
    """An empty object, or no body."""


class Note(s.Serializer[Any]):
    note = Text(500, help_text="Stays in the newsroom.")


class Schedule(s.Serializer[Any]):
    at = s.DateTimeField(help_text="With its offset, in the future.")


class Correct(s.Serializer[Any]):
    note = Text(1000, required=True, help_text="Readers see it.")
    kind = s.ChoiceField(CorrectionRow.Kind.values, required=False)
    fields = EntryFields(required=False)  # type: ignore[assignment]


class ReTime(s.Serializer[Any]):
    display_at = s.DateTimeField()


class KeyEvent(s.Serializer[Any]):
    is_key_event = s.BooleanField()
    title = Text(120)


class Kill(s.Serializer[Any]):
    reason = Text(500, required=True, help_text="Stays in the newsroom.")


class Pin(s.Serializer[Any]):
    entry = s.UUIDField(help_text="A published entry of this live blog.")


class CopyFields(s.Serializer[Any]):
    """Unpublished edits of a published entry."""

    based_on = s.IntegerField(min_value=1, help_text="The entry's revision they were begun from.")
    fields = EntryFields()  # type: ignore[assignment]


class PictureFields(s.Serializer[Any]):
    """What can be said of a picture."""

    credit = s.CharField(max_length=200, required=False, help_text="Whose picture it is.")
    alt = s.CharField(max_length=500, required=False, help_text="For who cannot see it.")
    caption = Text(500)
    focus = s.RegexField(
        r"^[01](\.[0-9]{1,4})?x[01](\.[0-9]{1,4})?$",
        max_length=13,
        required=False,
        help_text="What a crop keeps, from the left and from the top: 0.5x0.5.",
    )


class NewPicture(PictureFields):
    """A picture to be stored: JPEG, PNG, WebP or GIF, at most 20 MB."""

    file = s.FileField()
    blog = s.CharField(max_length=160, help_text="A live blog of the team that is to have it.")
    credit = s.CharField(max_length=200)
    alt = s.CharField(max_length=500)


class EditedEntry(s.Serializer[Any]):
    """An entry as its team edits it, in any state."""

    id = s.UUIDField()
    blog = s.CharField()
    state = s.ChoiceField(EntryRow.State.values)
    number = s.IntegerField(allow_null=True)
    revision = s.IntegerField()
    scheduled_for = s.DateTimeField(allow_null=True)
    alert = s.CharField(allow_blank=True)
    fields = EntryFields()  # type: ignore[assignment]


class EditedBlog(s.Serializer[Any]):
    """A live blog as its team edits it, in any status."""

    id = s.UUIDField()
    slug = s.CharField()
    team = s.CharField()
    status = s.ChoiceField(LiveBlog.Status.values)
    version = s.IntegerField()
    revision = s.IntegerField()
    pinned_entry = s.UUIDField(allow_null=True)
    fields = BlogFields()  # type: ignore[assignment]


class WorkingCopy(s.Serializer[Any]):
    """Unpublished edits of a published entry."""

    entry = s.UUIDField()
    based_on = s.IntegerField()
    revision = s.IntegerField()
    user = s.CharField(allow_null=True)
    fields = EntryFields()  # type: ignore[assignment]


class Picture(s.Serializer[Any]):
    """A picture as its team describes it."""

    id = s.UUIDField()
    team = s.CharField()
    revision = s.IntegerField()
    killed_at = s.DateTimeField(allow_null=True)
    url = s.URLField(allow_null=True)
    width = s.IntegerField()
    height = s.IntegerField()
    credit = s.CharField(allow_blank=True)
    alt = s.CharField(allow_blank=True)
    caption = s.CharField(allow_blank=True)
    focus = s.CharField()


class Drafts(s.Serializer[Any]):
    results = EditedEntry(many=True)


class Refused(schema.Problem):
    """Problem details; with a 409 for a change made from an older revision, what stands now."""

    code = s.CharField(required=False)
    current = s.DictField(required=False)
    revision = s.IntegerField(required=False)


_MEANING = {
    400: "The request cannot be read: not JSON, a header that is none, a key in the address.",
    401: "There is no valid key in `Authorization`.",
    403: "The token's scope, its live blogs or its person's role do not reach.",
    404: "There is nothing here that you may know of.",
    406: "Only application/json is spoken here.",
    409: "Somebody saved in between (`current`, `revision`), or its state does not allow it.",
    411: "The length of the body is missing.",
    413: "The body is longer than may be sent.",
    415: "The body is of another kind than this takes.",
    422: "What was sent cannot be taken; `errors` says which field and why.",
    428: "The header `If-Match` is missing.",
    429: "Too many requests; `Retry-After` says when to come back.",
    503: "The database does not answer just now.",
}
READS = (400, 401, 403, 404, 406, 429, 503)
WRITES = (400, 401, 403, 404, 406, 409, 413, 415, 422, 429, 503)


def refusals(*statuses: int) -> dict[Any, Any]:
    """Problem details, by status."""
    kind = "application/problem+json"
    return {(each, kind): OpenApiResponse(Refused, _MEANING[each]) for each in statuses}


def shown(success: Any) -> dict[Any, Any]:
    """The documented answers where something private is read."""
    return {200: success} | refusals(*READS)


def written(success: Any, status: int = 200, *, revision: bool = False) -> dict[Any, Any]:
    """The documented answers of a write; `revision`: it needs `If-Match`."""
    return {status: success} | refusals(*WRITES, *((428,) if revision else ()))
