"""Everything around the entries, by region."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from liveblog import apstyle
from liveblog.models import Entry, LiveBlog
from liveblog.outlets import body_for, title_from
from liveblog.render.entries import day_of, render_entry
from liveblog.render.markup import dated, fragment, label
from liveblog.render.pictures import AS_LEAD, picture_context
from liveblog.window import Chrome

REGIONS = ("head", "status", "pinned", "key_events", "summary", "credit_line")


def render_regions(chrome: Chrome) -> dict[str, SafeString]:
    """The inner markup of every region; one with nothing to say is an empty string."""
    context = chrome_context(chrome)
    return {name: fragment(f"_{name}", context) for name in REGIONS}


def chrome_context(chrome: Chrome) -> dict[str, Any]:
    """What the region templates show."""
    blog = chrome.blog
    zone = blog.zone
    day = blog.coverage_start.astimezone(zone).date()
    lead = blog.lead_image if blog.lead_image and blog.lead_image.may_be_shown else None
    ended = dated(blog.coverage_end, blog, blog.coverage_start) if blog.coverage_end else None
    return {
        "blog": blog,
        "lead": lead,
        "lead_picture": picture_context(lead, AS_LEAD) if lead else None,
        "lead_caption": lead_caption(blog),
        "all_times": apstyle.all_times_line(zone, day),
        "date": apstyle.day_label(day, zone),
        "date_iso": day.isoformat(),
        "ended": ended,
        "pinned": render_entry(chrome.pinned, anchor=False, pinned=True) if chrome.pinned else None,
        "key_events": key_events_context(chrome.key_events),
        "previous": neighbour_context(blog, "previous"),
        "next": neighbour_context(blog, "next"),
    }


def key_events_context(entries: list[Entry]) -> list[dict[str, Any]]:
    """The key events, newest first; each names its day if they are not all of one day."""
    several = len({day_of(entry) for entry in entries}) > 1
    return [key_event_context(entry, with_day=several) for entry in entries]


def lead_caption(blog: LiveBlog) -> str:
    """The lead picture's caption. An imported page has one without its picture, and it is shown;
    the caption of a picture that may not be shown is not."""
    lead = blog.lead_image
    if lead is None:
        return blog.lead_caption
    return (blog.lead_caption or lead.caption) if lead.may_be_shown else ""


def key_event_context(entry: Entry, *, with_day: bool) -> dict[str, Any]:
    """One line of the key events list."""
    assert entry.display_at is not None
    return {
        "title": event_title(entry) or short_title(entry) or f"Update {entry.number}",
        "time": label(entry.display_at, entry.blog),
        "day": apstyle.short_date_label(day_of(entry)) if with_day else "",
        "number": entry.number,
        "url": entry.get_absolute_url(),
    }


def event_title(entry: Entry) -> str:
    """How the list names it, which may be in the words of copy that is withheld by now."""
    return entry.key_event_title if entry.rights_for("page").level != "withheld" else ""


def short_title(entry: Entry) -> str:
    """The headline or the first words, as far as the page may carry them."""
    body = body_for(entry, "page")
    return title_from(entry.headline if body.level != "withheld" else "", body.text)


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
