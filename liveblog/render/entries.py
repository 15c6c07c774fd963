"""One entry → its fragment; many → the timeline."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django.utils.safestring import SafeString

from liveblog import apstyle
from liveblog.frames import frame_of
from liveblog.models import Correction, Embed, Entry, EntryImage, LiveBlog
from liveblog.outlets import attribution_text, body_for, original_of
from liveblog.render.markup import Label, dated, fragment, label, trusted
from liveblog.render.pictures import IN_ENTRY, picture_context
from liveblog.render.store import STORE, key_of
from liveblog.render.verification import turn_of

LATE = timedelta(minutes=30)  # published this long after its display time: the page says so


def render_entry(entry: Entry, *, anchor: bool = True, pinned: bool = False) -> SafeString:
    """The fragment of one entry; without an anchor where it stands a second time, or not yet."""
    return fragment("_entry", entry_context(entry, anchor=anchor, pinned=pinned))


def public_fragment(entry: Entry) -> SafeString:
    """The fragment of an entry as it was just read among the public ones: rendered once.

    Never for a preview, whose entry may hold what nobody has saved.
    """
    key = key_of(entry)
    return (
        render_entry(entry) if key is None else STORE.get_or_make(key, lambda: render_entry(entry))
    )


def entry_context(entry: Entry, *, anchor: bool = True, pinned: bool = False) -> dict[str, Any]:
    """What `_entry.html` shows of an entry; its rows must have been fetched with content."""
    assert entry.display_at is not None
    blog = entry.blog
    day = day_of(entry)
    body = body_for(entry, "page")
    whole, shown = body.level == "whole", body.level != "withheld"
    images = [row for row in entry.images.all() if row.asset.may_be_shown]
    return {
        "entry": entry,
        "anchor": anchor,
        "pinned": pinned,
        # Never ahead of the blog it was rendered with: an entry that moved while the page was
        # being read comes again with the next delta, and a page takes only what is newer.
        "seq": min(entry.seq, blog.version),
        "time": label(entry.display_at, blog),
        "day": day.isoformat(),
        "day_label": apstyle.day_label(day, blog.zone),
        "short_day": apstyle.short_date_label(day),
        "late": late_label(entry),
        "turn": turn_of(entry),
        "level": body.level,
        "original": original_of(entry),
        "title": title_of(entry) if shown else "",
        "body": trusted(body.html),
        "images": [image_context(row) for row in images] if whole else [],
        "embeds": [embed_context(row) for row in entry.embeds.all()] if whole else [],
        "attributions": attribution_lines(entry),
        "authors": [row.name for row in entry.entry_authors.all()],
        "tags": entry.tags if shown else [],
        "corrections": [correction_context(row, blog) for row in entry.corrections.all() if shown],
    }


def image_context(image: EntryImage) -> dict[str, Any]:
    """A picture in an entry: `{picture, caption, credit}`."""
    return {
        "picture": picture_context(image.asset, IN_ENTRY),
        "caption": image.shown_caption,
        "credit": image.asset.credit,
    }


def title_of(entry: Entry) -> str:
    """What stands above the text: the headline, or else the key event's title."""
    return entry.headline or (entry.key_event_title if entry.is_key_event else "")


def day_of(entry: Entry) -> date:
    """The day an entry stands under, in its blog's zone."""
    assert entry.display_at is not None
    return entry.display_at.astimezone(entry.blog.zone).date()


def attribution_lines(entry: Entry) -> list[str]:
    """The credits standing on their own: "According to Reuters", "As told to Reuters"."""
    language = entry.blog.language
    return [attribution_text(row, language, alone=True) for row in entry.attributions.all()]


def embed_context(embed: Embed) -> dict[str, Any]:
    """A link card, and the frame a reader may load instead: in our own markup only."""
    frame = frame_of(embed.url)
    known = embed.shown_provider or (frame.provider if frame else "")
    return {
        "embed": embed,
        "provider": known or host_of(embed.url),
        "frame": frame,
        "picture": embed.card if embed.thumbnail_url else None,
    }


def host_of(url: str) -> str:
    """ "example.org", or nothing where an address cannot be read."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def correction_context(correction: Correction, blog: LiveBlog) -> dict[str, Any]:
    """A public note with the day and time at which the error was put right."""
    day = apstyle.date_label(correction.at.astimezone(blog.zone).date())
    return {
        "kind": correction.get_kind_display(),
        "note": correction.note,
        "time": label(correction.at, blog),
        "day": day,
    }


def late_label(entry: Entry) -> Label | None:
    """When a back-dated entry was really added, or None if it came on time.

    What happened before the coverage opened could not be on time: there the opening counts.
    """
    assert entry.display_at is not None
    assert entry.published_at is not None
    opened = entry.blog.published_at or entry.display_at
    if entry.published_at - max(entry.display_at, opened) <= LATE:
        return None
    return dated(entry.published_at, entry.blog, entry.display_at)


def render_timeline(entries: list[Entry], *, public: bool = False) -> SafeString:
    """The entries newest first, with a heading for every day (hidden where there is but one)."""
    shown = public_fragment if public else render_entry
    days = [
        {
            "day": day.isoformat(),
            "label": apstyle.day_label(day, rows[0].blog.zone),
            "entries": [shown(entry) for entry in rows],
        }
        for day, group in groupby(entries, key=day_of)
        if (rows := list(group))
    ]
    return fragment("_timeline", {"days": days})
