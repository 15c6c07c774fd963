"""A live blog's page, and the page of one entry."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings

from liveblog import apstyle, rights
from liveblog.models import Entry, LiveBlog
from liveblog.outlets import body_for
from liveblog.render.chrome import key_events_context, render_regions, short_title
from liveblog.render.entries import day_of, render_entry, render_timeline
from liveblog.render.markup import default_share_image, full_label, page
from liveblog.render.pictures import shared_picture
from liveblog.render.structured import structured_entry, structured_page
from liveblog.window import Chrome, Window

FEEDS = (
    ("atom+xml", "Atom", "atom"),
    ("rss+xml", "RSS", "rss"),
    ("feed+json", "JSON Feed", "json"),
)


def render_page(window: Window) -> str:
    """The live page, or one of its older pages, complete without JavaScript."""
    blog = window.blog
    address = blog.get_absolute_url()
    description = description_of(blog)
    image = share_image(blog) or default_share_image()
    return page(
        "live_page",
        shared_by_pages(blog)
        | body_of_page(window, public=True)
        | {
            "following": blog.status == LiveBlog.Status.LIVE and window.before is None,
            "title": title_of_page(window),
            "canonical": settings.SITE_URL + older_address(address, window.before),
            "newer_page": address if window.before else None,
            "older_page": older_address(address, window.older) if window.older else None,
            "description": description,
            "published": iso(blog.published_at, blog),
            "modified": iso(window.updated_at, blog),
            "share_image": image,
            "structured": structured_page(window, description, image),
        },
        language=blog.language,
    )


def render_preview(window: Window, until: datetime | None = None) -> str:
    """The same page before it is public: it says so, follows nothing and names no address.

    `until` is when the link ends through which it is seen, if it is seen through one.
    """
    blog = window.blog
    context = body_of_page(window) | {
        "blog": blog,
        "following": False,
        "title": blog.headline,
        "until": full_label(until, blog) if until else None,
    }
    return page("preview_page", context, language=blog.language)


def body_of_page(window: Window, *, public: bool = False) -> dict[str, Any]:
    """What stands on the page itself."""
    return {
        "regions": render_regions(window.chrome),
        "timeline": render_timeline(window.entries, public=public),
        "window": window,
    }


def render_entry_page(entry: Entry, chrome: Chrome) -> str:
    """One entry on a page of its own, with the blog it belongs to."""
    blog = entry.blog
    day = day_of(entry)
    image = share_image(blog) or default_share_image()
    return page(
        "entry_page",
        shared_by_pages(blog)
        | {
            "entry": entry,
            "fragment": render_entry(entry),
            "title": short_title(entry) or blog.headline,
            "description": rights.excerpt(body_for(entry, "page").text, 40) or description_of(blog),
            "day": day.isoformat(),
            "day_label": apstyle.day_label(day, blog.zone),
            "all_times": apstyle.all_times_line(blog.zone, day),
            "key_events": key_events_context(chrome.key_events),
            "canonical": settings.SITE_URL + entry.get_absolute_url(),
            "published": iso(entry.published_at, blog),
            "modified": iso(entry.updated_at, blog),
            "share_image": image,
            "structured": structured_entry(entry, image),
        },
        language=blog.language,
    )


def shared_by_pages(blog: LiveBlog) -> dict[str, Any]:
    """What the live page and an entry's page both say of the blog."""
    return {"blog": blog, "share_type": "article", "feeds": feeds_of(blog)}


def title_of_page(window: Window) -> str:
    """The headline; an older page is told from the others by where it begins."""
    headline = window.blog.headline
    return f"{headline}: before update {window.before}" if window.before else headline


def older_address(address: str, before: int | None) -> str:
    """The address of the page `before` an entry, or of the live page itself."""
    return f"{address}?before={before}" if before else address


def iso(moment: datetime | None, blog: LiveBlog) -> str:
    """A moment as Open Graph takes it, with the offset of the blog's zone."""
    return moment.astimezone(blog.zone).isoformat(timespec="seconds") if moment else ""


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
    shown = shared_picture(lead)
    return shown | {"url": settings.SITE_URL + shown["url"]}
