"""What a site offers search engines: every live blog and topic, and what is news now.

Entries are not listed: they are parts of their live blog's page (`liveBlogUpdate`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from lxml import etree
from lxml.builder import ElementMaker

from liveblog.feeds.content import readable
from liveblog.models import LiveBlog, Topic
from liveblog.models.live_blog import LiveBlogQuerySet

SIZE = 1000  # addresses in one document; also the most a news sitemap may hold
NEWS_WINDOW = timedelta(days=2)

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_make = ElementMaker(namespace=SITEMAP, nsmap={None: SITEMAP})
_make_with_news = ElementMaker(namespace=SITEMAP, nsmap={None: SITEMAP, "news": NEWS})
_news = ElementMaker(namespace=NEWS, nsmap={"news": NEWS})


@dataclass(frozen=True, slots=True)
class Address:
    """One line of a sitemap; `changed` is the last public change, if there is one to tell."""

    path: str
    changed: datetime | None = None


def sitemap() -> bytes:
    """All addresses, or an index of documents where they are more than one may hold."""
    topics, blogs = _topics().count(), LiveBlog.objects.public().count()
    total = 1 + topics + blogs
    if total <= SIZE:
        return _urlset(_addresses(0, SIZE, topics))
    pages = range(1, (total - 1) // SIZE + 2)
    return _written(
        _make.sitemapindex(*[_make.sitemap(_loc(f"/sitemap.xml?page={n}")) for n in pages])
    )


def sitemap_page(page: int) -> bytes | None:
    """One document of the index, counted from 1; None past the end."""
    start = (page - 1) * SIZE
    found = _addresses(start, start + SIZE, _topics().count())
    return _urlset(found) if found else None


def news_sitemap(now: datetime) -> bytes:
    """Live blogs opened in the last two days, newest first.

    This looks at the clock, for it says what is news; whether a live blog is public it does not
    decide.
    """
    blogs = (
        LiveBlog.objects.public()
        .filter(published_at__gt=now - NEWS_WINDOW, published_at__lte=now)
        .order_by("-published_at", "-pk")[:SIZE]
    )
    return _written(_make_with_news.urlset(*[_news_url(blog) for blog in blogs]))


def _topics() -> QuerySet[Topic]:
    """Topics with a public live blog."""
    return Topic.objects.filter(Exists(_days_of_topic())).order_by("pk")


def _days_of_topic() -> LiveBlogQuerySet:
    return LiveBlog.objects.public().filter(topic=OuterRef("pk"))


def _addresses(start: int, stop: int, topics: int) -> list[Address]:
    """Part of the one list: the front page, the topics, the live blogs; oldest first."""
    front = [Address("/")] if start == 0 else []
    first, last = max(start - 1, 0), stop - 1
    rows = LiveBlog.objects.public().only("slug", "updated_at").order_by("pk")
    blogs = rows[max(first - topics, 0) : max(last - topics, 0)]
    named = _topic_addresses(first, last) if first < topics else []
    return [*front, *named, *(Address(row.get_absolute_url(), row.updated_at) for row in blogs)]


def _topic_addresses(start: int, stop: int) -> list[Address]:
    """Topics with the last change of their newest day: the index by topic finds that at once, and
    it is what a topic's page leads with."""
    newest = _days_of_topic().order_by("-coverage_start", "-pk").values("updated_at")[:1]
    rows = _topics().annotate(changed=Subquery(newest))[start:stop]
    return [Address(row.get_absolute_url(), row.changed) for row in rows]


def _urlset(addresses: list[Address]) -> bytes:
    return _written(_make.urlset(*[_url(address) for address in addresses]))


def _url(address: Address) -> etree._Element:
    changed = [_make.lastmod(_stamp(address.changed))] if address.changed else []
    return _make.url(_loc(address.path), *changed)


def _news_url(blog: LiveBlog) -> etree._Element:
    assert blog.published_at is not None
    assert blog.updated_at is not None
    publication = _news.publication(
        _news.name(readable(settings.SITE_NAME)), _news.language(blog.language)
    )
    return _make_with_news.url(
        _loc(blog.get_absolute_url()),
        _make.lastmod(_stamp(blog.updated_at.astimezone(blog.zone))),
        _news.news(
            publication,
            _news.publication_date(_stamp(blog.published_at.astimezone(blog.zone))),
            _news.title(readable(blog.headline)),
        ),
    )


def _loc(path: str) -> etree._Element:
    return _make.loc(settings.SITE_URL + path)


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _written(root: etree._Element) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")
