"""The page for whoever runs the site: what waits, why and since when. To read only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db.models import F, Model
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone

from liveblog import health
from liveblog.admin.access import name_of, user_of
from liveblog.admin.waiting import ago, heard, why
from liveblog.models import (
    EmbedCard,
    Entry,
    LiveBlog,
    MediaAsset,
    RightsProfile,
    SharedEdit,
    Source,
    Topic,
    WebProcess,
    WorkerHeartbeat,
)

SHOWN = 50  # rows of each queue
Kind = SharedEdit.Kind
ROWS: dict[str, type[Model]] = {
    Kind.SOURCE: Source,
    Kind.RIGHTS: RightsProfile,
    Kind.MEDIA: MediaAsset,
    Kind.EMBED: EmbedCard,
    Kind.TOPIC: Topic,
    Kind.BLOG: LiveBlog,
}
Line = tuple[str, str]  # what waits, why


def operations_view(site: AdminSite, request: HttpRequest) -> TemplateResponse:
    """Superusers alone: the queues name what every team is writing."""
    if not user_of(request).is_superuser:
        raise PermissionDenied
    sections: list[tuple[str, str, list[Line]]] = [
        ("Checks", "", [(name.capitalize(), said) for name, said in health.ready().items()]),
        ("Workers", "No worker has ever reported.", _workers()),
        ("Web processes", "No web process has said anything lately.", _web_processes()),
        ("Updates overdue", "Every scheduled update went out when it was due.", _overdue()),
        (
            "Edits on their way to live blogs",
            "Every changed source, contract, picture and topic has reached its live blogs.",
            _edits(),
        ),
        ("Embeds being looked up", "Every embedded address has been looked up.", _cards()),
    ]
    context = {
        **site.each_context(request),
        "title": "Operations",
        "sections": sections,
        "shown": SHOWN,
    }
    return TemplateResponse(request, "admin/newsroom/operations.html", context)


def _workers() -> list[Line]:
    now = timezone.now()
    rows = WorkerHeartbeat.objects.order_by("-at")[:SHOWN]
    return [(row.name, heard(now, row.at, health.WORKER_SILENT)) for row in rows]


def _web_processes() -> list[Line]:
    now = timezone.now()
    rows = WebProcess.objects.order_by("name")[:SHOWN]
    return [(row.name, _standing(row, now)) for row in rows]


def _standing(process: WebProcess, now: datetime) -> str:
    if process.at < now - WebProcess.SILENT:
        return (
            f"Silent for {ago(now - process.at)}. It has died, or it is cut off from the "
            "database and shows its last pages: restart it."
        )
    streams = "1 open page" if process.readers == 1 else f"{process.readers:,} open pages"
    return f"{streams}, told {ago(now - process.at)} ago."


def _overdue() -> list[Line]:
    now = timezone.now()
    due = Entry.objects.filter(state=Entry.State.SCHEDULED, scheduled_for__lte=now)
    rows = due.select_related("blog").order_by("scheduled_for")[:SHOWN]
    return [
        (f"{row} ({row.blog.headline})", f"Due for {ago(now - row.scheduled_for)}. {row.alert}")
        for row in rows
        if row.scheduled_for is not None
    ]


def _edits() -> list[Line]:
    now = timezone.now()
    rows = SharedEdit.objects.filter(finished_at=None).select_related("user").order_by("pk")
    return [
        (
            f"{_what(row)}, changed by {name_of(row.user)} {ago(now - row.at)} ago",
            _reason(row, now),
        )
        for row in rows[:SHOWN]
    ]


def _what(row: SharedEdit) -> str:
    named = ROWS[row.kind]._default_manager.filter(pk=row.object_id).first()
    return f"{row.get_kind_display()} {named or row.object_id}"


def _cards() -> list[Line]:
    now = timezone.now()
    pending = EmbedCard.objects.filter(state=EmbedCard.State.PENDING)
    rows = pending.order_by(F("next_attempt_at").asc(nulls_first=True), "pk")[:SHOWN]
    return [(row.url, _reason(row, now)) for row in rows]


def _reason(row: Any, now: Any) -> str:
    return why(
        now=now,
        attempts=row.attempts,
        leased_until=row.leased_until,
        next_attempt_at=row.next_attempt_at,
        error=row.error,
    )
