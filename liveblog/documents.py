"""Entry and blog → dict for an outlet, rights applied: what API, feeds and webhooks serialise."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from liveblog import rights
from liveblog.models import Entry, LiveBlog, MediaAsset, Topic
from liveblog.outlets import attribution_text, body_for, original_of, title_from


def tombstone(entry: Entry) -> dict[str, Any]:
    """What remains of an entry that is gone, and the frame of every other."""
    return {
        "id": str(entry.public_id),
        "number": entry.number,
        "seq": entry.seq,
        "state": entry.state,
    }


def entry_document(entry: Entry, outlet: rights.Outlet, *, territory: str = "") -> dict[str, Any]:
    """An entry with the fixed names of the API. One that is gone is a tombstone.

    An entry the outlet may not have keeps its frame with an empty body and
    `rights: "withheld"`; it is never silently missing.
    """
    if entry.state != Entry.State.PUBLISHED:
        return tombstone(entry)
    body = body_for(entry, outlet, territory=territory)
    whole = body.level == "whole"
    original = original_of(entry)
    shown = body.level != "withheld"
    return {
        **tombstone(entry),
        "url": settings.SITE_URL + entry.get_absolute_url(),
        "headline": entry.headline if shown else "",
        "body_html": body.html,
        "body_text": body.text,
        "display_at": local(entry.display_at, entry.blog),
        "published_at": local(entry.published_at, entry.blog),
        "updated_at": local(entry.updated_at, entry.blog),
        "is_key_event": entry.is_key_event,
        "urgency": entry.urgency,
        "verification": entry.verification,
        "verification_changes": _verification_changes(entry),
        "tags": list(entry.tags) if shown else [],
        "authors": [{"name": row.name} for row in entry.entry_authors.all()],
        "images": _images(entry) if whole else [],
        "embeds": _embeds(entry) if whole else [],
        "attributions": _attributions(entry),
        "corrections": [
            {"kind": row.kind, "note": row.note, "at": local(row.at, entry.blog)}
            for row in entry.corrections.all()
            if shown
        ],
        "rights": body.level,
        "original_url": (original.url or None) if original else None,
    }


def title_of(document: dict[str, Any]) -> str:
    """What names an entry where something must; one without words goes by its number."""
    words = title_from(document["headline"], document["body_text"])
    return words or f"Update {document['number']}"


def credit_text(document: dict[str, Any]) -> str:
    """The sources an entry credits, in their order: "Northwire, The Coastal Press"."""
    return ", ".join(dict.fromkeys(row["source"]["name"] for row in document["attributions"]))


def blog_document(blog: LiveBlog, outlet: rights.Outlet) -> dict[str, Any]:
    """A live blog with the fixed names of the API."""
    pinned = blog.pinned_entry
    return {
        "id": str(blog.public_id),
        "slug": blog.slug,
        "url": settings.SITE_URL + blog.get_absolute_url(),
        "headline": blog.headline,
        "kicker": blog.kicker,
        "standfirst": blog.standfirst,
        "language": blog.language,
        "timezone": blog.timezone,
        "status": blog.status,
        "version": blog.version,
        "coverage_start": local(blog.coverage_start, blog),
        "coverage_end": local(blog.coverage_end, blog),
        "published_at": local(blog.published_at, blog),
        "updated_at": local(blog.updated_at, blog),
        "topic": topic_document(blog.topic) if blog.topic else None,
        "summary_points": list(blog.summary_points),
        "pinned_entry": {"id": str(pinned.public_id), "number": pinned.number} if pinned else None,
        "credit_line": blog.credit_line,
        "byline": blog.byline,
    }


def topic_document(topic: Topic) -> dict[str, Any]:
    """A topic as live blogs name it."""
    return {
        "slug": topic.slug,
        "name": topic.name,
        "url": settings.SITE_URL + topic.get_absolute_url(),
    }


def source_document(source: Any) -> dict[str, str]:
    """A source as attributions name it."""
    return {
        "slug": source.slug,
        "name": source.name,
        "short_name": source.short_name,
        "kind": source.kind,
    }


def local(moment: datetime | None, blog: LiveBlog) -> str | None:
    """RFC 3339 with the offset of the blog's zone."""
    if moment is None:
        return None
    there = moment.astimezone(blog.zone)
    offset = there.utcoffset()
    if offset and offset.seconds % 60:
        # Local mean time, before zones: RFC 3339 knows no seconds in an offset.
        there = moment.astimezone(UTC)
    return there.isoformat()


def _attributions(entry: Entry) -> list[dict[str, Any]]:
    return [
        {
            "source": source_document(row.source),
            "relation": row.relation,
            "via": source_document(row.via) if row.via else None,
            "text": attribution_text(row, entry.blog.language),
        }
        for row in entry.attributions.all()
    ]


def _verification_changes(entry: Entry) -> list[dict[str, Any]]:
    """Since it was published, earliest first: `{from, to, at}`."""
    return [
        {**change, "at": local(datetime.fromisoformat(change["at"]), entry.blog)}
        for change in entry.verification_changes
    ]


def _images(entry: Entry) -> list[dict[str, Any]]:
    return [
        {
            "url": settings.SITE_URL + image.asset.file.url,
            "width": image.asset.width,
            "height": image.asset.height,
            "alt": image.asset.alt,
            "caption": image.shown_caption,
            "credit": image.asset.credit,
            "renditions": _renditions(image.asset),
        }
        for image in entry.images.all()
        if image.asset.may_be_shown
    ]


def _renditions(asset: MediaAsset) -> list[dict[str, Any]]:
    """Narrower ones and other formats of the same picture, uncropped."""
    return [
        {
            "url": settings.SITE_URL + asset.url_of(row),
            "width": row["width"],
            "height": row["height"],
            "type": row["type"],
        }
        for row in asset.renditions
        if not row["card"]
    ]


def _embeds(entry: Entry) -> list[dict[str, Any]]:
    return [
        {
            "url": embed.url or None,
            "provider": embed.shown_provider,
            "title": embed.shown_title,
            "author": embed.shown_author,
            "text": embed.shown_text,
            "thumbnail": settings.SITE_URL + embed.thumbnail_url if embed.thumbnail_url else None,
        }
        for embed in entry.embeds.all()
    ]
