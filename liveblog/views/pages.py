"""The front page, a live blog, one entry, a topic."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import QueryDict

from liveblog import listing, render
from liveblog.changes import BadCursor, parse_cursor
from liveblog.models import Entry
from liveblog.views.answers import (
    BadQuery,
    Gone,
    answered,
    answered_by_content,
    blog_or_refuse,
    etag,
    follows_moves,
    public,
)
from liveblog.window import load_chrome, load_window

MAX_NUMBER = 2**31 - 1


@public
def front_page(request: HttpRequest) -> HttpResponse:
    """Live now, then recent, by topic."""
    return answered_by_content(request, render.render_front(listing.load_front()))


@public
@follows_moves
def live_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The page, or with `?before=<number>` an older one."""
    blog = blog_or_refuse(slug)
    before = _number(request.GET, "before")
    tag = etag(blog.version, f"b{before}" if before else "p")

    def make() -> str:
        try:
            return render.render_page(load_window(blog, before=before))
        except Entry.DoesNotExist:
            raise Http404 from None

    return answered(request, tag, make)


@public
@follows_moves
def entry_page(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """One entry with its context."""
    blog = blog_or_refuse(slug)
    if len(number) > 10 or number.startswith("0") or int(number) > MAX_NUMBER:
        raise Http404
    entries = Entry.objects.ever_public().with_content()
    entry = entries.filter(blog=blog, number=int(number)).first()
    if entry is None:
        raise Http404
    if entry.state != Entry.State.PUBLISHED:
        raise Gone
    entry.blog = blog

    def make() -> str:
        return render.render_entry_page(entry, load_chrome(blog))

    return answered(request, etag(blog.version, "e", entry.number), make)


@public
def topic_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Standing coverage, day by day."""
    found = listing.load_topic(slug, page=_number(request.GET, "page") or 1)
    if found is None:
        raise Http404
    return answered_by_content(request, render.render_topic(found))


def _number(query: QueryDict, name: str) -> int | None:
    """A whole number from 1 in the query, or None if it is not there."""
    text = query.get(name)
    if text is None:
        return None
    try:
        value = parse_cursor(text)
    except BadCursor:
        value = 0
    if not 1 <= value <= MAX_NUMBER:
        raise BadQuery(f"“{name}” must be the number of an update, such as 12.")
    return value
