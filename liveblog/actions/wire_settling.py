"""What a chain's new standing does to the entries of one live blog. Called by `shared`.

One transaction a blog under the chain's lock, idempotent, so that it can be resumed and repeated:
a kill retracts what carries the copy and withdraws what cites it, a hold withdraws, a correction
or a new version is put before the editors. Nothing is ever rewritten or published by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liveblog import standing
from liveblog.actions.change import Change
from liveblog.actions.retracting import retract
from liveblog.actions.wire_alerts import alert_about
from liveblog.actions.wire_rows import using, version_of
from liveblog.models import Entry, PubStatus, WireChain, WireItem, WireTask

Kind = WireTask.Kind
State = Entry.State
MENDABLE = (*Entry.UNPUBLISHED, State.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Story:
    """A chain with its versions, earliest first."""

    chain: WireChain
    items: Sequence[WireItem]

    @property
    def name(self) -> str:
        return self.chain.source.short_name or self.chain.source.name

    def alert(self, kind: str, *, carries: bool) -> str:
        return alert_about(kind, self.chain.source, carries=carries)

    def latest(self, status: str) -> WireItem:
        """The last version with this status, or the last of all."""
        return next((item for item in reversed(self.items) if item.pub_status == status),
                    self.items[-1])  # fmt: skip

    def since(self, item: WireItem) -> list[WireItem]:
        """Versions that came after `item` and say something."""
        place = [each.pk for each in self.items].index(item.pk)
        later = self.items[place + 1 :]
        usable = PubStatus.USABLE
        return [each for each in later if each.pub_status == usable and not each.is_advisory]


def settle(change: Change, chain_id: int) -> None:
    """Bring every entry of the blog that uses the chain into line with what it stands at."""
    chain = WireChain.objects.select_related("source").get(pk=chain_id)
    items = {item.pk: item for item in chain.items.all()}
    ordered = standing.in_order([version_of(item) for item in items.values()])
    story = Story(chain, [items[version.key] for version in ordered])
    used = Entry.objects.filter(using(chain_id), blog=change.blog).values("pk")
    rows = Entry.objects.select_for_update(of=("self",)).filter(pk__in=used)
    for entry in rows.exclude(state__in=(State.KILLED, State.DISCARDED)).order_by("pk"):
        entry.blog = change.blog
        change.remember(entry)
        carries = entry.built_from_id in items
        _settle_one(change, story, entry, carries=carries)


def _settle_one(change: Change, story: Story, entry: Entry, *, carries: bool) -> None:
    if story.chain.pub_status == PubStatus.CANCELED:
        _killed(change, story, entry, carries=carries)
    elif story.chain.pub_status == PubStatus.WITHHELD:
        _held(change, story, entry, carries=carries)
    else:
        _released(change, story, entry, carries=carries)
        _moved_on(change, story, entry, carries=carries)


def _killed(change: Change, story: Story, entry: Entry, *, carries: bool) -> None:
    item = story.latest(PubStatus.CANCELED)
    if carries:
        retract(change, entry, f"Killed by {story.name}: {item.headline or story.chain.guid}")
    else:
        _take_down(change, entry, story.alert(Kind.KILL, carries=False))
    _task(change, Kind.KILL, item, entry)


def _held(change: Change, story: Story, entry: Entry, *, carries: bool) -> None:
    item = story.latest(PubStatus.WITHHELD)
    why = story.alert(Kind.HOLD, carries=carries)
    if carries:
        _take_down(change, entry, why)
    elif entry.state in MENDABLE:
        change.flag(entry, why)
    _task(change, Kind.HOLD, item, entry)


def _take_down(change: Change, entry: Entry, why: str) -> None:
    """Out of readers' sight, or out of the schedule, until an editor has looked."""
    if entry.state == State.PUBLISHED:
        entry.state, entry.alert = State.WITHDRAWN, why
        change.public(entry, "withdraw", why)
    elif entry.state == State.SCHEDULED:
        entry.state, entry.alert, entry.scheduled_for = State.IN_REVIEW, why, None
        change.private(entry, "return", why)
    elif entry.alert != why:
        change.flag(entry, why)


def _released(change: Change, story: Story, entry: Entry, *, carries: bool) -> None:
    """A hold is over: its task is closed; whether the entry comes back is an editor's to say."""
    held = WireTask.objects.filter(
        kind=Kind.HOLD, entry=entry, item__chain=story.chain, closed_at__isnull=True
    )
    if not held.exists():
        return
    held.update(closed_at=change.now, answer="Released by the agency")
    change.flag(entry, story.alert(Kind.RELEASE, carries=carries))
    if entry.state == State.WITHDRAWN:
        _task(change, Kind.RELEASE, story.items[-1], entry)


def _moved_on(change: Change, story: Story, entry: Entry, *, carries: bool) -> None:
    """A later version: flagged with its difference, never taken over by itself."""
    if entry.state not in MENDABLE:
        return
    seen = entry.built_from if carries else _cited(story, entry)
    later = story.since(seen) if seen else []
    corrections = [item for item in later if "correction" in item.signals]
    if corrections:
        if _task(change, Kind.CORRECTION, corrections[-1], entry):
            change.flag(entry, story.alert(Kind.CORRECTION, carries=carries))
    elif later and carries and _task(change, Kind.UPDATE, later[-1], entry):
        change.flag(entry, story.alert(Kind.UPDATE, carries=True))


def _cited(story: Story, entry: Entry) -> WireItem | None:
    cited = set(entry.attributions.values_list("item", flat=True))
    return next((item for item in reversed(story.items) if item.pk in cited), None)


def _task(change: Change, kind: str, item: WireItem, entry: Entry) -> bool:
    """Put it before the editors of the blog's team, once. Earlier versions' rows are answered."""
    _, new = WireTask.objects.get_or_create(
        kind=kind,
        item=item,
        entry=entry,
        defaults={"team_id": change.blog.team_id, "opened_at": change.now},
    )
    if new:
        older = WireTask.objects.filter(entry=entry, kind=kind, closed_at__isnull=True)
        older.exclude(item=item).update(closed_at=change.now, answer="A later version came")
    return new
