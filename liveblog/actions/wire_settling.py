"""What a chain's new standing does to the entries of one live blog. Called by `shared`.

One transaction a blog under the chain's lock, idempotent, so that it can be resumed and repeated:
a kill retracts what carries the copy and withdraws what cites it, a hold or a late embargo
withdraws, a correction or a new version is put before the editors. Nothing is ever rewritten or
published by itself. Which tasks are open afterwards does not depend on the order of arrival.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liveblog import standing
from liveblog.actions.blog_fields import blog_fields_of
from liveblog.actions.change import Change
from liveblog.actions.retracting import retract
from liveblog.actions.wire_alerts import How, alert_about
from liveblog.actions.wire_rows import (
    bound_to,
    chains_of_picture,
    is_embargoed,
    using,
    version_of,
)
from liveblog.models import Entry, PubStatus, WireChain, WireItem, WireTask

Kind = WireTask.Kind
State = Entry.State
BINDING = {"built_from", "attributions", "images"}  # the fields that bind an entry to items


@dataclass(frozen=True, slots=True)
class Story:
    """A chain with its versions, earliest first."""

    chain: WireChain
    items: Sequence[WireItem]

    @property
    def name(self) -> str:
        return self.chain.source.short_name or self.chain.source.name

    def alert(self, kind: str, use: Use, *, embargo: bool = False) -> str:
        return alert_about(kind, self.chain.source, use.how, embargo=embargo)

    def latest(self, status: str) -> WireItem:
        """The last version with this status, or the last of all."""
        return next((item for item in reversed(self.items) if item.pub_status == status),
                    self.items[-1])  # fmt: skip

    def since(self, item: WireItem) -> list[WireItem]:
        """Usable versions that came after `item`."""
        place = [each.pk for each in self.items].index(item.pk)
        return [each for each in self.items[place + 1 :] if each.pub_status == PubStatus.USABLE]

    def begun_closed(self, entry: Entry) -> bool:
        """Whether the entry was begun after some version had said that it is under embargo."""
        closed = (each for each in self.items if each.embargo_closed)
        return any(each.received_at <= entry.created_at for each in closed)


@dataclass(frozen=True, slots=True)
class Use:
    """How an entry uses a story: the version it carries, shows a picture of, or cites."""

    how: How
    item: WireItem


def settle(change: Change, chain_id: int) -> None:
    """Bring every entry of the blog that uses the chain into line with what it stands at."""
    story = story_of(WireChain.objects.select_related("source").get(pk=chain_id))
    _settle_lead(change, story)
    used = Entry.objects.filter(using(chain_id), blog=change.blog).values("pk")
    rows = Entry.objects.select_for_update(of=("self",)).filter(pk__in=used)
    for entry in rows.exclude(state__in=(State.KILLED, State.DISCARDED)).order_by("pk"):
        entry.blog = change.blog
        change.remember(entry)
        use = _use_of(story, entry)
        if use is not None:
            _settle_one(change, story, entry, use)


def bind(change: Change, entry: Entry) -> None:
    """An entry has just been written: what came after the version it uses is put before the
    editors, who may have had the older one on their screen."""
    for chain in WireChain.objects.filter(bound_to(entry)).select_related("source").order_by("pk"):
        story = story_of(chain)
        use = _use_of(story, entry)
        if use is not None:
            _moved_on(change, story, entry, use)


def story_of(chain: WireChain) -> Story:
    """A chain, joined with its source, with its versions in order."""
    items = {item.pk: item for item in chain.items.all()}
    ordered = standing.in_order([version_of(item) for item in items.values()])
    return Story(chain, [items[version.key] for version in ordered])


def _use_of(story: Story, entry: Entry) -> Use | None:
    """The closest of the ways an entry uses it, and the latest version it uses in that way."""
    shown = entry.images.values_list("asset__wire_item", flat=True)
    cited = entry.attributions.values_list("item", flat=True)
    ways: dict[How, set[int | None]] = {
        "carries": {entry.built_from_id}, "shows": set(shown), "cites": set(cited),
    }  # fmt: skip
    for how, ids in ways.items():
        item = next((each for each in reversed(story.items) if each.pk in ids), None)
        if item is not None:
            return Use(how, item)
    if story.items and entry.images.filter(asset__own_chain=story.chain).exists():
        return Use("shows", story.items[0])
    return None


def _settle_one(change: Change, story: Story, entry: Entry, use: Use) -> None:
    if story.chain.pub_status == PubStatus.CANCELED:
        _killed(change, story, entry, use)
        return
    _moved_on(change, story, entry, use)
    _follow_embargo(change, story, entry)
    if story.chain.pub_status == PubStatus.WITHHELD:
        why = story.alert(Kind.HOLD, use)
        _held(change, entry, use, why, story.latest(PubStatus.WITHHELD))
    elif is_embargoed(story.chain, change.now):
        _embargoed(change, story, entry, use)
    else:
        _released(change, story, entry, use)
        if use.how == "carries":
            _lifted(change, story, entry, use)


def _settle_lead(change: Change, story: Story) -> None:
    """A picture that is held leads no page either. Whether it comes back is an editor's to say."""
    blog, lead = change.blog, change.blog.lead_image
    is_held = story.chain.pub_status == PubStatus.WITHHELD or is_embargoed(story.chain, change.now)
    if lead is None or not is_held or story.chain.pk not in chains_of_picture(lead):
        return
    blog.lead_image, blog.lead_caption, blog.revision = None, "", blog.revision + 1
    if blog.is_public:
        change.chrome()
    why = f"{story.name} is holding the picture that led the page, or what it came with."
    change.record_blog("edit", blog_fields_of(blog), why)


def _killed(change: Change, story: Story, entry: Entry, use: Use) -> None:
    item, why = story.latest(PubStatus.CANCELED), story.alert(Kind.KILL, use)
    if use.how == "carries":
        retract(change, entry, f"Killed by {story.name}: {item.headline or story.chain.guid}")
    elif use.how == "cites" or not _stands_without_pictures(entry):
        _take_down(change, entry, why)
    elif entry.alert != why:
        change.flag(entry, why)
    _task(change, Kind.KILL, item, entry)
    _close(change, story, entry, "The agency has killed it", kept=[Kind.KILL])


def _stands_without_pictures(entry: Entry) -> bool:
    """A killed picture is out of everybody's sight already; whether anything is left with it."""
    left = entry.images.filter(asset__killed_at__isnull=True)
    return bool(entry.body_text or entry.embeds.exists() or left.exists())


def _held(change: Change, entry: Entry, use: Use, why: str, item: WireItem) -> None:
    if use.how != "cites":
        _take_down(change, entry, why)
    elif entry.alert != why:
        change.flag(entry, why)
    _task(change, Kind.HOLD, item, entry)


def _embargoed(change: Change, story: Story, entry: Entry, use: Use) -> None:
    """An embargo that came late, or was moved. What is not public yet only waits for its end."""
    until, planned = story.chain.embargo_until, entry.scheduled_for
    too_early = planned is not None and (until is None or planned < until)
    if not (entry.state == State.PUBLISHED or too_early or _is_held(story, entry)):
        return
    item = next(each for each in reversed(story.items) if each.embargo_closed)
    _held(change, entry, use, story.alert(Kind.HOLD, use, embargo=True), item)


def _follow_embargo(change: Change, story: Story, entry: Entry) -> None:
    """What an entry took over of the agency's embargo moves and goes with it; one that an editor
    has put on it stays. No revision: nobody's save is refused for it."""
    theirs = {each.embargo_until for each in story.items if each.embargo_closed} - {None}
    until = story.chain.embargo_until
    if entry.state == State.PUBLISHED or story.chain.embargo_unsure:
        return
    if entry.embargo_until in theirs - {until}:
        entry.embargo_until, entry.desk_seq = until, change.desk()
        entry.save(update_fields=["embargo_until", "desk_seq"])


def _is_held(story: Story, entry: Entry) -> bool:
    rows = WireTask.objects.filter(entry=entry, item__chain=story.chain, kind=Kind.HOLD)
    return rows.filter(closed_at__isnull=True).exists()


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


def _released(change: Change, story: Story, entry: Entry, use: Use) -> None:
    """A hold is over: its task is closed; whether the entry comes back is an editor's to say."""
    held = WireTask.objects.filter(entry=entry, item__chain=story.chain, kind=Kind.HOLD)
    seen_to = held.filter(closed_by__isnull=False).order_by("opened_at").last()
    offered = WireTask.objects.filter(entry=entry, item__chain=story.chain, kind=Kind.RELEASE)
    waits = seen_to and not offered.filter(opened_at__gte=seen_to.opened_at).exists()
    if not _close(change, story, entry, "Released by the agency", only=[Kind.HOLD]) and not waits:
        return
    change.flag(entry, story.alert(Kind.RELEASE, use))
    if entry.state == State.WITHDRAWN:
        _task(change, Kind.RELEASE, story.items[-1], entry)


def _moved_on(change: Change, story: Story, entry: Entry, use: Use) -> None:
    """A later version: flagged with its difference, never taken over by itself."""
    later = story.since(use.item)
    corrections = [place for place, item in enumerate(later) if "correction" in item.signals]
    if corrections:
        item, later = later[corrections[-1]], later[corrections[-1] + 1 :]
        if _task(change, Kind.CORRECTION, item, entry):
            change.flag(entry, story.alert(Kind.CORRECTION, use))
    news = [each for each in later if not each.is_advisory and _says(each) != _says(use.item)]
    if use.how == "carries" and news:
        if _task(change, Kind.UPDATE, news[-1], entry):
            change.flag(entry, story.alert(Kind.UPDATE, use))
    elif corrections:
        _close(change, story, entry, "A correction has come", only=[Kind.UPDATE])


def _says(item: WireItem) -> tuple[object, ...]:
    """What an editor would compare: an item that is only sent again is no new version."""
    return item.headline, item.body, item.byline, item.dateline, item.media


def _lifted(change: Change, story: Story, entry: Entry, use: Use) -> None:
    """The embargo is over: whoever has been waiting with a text is told, once."""
    lifted = story.chain.lifted_at
    if lifted is None or entry.state not in Entry.UNPUBLISHED or entry.created_at > lifted:
        return
    if story.chain.embargo_until is None and not story.begun_closed(entry):
        return  # lifted by a version of its own: what never waited for it needs no telling
    told = WireTask.objects.filter(kind=Kind.LIFTED, entry=entry, opened_at__gte=lifted)
    if not told.exists() and _task(change, Kind.LIFTED, story.items[-1], entry):
        change.flag(entry, story.alert(Kind.LIFTED, use))


def _task(change: Change, kind: str, item: WireItem, entry: Entry) -> bool:
    """Put it before the editors of the blog's team, once. Earlier versions' rows are answered."""
    _, new = WireTask.objects.get_or_create(
        kind=kind,
        item=item,
        entry=entry,
        defaults={"team_id": change.blog.team_id, "opened_at": change.now},
    )
    if new:
        older = WireTask.objects.filter(
            entry=entry, kind=kind, closed_at__isnull=True, item__chain=item.chain_id
        )
        older.exclude(item=item).update(closed_at=change.now, answer="A later version came")
    return new


def _close(
    change: Change,
    story: Story,
    entry: Entry,
    answer: str,
    *,
    only: Sequence[str] = Kind.values,
    kept: Sequence[str] = (),
) -> bool:
    """Close the entry's open tasks about this story; whether there were any."""
    rows = WireTask.objects.filter(
        entry=entry, item__chain=story.chain, kind__in=only, closed_at__isnull=True
    )
    return bool(rows.exclude(kind__in=kept).update(closed_at=change.now, answer=answer))
