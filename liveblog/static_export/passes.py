"""Which live blogs have moved since they were written, and one pass over them."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator

from django.conf import settings
from django.db import Error
from django.db.models import Case, Exists, OuterRef, Value, When

from liveblog.models import LiveBlog, StaticExportCursor
from liveblog.models.live_blog import LiveBlogQuerySet
from liveblog.static_export.blog import BlogPass
from liveblog.static_export.site import put_lists, put_static, take_killed_pictures
from liveblog.static_export.tree import Tree

log = logging.getLogger(__name__)


class Snapshot:
    """The site in one directory. `failed` are the slugs that could not be written."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.failed: list[str] = []
        self._release_written = ""

    def waiting(self) -> LiveBlogQuerySet:
        """Live blogs of which something else stands there: those in coverage first."""
        written = StaticExportCursor.objects.filter(
            target=self.tree.name,
            release=settings.RELEASE,
            blog=OuterRef("pk"),
            delivered_version=OuterRef("version"),
        )
        first = Case(When(status=LiveBlog.Status.LIVE, then=Value(0)), default=Value(1))
        return (
            LiveBlog.objects.ever_public().filter(~Exists(written)).order_by(first, "-updated_at")
        )

    def blog_steps(self, blog_id: int) -> Iterator[None]:
        """Write one live blog. What goes wrong with it is logged and keeps no other from its turn.

        Raises `django.db.Error` when the database is away.
        """
        blog = LiveBlog.objects.get(pk=blog_id)
        try:
            yield from BlogPass(self.tree, blog, self._since(blog)).steps()
        except (Error, OSError) as error:
            if getattr(error, "errno", None) != errno.ENAMETOOLONG:
                raise  # nothing that another live blog would not meet as well
            log.warning("the live blog %s has too long an address for a file", blog.slug)
            self.failed.append(blog.slug)
            return
        except Exception:
            log.exception("the live blog %s could not be exported", blog.slug)
            self.failed.append(blog.slug)
            return
        # The version read before anything was rendered: what has moved since is written again.
        StaticExportCursor.objects.update_or_create(
            target=self.tree.name,
            blog=blog,
            defaults={"delivered_version": blog.version, "release": settings.RELEASE},
        )

    def site_steps(self) -> Iterator[None]:
        """Write what belongs to no one live blog."""
        take_killed_pictures(self.tree)
        yield from put_lists(self.tree)
        if self._release_written != settings.RELEASE:
            yield from put_static(self.tree)
            self._release_written = settings.RELEASE

    def steps(self) -> Iterator[None]:
        """Everything that has moved, and the site around it."""
        self.failed.clear()
        for blog_id in list(self.waiting().values_list("pk", flat=True)):
            yield from self.blog_steps(blog_id)
        yield from self.site_steps()

    def _since(self, blog: LiveBlog) -> int | None:
        """From where the files of a blog can be brought on; None if all must be written."""
        rows = StaticExportCursor.objects.filter(target=self.tree.name, release=settings.RELEASE)
        since = rows.filter(blog=blog).values_list("delivered_version", flat=True).first()
        if since is None or not max(blog.chrome_seq, blog.reset_below) <= since <= blog.version:
            return None
        return since
