"""Who is at this desk: told to the team's members about the team's members, and to nobody else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Q, Subquery
from django.template.loader import render_to_string
from django.utils import timezone

from liveblog.admin.access import name_of
from liveblog.apstyle import time_label
from liveblog.desk.gate import Desk
from liveblog.models import DeskPresence, Entry, Membership, Role
from liveblog.models.presence import PresenceQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST = 200  # open desks of one live blog


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person with at least one desk open, however many."""

    user: int
    name: str
    initials: str
    role: str
    writing: bool
    busy: bool  # writes, or has an update open
    does: str


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry that somebody has in the composer, in the sentences of whoever looks at it.

    The first of an entry's rows holds it: the others are asked before they type.
    """

    entry: int
    user: int
    badge: str
    held: str
    taken: str  # "" unless it was taken over


def at_desk(desk: Desk) -> PresenceQuerySet:
    """The desks that are open now, of whoever may still be there: judged anew each time."""
    members = Membership.objects.filter(user=OuterRef("user"), team=desk.blog.team_id)
    rows = DeskPresence.objects.fresh(timezone.now()).filter(
        blog=desk.blog, user__is_active=True, user__is_staff=True
    )
    rows = rows.annotate(role=Subquery(members.values("role")[:1]))
    return rows.filter(Q(role__isnull=False) | Q(user__is_superuser=True)).select_related("user")


class People:
    """Everybody who is at a desk of one live blog, read once."""

    def __init__(self, desk: Desk) -> None:
        self.at = timezone.now()
        rows = list(at_desk(desk).select_related("entry").defer("gist").order_by("pk")[:MOST])
        self.colleagues = _colleagues(desk, rows)
        self.opened = _opened(desk, rows)

    @property
    def mark(self) -> str:
        """Moves when somebody comes or goes, opens something else, begins to type or rests."""
        told = [[asdict(each) for each in self.colleagues], [asdict(each) for each in self.opened]]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]

    def region(self, desk: Desk) -> dict[str, Any]:
        """`{mark, at, html, opened}`; `at` is when they were read, in ms since 1970."""
        html = render_to_string("admin/desk/_people.html", self.context(desk))
        opened = [asdict(each) for each in self.opened]
        at = int(self.at.timestamp() * 1000)
        return {"mark": self.mark, "at": at, "html": html.strip(), "opened": opened}

    def context(self, desk: Desk) -> dict[str, Any]:
        """What `_people.html` shows."""
        return {"people": self.colleagues, "me": desk.user.pk}


def _colleagues(desk: Desk, rows: Iterable[DeskPresence]) -> list[Colleague]:
    desks: dict[int, list[DeskPresence]] = {}
    for row in rows:
        desks.setdefault(row.user_id, []).append(row)
    found = [_colleague(desk, mine) for mine in desks.values()]
    return sorted(found, key=lambda each: (each.name.casefold(), each.user))


def _colleague(desk: Desk, rows: list[DeskPresence]) -> Colleague:
    user, role = rows[0].user, getattr(rows[0], "role", None)
    return Colleague(
        user=user.pk,
        name=name_of(user),
        initials=initials(user),
        role=str(Role(role).label) if role else "Administrator",
        writing=any(row.is_writing for row in rows),
        busy=any(row.is_writing or row.entry_id for row in rows),
        does=_does(desk, rows),
    )


def initials(user: User) -> str:
    """Of the first name and the last: "Ada Lovelace" is AL, "ben" is B."""
    words = name_of(user).split()
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper()


def _does(desk: Desk, rows: list[DeskPresence]) -> str:
    """What a person does, in a few words; of several desks whatever is more than looking on."""
    busy = [
        f"{'writing in' if row.is_writing else 'has'} {called(row.entry)}"
        + ("" if row.is_writing else " open")
        for row in rows
        if row.entry
    ]
    if any(row.is_writing and not row.entry for row in rows):
        busy.insert(0, "writing a new update")
    if not any(row.is_writing for row in rows):
        last = max(row.typed_at or row.since for row in rows)
        busy.append(f"idle since {clock(desk, last)}")
    return ", ".join(dict.fromkeys(busy))


def called(entry: Entry) -> str:
    """What an entry is called in the middle of a sentence."""
    if entry.number:
        return f"update {entry.number}"
    return "a draft" if entry.state == Entry.State.DRAFT else "an update before publication"


def _opened(desk: Desk, rows: Iterable[DeskPresence]) -> list[Opened]:
    found = sorted((row for row in rows if row.entry_id), key=lambda row: row.claim)
    once: dict[tuple[int | None, int], DeskPresence] = {}
    for row in found:
        once.setdefault((row.entry_id, row.user_id), row)
    return [_one_opened(desk, row) for row in once.values()]


def _one_opened(desk: Desk, row: DeskPresence) -> Opened:
    assert row.entry_id is not None
    name, since = name_of(row.user), clock(desk, row.since)
    typed = f", last typed {clock(desk, row.typed_at)}" if row.typed_at else ", and typed nothing"
    return Opened(
        entry=row.entry_id,
        user=row.user_id,
        badge=f"{name} is editing",
        held=_sentence(f"{name} has had this open since {since}{typed}"),
        taken=_sentence(f"{name} took this over at {clock(desk, row.taken_at)}")
        if row.taken_at
        else "",
    )


def _sentence(text: str) -> str:
    """With one full stop: "p.m." brings its own."""
    return f"{text.removesuffix('.')}."


def clock(desk: Desk, moment: datetime | None) -> str:
    """A time of today on the live blog's clock."""
    return time_label(moment, desk.blog.zone) if moment else ""
