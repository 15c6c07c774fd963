"""A live blog's feeds: one question, three formats."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from liveblog.feeds import atom, json_feed, rss
from liveblog.feeds.content import Feed, feed_of
from liveblog.feeds.selection import block, newest
from liveblog.models import Entry
from liveblog.views.answers import (
    answered,
    answered_by_content,
    blog_or_refuse,
    etag,
    follows_moves,
    number_asked,
    public,
)

Writer = Callable[[Feed], str | bytes]

# What follows "feed." in the address → its media type and its writer.
KINDS: dict[str, tuple[str, Writer]] = {
    "atom": (atom.TYPE, atom.atom),
    "rss": (rss.TYPE, rss.rss),
    "json": (json_feed.TYPE, json_feed.json_feed),
}


@public
@follows_moves
def feed(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The newest 50 entries, or with `?before=<number>` the block of 50 numbers below it."""
    blog = blog_or_refuse(slug)
    media_type, write = KINDS[kind]
    before = number_asked(request.GET, "before")
    if before is None:
        tag = etag(blog.version, "f", kind)
        return answered(request, tag, lambda: write(feed_of(newest(blog))), media_type)
    try:
        found = block(blog, before)
    except Entry.DoesNotExist:
        raise Http404 from None
    # An archive does not move with the version: what stands in it validates it.
    return answered_by_content(request, write(feed_of(found)), media_type)
