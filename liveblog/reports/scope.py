"""Of when a report tells, and of whose live blogs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from liveblog.models import Entry, LiveBlog, PubStatus, WireItem


@dataclass(frozen=True, slots=True)
class Scope:
    """From `since`, before `until`; `teams` are ids; `limit` rows of a list at most.

    With `blog`, of that one live blog alone.
    """

    since: datetime
    until: datetime
    now: datetime
    teams: Collection[int]
    limit: int
    blog: int | None = None

    def items(self) -> QuerySet[WireItem]:
        """What was received, of all feeds; a hold or a kill brings nothing to use."""
        return WireItem.objects.filter(
            received_at__gte=self.since, received_at__lt=self.until, pub_status=PubStatus.USABLE
        )

    def blogs(self) -> QuerySet[LiveBlog]:
        """Live blogs of the teams in which anything can have been published then."""
        return LiveBlog.objects.filter(
            team__in=self.teams, updated_at__gte=self.since, published_at__lt=self.until
        )

    def entries(self) -> QuerySet[Entry]:
        """What was published then, and may have been taken down since."""
        whose = Q(blog=self.blog) if self.blog else Q(blog__in=self.blogs())
        return Entry.objects.filter(
            whose,
            number__isnull=False,
            published_at__gte=self.since,
            published_at__lt=self.until,
        )

    def public(self) -> QuerySet[Entry]:
        """Of these, what readers see now."""
        return self.entries().filter(state=Entry.State.PUBLISHED)
