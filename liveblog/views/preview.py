"""A live blog for whoever was given the link, until it ends or is revoked (SR-06)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from liveblog import actions, render
from liveblog.previews import find_any_blog, load_preview
from liveblog.views.answers import error_page

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",  # the link is the key: no other site learns it
}


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The page; one and the same 404 for a link that ended, was revoked or never was."""
    link = actions.link_behind(token)
    blog = find_any_blog(link.blog_id) if link else None
    if link is None or blog is None:
        response = error_page(404)
    else:
        window = load_preview(blog, timezone.now())
        response = HttpResponse(render.render_preview(window, until=link.expires_at))
    for name, value in HEADERS.items():
        response[name] = value
    return response
