"""A live blog of the demo, played from its first minute to its last, all through the verbs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.utils import timezone

from liveblog import actions
from liveblog.demo.clock import turned_to
from liveblog.demo.reading import Day, Item, Step
from liveblog.demo.stage import Stage
from liveblog.demo.words import body_of, filled
from liveblog.models import Entry, LiveBlog, PubStatus, WireChain

WRITING = 6  # minutes from a reporter's first words to an editor's approval
READING = 2  # minutes from an agency's item to the first words built on it
MARK = "demo:"  # what the import key of the demo's live blogs begins with


@dataclass(slots=True)
class Play:
    """`zero` is the moment from which the day's minutes count."""

    stage: Stage
    day: Day
    zero: datetime
    blog_id: int = 0
    _scenes: list[tuple[int, Callable[[], object]]] = field(default_factory=list)

    def run(self) -> LiveBlog:
        """Play everything in the order in which it happened."""
        day = self.day
        self._at(min(day.start, day.entries[0].at) - 2 * WRITING, self._create)
        if not day.planned:
            self._at(day.start, self._open)
        for item in day.entries:
            self._plan(item)
        if day.end is not None:
            self._at(day.end, self._end)
        for minute, scene in sorted(self._scenes, key=lambda planned: planned[0]):
            with turned_to(self.moment(minute)):
                scene()
        return LiveBlog.objects.get(pk=self.blog_id)

    def _at(self, minute: int, scene: Callable[[], object]) -> None:
        self._scenes.append((minute, scene))

    def _plan(self, item: Item) -> None:
        performance = Performance(self, item)
        by_reporter = item.by == "ben" and item.ends == "publish"
        begun = item.at - WRITING if by_reporter else item.at
        if item.from_wire:
            self._at(begun - READING, performance.hear)
        self._at(begun, performance.begin)
        if by_reporter:
            self._at(item.at, performance.approve)
        for step in item.then:
            self._at(step.at, partial(performance.step, step))

    def _create(self) -> None:
        day, picture = self.day, self.stage.pictures.get(self.day.picture)
        blog = actions.create_blog(
            user=self.user(day.by),
            team_id=self.stage.teams[day.team].pk,
            fields={
                "kicker": day.kicker,
                "headline": day.headline,
                "standfirst": day.standfirst,
                "summary_points": day.summary,
                "lead_image": picture.pk if picture else None,
                "lead_caption": self.fill(day.lead_caption, day.start),
                "topic": self.stage.topics[day.topic].pk,
                "timezone": day.timezone,
                "byline": day.byline,
                "author_blurb": day.author_blurb,
                "coverage_start": self.moment(day.start),
            },
        )
        self.blog_id = blog.pk
        LiveBlog.objects.filter(pk=blog.pk).update(import_key=MARK + day.key)

    def _open(self) -> None:
        actions.open_coverage(user=self.user(self.day.by), blog_id=self.blog_id)

    def _end(self) -> None:
        actions.end_coverage(user=self.user(self.day.by), blog_id=self.blog_id)

    def moment(self, minute: int) -> datetime:
        return self.zero + timedelta(minutes=minute)

    def user(self, name: str) -> User:
        return self.stage.people[name]

    def fill(self, text: str, minute: int) -> str:
        return filled(text, self.moment(minute), ZoneInfo(self.day.timezone))


@dataclass(slots=True)
class Performance:
    """One entry, from its draft to whatever becomes of it."""

    play: Play
    item: Item
    entry_id: int = 0

    def begin(self) -> None:
        """Write the entry, and take it as far as its author may."""
        item, user = self.item, self.play.user(self.item.by)
        by_reporter = item.by == "ben"
        at_once = item.ends == "publish" and not by_reporter
        write = actions.publish_new if at_once else actions.create_draft
        entry = write(user=user, blog_id=self.play.blog_id, fields=self._fields())
        self.entry_id = entry.pk
        if item.ends == "submit" or (item.ends == "publish" and by_reporter):
            actions.submit(user=user, entry_id=entry.pk, revision=entry.revision)
        elif item.ends == "schedule":
            at = self.play.moment(item.due)
            actions.schedule(user=user, entry_id=entry.pk, revision=entry.revision, at=at)
        elif item.ends == "discard":
            actions.discard(user=user, entry_id=entry.pk, revision=entry.revision)

    def approve(self) -> None:
        """An editor publishes what the reporter submitted."""
        revision = self._revision()
        actions.approve(user=self.play.user("ada"), entry_id=self.entry_id, revision=revision)

    def step(self, step: Step) -> None:
        """Something that happens to the entry later on."""
        user, entry_id, revision = self.play.user(step.by), self.entry_id, self._revision()
        fields = {"body": self._body(after=step.at)}
        match step.verb:
            case "edit":
                actions.edit(user=user, entry_id=entry_id, revision=revision, fields=fields)
            case "correction" | "clarification":
                actions.correct(
                    user=user,
                    entry_id=entry_id,
                    revision=revision,
                    note=step.note,
                    fields=fields,
                    kind=step.verb,
                )
            case "work_on":
                fields["body"] += body_of(step.text)
                actions.save_working_copy(
                    user=user, entry_id=entry_id, fields=fields, based_on=revision
                )
            case "withdraw":
                actions.withdraw(user=user, entry_id=entry_id, note=step.note)
            case "restore":
                actions.restore(user=user, entry_id=entry_id, revision=revision)
            case "kill":
                self._cancel_copy()
                actions.kill(user=user, entry_id=entry_id, reason=step.note)
            case "pin":
                actions.pin(user=user, entry_id=entry_id)
            case other:
                raise ValueError(f"The demo has no verb “{other}”.")

    def hear(self) -> None:
        """The agency's item arrives."""
        item = self.play.stage.wire[self.item.from_wire]
        item.received_at = timezone.now()
        item.save(update_fields=["received_at"])

    def _revision(self) -> int:
        return Entry.objects.values_list("revision", flat=True).get(pk=self.entry_id)

    def _cancel_copy(self) -> None:
        """The agency's part of a kill: its chain is canceled first."""
        chains = WireChain.objects.filter(items__entries=self.entry_id)
        chains.update(pub_status=PubStatus.CANCELED)

    def _body(self, *, after: int) -> str:
        """The text as it stood right after minute `after`."""
        text = self.item.body
        for step in self.item.then:
            for before, now in step.was if step.at > after else []:
                if now not in text:
                    raise ValueError(f"“{now}” is not in the entry at {self.item.at}.")
                text = text.replace(now, before)
        shown_at = self.item.at if self.item.display is None else self.item.display
        return self.play.fill(body_of(text), shown_at)

    def _fields(self) -> dict[str, Any]:
        item, stage = self.item, self.play.stage
        user = stage.people[item.by]
        wire = stage.wire[item.from_wire].pk if item.from_wire else None
        picture = {"asset": stage.pictures[item.picture].pk} if item.picture else None
        return {
            "headline": item.headline,
            "body": self._body(after=item.at),
            "display_at": self._moment(item.display),
            "is_key_event": bool(item.key),
            "key_event_title": item.key,
            "urgency": item.urgency,
            "verification": item.verification,
            "tags": item.tags,
            "embargo_until": self._moment(item.embargo),
            "built_from": wire,
            "authors": [{"user": user.pk, "name": user.get_full_name()}],
            "attributions": [self._credit(text) for text in item.credits],
            "images": [picture | {"caption": item.caption}] if picture else [],
            "embeds": [item.embed] if item.embed else [],
        }

    def _moment(self, minute: int | None) -> datetime | None:
        return None if minute is None else self.play.moment(minute)

    def _credit(self, text: str) -> dict[str, Any]:
        """ "northwire reported via carrow-electric", "newsroom own_report by Ida Falk"."""
        rest, _, person = text.partition(" by ")
        rest, _, via = rest.partition(" via ")
        slug, relation = rest.split()
        sources = self.play.stage.sources
        return {
            "source": sources[slug].pk,
            "relation": relation,
            "via": sources[via].pk if via else None,
            "person": person,
        }
