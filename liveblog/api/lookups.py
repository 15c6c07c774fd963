"""Finding what an address names, or saying why it cannot be had: 404, 410 or 308.

What was never public answers exactly like what never existed (SR-02).
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.reverse import reverse

from liveblog.api.problems import Gone, Moved
from liveblog.documents import tombstone
from liveblog.models import Entry, LiveBlog, Source, Topic
from liveblog.window import former_address

WITHDRAWN = "This live blog has been withdrawn."
TAKEN_DOWN = "This entry has been taken down."


def public_blogs() -> QuerySet[LiveBlog]:
    """Public blogs with all that their documents show."""
    return LiveBlog.objects.public().select_related("topic", "pinned_entry")


def live_blog(request: Request, slug: str) -> LiveBlog:
    """The public blog with this slug. One query."""
    rows = LiveBlog.objects.ever_public().select_related("topic", "pinned_entry")
    blog = rows.filter(slug=slug).first()
    if blog is None:
        present = former_address(slug)
        raise Moved(_moved(request, present)) if present else NotFound()
    if not blog.is_public:
        raise Gone(WITHDRAWN)
    return blog


def _moved(request: Request, slug: str) -> str:
    """The address asked for, with the blog's present slug and the same query."""
    match = request.resolver_match
    assert match is not None
    query = request.GET.urlencode()
    return reverse(match.view_name, kwargs=match.kwargs | {"slug": slug}) + (query and f"?{query}")


def entry(public_id: uuid.UUID) -> Entry:
    """The published entry with this id, with its rows."""
    rows = Entry.objects.ever_public().with_content().select_related("blog")
    found = rows.filter(public_id=public_id).first()
    if found is None:
        withdrawn = LiveBlog.objects.ever_public().filter(
            status=LiveBlog.Status.WITHDRAWN,
            entries__public_id=public_id,
            entries__number__isnull=False,
        )
        raise Gone(WITHDRAWN) if withdrawn.exists() else NotFound()
    if found.state != Entry.State.PUBLISHED:
        raise Gone(TAKEN_DOWN, entry=tombstone(found))
    return found


def public_sources() -> QuerySet[Source]:
    """Sources that something public credits: the others would tell what is being worked on."""
    public = Entry.objects.public()
    credited = public.filter(attributions__source=OuterRef("pk"))
    quoted = public.filter(attributions__via=OuterRef("pk"))
    return Source.objects.filter(Exists(credited) | Exists(quoted))


def public_topics() -> QuerySet[Topic]:
    """Topics with a public blog; one that is still being prepared is nobody's business."""
    blogs = LiveBlog.objects.public().filter(topic=OuterRef("pk"))
    return Topic.objects.filter(Exists(blogs))


def only(rows: QuerySet[Any], slug: str) -> Any:
    """The row with this slug, or 404."""
    row = rows.filter(slug=slug).first()
    if row is None:
        raise NotFound
    return row
