"""What programs ask of the whole site: sitemaps and robots.txt."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from liveblog.feeds import sitemaps
from liveblog.views.answers import answered_by_content, number_asked, public

XML = "application/xml"

# Where editors work, what only programs ask for, and streams that never end.
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /accounts/
Disallow: /api/
Disallow: /preview/
Disallow: /search
Disallow: /live/*/changes
Disallow: /live/*/events

Sitemap: {site}/sitemap.xml
Sitemap: {site}/news-sitemap.xml
"""


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address, or an index of `?page=` documents where they are many."""
    page = number_asked(request.GET, "page")
    content = sitemaps.sitemap() if page is None else sitemaps.sitemap_page(page)
    if content is None:
        raise Http404
    return answered_by_content(request, content, XML)


@public
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """Live blogs opened in the last two days."""
    return answered_by_content(request, sitemaps.news_sitemap(timezone.now()), XML)


@public
def robots(request: HttpRequest) -> HttpResponse:
    """Where crawlers have nothing to look for, and where the lists are."""
    return answered_by_content(request, ROBOTS.format(site=settings.SITE_URL), "text/plain")
