"""A live blog's page, and the page of one entry."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from liveblog import apstyle, rights
from liveblog.models import Entry, LiveBlog
from liveblog.outlets import body_for, short_title
from liveblog.render.chrome import key_events_context, render_regions
from liveblog.render.entries import day_of, render_entry, render_timeline
from liveblog.render.markup import page
from liveblog.window import Chrome, Window

FEEDS = (
    ("atom+xml", "Atom", "atom"),
    ("rss+xml", "RSS", "rss"),
    ("feed+json", "JSON Feed", "json"),
)


def render_page(window: Window) -> str:
    """The live page, or one of its older pages, complete without JavaScript."""
    blog = window.blog
    return page(
        "live_page",
        {
            "blog": blog,
            "regions": render_regions(window.chrome),
            "timeline": render_timeline(window.entries),
            "window": window,
            "following": blog.status == LiveBlog.Status.LIVE and window.before is None,
            "title": blog.headline,
            "canonical": settings.SITE_URL + blog.get_absolute_url(),
            "description": description_of(blog),
            "share_type": "article",
            "feeds": feeds_of(blog),
            "share_image": share_image(blog),
        },
        language=blog.language,
    )


def render_entry_page(entry: Entry, chrome: Chrome) -> str:
    """One entry on a page of its own, with the blog it belongs to."""
    blog = entry.blog
    day = day_of(entry)
    return page(
        "entry_page",
        {
            "blog": blog,
            "entry": entry,
            "fragment": render_entry(entry),
            "title": short_title(entry, "page") or blog.headline,
            "description": rights.excerpt(body_for(entry, "page").text, 40) or description_of(blog),
            "share_type": "article",
            "feeds": feeds_of(blog),
            "day": day.isoformat(),
            "day_label": apstyle.day_label(day, blog.zone),
            "all_times": apstyle.all_times_line(blog.zone, day),
            "key_events": key_events_context(chrome.key_events),
            "canonical": settings.SITE_URL + entry.get_absolute_url(),
            "share_image": share_image(blog),
        },
        language=blog.language,
    )


def description_of(blog: LiveBlog) -> str:
    """What a search result or a shared link says of the blog, on one line."""
    return rights.excerpt(blog.standfirst, 50) or blog.headline


def feeds_of(blog: LiveBlog) -> list[dict[str, str]]:
    """The feeds a page names for programs, as `<link rel="alternate">`."""
    address = f"{blog.get_absolute_url()}feed."
    return [
        {"type": f"application/{kind}", "title": f"{blog.headline} ({name})", "url": address + last}
        for kind, name, last in FEEDS
    ]


def share_image(blog: LiveBlog) -> dict[str, Any] | None:
    """The lead picture as a shared link shows it, with its absolute address."""
    lead = blog.lead_image
    if lead is None or not lead.may_be_shown:
        return None
    url = settings.SITE_URL + lead.file.url
    return {"url": url, "width": lead.width, "height": lead.height, "alt": lead.alt}
