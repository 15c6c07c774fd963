"""Live blogs: the list, their versions, one of them, and what changed in it."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from liveblog import changes, documents
from liveblog.api import caching, filters, lookups, partners, schema
from liveblog.api.fields import Cursor, Identifier
from liveblog.api.outlet import outlet_of
from liveblog.api.pages import Keyset, page, paging
from liveblog.api.problems import refuse
from liveblog.api.query import described
from liveblog.api.views.base import PublicView, listed
from liveblog.models import LiveBlog


def _start(public_id: uuid.UUID) -> tuple[Any, ...] | None:
    rows = LiveBlog.objects.ever_public().filter(public_id=public_id)
    return rows.values_list("coverage_start", "pk").first()


BY_START = Keyset(
    columns=("coverage_start", "pk"),
    descending=True,
    name=lambda blog: blog.public_id,
    place=_start,
)
LIST = filters.parameters(filters.BlogFilter) | paging(
    before=Identifier(help_text="Only blogs whose coverage began before that of this id."),
    after=Identifier(help_text="Only blogs whose coverage began after that of this id."),
)
CHANGES = {
    "since": Cursor(help_text="The `version` of the last answer; 0 or nothing for everything.")
}


class BlogList(PublicView):
    """Pages of 50 live blogs, or of `page_size`; follow `next`."""

    asks = LIST

    @extend_schema(
        operation_id="blogs",
        summary="Public live blogs, by the start of their coverage, newest first",
        parameters=described(LIST),
        responses=schema.answers(schema.BlogPage, 400),
    )
    def get(self, request: Request) -> Response:
        chosen = filters.BlogFilter(request.GET, lookups.public_blogs(), request=request).qs
        outlet, _ = outlet_of(request)
        found = page(request, chosen, BY_START, self.asked)
        return Response(listed(found, lambda blog: documents.blog_document(blog, outlet)))


class BlogVersions(PublicView):
    """What a partner compares with its own cursors to know which live blogs to sync.

    A slug that has gone was renamed or withdrawn: ask for it, and 308 or 410 tells which.
    """

    @extend_schema(
        operation_id="blog_versions",
        summary="The version of every public live blog, by slug",
        responses=schema.answers({"type": "object", "additionalProperties": schema.VERSION}),
    )
    def get(self, request: Request) -> Response:
        return Response(dict(LiveBlog.objects.public().values_list("slug", "version")))


class BlogDetail(PublicView):
    """What stands around the entries: headline, status, summary, credit line."""

    @extend_schema(
        operation_id="blog",
        summary="One live blog, without its entries",
        parameters=[schema.SLUG],
        responses=schema.answers(schema.Blog, 308, 404, 410),
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        blog = lookups.live_blog(request, slug)
        outlet, _ = outlet_of(request)
        tag = caching.blog_tag(request, blog, self.asked)
        return self.once_per(tag, lambda: documents.blog_document(blog, outlet))


class BlogChanges(PublicView):
    """`schema.ABOUT_CHANGES` tells callers how to use it."""

    asks: ClassVar = CHANGES

    @extend_schema(
        operation_id="blog_changes",
        summary="What changed since a version: the way to keep a copy",
        description=schema.ABOUT_CHANGES,
        parameters=[*described(CHANGES), schema.SLUG],
        responses=schema.answers(schema.Delta, 308, 400, 404, 410),
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        since = self._since()
        blog = lookups.live_blog(request, slug)
        outlet, territory = outlet_of(request)
        tag = caching.blog_tag(request, blog, {"since": since})
        answer = self.once_per(
            tag, lambda: changes.api_delta(blog, since, outlet, territory=territory)
        )
        partners.note(request, blog, since, getattr(answer, "data", None))
        return answer

    def _since(self) -> int:
        try:
            return changes.parse_cursor(self.asked["since"])
        except changes.BadCursor as error:
            refuse({"since": [str(error)]})
