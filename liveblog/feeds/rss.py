"""RSS 2.0. It cannot say that an item is gone: a killed entry is simply no longer in it."""

from __future__ import annotations

from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.utils.xmlutils import SimplerXMLGenerator

from liveblog.feeds.atom import HISTORY
from liveblog.feeds.content import Feed

TYPE = "application/rss+xml"
TTL = 1  # minutes, the least RSS can say


def rss(feed: Feed) -> str:
    """The document."""
    blog = feed.blog
    written = RssFeed(
        title=blog["headline"],
        link=blog["url"],
        description=blog["standfirst"] or blog["headline"],
        language=blog["language"],
        feed_url=feed.own_address("rss"),
        feed_copyright=feed.rights,
        ttl=TTL,
        content=feed,
    )
    for item in feed.items:
        written.add_item(
            title=item.title,
            link=item.document["url"],
            description=item.html,
            author_name=", ".join(author["name"] for author in item.document["authors"]) or None,
            unique_id=item.id,
            unique_id_is_permalink=False,
            pubdate=item.published,
            categories=item.categories,
        )
    return written.writeString("utf-8")


class RssFeed(Rss201rev2Feed):
    """Django's writer, with archives (RFC 5005). `feed["content"]` is the `Feed`."""

    def rss_attributes(self) -> dict[str, str]:
        spaces = {"xmlns:fh": HISTORY, "xmlns:dc": "http://purl.org/dc/elements/1.1/"}
        return super().rss_attributes() | spaces

    def latest_post_date(self) -> Any:
        return self.feed["content"].updated

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        content: Feed = self.feed["content"]
        if topic := content.blog["topic"]:
            handler.addQuickElement("category", topic["name"])
        handler.addQuickElement("pubDate", rfc2822_date(content.updated))
        handler.addQuickElement("generator", "Newsroom")
        handler.addQuickElement("docs", "https://www.rssboard.org/rss-specification")
        if content.selection.archive is not None:
            _link(handler, "prev-archive", content.address("rss", content.selection.archive))
        if content.is_archive:
            _link(handler, "current", content.address("rss"))
            handler.addQuickElement("fh:archive")


def _link(handler: SimplerXMLGenerator, rel: str, href: str) -> None:
    handler.addQuickElement("atom:link", None, {"rel": rel, "href": href, "type": TYPE})
