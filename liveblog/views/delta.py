"""The reader's delta: what an open page asks for when it polls."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from liveblog.changes import BadCursor, parse_cursor, reader_delta, to_json
from liveblog.models import LiveBlog
from liveblog.views.answers import CACHE, answered, etag, follows_moves
from liveblog.window import find_moved


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """`changes?since=<version>`: 200 with a delta, 304, or an error in one JSON sentence."""
    try:
        response = _delta(request, slug)
    except BadCursor as error:
        response = refusal(400, str(error))
    except Http404:
        response = refusal(404, "There is no such live blog.")
    response.setdefault("Cache-Control", CACHE)
    return response


@follows_moves
def _delta(request: HttpRequest, slug: str) -> HttpResponse:
    since = parse_cursor(request.GET.get("since"))
    blog = find_moved(slug, since)
    if blog is None:
        raise Http404
    if blog.status == LiveBlog.Status.WITHDRAWN:
        return refusal(410, "This live blog is no longer available.")
    tag = etag(blog.version, "d", since)
    return answered(
        request, tag, lambda: to_json(reader_delta(blog, since)), content_type="application/json"
    )


def refusal(status: int, detail: str) -> HttpResponse:
    """An error for a program, in one sentence."""
    return HttpResponse(
        to_json({"status": status, "detail": detail}),
        status=status,
        content_type="application/problem+json",
    )
