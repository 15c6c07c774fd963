"""Entries: those of a live blog, and one by its id."""

from __future__ import annotations

import uuid
from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from liveblog import documents
from liveblog.api import caching, filters, lookups, schema
from liveblog.api.fields import WholeNumber
from liveblog.api.outlet import outlet_of
from liveblog.api.pages import Keyset, page, paging
from liveblog.api.query import described
from liveblog.api.views.base import PublicView, listed
from liveblog.models import Entry, LiveBlog
from liveblog.models.entry import CONTENT_JOINS
from liveblog.window import with_blog, with_rows

MAX_NUMBER = 2**31 - 1
BY_NUMBER = Keyset(
    columns=("number",),
    descending=True,
    name=lambda entry: entry.number,
    place=lambda number: (number,),
)
LIST = filters.parameters(filters.EntryFilter) | paging(
    before=WholeNumber(minimum=1, maximum=MAX_NUMBER, help_text="Only numbers below this one."),
    after=WholeNumber(minimum=1, maximum=MAX_NUMBER, help_text="Only numbers above this one."),
)


class BlogEntries(PublicView):
    """For browsing. To keep a copy, follow `changes/`.

    Filters by content find published entries only; of one taken down nothing is searched.
    """

    asks = LIST

    @extend_schema(
        operation_id="blog_entries",
        summary="The entries of a live blog, newest number first",
        parameters=[*described(LIST), schema.SLUG],
        responses=schema.answers(schema.EntryPage, 308, 400, 404, 410),
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        blog = lookups.live_blog(request, slug)
        tag = caching.blog_tag(request, blog, self.asked)
        return self.once_per(tag, lambda: self._page(request, blog))

    def _page(self, request: Request, blog: LiveBlog) -> dict[str, Any]:
        outlet, territory = outlet_of(request)
        # Up to the last number given when the blog was read: so the page is of the version its
        # ETag names, and SQLite walks the index of numbers instead of sorting every entry.
        rows = Entry.objects.ever_public().filter(blog=blog, number__lte=blog.last_number)
        rows = rows.select_related(*CONTENT_JOINS)
        chosen = filters.EntryFilter(request.GET, rows, request=request).qs
        found = page(request, chosen, BY_NUMBER, self.asked)
        with_rows(with_blog(blog, found.rows))
        return listed(found, lambda row: documents.entry_document(row, outlet, territory=territory))


class EntryDetail(PublicView):
    """An entry that has been taken down answers 410 with its tombstone."""

    @extend_schema(
        operation_id="entry",
        summary="One entry",
        parameters=[schema.ID],
        responses=schema.answers(schema.Entry, 404, 410),
    )
    def get(self, request: Request, public_id: uuid.UUID) -> HttpResponseBase:
        entry = lookups.entry(public_id)
        outlet, territory = outlet_of(request)
        return self.once_per(
            caching.entry_tag(request, entry),
            lambda: documents.entry_document(entry, outlet, territory=territory),
        )
