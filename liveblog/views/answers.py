"""What public answers have in common: how they are cached, found, moved and refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.request import QueryDict
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from liveblog import render
from liveblog.changes import BadCursor, parse_cursor
from liveblog.models import LiveBlog
from liveblog.window import find_blog, former_address

# Browsers and CDNs ask again within a second; a kill is gone that soon (DESIGN §4).
CACHE = "public, max-age=0, s-maxage=1"
MAX_NUMBER = 2**31 - 1

View = Callable[..., HttpResponse]


class Gone(Exception):
    """What was public and is no longer."""


class BadQuery(Exception):
    """A query that cannot be answered; the message is one plain sentence."""


def public(view: View) -> View:
    """GET and HEAD only, the same answer for everyone, errors in plain words."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = error_page(404)
        except Gone:
            response = error_page(410)
        except BadQuery as error:
            response = error_page(400, str(error))
        response.setdefault("Cache-Control", CACHE)
        return response

    return require_safe(wrapped)


def error_page(status: int, detail: str = "") -> HttpResponse:
    """One page for every reason behind a status: what was never public leaves no trace (SR-02)."""
    return HttpResponse(render.render_error(status, detail), status=status)


def etag(*parts: object) -> str:
    """A validator made of what the answer depends on, and of the release that rendered it."""
    return quote_etag("-".join(str(part) for part in (*parts, settings.RELEASE)))


def answered(
    request: HttpRequest, tag: str, make: Callable[[], str | bytes], content_type: str = "text/html"
) -> HttpResponse:
    """304 if the caller has it already, else what `make` returns under that validator."""
    known = get_conditional_response(request, tag)
    if known is not None:
        known["ETag"] = tag  # RFC 9110, 15.4.5: caches renew by it what they hold
        return known
    response = HttpResponse(make(), content_type=f"{content_type}; charset=utf-8")
    response["ETag"] = tag
    return response


def answered_by_content(
    request: HttpRequest, body: str | bytes, content_type: str = "text/html"
) -> HttpResponse:
    """For what has no version of its own: pages of many blogs, archives of one."""
    content = body.encode() if isinstance(body, str) else body
    digest = hashlib.sha256(content).hexdigest()[:32]
    return answered(request, quote_etag(digest), lambda: content, content_type)


def number_asked(query: QueryDict, name: str) -> int | None:
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


def blog_or_refuse(slug: str) -> LiveBlog:
    """The public blog at `slug`; 404 if there never was one, 410 if it is withdrawn."""
    blog = find_blog(slug)
    if blog is None:
        raise Http404
    if blog.status == LiveBlog.Status.WITHDRAWN:
        raise Gone
    return blog


def moved(request: HttpRequest, slug: str) -> HttpResponse | None:
    """A redirect to the present address of a blog that once had `slug`, or None."""
    present = former_address(slug)
    if present is None:
        return None
    path = request.get_full_path().replace(f"/live/{quote(slug)}/", f"/live/{quote(present)}/", 1)
    return HttpResponsePermanentRedirect(path)


def follows_moves(view: View) -> View:
    """Redirect former addresses where the present view finds nothing."""

    @wraps(view)
    def wrapped(request: HttpRequest, slug: str, **kwargs: object) -> HttpResponse:
        try:
            return view(request, slug, **kwargs)
        except Http404:
            redirect = moved(request, slug)
            if redirect is None:
                raise
            return redirect

    return wrapped
