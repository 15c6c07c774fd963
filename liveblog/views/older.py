"""Older pages: valid for as long as what they show stays as it is, however much comes on top."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import quote_etag

from liveblog import render
from liveblog.models import Entry, LiveBlog
from liveblog.views.answers import answered
from liveblog.window import Marks, load_marks, load_window, marks_of

# What of a live blog no older page shows. Whatever is not named here counts: a field that is
# forgotten costs a rendering, not a reader's correction.
NOT_SHOWN = frozenset(
    {
        *("version", "chrome_seq", "updated_at", "last_number", "public_entries"),
        *("desk_version", "desk_reset_below", "revision"),
        *("pinned_entry_id", "summary_points"),
    }
)


def older_page(request: HttpRequest, blog: LiveBlog, before: int) -> HttpResponse:
    """The page below an entry or a tombstone: 304 without reading what its entries show.

    Whoever has to be sent the page gets it under a tag of what was read for it.
    """
    try:
        if "If-None-Match" in request.headers:
            known = answered(request, tag(blog, before, load_marks(blog, before)), str)
            if known.status_code != 200:
                return known
        window = load_window(blog, before=before)
    except Entry.DoesNotExist:
        raise Http404 from None
    return answered(
        request, tag(blog, before, marks_of(window)), lambda: render.render_page(window)
    )


def tag(blog: LiveBlog, before: int, marks: Marks) -> str:
    """A validator of everything an older page is made of, and of the release that renders it."""
    made_of = repr((before, marks, surroundings(blog), settings.RELEASE))
    return quote_etag(hashlib.sha256(made_of.encode()).hexdigest()[:32])


def surroundings(blog: LiveBlog) -> list[Any]:
    """What stands around the entries; `blog` comes with its joins and its neighbours."""
    own = [pair for pair in fields(blog) if pair[0] not in NOT_SHOWN]
    joined = [fields(row) for row in (blog.topic, blog.lead_image) if row is not None]
    return [own, joined, [blog.neighbour(side) for side in ("previous", "next")]]


def fields(row: Model) -> list[tuple[str, str]]:
    """Every column of a row with its value, for comparison."""
    columns = row._meta.concrete_fields
    return [(column.attname, repr(column.value_from_object(row))) for column in columns]
