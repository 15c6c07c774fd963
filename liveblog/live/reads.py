"""What the hub asks the database; every function here runs in a thread of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote
from uuid import UUID

from django.db.models import Count, Sum

from liveblog.changes import reader_delta
from liveblog.live.messages import Message, encode
from liveblog.live.refusals import GONE, NOT_FOUND, Refusal, moved
from liveblog.models import LiveBlog
from liveblog.window import find_moved, former_address

# Which live blog, and its version: in a database that was replaced, another may have the number.
Edition = tuple[UUID, int]
GONE_VERSION = -1

SLUG = re.compile(r"[-\w]{1,160}")


@dataclass(frozen=True, slots=True)
class Found:
    """A public live blog, as it stood when it was looked for."""

    blog_id: int
    slug: str
    version: int
    public_id: UUID

    @property
    def edition(self) -> Edition:
        return self.public_id, self.version


class State(NamedTuple):
    """What a look sees of a watched live blog."""

    version: int
    slug: str
    status: str
    public_id: UUID

    @property
    def edition(self) -> Edition:
        """With `GONE_VERSION` where it is public no more."""
        gone = self.status == LiveBlog.Status.WITHDRAWN
        return self.public_id, GONE_VERSION if gone else self.version


def find(slug: str) -> Found | Refusal:
    """The live blog whose stream is at `slug`, or why there is none."""
    if not SLUG.fullmatch(slug):
        return NOT_FOUND
    blog = LiveBlog.objects.ever_public().filter(slug=slug).first()
    if blog is None:
        present = former_address(slug)
        return moved(f"/live/{quote(present)}/events") if present else NOT_FOUND
    if blog.status == LiveBlog.Status.WITHDRAWN:
        return GONE
    return Found(blog.pk, blog.slug, blog.version, blog.public_id)


def states(blog_ids: list[int]) -> dict[int, State]:
    """All watched live blogs in one query."""
    rows = LiveBlog.objects.ever_public().filter(pk__in=blog_ids)
    return {
        pk: State(version, slug, status, public_id)
        for pk, version, slug, status, public_id in rows.values_list(
            "pk", "version", "slug", "status", "public_id"
        )
    }


def site_mark() -> tuple[int, int]:
    """What no public change anywhere leaves as it was: how many live blogs, all their versions."""
    found = LiveBlog.objects.ever_public().aggregate(blogs=Count("pk"), versions=Sum("version"))
    return found["blogs"], found["versions"] or 0


def delta(blog_id: int, slug: str, since: int) -> Message | None:
    """What moved after `since`, as bytes; None if the slug has just gone to another blog."""
    blog = find_moved(slug, since)
    if blog is None or blog.pk != blog_id:
        return None
    return encode(reader_delta(blog, since))
