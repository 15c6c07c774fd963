"""What a team sees of what it writes: private documents, in any state."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from liveblog import actions
from liveblog.api.writing import blog_fields_out, fields_out
from liveblog.models import Entry, LiveBlog, MediaAsset, WorkingCopy


def entry_document(entry: Entry) -> dict[str, Any]:
    """An entry as its team edits it: private, in any state."""
    return {
        "id": str(entry.public_id),
        "blog": entry.blog.slug,
        "state": entry.state,
        "number": entry.number,
        "revision": entry.revision,
        "scheduled_for": entry.scheduled_for.isoformat() if entry.scheduled_for else None,
        "alert": entry.alert,
        "fields": fields_out(actions.fields_of(entry)),
    }


def blog_document(blog: LiveBlog) -> dict[str, Any]:
    """A live blog as its team edits it: private, planned and withdrawn ones too."""
    pinned = blog.pinned_entry
    return {
        "id": str(blog.public_id),
        "slug": blog.slug,
        "team": blog.team.slug,
        "status": blog.status,
        "version": blog.version,
        "revision": blog.revision,
        "pinned_entry": str(pinned.public_id) if pinned else None,
        "fields": blog_fields_out(actions.blog_fields_of(blog)),
    }


def copy_document(copy: WorkingCopy) -> dict[str, Any]:
    """The unpublished edits of a published entry."""
    return {
        "entry": str(copy.entry.public_id),
        "based_on": copy.based_on,
        "revision": copy.revision,
        "user": copy.user.get_username() if copy.user else None,
        "fields": fields_out(copy.fields),
    }


def picture_document(asset: MediaAsset) -> dict[str, Any]:
    """A picture as its team describes it; of a killed one no address is told."""
    killed = asset.killed_at
    return {
        "id": str(asset.public_id),
        "team": asset.team.slug,
        "revision": asset.revision,
        "killed_at": killed.isoformat() if killed else None,
        "url": None if killed else settings.SITE_URL + asset.file.url,
        "width": asset.width,
        "height": asset.height,
        "credit": asset.credit,
        "alt": asset.alt,
        "caption": asset.caption,
        "focus": str(asset.focus),
    }
