"""Lists of live blogs for readers: the front page, and a topic day by day. Bounded reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from liveblog.models import Entry, LiveBlog, Topic
from liveblog.models.entry import CONTENT_JOINS

MAX_LIVE = 20
MAX_RECENT = 60
PER_TOPIC = 5  # recent blogs of one topic on the front page; the topic's own page has the rest
PAGE_SIZE = 30


@dataclass(slots=True)
class LiveNow:
    """A blog in live coverage with its newest public entry, if it has one yet."""

    blog: LiveBlog
    latest: Entry | None = None


@dataclass(slots=True)
class Group:
    """Recent blogs of one topic, newest first; `topic` is None for those of no topic."""

    topic: Topic | None
    blogs: list[LiveBlog] = field(default_factory=list)


@dataclass(slots=True)
class Front:
    """The front page. Groups stand in the order of their newest blog."""

    live: list[LiveNow]
    recent: list[Group]


@dataclass(slots=True)
class TopicDays:
    """One page of a topic's blogs, newest first; `page` counts from 1."""

    topic: Topic
    blogs: list[LiveBlog]
    page: int
    older: bool


def load_front() -> Front:
    """Live now, last updated first; then recent by topic. Three queries.

    Archived blogs are no longer recent.
    """
    live = list(
        LiveBlog.objects.public()
        .filter(status=LiveBlog.Status.LIVE)
        .select_related("topic", "lead_image")
        .annotate(latest_id=_latest_entry())
        .order_by("-updated_at", "-pk")[:MAX_LIVE]
    )
    recent = (
        LiveBlog.objects.public()
        .filter(status=LiveBlog.Status.ENDED)
        .select_related("topic")
        .order_by("-coverage_start", "-pk")[:MAX_RECENT]
    )
    return Front(_with_latest(live), _by_topic(list(recent)))


def load_topic(slug: str, *, page: int = 1) -> TopicDays | None:
    """A page of a topic's public blogs; None for an unknown topic or a page with nothing on it."""
    topic = Topic.objects.filter(slug=slug).first()
    if topic is None:
        return None
    start = (page - 1) * PAGE_SIZE
    rows = LiveBlog.objects.public().filter(topic=topic).order_by("-coverage_start", "-pk")
    blogs = list(rows[start : start + PAGE_SIZE + 1])
    if not blogs:
        return None
    return TopicDays(topic, blogs[:PAGE_SIZE], page, older=len(blogs) > PAGE_SIZE)


def _latest_entry() -> Subquery:
    rows = Entry.objects.public().filter(blog=OuterRef("pk")).newest_first()
    return Subquery(rows.values("pk")[:1])


def _with_latest(blogs: list[LiveBlog]) -> list[LiveNow]:
    ids = [getattr(blog, "latest_id", None) for blog in blogs]
    found = Entry.objects.public().select_related(*CONTENT_JOINS).in_bulk([pk for pk in ids if pk])
    shown = []
    for blog, pk in zip(blogs, ids, strict=True):
        latest = found.get(pk) if pk else None
        if latest is not None:
            latest.blog = blog
        shown.append(LiveNow(blog, latest))
    return shown


def _by_topic(blogs: list[LiveBlog]) -> list[Group]:
    groups: dict[int | None, Group] = {}
    for blog in blogs:
        group = groups.setdefault(blog.topic_id, Group(blog.topic))
        if len(group.blogs) < PER_TOPIC:
            group.blogs.append(blog)
    return list(groups.values())
