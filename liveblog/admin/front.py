"""What waits for a person who has just come in: their live blogs, and what needs an editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.http import HttpRequest
from django.utils import timezone

from liveblog.admin import wire_tasks
from liveblog.admin.access import reaches, role_for, user_of
from liveblog.admin.lists import in_zone
from liveblog.models import Entry, LiveBlog, Role, WorkingCopy

if TYPE_CHECKING:
    from django.contrib.auth.models import User

BLOGS = 12
WAITING = 20
LATELY = timedelta(hours=1)
State, Status = Entry.State, LiveBlog.Status


@dataclass(slots=True)
class Card:
    """One live blog on the front page: what stands and what waits in it."""

    blog: LiveBlog
    newest: str
    lately: int
    may_publish: bool
    waiting: dict[str, int] = field(default_factory=dict)
    next_due: str = ""
    alerts: int = 0

    @property
    def starts(self) -> str:
        return in_zone(self.blog.coverage_start, self.blog)

    @property
    def drafts(self) -> int:
        return self.waiting.get(State.DRAFT, 0)

    @property
    def in_review(self) -> int:
        return self.waiting.get(State.IN_REVIEW, 0)

    @property
    def scheduled(self) -> int:
        return self.waiting.get(State.SCHEDULED, 0)


def front_context(request: HttpRequest) -> dict[str, Any]:
    """`desk_live`, `desk_planned`, `desk_waiting`, `desk_copies`, `desk_drafts`, `desk_wires` for
    the index page.

    Ten queries at the most, whatever there is.
    """
    user, now = user_of(request), timezone.now()
    cards = _cards(request, list(_blogs(request, now)[:BLOGS]))
    entries = Entry.objects.visible_to(user).select_related("blog").order_by("-pk")
    waiting = entries.filter(Q(state__in=[State.IN_REVIEW, State.SCHEDULED]) | _ALERTED)
    mine = entries.filter(state=State.DRAFT, created_by=user, alert="")
    return {
        "desk_live": [card for card in cards if card.blog.status == Status.LIVE],
        "desk_planned": [card for card in cards if card.blog.status == Status.PLANNED],
        "desk_waiting": [_row(entry) for entry in waiting[:WAITING]],
        "desk_copies": _copies(user),
        "desk_drafts": [_row(entry) for entry in mine[:WAITING]],
        "desk_wires": wire_tasks.cards(wire_tasks.open_for(user))[:WAITING],
    }


# A due time that could not be kept, a text that came back with a note.
_ALERTED = Q(state__in=Entry.UNPUBLISHED) & ~Q(alert="")


def _copies(user: User) -> list[WorkingCopy]:
    """Changes to what is public that wait for an editor, or came back to this person."""
    waiting = Q(state=WorkingCopy.State.IN_REVIEW)
    returned = Q(state=WorkingCopy.State.RETURNED, user=user)
    rows = WorkingCopy.objects.filter(entry__blog__in=LiveBlog.objects.visible_to(user))
    found = rows.filter(waiting | returned).select_related("entry__blog", "user")
    return list(found.order_by("-updated_at")[:WAITING])


def _blogs(request: HttpRequest, now: datetime) -> QuerySet[LiveBlog]:
    """Live ones first, the most recently updated on top; then planned ones, the next one first."""
    published = Entry.objects.public().filter(blog=OuterRef("pk"))
    recent = published.filter(published_at__gte=now - LATELY).order_by()
    counted = recent.values("blog").annotate(n=Count("pk")).values("n")
    live_first = Case(When(status=Status.LIVE, then=Value(0)), default=Value(1))
    return (
        LiveBlog.objects.visible_to(user_of(request))
        .filter(status__in=[Status.LIVE, Status.PLANNED])
        .annotate(
            newest_at=Subquery(published.newest_first().values("display_at")[:1]),
            lately=Subquery(counted, output_field=IntegerField()),
            starts=Case(When(status=Status.PLANNED, then=F("coverage_start"))),
        )
        .order_by(live_first, "starts", F("updated_at").desc(nulls_last=True), "-pk")
    )


def _cards(request: HttpRequest, blogs: list[LiveBlog]) -> list[Card]:
    cards = {blog.pk: _card(request, blog) for blog in blogs}
    for row in _in_progress(cards):
        card = cards[row["blog"]]
        card.waiting[row["state"]] = row["n"]
        card.alerts += row["alerts"]
        card.next_due = in_zone(row["due"], card.blog) or card.next_due
    return list(cards.values())


def _card(request: HttpRequest, blog: Any) -> Card:
    return Card(
        blog=blog,
        newest=in_zone(blog.newest_at, blog),
        lately=blog.lately or 0,
        may_publish=reaches(role_for(request, blog.team_id), Role.EDITOR),
    )


def _in_progress(blogs: Iterable[int]) -> Iterable[Any]:
    """`{blog, state, n, alerts, due}` of what is being written: one query, a partial index."""
    rows = Entry.objects.filter(blog__in=blogs, number=None, state__in=Entry.UNPUBLISHED)
    return rows.values("blog", "state").annotate(
        n=Count("pk"), alerts=Count("pk", filter=~Q(alert="")), due=Min("scheduled_for")
    )


def _row(entry: Entry) -> dict[str, Any]:
    return {"entry": entry, "due": in_zone(entry.scheduled_for, entry.blog)}
