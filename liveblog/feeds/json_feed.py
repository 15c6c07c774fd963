"""JSON Feed 1.1. What it has no name for stands in `_liveblog`."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings

from liveblog.documents import credit_text
from liveblog.feeds.content import PUB_STATUS, Feed, Item

TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"
MIME_TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


def json_feed(feed: Feed) -> bytes:
    """The document."""
    blog, older = feed.blog, feed.selection.older
    document = {
        "version": VERSION,
        "title": blog["headline"],
        "home_page_url": blog["url"],
        "feed_url": feed.own_address("json"),
        "next_url": feed.address("json", older) if older else None,
        "description": blog["standfirst"],
        "language": blog["language"],
        "authors": [{"name": feed.author, "url": f"{settings.SITE_URL}/"}],
        # "Finished", which JSON Feed can only say by being there. Corrections still come.
        "expired": _is_over(feed) or None,
        "items": [_item(item) for item in feed.items],
        "_liveblog": _extension(feed),
    }
    return orjson.dumps(_stated(document))


def _is_over(feed: Feed) -> bool:
    return not feed.is_archive and feed.blog["status"] in ("ended", "archived")


def _extension(feed: Feed) -> dict[str, Any]:
    names = ("version", "status", "coverage_start", "coverage_end", "credit_line", "topic")
    more = {} if feed.is_archive else {name: feed.blog[name] for name in names}
    more["tombstones"] = [
        {
            "id": gone.id,
            "number": gone.number,
            "pub_status": PUB_STATUS[gone.state],
            "when": gone.when,
        }
        for gone in feed.gone
    ]
    return {"id": feed.id} | more


def _item(item: Item) -> dict[str, Any]:
    document = item.document
    images = document["images"]
    return _stated(
        {
            "id": item.id,
            "url": document["url"],
            "title": document["headline"],
            "content_html": item.html,
            "content_text": document["body_text"],
            "image": images[0]["url"] if images else None,
            "date_published": document["published_at"],
            "date_modified": document["updated_at"],
            "authors": document["authors"],
            "tags": item.categories,
            "attachments": [_attachment(image) for image in images],
            "_liveblog": _item_extension(document),
        }
    )


def _item_extension(document: dict[str, Any]) -> dict[str, Any]:
    """Everything the API says of an entry that JSON Feed has no name for."""
    names = (
        "number",
        "display_at",
        "urgency",
        "verification",
        "verification_changes",
        "rights",
        "embeds",
    )
    corrections = document["corrections"]
    return _stated(
        {
            "version": document["seq"],
            "pub_status": "usable",
            "attribution": [_attribution(row) for row in document["attributions"]],
            "credit_line": credit_text(document),
            "correction": corrections[-1] if corrections else None,
        }
        | {name: document[name] for name in names}
    )


def _attribution(row: dict[str, Any]) -> dict[str, Any]:
    via = row["via"]
    return _stated(
        {
            "agency": row["source"]["slug"],
            "name": row["source"]["name"],
            "verb": row["relation"],
            "via": via["name"] if via else None,
            "text": row["text"],
        }
    )


def _attachment(image: dict[str, Any]) -> dict[str, str]:
    extension = image["url"].rpartition(".")[2].lower()
    mime_type = MIME_TYPES.get(extension, "application/octet-stream")
    return {"url": image["url"], "mime_type": mime_type, "title": image["alt"]}


def _stated(document: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: JSON Feed has no null, and an empty title is none."""
    kept = ("items", "tombstones")
    return {k: v for k, v in document.items() if k in kept or v not in (None, "", [])}
