"""The front page, a live blog, one entry, a topic."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from liveblog import listing, render
from liveblog.models import Entry
from liveblog.views.answers import (
    MAX_NUMBER,
    Gone,
    answered,
    answered_by_content,
    blog_or_refuse,
    etag,
    follows_moves,
    number_asked,
    public,
)
from liveblog.views.older import older_page
from liveblog.window import load_chrome, load_window


@public
def front_page(request: HttpRequest) -> HttpResponse:
    """Live now, then recent, by topic."""
    return answered_by_content(request, render.render_front(listing.load_front()))


@public
@follows_moves
def live_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The page, or with `?before=<number>` an older one."""
    blog = blog_or_refuse(slug)
    before = number_asked(request.GET, "before")
    if before is not None:
        return older_page(request, blog, before)
    tag = etag(blog.version, "p")
    return answered(request, tag, lambda: render.render_page(load_window(blog)))


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
    found = listing.load_topic(slug, page=number_asked(request.GET, "page") or 1)
    if found is None:
        raise Http404
    return answered_by_content(request, render.render_topic(found))
