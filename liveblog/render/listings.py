"""The front page and a topic's page: lists of live blogs."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from liveblog import apstyle, rights
from liveblog.listing import Front, LiveNow, TopicDays
from liveblog.models import Entry, LiveBlog, Topic
from liveblog.outlets import body_for
from liveblog.render.markup import direction, full_label, page
from liveblog.render.pictures import ON_CARD, picture_context

TEASER_WORDS = 28


def render_front(front: Front) -> str:
    """Live now, then recent, by topic."""
    return page(
        "front_page",
        {
            "live": [live_context(shown) for shown in front.live],
            "recent": [
                {"topic": group.topic, "blogs": [blog_context(blog) for blog in group.blogs]}
                for group in front.recent
            ],
            "title": settings.SITE_NAME,
            "description": f"Live coverage from {settings.SITE_NAME}.",
            "canonical": f"{settings.SITE_URL}/",
        },
    )


def render_topic(found: TopicDays) -> str:
    """Standing coverage, day by day, newest first."""
    topic = found.topic
    return page(
        "topic_page",
        {
            "topic": topic,
            "blogs": [blog_context(blog) for blog in found.blogs],
            "page": found.page,
            "newer": found.page - 1,
            "older": found.page + 1 if found.older else None,
            "newer_page": topic_address(topic, found.page - 1) if found.page > 1 else None,
            "older_page": topic_address(topic, found.page + 1) if found.older else None,
            "title": topic.name if found.page == 1 else f"{topic.name}, page {found.page}",
            "description": rights.excerpt(topic.description, 50) or f"All coverage: {topic.name}.",
            "canonical": settings.SITE_URL + topic_address(topic, found.page),
        },
    )


def topic_address(topic: Topic, page: int) -> str:
    """The address of one page of a topic; the first has no number."""
    address = topic.get_absolute_url()
    return address if page == 1 else f"{address}?page={page}"


def blog_context(blog: LiveBlog) -> dict[str, Any]:
    """One live blog in a list."""
    day = blog.coverage_start.astimezone(blog.zone).date()
    return {
        "blog": blog,
        "url": blog.get_absolute_url(),
        "date": apstyle.date_label(day),
        "date_iso": day.isoformat(),
        "live": blog.status == LiveBlog.Status.LIVE,
        "updates": blog.public_entries,
        "direction": direction(blog.language),
    }


def live_context(shown: LiveNow) -> dict[str, Any]:
    """A blog in live coverage, with the first words of its newest entry."""
    blog = shown.blog
    lead = blog.lead_image
    return blog_context(blog) | {
        "topic": blog.topic,
        "lead": picture_context(lead, ON_CARD, card=True) if lead and lead.may_be_shown else None,
        "latest": latest_context(shown.latest) if shown.latest else None,
    }


def latest_context(entry: Entry) -> dict[str, Any]:
    """When the newest entry is from and how it begins; an embed alone has no words."""
    assert entry.display_at is not None
    body = body_for(entry, "page")
    headline = entry.headline if body.level != "withheld" else ""
    text = headline or rights.excerpt(body.text, TEASER_WORDS)
    return {"text": text, "time": full_label(entry.display_at, entry.blog), "number": entry.number}
