"""The shapes of every answer, for the OpenAPI document. Nothing is serialised through these.

The tests hold what `documents` returns against them.
"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    PolymorphicProxySerializer,
    inline_serializer,
)
from rest_framework import serializers as s

from liveblog.models import Attribution as AttributionRow
from liveblog.models import Correction as CorrectionRow
from liveblog.models import Entry as EntryRow
from liveblog.models import LiveBlog
from liveblog.models import Source as SourceRow
from liveblog.tags import LONGEST, MOST

VERSION: dict[str, Any] = {"type": "integer", "minimum": 0}
SLUG = OpenApiParameter("slug", str, OpenApiParameter.PATH)
ID = OpenApiParameter("public_id", {"type": "string", "format": "uuid"}, OpenApiParameter.PATH)
ABOUT_CHANGES = """
Ask with the `version` you hold, apply what comes, keep the `version` of the answer.

- `entries` are the present state of what changed, lowest `seq` first; store each by its `id`.
  A withdrawn or killed entry is a tombstone: remove what you have of it at once.
- `blog` is there when something around the entries changed.
- `more`: ask again at once from the new `version`.
- `reset`: your version is ahead of this live blog, or from before a restored backup.
  Drop your copy and begin with 0.

Applying an answer twice does no harm. `next_poll_ms` says when to come back.
"""


class Topic(s.Serializer[Any]):
    slug = s.CharField()
    name = s.CharField()
    url = s.URLField()


class Source(s.Serializer[Any]):
    slug = s.CharField()
    name = s.CharField()
    short_name = s.CharField(allow_blank=True)
    kind = s.ChoiceField(SourceRow.Kind.values)


class Attribution(s.Serializer[Any]):
    source = Source()  # type: ignore[assignment]  # a field here, an option of fields there
    relation = s.ChoiceField(AttributionRow.Relation.values)
    via = Source(allow_null=True, help_text="Whom the source itself was citing.")
    text = s.CharField(help_text="“Reuters reported, citing Interfax”.")


class TagList(s.ListField):
    def __init__(self, **options: Any) -> None:
        words = "Words or short phrases, in their order."
        child = s.CharField(max_length=LONGEST)
        super().__init__(child=child, max_length=MOST, help_text=words, **options)


class Author(s.Serializer[Any]):
    name = s.CharField()


class Rendition(s.Serializer[Any]):
    url = s.URLField()
    width = s.IntegerField()
    height = s.IntegerField()
    type = s.CharField(help_text="A media type: image/avif, image/webp or image/jpeg.")


class Image(s.Serializer[Any]):
    url = s.URLField()
    width = s.IntegerField()
    height = s.IntegerField()
    alt = s.CharField()
    caption = s.CharField(allow_blank=True)
    credit = s.CharField()
    renditions = Rendition(many=True, help_text="The same picture, narrower or in other formats.")


class Embed(s.Serializer[Any]):
    url = s.URLField(allow_null=True, help_text="Null where an editor has yet to supply it.")
    provider = s.CharField(allow_blank=True)
    title = s.CharField(allow_blank=True)
    author = s.CharField(allow_blank=True)
    text = s.CharField(allow_blank=True)
    thumbnail = s.URLField(allow_null=True, help_text="This site's copy of its picture, if any.")


class Correction(s.Serializer[Any]):
    kind = s.ChoiceField(CorrectionRow.Kind.values)
    note = s.CharField()
    at = s.DateTimeField()


class VerificationChange(s.Serializer[Any]):
    to = s.ChoiceField(EntryRow.Verification.values)
    at = s.DateTimeField()

    def get_fields(self) -> dict[str, Any]:
        """`from` is a word of Python's and cannot be written as an attribute."""
        return {"from": s.ChoiceField(EntryRow.Verification.values), **super().get_fields()}


class Tombstone(s.Serializer[Any]):
    """What remains of an entry that was taken down."""

    id = s.UUIDField()
    number = s.IntegerField()
    seq = s.IntegerField()
    state = s.ChoiceField([EntryRow.State.WITHDRAWN, EntryRow.State.KILLED])


class Entry(s.Serializer[Any]):
    """A published entry. `rights` says how much of it may be had here."""

    id = s.UUIDField()
    number = s.IntegerField(help_text="Its place in its live blog, never reused.")
    seq = s.IntegerField(help_text="The version of the live blog that last changed it.")
    state = s.ChoiceField([EntryRow.State.PUBLISHED])
    url = s.URLField()
    headline = s.CharField(allow_blank=True)
    body_html = s.CharField(allow_blank=True)
    body_text = s.CharField(allow_blank=True)
    display_at = s.DateTimeField(help_text="When it happened or was reported.")
    published_at = s.DateTimeField()
    updated_at = s.DateTimeField()
    is_key_event = s.BooleanField()
    urgency = s.IntegerField(min_value=1, max_value=9, help_text="1 is hottest.")
    verification = s.ChoiceField(EntryRow.Verification.values)
    verification_changes = VerificationChange(
        many=True, help_text="How it changed since it was published, earliest first."
    )
    tags = TagList()
    authors = Author(many=True)
    images = Image(many=True)
    embeds = Embed(many=True)
    attributions = Attribution(many=True)
    corrections = Correction(many=True)
    rights = s.ChoiceField(["whole", "excerpt", "withheld"])
    original_url = s.URLField(
        allow_null=True,
        help_text="The agency's own page, once its contract allows the text here no longer.",
    )


class FoundEntry(Entry):
    """A published entry, and where it was found."""

    blog = s.CharField(help_text="The slug of its live blog.")


ANY_ENTRY = PolymorphicProxySerializer(
    "EntryOrTombstone", [Entry, Tombstone], resource_type_field_name=None, many=True
)


class PinnedEntry(s.Serializer[Any]):
    id = s.UUIDField()
    number = s.IntegerField()


class Blog(s.Serializer[Any]):
    """A live blog without its entries."""

    id = s.UUIDField()
    slug = s.CharField()
    url = s.URLField()
    headline = s.CharField()
    kicker = s.CharField(allow_blank=True)
    standfirst = s.CharField(allow_blank=True)
    language = s.CharField(help_text="A BCP 47 tag.")
    timezone = s.CharField(help_text="The IANA zone all times are given in.")
    status = s.ChoiceField(LiveBlog.PUBLIC)
    version = s.IntegerField(help_text="Moves with every public change.")
    coverage_start = s.DateTimeField()
    coverage_end = s.DateTimeField(allow_null=True)
    published_at = s.DateTimeField()
    updated_at = s.DateTimeField()
    topic = Topic(allow_null=True)
    summary_points = s.ListField(child=s.CharField())
    pinned_entry = PinnedEntry(allow_null=True)
    credit_line = s.CharField(allow_blank=True)
    byline = s.CharField(allow_blank=True)


class Delta(s.Serializer[Any]):
    """What changed in a live blog between two versions."""

    since = s.IntegerField()
    version = s.IntegerField(help_text="Where you stand after applying it.")
    more = s.BooleanField()
    reset = s.BooleanField()
    status = s.ChoiceField(LiveBlog.PUBLIC)
    next_poll_ms = s.IntegerField(help_text="Milliseconds.")
    entries = ANY_ENTRY
    blog = Blog(allow_null=True)


class Problem(s.Serializer[Any]):
    """RFC 9457 problem details."""

    type = s.CharField()
    title = s.CharField()
    status = s.IntegerField()
    detail = s.CharField(help_text="One plain sentence for a person.")
    errors = s.DictField(  # type: ignore[assignment]  # a field here, a property there
        child=s.ListField(child=s.CharField()), help_text="Sentences by parameter."
    )
    entry = Tombstone(required=False, help_text="With a 410 for an entry: its tombstone.")


def _page(name: str, results: Any) -> Any:
    links = {
        "next": s.URLField(allow_null=True),
        "previous": s.URLField(allow_null=True),
    }
    return inline_serializer(name, {**links, "results": results})


BlogPage = _page("BlogPage", Blog(many=True))
EntryPage = _page("EntryPage", ANY_ENTRY)
FoundPage = _page("FoundPage", FoundEntry(many=True))
SourcePage = _page("SourcePage", Source(many=True))
TopicPage = _page("TopicPage", Topic(many=True))

_MEANING = {
    308: "The live blog has another slug now; the query is kept.",
    400: "The question cannot be taken; `errors` says why.",
    404: "There is nothing here, or nothing public.",
    410: "It was public and has been taken down.",
    429: "Too many requests; `Retry-After` says when to come back.",
}


def answers(success: Any, *others: int) -> dict[Any, Any]:
    """The documented answers of an endpoint: the good one, 304, and those `others` may be."""
    documented: dict[Any, Any] = {
        200: success,
        304: OpenApiResponse(description="You have it already: your ETag is the present one."),
    }
    for status in (*others, 429):
        if status == 308:
            documented[308] = OpenApiResponse(description=_MEANING[308])
        else:
            documented[status, "application/problem+json"] = OpenApiResponse(
                Problem, description=_MEANING[status]
            )
    return documented
