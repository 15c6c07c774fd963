"""Sources and topics: what entries and live blogs refer to."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog.api import lookups, schema
from liveblog.api.fields import Text
from liveblog.api.pages import Keyset, page, paging
from liveblog.api.query import described
from liveblog.api.views.base import PublicView, listed
from liveblog.documents import source_document, topic_document

BY_SLUG = Keyset(
    columns=("slug",), descending=False, name=lambda row: row.slug, place=lambda slug: (slug,)
)
LIST = paging(
    before=Text(max_length=120, help_text="Only slugs that sort before this one."),
    after=Text(max_length=120, help_text="Only slugs that sort after this one."),
)


class SourceList(PublicView):
    """Only sources that something public credits."""

    asks = LIST

    @extend_schema(
        operation_id="sources",
        summary="Sources that published entries credit, by slug",
        parameters=described(LIST),
        responses=schema.answers(schema.SourcePage, 400),
    )
    def get(self, request: Request) -> Response:
        found = page(request, lookups.public_sources(), BY_SLUG, self.asked)
        return Response(listed(found, source_document))


class SourceDetail(PublicView):
    """A source that something public credits."""

    @extend_schema(
        operation_id="source",
        summary="One source",
        parameters=[schema.SLUG],
        responses=schema.answers(schema.Source, 404),
    )
    def get(self, request: Request, slug: str) -> Response:
        return Response(source_document(lookups.only(lookups.public_sources(), slug)))


class TopicList(PublicView):
    """Only topics that have a public live blog."""

    asks = LIST

    @extend_schema(
        operation_id="topics",
        summary="Topics with public live blogs, by slug",
        parameters=described(LIST),
        responses=schema.answers(schema.TopicPage, 400),
    )
    def get(self, request: Request) -> Response:
        found = page(request, lookups.public_topics(), BY_SLUG, self.asked)
        return Response(listed(found, topic_document))


class TopicDetail(PublicView):
    """A topic that has a public live blog."""

    @extend_schema(
        operation_id="topic",
        summary="One topic",
        parameters=[schema.SLUG],
        responses=schema.answers(schema.Topic, 404),
    )
    def get(self, request: Request, slug: str) -> Response:
        return Response(topic_document(lookups.only(lookups.public_topics(), slug)))
