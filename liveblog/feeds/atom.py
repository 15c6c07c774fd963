"""Atom (RFC 4287) with tombstones (RFC 6721) and archives (RFC 5005)."""

from __future__ import annotations

from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from liveblog.feeds.content import Feed, Item

TYPE = "application/atom+xml"
HISTORY = "http://purl.org/syndication/history/1.0"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


def atom(feed: Feed) -> str:
    """The document."""
    blog = feed.blog
    written = AtomFeed(
        title=blog["headline"],
        link=blog["url"],
        description="",
        subtitle=blog["standfirst"] or None,
        language=blog["language"],
        author_name=feed.author,
        feed_url=feed.own_address("atom"),
        feed_guid=feed.id,
        feed_copyright=feed.rights,
        content=feed,
    )
    for item in feed.items:
        _add(written, item)
    return written.writeString("utf-8")


def _add(written: AtomFeed, item: Item) -> None:
    document = item.document
    authors = [author["name"] for author in document["authors"]]
    written.add_item(
        title=item.title,
        link=document["url"],
        description="",
        author_name=authors[0] if authors else None,
        unique_id=item.id,
        pubdate=item.published,
        updateddate=item.updated,
        categories=item.categories,
        item=item,
        further_authors=authors[1:],
    )


class AtomFeed(Atom1Feed):
    """Django's writer, with what it leaves out. `feed["content"]` is the `Feed`."""

    def root_attributes(self) -> dict[str, Any]:
        spaces = {"xmlns:at": TOMBSTONES, "xmlns:fh": HISTORY}
        return super().root_attributes() | spaces

    def latest_post_date(self) -> Any:
        return self.feed["content"].updated

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        content: Feed = self.feed["content"]
        if topic := content.blog["topic"]:
            handler.addQuickElement("category", "", _topic_category(topic))
        handler.addQuickElement("generator", "Newsroom")
        if content.is_archive:
            _link(handler, "current", content.address("atom"))
            handler.addQuickElement("fh:archive")
        if content.selection.archive is not None:
            _link(handler, "prev-archive", content.address("atom", content.selection.archive))

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        for gone in self.feed["content"].gone:
            attributes = {"ref": gone.id, "when": gone.when}
            handler.addQuickElement("at:deleted-entry", None, attributes)
        super().write_items(handler)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        # The text is the content; Django would write it as a summary.
        super().add_item_elements(handler, item | {"description": None})
        entry: Item = item["item"]
        for name in item["further_authors"]:
            _person(handler, "author", name)
        for source in entry.sources:
            _person(handler, "contributor", source["name"], source["url"])
        for url in dict.fromkeys(source["url"] for source in entry.sources if source["url"]):
            _link(handler, "via", url, "")
        for image in entry.document["images"]:
            _link(handler, "enclosure", image["url"], "", title=image["alt"])
        handler.addQuickElement("content", entry.html, {"type": "html"})


def _topic_category(topic: dict[str, str]) -> dict[str, str]:
    scheme = topic["url"].removesuffix("/").rpartition("/")[0] + "/"
    return {"term": topic["slug"], "label": topic["name"], "scheme": scheme}


def _link(handler: SimplerXMLGenerator, rel: str, href: str, kind: str = TYPE, **more: str) -> None:
    attributes = {"rel": rel, "href": href} | ({"type": kind} if kind else {}) | more
    handler.addQuickElement("link", "", attributes)


def _person(handler: SimplerXMLGenerator, element: str, name: str, uri: str = "") -> None:
    handler.startElement(element, AttributesImpl({}))
    handler.addQuickElement("name", name)
    if uri:
        handler.addQuickElement("uri", uri)
    handler.endElement(element)
