"""Entry → HTML fragment, page, regions: the only producer of public markup.

Everything here is a function of rows and of nothing else: no request, no user, no clock. The
same fragment makes the first page, the delta and the preview.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from liveblog import apstyle, rights
from liveblog.models import Correction, Entry, EntryImage, LiveBlog
from liveblog.outlets import attribution_text, body_for
from liveblog.window import Chrome, Window

REGIONS = ("head", "status", "pinned", "key_events", "summary", "credit_line")
LATE = timedelta(minutes=30)  # published this long after its display time: the page says so


@dataclass(frozen=True, slots=True)
class Label:
    """A moment as readers see it: "9:34 p.m.", with the machine's form beside it."""

    text: str
    iso: str


def label(moment: Any, blog: LiveBlog) -> Label:
    """AP style in the blog's zone, naming the zone only in the hour that happens twice."""
    zone = blog.zone
    text = apstyle.time_label(moment, zone, with_zone=apstyle.is_ambiguous(moment, zone))
    return Label(text, moment.astimezone(zone).isoformat(timespec="seconds"))


def render_entry(entry: Entry, *, anchor: bool = True) -> SafeString:
    """The fragment of one public entry; without its anchor where it stands a second time."""
    return render_to_string("liveblog/_entry.html", entry_context(entry, anchor=anchor))


def entry_context(entry: Entry, *, anchor: bool = True) -> dict[str, Any]:
    """What `_entry.html` shows of an entry; its rows must have been fetched with content."""
    assert entry.display_at is not None
    blog = entry.blog
    day = entry.display_at.astimezone(blog.zone).date()
    body = body_for(entry, "page")
    images: list[EntryImage] = []
    if body.level == "whole":
        images = [image for image in entry.images.all() if image.asset.may_be_shown]
    return {
        "entry": entry,
        "anchor": anchor,
        "time": label(entry.display_at, blog),
        "day": day.isoformat(),
        "day_label": apstyle.day_label(day, blog.zone),
        "late": late_label(entry),
        "level": body.level,
        "body": mark_safe(body.html),  # noqa: S308  sanitised in body_for
        "images": images,
        "embeds": list(entry.embeds.all()),
        "attributions": [
            {"text": attribution_text(row), "row": row} for row in entry.attributions.all()
        ],
        "authors": [row.name for row in entry.entry_authors.all()],
        "corrections": [correction_context(row, blog) for row in entry.corrections.all()],
    }


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
    """When a back-dated entry was really added, or None if it came on time."""
    assert entry.display_at is not None
    assert entry.published_at is not None
    if entry.published_at - entry.display_at <= LATE:
        return None
    added = label(entry.published_at, entry.blog)
    zone = entry.blog.zone
    added_on = entry.published_at.astimezone(zone).date()
    if added_on == entry.display_at.astimezone(zone).date():
        return added
    return Label(f"{added.text}, {apstyle.date_label(added_on)}", added.iso)


def render_timeline(entries: list[Entry]) -> SafeString:
    """The entries newest first, with a heading for every day (hidden where there is but one)."""
    contexts = [(entry_context(entry), render_entry(entry)) for entry in entries]
    days = [
        {"day": day, "label": group[0][0]["day_label"], "entries": [html for _, html in group]}
        for day, rows in groupby(contexts, key=lambda pair: pair[0]["day"])
        if (group := list(rows))
    ]
    return render_to_string("liveblog/_timeline.html", {"days": days})


def render_regions(chrome: Chrome) -> dict[str, SafeString]:
    """Everything around the entries, by region."""
    context = chrome_context(chrome)
    return {name: render_to_string(f"liveblog/_{name}.html", context) for name in REGIONS}


def chrome_context(chrome: Chrome) -> dict[str, Any]:
    """What the region templates show."""
    blog = chrome.blog
    zone = blog.zone
    lead = blog.lead_image if blog.lead_image and blog.lead_image.may_be_shown else None
    return {
        "blog": blog,
        "lead": lead,
        "lead_caption": blog.lead_caption or (lead.caption if lead else ""),
        "all_times": apstyle.all_times_line(zone, blog.coverage_start.astimezone(zone).date()),
        "date": apstyle.day_label(blog.coverage_start, zone),
        "ended": label(blog.coverage_end, blog) if blog.coverage_end else None,
        "pinned": render_entry(chrome.pinned, anchor=False) if chrome.pinned else None,
        "key_events": [key_event_context(entry) for entry in chrome.key_events],
        "previous": neighbour_context(blog, "previous"),
        "next": neighbour_context(blog, "next"),
    }


def key_event_context(entry: Entry) -> dict[str, Any]:
    """One line of the key events list."""
    title = entry.key_event_title or entry.headline or rights.excerpt(_shown_text(entry), 14)
    return {
        "title": title,
        "time": label(entry.display_at, entry.blog),
        "number": entry.number,
        "url": entry.get_absolute_url(),
    }


def _shown_text(entry: Entry) -> str:
    return body_for(entry, "page").text


def neighbour_context(blog: LiveBlog, side: str) -> dict[str, Any] | None:
    """The previous or next day of the topic."""
    found = blog.neighbour(side)
    if found is None:
        return None
    zone = LiveBlog(timezone=found["timezone"]).zone
    day = found["coverage_start"].astimezone(zone).date()
    return {
        "url": LiveBlog(slug=found["slug"]).get_absolute_url(),
        "headline": found["headline"],
        "day": apstyle.short_date_label(day),
    }


def render_page(window: Window) -> str:
    """The live page, or one of its older pages, complete without JavaScript."""
    blog = window.blog
    regions = render_regions(window.chrome)
    return render_to_string(
        "liveblog/live_page.html",
        {
            "blog": blog,
            "regions": regions,
            "timeline": render_timeline(window.entries),
            "window": window,
            "following": blog.status == LiveBlog.Status.LIVE and window.before is None,
            "canonical": settings.SITE_URL + blog.get_absolute_url(),
            "description": blog.standfirst or blog.headline,
            "share_image": share_image(blog),
            "site_name": settings.SITE_NAME,
        },
    )


def share_image(blog: LiveBlog) -> str:
    """The absolute address of the lead picture, or nothing."""
    lead = blog.lead_image
    return settings.SITE_URL + lead.file.url if lead and lead.may_be_shown else ""


def render_entry_page(entry: Entry, chrome: Chrome) -> str:
    """One entry on a page of its own, with the blog it belongs to."""
    blog = entry.blog
    text = _shown_text(entry)
    return render_to_string(
        "liveblog/entry_page.html",
        {
            "blog": blog,
            "entry": entry,
            "fragment": render_entry(entry),
            "title": entry.headline or rights.excerpt(text, 14) or blog.headline,
            "description": rights.excerpt(text, 40) or blog.standfirst,
            "day": entry_context(entry)["day_label"],
            "all_times": chrome_context(chrome)["all_times"],
            "canonical": settings.SITE_URL + entry.get_absolute_url(),
            "share_image": share_image(blog),
            "site_name": settings.SITE_NAME,
        },
    )
