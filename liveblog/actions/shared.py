"""Edits of shared rows: they reach every live blog that shows them.

The edit and its `SharedEdit` row are one transaction. The blogs follow, one transaction each in
ascending id: at once when they are few, by the worker when they are many.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from liveblog.actions import leases
from liveblog.actions.actors import SYSTEM, Actor, user_of
from liveblog.actions.change import Change, changing
from liveblog.actions.wire_expiring import settle_rights
from liveblog.actions.wire_rows import led_by, using
from liveblog.actions.wire_settling import settle
from liveblog.models import Entry, LiveBlog, Role, SharedEdit

AT_ONCE = 20  # blogs an editor waits for; beyond that the worker goes on
# A blog takes milliseconds. Whoever dies in the middle of a kill must not keep the others waiting.
TERM = timedelta(seconds=5)
FIRST_RETRY = timedelta(seconds=2)  # doubled with every failure, up to LAST_RETRY
LAST_RETRY = timedelta(minutes=10)

log = logging.getLogger(__name__)


def neighbours_of(blog: LiveBlog) -> set[int]:
    """Ids of the public blogs whose previous or next link leads to `blog`."""
    if blog.topic_id is None or blog.pk is None:
        return set()
    siblings = LiveBlog.objects.public().filter(topic=blog.topic_id).exclude(pk=blog.pk)
    start = blog.coverage_start
    earlier = siblings.filter(
        Q(coverage_start__lt=start) | Q(coverage_start=start, pk__lt=blog.pk)
    ).order_by("-coverage_start", "-pk")
    later = siblings.filter(
        Q(coverage_start__gt=start) | Q(coverage_start=start, pk__gt=blog.pk)
    ).order_by("coverage_start", "pk")
    found = (rows.values_list("pk", flat=True).first() for rows in (earlier, later))
    return {pk for pk in found if pk is not None}


def announce(user: Actor, blog_ids: Iterable[int]) -> list[int]:
    """Record that the chrome of these blogs shows something that changed. Returns row ids."""
    return [record(user, SharedEdit.Kind.BLOG, pk) for pk in sorted(blog_ids)]


def record(user: Actor, kind: str, object_id: int) -> int:
    """Record one shared edit inside the transaction that makes it."""
    row = SharedEdit.objects.create(
        kind=kind, object_id=object_id, user=user_of(user), next_attempt_at=timezone.now()
    )
    return row.pk


def finish(edit_ids: Iterable[int], *, blogs: int = AT_ONCE) -> None:
    """Touch dependent blogs now, up to `blogs` of them an edit; the worker does the rest."""
    for edit_id in edit_ids:
        run(edit_id, blogs=blogs)


def next_attempt() -> datetime | None:
    """When the next shared edit wants to be carried on; None if none is open."""
    return leases.next_attempt(_open())


def open_edits(*, now: datetime | None = None, limit: int = 50) -> list[int]:
    """Ids of shared edits that are due and not leased by anybody."""
    return leases.due(_open(), now=now, limit=limit)


def _open() -> QuerySet[SharedEdit]:
    return SharedEdit.objects.filter(finished_at__isnull=True)


def run(edit_id: int, *, blogs: int | None = None) -> bool:
    """Carry one shared edit on from its cursor. Returns whether it is finished.

    Claimed by a compare-and-set lease, so any number of workers may try; touching a blog twice
    costs a version and does no other harm. What fails is kept in the row and tried again later:
    the edit itself is committed, and whoever made it need not see the failure.
    """
    lease = leases.claim(_open(), edit_id, term=TERM)
    if lease is None:
        return False
    try:
        done = _carry_on(edit_id, lease, blogs)
    except Exception as error:
        log.exception("shared edit %s could not be carried on", edit_id)
        _postpone(edit_id, lease, error)
        return False
    _release(edit_id, lease, done=done)
    return done


def _carry_on(edit_id: int, lease: str, blogs: int | None) -> bool:
    edit = SharedEdit.objects.get(pk=edit_id)
    waiting = dependents(edit.kind, edit.object_id, after=edit.touched_through)
    batch = waiting if blogs is None else waiting[:blogs]
    for blog_id in batch:
        touch_blog(blog_id, edit.kind, edit.object_id)
        if not _advance(edit_id, lease, blog_id):
            return False  # The lease ran out and somebody else goes on.
    return len(batch) == len(waiting)


def _advance(edit_id: int, lease: str, blog_id: int) -> bool:
    """Move the cursor; what came this far has not failed."""
    rows = SharedEdit.objects.filter(pk=edit_id, lease=lease)
    leased_until = timezone.now() + TERM
    return bool(
        rows.update(touched_through=blog_id, leased_until=leased_until, attempts=0, error="")
    )


def _release(edit_id: int, lease: str, *, done: bool) -> None:
    now = timezone.now()
    SharedEdit.objects.filter(pk=edit_id, lease=lease).update(
        lease="", leased_until=None, finished_at=now if done else None, next_attempt_at=now
    )


def _postpone(edit_id: int, lease: str, error: Exception) -> None:
    """Give the row back with what went wrong, to be tried again after a growing pause."""
    rows = SharedEdit.objects.filter(pk=edit_id, lease=lease)
    attempts = (rows.values_list("attempts", flat=True).first() or 0) + 1
    rows.update(
        lease="",
        leased_until=None,
        attempts=attempts,
        next_attempt_at=timezone.now() + pause_after(attempts),
        error=f"{type(error).__name__}: {error}"[:500],
    )


def pause_after(attempts: int) -> timedelta:
    """How long a row rests after failing `attempts` times in a row."""
    return min(FIRST_RETRY * (1 << min(attempts - 1, 20)), LAST_RETRY)


def dependents(kind: str, object_id: int, *, after: int = 0) -> list[int]:
    """Ids of the blogs that show a shared row, ascending, beyond the cursor `after`."""
    if kind == SharedEdit.Kind.WIRE:
        return _using(object_id, after)
    if kind == SharedEdit.Kind.BLOG:
        blogs = LiveBlog.objects.filter(pk=object_id)
    elif kind == SharedEdit.Kind.TOPIC:
        blogs = LiveBlog.objects.filter(topic=object_id)
    else:
        shown = entries_showing(kind, object_id)
        blogs = LiveBlog.objects.filter(
            Q(pk__in=shown.values("blog")) | _chrome_showing(kind, object_id)
        )
    return list(
        blogs.filter(pk__gt=after, published_at__isnull=False)
        .order_by("pk")
        .distinct()
        .values_list("pk", flat=True)
    )


def _using(chain_id: int, after: int) -> list[int]:
    """Also what is not public yet: a draft of killed copy is killed."""
    used = Entry.objects.filter(using(chain_id), blog_id__gt=after)
    led = led_by(chain_id).filter(pk__gt=after)
    found = set(used.order_by().values_list("blog_id", flat=True).distinct())
    return sorted(found | set(led.values_list("pk", flat=True)))


def entries_showing(kind: str, object_id: int) -> QuerySet[Entry]:
    """Published entries whose markup or documents depend on a shared row."""
    published = Entry.objects.filter(state=Entry.State.PUBLISHED)
    match kind:
        case SharedEdit.Kind.SOURCE:
            # The credit of a picture or the rights of copy hang on other rows. What has run out
            # names the agency to go to.
            expired = Q(rights_expired_at__isnull=False, built_from__chain__source=object_id)
            return published.filter(
                Q(attributions__source=object_id) | Q(attributions__via=object_id) | expired
            )
        case SharedEdit.Kind.RIGHTS:
            return published.filter(built_from__chain__source=object_id)
        case SharedEdit.Kind.MEDIA:
            return published.filter(images__asset=object_id)
        case SharedEdit.Kind.EMBED:
            return published.filter(embeds__card=object_id)
    return published.none()


def _chrome_showing(kind: str, object_id: int) -> Q:
    match kind:
        case SharedEdit.Kind.SOURCE:
            return Q(credit_counts__source=object_id, credit_counts__entries__gt=0)
        case SharedEdit.Kind.MEDIA:
            return Q(lead_image=object_id)
    return Q(pk__in=[])


def touch_blog(blog_id: int, kind: str, object_id: int) -> None:
    """Give everything in one blog that shows the row a new place in its sequence."""
    chains = [object_id] if kind == SharedEdit.Kind.WIRE else []
    with changing(SYSTEM, blog_id, Role.EDITOR, chains=chains) as change:
        if kind == SharedEdit.Kind.WIRE:
            settle(change, object_id)
        else:
            _touch(change, kind, object_id)


def _touch(change: Change, kind: str, object_id: int) -> None:
    blog = change.blog
    shown = entries_showing(kind, object_id).filter(blog=blog)
    rows = Entry.objects.select_for_update(of=("self",)).filter(pk__in=shown.values("pk"))
    for entry in rows.order_by("number"):
        entry.blog = blog
        change.remember(entry)
        if kind != SharedEdit.Kind.RIGHTS or not settle_rights(change, entry, change.now):
            change.touch(entry)
    if kind in (SharedEdit.Kind.BLOG, SharedEdit.Kind.TOPIC):
        change.chrome()
    elif LiveBlog.objects.filter(_chrome_showing(kind, object_id), pk=blog.pk).exists():
        change.refresh_credit_line()
        if kind == SharedEdit.Kind.MEDIA:
            change.chrome()
