"""What web processes and partners say of how far they have come. No verbs: readers see none of it.

Nothing here locks a live blog or waits for one: it is written beside what is going on, and what
cannot be written is written later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Sum
from django.utils import timezone

from liveblog import spread
from liveblog.models import (
    ApiToken,
    LiveBlog,
    PartnerCursor,
    Reach,
    ReaderCount,
    Revision,
    WebProcess,
)

LATELY = timedelta(minutes=1)
NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a process stands with one live blog; the fields are `models.Reach`'s."""

    blog_id: int
    version: int
    at: datetime
    readers: int = 0
    behind: int = 0


def report_process(*, name: str, readers: int, reached: Iterable[Reached]) -> None:
    """Store where one web process stands; what is not among `reached` it has nothing of."""
    process, _ = WebProcess.objects.update_or_create(
        name=name, defaults={"at": timezone.now(), "readers": readers}
    )
    rows = [
        Reach(
            process=process,
            blog_id=each.blog_id,
            version=each.version,
            reached_at=each.at,
            readers=each.readers,
            behind=each.behind,
        )
        for each in sorted(reached, key=lambda each: each.blog_id)
    ]
    fields = ["version", "reached_at", "readers", "behind"]
    Reach.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["process", "blog"], update_fields=fields
    )
    gone = Reach.objects.filter(process=process).exclude(blog__in=[row.blog_id for row in rows])
    if gone.exists():
        gone.delete()


def forget_process(*, name: str) -> None:
    """The process ends properly: nothing is open there any more."""
    WebProcess.objects.filter(name=name).delete()


def was_taken_back(versions: dict[int, int]) -> bool:
    """Whether anything was taken back or put right lately beyond these versions, by blog id."""
    since = timezone.now() - LATELY
    rows = Revision.objects.filter(blog__in=versions, verb__in=spread.VERBS, at__gte=since)
    found = rows.values_list("blog_id", "blog_version")
    return any(version > versions[blog_id] for blog_id, version in found)


def count_readers(*, now: datetime) -> None:
    """Note how many have each live blog open in this minute, and let go of what is old."""
    minute = now.replace(second=0, microsecond=0)
    rows = (
        Reach.objects.filter(process__at__gte=now - WebProcess.SILENT, readers__gt=0)
        .filter(blog__in=LiveBlog.objects.all())
        .values_list("blog")
        .annotate(total=Sum("readers"))
    )
    counts = [ReaderCount(blog_id=blog, minute=minute, readers=total) for blog, total in rows]
    if counts:
        ReaderCount.objects.bulk_create(counts, ignore_conflicts=True)
    for gone in (
        ReaderCount.objects.filter(minute__lt=now - ReaderCount.KEPT),
        WebProcess.objects.filter(at__lt=now - WebProcess.FORGOTTEN),
    ):
        if gone.exists():  # not every minute takes the write lock
            gone.delete()


def note_partner(
    *, token: ApiToken, blog: LiveBlog, since: int, version: int, states: Collection[str] = ()
) -> None:
    """Note what a token has asked and where its answer left it; `states` are the entries' there.

    Once a minute, and at once where the answer takes something back.
    """
    now = timezone.now()
    rows = PartnerCursor.objects.filter(token=token, blog=blog)
    noted = rows.first()
    fresh = noted is not None and noted.at > now - NOTED_EVERY
    if fresh and not {"withdrawn", "killed"} & set(states):
        return
    PartnerCursor.objects.update_or_create(
        token=token, blog=blog, defaults={"since": since, "version": version, "at": now}
    )
