"""The wires' tasks on a desk: this live blog's to be dealt with here, the team's others named."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404
from django.template.loader import render_to_string

from liveblog.admin.wire_tasks import Card, cards
from liveblog.desk.gate import Desk
from liveblog.models import Entry, WireTask

SHOWN = 30  # cards; what is behind them comes when they have been dealt with


def rows(desk: Desk) -> QuerySet[WireTask]:
    """The open tasks of the live blog's team, and those that are everybody's."""
    open_ones = WireTask.objects.filter(closed_at__isnull=True)
    return open_ones.filter(Q(team=desk.blog.team_id) | Q(team__isnull=True))


def task_of(desk: Desk, task_id: int) -> WireTask:
    """An open task that can be dealt with at this desk; any other is 404."""
    task = rows(desk).select_related("item", "entry").filter(pk=task_id).first()
    if task is None or (task.entry and task.entry.blog_id != desk.blog.pk):
        raise Http404("There is no such task any more: a colleague has seen to it.")
    return task


def mark(desk: Desk) -> str:
    """Moves when a task is opened or closed: what a desk shows to be told of it."""
    found = rows(desk).aggregate(n=Count("pk"), last=Max("pk"))
    return f"{found['n']}-{found['last'] or 0}"


def queue(desk: Desk) -> dict[str, Any]:
    """`{mark, alarms, html, loud}`; `loud` is what is to be said aloud."""
    seen = mark(desk)  # before the rows, as every cursor
    shown = context(desk)
    return {
        "mark": seen,
        "alarms": render_to_string("admin/desk/_alarms.html", shown).strip(),
        "html": render_to_string("admin/desk/_tasks.html", shown).strip(),
        "loud": " ".join(f"{card.what} {card.which}".strip() for card in shown["alarms"]),
    }


def context(desk: Desk) -> dict[str, Any]:
    """What `_alarms.html` and `_tasks.html` show."""
    found = cards(rows(desk))
    here = [card for card in found if card.blog is None or card.blog.pk == desk.blog.pk]
    quiet = [card for card in here if not card.is_loud]
    return {
        "is_editor": desk.is_editor,
        "alarms": [card for card in here if card.is_loud],
        "cards": quiet[:SHOWN],
        "more": len(quiet) - SHOWN if len(quiet) > SHOWN else 0,
        "elsewhere": _elsewhere(found, desk),
        "state": Entry.State,
        "kind": WireTask.Kind,
    }


def _elsewhere(found: list[Card], desk: Desk) -> list[dict[str, Any]]:
    """`{blog, n, loud}` for each of the team's other live blogs."""
    others: dict[int, dict[str, Any]] = {}
    for card in found:
        blog = card.blog
        if blog is None or blog.pk == desk.blog.pk:
            continue
        row = others.setdefault(blog.pk, {"blog": blog, "n": 0, "loud": False})
        row["n"] += len(card.tasks)
        row["loud"] = row["loud"] or card.is_loud
    return list(others.values())
