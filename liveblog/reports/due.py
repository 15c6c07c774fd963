"""What is due: by which time something of a live blog goes out, ends, or may be used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet

from liveblog.models import Entry, LiveBlog, PreviewLink, RightsProfile

State = Entry.State
Row = TypeVar("Row", bound=Model)
SCHEDULED, EMBARGO, RIGHTS, COVERAGE, PREVIEW = (
    "scheduled", "embargo", "rights", "coverage", "preview",
)  # fmt: skip
KINDS = {
    SCHEDULED: "Goes out",
    EMBARGO: "Embargo lifts",
    RIGHTS: "Rights run out",
    COVERAGE: "Coverage starts",
    PREVIEW: "Preview link ends",
}


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with its time. `entry` is the update it is about, if it is about one alone."""

    at: datetime
    kind: str
    blog: LiveBlog
    words: str
    entry: Entry | None = None

    @property
    def what(self) -> str:
        return KINDS[self.kind]

    @property
    def day(self) -> date:
        """In the live blog's own zone."""
        return self.at.astimezone(self.blog.zone).date()


@dataclass(frozen=True, slots=True)
class Ahead:
    """From `since`, before `until`, of `blogs`; at most `limit` rows of each kind are read."""

    blogs: QuerySet[LiveBlog]
    since: datetime
    until: datetime
    limit: int

    def all(self) -> list[Due]:
        """Everything that is due then, the earliest first.

        A schedule that was not kept is there however old it is: nobody must wait for it in vain.
        """
        found = [
            *self._scheduled(),
            *self._embargoes(),
            *self._rights(),
            *self._coverage(),
            *self._previews(),
        ]
        return sorted(found, key=lambda due: (due.at, due.blog.pk))

    def _entries(self) -> QuerySet[Entry]:
        return Entry.objects.filter(blog__in=self.blogs).select_related("blog")

    def _scheduled(self) -> Iterator[Due]:
        # Without a number: among what is in progress, not among everything ever published.
        rows = self._entries().filter(
            number=None, state=State.SCHEDULED, scheduled_for__lt=self.until
        )
        for entry in rows.order_by("scheduled_for", "pk")[: self.limit]:
            if entry.scheduled_for:
                yield Due(entry.scheduled_for, SCHEDULED, entry.blog, str(entry), entry)

    def _embargoes(self) -> Iterator[Due]:
        """Its own, and that of the copy it is built from: the later one keeps it."""
        written = self._entries().filter(number=None, state__in=Entry.UNPUBLISHED)
        own = written.filter(embargo_until__gte=self.since, embargo_until__lt=self.until)
        for entry in own.order_by("embargo_until", "pk")[: self.limit]:
            if entry.embargo_until:
                yield Due(entry.embargo_until, EMBARGO, entry.blog, str(entry), entry)
        theirs = written.select_related("blog", "built_from__chain").filter(
            built_from__chain__embargo_until__gte=self.since,
            built_from__chain__embargo_until__lt=self.until,
            built_from__chain__lifted_at=None,
        )
        for entry in theirs.order_by("built_from__chain__embargo_until", "pk")[: self.limit]:
            until = entry.built_from.chain.embargo_until if entry.built_from else None
            if until and until != entry.embargo_until:
                words = f"{entry} (the agency's)"
                yield Due(until, EMBARGO, entry.blog, words, entry)

    def _rights(self) -> Iterator[Due]:
        profiles = RightsProfile.objects.filter(expires_after_days__isnull=False)
        for profile in profiles.select_related("source"):
            yield from self._expiring(profile)
        stated = self._entries().filter(
            built_from__rights_until__gte=self.since,
            built_from__rights_until__lt=self.until,
            state=State.PUBLISHED,
            rights_expired_at__isnull=True,
        )
        for entry in stated.select_related("blog", "built_from").order_by(
            "built_from__rights_until", "pk"
        )[: self.limit]:
            if entry.built_from and entry.built_from.rights_until:
                words = f"{entry} (the agency's)"
                yield Due(entry.built_from.rights_until, RIGHTS, entry.blog, words, entry)

    def _expiring(self, profile: RightsProfile) -> Iterator[Due]:
        """An agency's copy that a contract allows no longer: one line for a live blog's day."""
        kept = timedelta(days=profile.expires_after_days or 0)
        rows = self._entries().filter(
            built_from__chain__source=profile.source_id,
            number__isnull=False,
            state=State.PUBLISHED,
            rights_expired_at__isnull=True,
            published_at__gte=self.since - kept,
            published_at__lt=self.until - kept,
        )
        days: dict[tuple[int, date], list[Due]] = {}
        for entry in rows.order_by("published_at", "pk")[: self.limit]:
            if entry.published_at:
                due = Due(entry.published_at + kept, RIGHTS, entry.blog, str(entry), entry)
                days.setdefault((entry.blog_id, due.day), []).append(due)
        for each in days.values():
            yield each[0] if len(each) == 1 else _together(each, profile)

    def _coverage(self) -> Iterator[Due]:
        rows = self.blogs.filter(
            status=LiveBlog.Status.PLANNED,
            coverage_start__gte=self.since,
            coverage_start__lt=self.until,
        )
        for blog in rows.order_by("coverage_start", "pk")[: self.limit]:
            yield Due(blog.coverage_start, COVERAGE, blog, "planned, not open yet")

    def _previews(self) -> Iterator[Due]:
        rows = PreviewLink.objects.filter(
            blog__in=self.blogs,
            revoked_at=None,
            expires_at__gte=self.since,
            expires_at__lt=self.until,
        )
        for link in rows.select_related("blog", "created_by").order_by("expires_at")[: self.limit]:
            maker = link.created_by.get_full_name() or link.created_by.get_username()
            yield Due(link.expires_at, PREVIEW, link.blog, f"shared by {maker}")


def _together(dues: list[Due], profile: RightsProfile) -> Due:
    first = dues[0]
    words = f"{len(dues)} updates with copy of {profile.source.name}"
    return Due(first.at, RIGHTS, first.blog, words)
