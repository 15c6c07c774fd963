"""After a restored backup: what was given out since the backup must never be given out again."""

from __future__ import annotations

from django.db import transaction

from liveblog import security_log
from liveblog.actions.actors import SYSTEM
from liveblog.actions.errors import Invalid
from liveblog.actions.wake import wake_on_commit
from liveblog.models import LiveBlog

BY = 1_000_000  # versions; far more than a live blog moves between two backups
NUMBERS = 1_000  # of entries; addresses stay short
MOST = 10**12


def raise_versions(*, by: int = BY, numbers: int = NUMBERS, resume: bool = False) -> int:
    """Move every live blog past all that was public since the backup. Returns how many moved.

    One transaction a blog, ascending. Done twice it costs numbers and harms nobody; `resume`
    skips blogs that were raised and have not changed since, to go on after a crash.
    """
    if not 1 <= by <= MOST or not 0 <= numbers <= 1_000_000:
        raise Invalid({"by": [f"Versions are raised by 1 to {MOST}, numbers by up to 1,000,000."]})
    moved = 0
    for blog_id in LiveBlog.objects.order_by("pk").values_list("pk", flat=True):
        moved += _raise(blog_id, by, numbers, resume=resume)
    security_log.event("site.versions_raised", user=SYSTEM, by=by, blogs=moved)
    return moved


@transaction.atomic
def _raise(blog_id: int, by: int, numbers: int, *, resume: bool) -> bool:
    """Not through `Change`: nothing was updated, so no page may say that it was just now."""
    blog = LiveBlog.objects.select_for_update().get(pk=blog_id)
    if resume and blog.reset_below and blog.version == blog.reset_below:
        return False
    # A blog that was planned at the time of the backup may have been public since: it too.
    blog.version += by
    blog.desk_version += by
    blog.last_number += numbers
    blog.reset_below, blog.desk_reset_below = blog.version, blog.desk_version
    blog.save(
        update_fields=["version", "desk_version", "last_number", "reset_below", "desk_reset_below"]
    )
    wake_on_commit(blog.pk, blog.version)
    return True
