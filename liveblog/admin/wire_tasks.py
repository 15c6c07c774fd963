"""What the wires brought that an editor has to deal with, in words: for the desk and the admin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from liveblog import sanitise
from liveblog.admin.diff import Piece, compare
from liveblog.admin.lists import in_zone
from liveblog.models import Entry, LiveBlog, Membership, WireItem, WireTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User

Kind, State = WireTask.Kind, Entry.State
MOST = 200  # rows read at once: of more, the loudest
# The loudest first.
ORDER = (Kind.KILL, Kind.MATCH, Kind.HOLD, Kind.CORRECTION, Kind.RELEASE, Kind.UPDATE, Kind.LIFTED)
# One advisory concerns all updates alike; what is done about the others is done one by one.
TOGETHER = {Kind.KILL, Kind.HOLD, Kind.LIFTED}
WHAT = {
    Kind.KILL: "{agency} has killed “{title}”",
    Kind.HOLD: "{agency} is holding “{title}”",
    Kind.RELEASE: "{agency} has released “{title}”",
    Kind.CORRECTION: "{agency} has corrected “{title}”",
    Kind.UPDATE: "{agency} has sent a new version of “{title}”",
    Kind.LIFTED: "{agency}: the embargo on “{title}” is over",
    Kind.MATCH: "{agency} wants something taken back. Which item is meant?",
}
COMPARED = {Kind.RELEASE, Kind.CORRECTION, Kind.UPDATE}


@dataclass(frozen=True, slots=True)
class Card:
    """Tasks that are answered together: of one kind, one item and one live blog."""

    tasks: list[WireTask]

    @property
    def task(self) -> WireTask:
        return self.tasks[0]

    @property
    def kind(self) -> str:
        return self.task.kind

    @property
    def item(self) -> WireItem:
        return self.task.item

    @property
    def entry(self) -> Entry | None:
        return self.task.entry

    @property
    def blog(self) -> LiveBlog | None:
        return self.task.entry.blog if self.task.entry else None

    @property
    def ids(self) -> str:
        return ",".join(str(task.pk) for task in self.tasks)

    @property
    def is_loud(self) -> bool:
        """What readers may have seen and must not have: until somebody says they have seen it."""
        return self.kind in (Kind.KILL, Kind.MATCH)

    @property
    def what(self) -> str:
        source = self.item.chain.source
        title = self.item.headline or self.item.slugline or self.item.chain.guid
        return WHAT[Kind(self.kind)].format(agency=source.short_name or source.name, title=title)

    @property
    def which(self) -> str:
        """Which updates it is about, and what has become of them, in a sentence for each fate."""
        fates: dict[str, list[str]] = {}
        for task in self.tasks:
            if task.entry:
                fates.setdefault(fate(task.entry), []).append(name(task.entry))
        return " ".join(f"{listed(names).capitalize()} {what}." for what, names in fates.items())

    @property
    def sent(self) -> str:
        """When the agency sent it, in the zone of the live blog."""
        moment = self.item.version_at or self.item.received_at
        return in_zone(moment, self.blog) if self.blog else ""

    @property
    def text(self) -> str:
        """What the agency's message says, where only people can tell what is meant."""
        return _text(self.item) if self.kind == Kind.MATCH else ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Word by word from the version it was built from to the new one; () for no difference."""
        old = self._seen()
        if self.kind not in COMPARED or old is None or old.pk == self.item.pk:
            return ()
        found = compared(_text(old), _text(self.item))
        return () if all(piece.kind == "same" for piece in found) else found

    def _seen(self) -> WireItem | None:
        """The version the update was written from."""
        entry = self.entry
        if entry is None:
            return None
        if entry.built_from and entry.built_from.chain_id == self.item.chain_id:
            return entry.built_from
        cited = (row.item for row in entry.attributions.all())
        return next((it for it in cited if it and it.chain_id == self.item.chain_id), None)


def fate(entry: Entry) -> str:
    """What has become of it, for a list of such."""
    match entry.state:
        case State.KILLED:
            return "gone for good"
        case State.WITHDRAWN:
            return "withdrawn from readers"
        case State.PUBLISHED:
            return "in front of readers"
        case State.DISCARDED:
            return "put away"
    return "not published"


def name(entry: Entry) -> str:
    """ "update 12", or what it is called while it has no number."""
    return f"update {entry.number}" if entry.number else f"a text {entry.get_state_display()}"


def listed(names: list[str]) -> str:
    """ "update 3 and update 7 are": a list that something is said about."""
    *most, last = names
    return f"{', '.join(most)} and {last} are" if most else f"{last} is"


@lru_cache(maxsize=128)
def compared(old: str, new: str) -> tuple[Piece, ...]:
    """A desk asks again with every change: two long texts are compared once."""
    return tuple(compare(old, new))


def _text(item: WireItem) -> str:
    return f"{item.headline}\n{sanitise.body_text(item.body)}".strip()


def open_for(user: User | AnonymousUser) -> QuerySet[WireTask]:
    """The open tasks of a person's teams, and those that are everybody's."""
    rows = WireTask.objects.filter(closed_at__isnull=True)
    if user.is_superuser:
        return rows
    if not user.is_authenticated:
        return rows.none()
    teams = Membership.objects.filter(user=user).values("team")
    return rows.filter(Q(team__in=teams) | Q(team__isnull=True))


def cards(rows: QuerySet[WireTask]) -> list[Card]:
    """The loudest first, then the newest; at most `MOST` rows."""
    ranks = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(ORDER)]
    rank = Case(*ranks, default=Value(len(ORDER)), output_field=IntegerField())
    found = (
        rows.select_related("item__chain__source", "entry__blog", "entry__built_from")
        .prefetch_related("entry__attributions__item")
        .order_by(rank, "-opened_at", "item_id", F("entry__number").asc(nulls_last=True), "pk")
    )
    return grouped(found[:MOST])


def grouped(tasks: Iterable[WireTask]) -> list[Card]:
    """Tasks in their order, those that are answered together in one card."""
    groups: dict[tuple[object, ...], list[WireTask]] = {}
    for task in tasks:
        alone = None if task.kind in TOGETHER else task.pk
        blog = task.entry.blog_id if task.entry else None
        groups.setdefault((task.kind, task.item_id, blog, alone), []).append(task)
    return [Card(group) for group in groups.values()]
