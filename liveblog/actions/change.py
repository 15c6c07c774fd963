"""One transaction on one live blog: locks, permission, counters, version, revision, wake-up.

Lock order everywhere: wire chain → blog (ascending id) → entries. On SQLite every transaction
begins IMMEDIATE and so holds the only write lock; `select_for_update` is then a plain read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from liveblog import credits, sanitise, search, security_log
from liveblog.actions.actors import Actor, authorise, user_of
from liveblog.actions.content import credited_sources, fields_of, snapshot_of
from liveblog.actions.errors import NotFound, Stale, WrongState
from liveblog.actions.wake import wake_on_commit
from liveblog.models import CreditCount, Entry, LiveBlog, Revision, Role, WireChain


@dataclass(slots=True)
class Before:
    """What an entry contributed to the chrome before the verb."""

    public: bool
    key_event: bool
    sources: set[int]


class Change:
    """What a verb does to one locked blog. Verbs call `public`, `private` and `chrome`."""

    def __init__(self, blog: LiveBlog, actor: Actor, role: Role, now: datetime) -> None:
        self.blog = blog
        self.actor = actor
        self.role = role
        self.now = now
        self._version_before = blog.version
        self._chrome = False
        self._before: dict[int, Before] = {}
        self._revisions: list[Revision] = []
        self._desk_moved = False

    def entry(self, entry_id: int, *, revision: int | None = None) -> Entry:
        """Lock and return an entry of this blog; `revision` is what the editor last saw."""
        entry = (
            Entry.objects.select_for_update(of=("self",))
            .filter(pk=entry_id, blog=self.blog)
            .first()
        )
        if entry is None:
            raise NotFound("There is no such entry in this live blog.")
        entry.blog = self.blog
        if revision is not None and revision != entry.revision:
            raise Stale(
                "Somebody else saved this entry after you opened it. "
                "Your text is kept; compare the two and save again.",
                current=fields_of(entry),
                revision=entry.revision,
            )
        self.remember(entry)
        return entry

    def remember(self, entry: Entry) -> None:
        """Note what the entry adds to the chrome now, to tell afterwards what changed."""
        public = entry.state == Entry.State.PUBLISHED
        sources = credited_sources(entry) if public else set()
        self._before[entry.pk] = Before(public, public and entry.is_key_event, sources)

    def require(self, entry: Entry, *states: str) -> None:
        """Raise `WrongState` unless the entry is in one of `states`."""
        if entry.state not in states:
            raise WrongState(
                f"This entry is {entry.get_state_display().lower()}, so that cannot be done."
            )

    def public(self, entry: Entry, verb: str, note: str = "") -> None:
        """Save a publicly visible change of `entry` under the next version."""
        self.blog.version += 1
        entry.seq = self.blog.version
        entry.first_seq = entry.first_seq or entry.seq
        entry.updated_at = self.now
        self._save(entry, verb, note)
        self._chrome_after(entry)

    def private(self, entry: Entry, verb: str, note: str = "") -> None:
        """Save a change only the desk sees."""
        self._save(entry, verb, note)

    def touch(self, entry: Entry) -> None:
        """Give `entry` the next version because something it shows has changed elsewhere."""
        self.blog.version += 1
        entry.seq = self.blog.version
        entry.updated_at = self.now
        entry.desk_seq = self.desk()
        entry.save(update_fields=["seq", "updated_at", "desk_seq"])
        if entry.pk == self.blog.pinned_entry_id or entry.is_key_event:
            self._chrome = True

    def flag(self, entry: Entry, alert: str) -> None:
        """Tell the desk something about `entry`. No revision: nobody's save is refused for it."""
        entry.alert = alert[:300]
        entry.desk_seq = self.desk()
        entry.save(update_fields=["alert", "desk_seq"])

    def chrome(self) -> None:
        """Something around the entries changed."""
        self._chrome = True

    def record_blog(self, verb: str, snapshot: dict[str, Any], note: str = "") -> None:
        """Keep a revision of the blog's own fields."""
        self.desk()
        self._revise(None, self.blog.revision, verb, snapshot, note)

    def _save(self, entry: Entry, verb: str, note: str) -> None:
        entry.revision += 1
        entry.desk_seq = self.desk()
        if entry.state != Entry.State.SCHEDULED:
            entry.held_from = ""
        entry.save()
        search.keep(entry)
        self._revise(entry, entry.revision, verb, snapshot_of(entry), note)

    def _revise(
        self, entry: Entry | None, number: int, verb: str, snapshot: dict[str, Any], note: str
    ) -> None:
        self._revisions.append(
            Revision(
                blog=self.blog,
                entry=entry,
                number=number,
                verb=verb,
                user=user_of(self.actor),
                note=sanitise.note(note)[:500],
                blog_version=0,
                snapshot=snapshot,
            )
        )

    def desk(self) -> int:
        """Move the editors' cursor and return it."""
        self._desk_moved = True
        self.blog.desk_version += 1
        return self.blog.desk_version

    def _chrome_after(self, entry: Entry) -> None:
        before = self._before.get(entry.pk) or Before(False, False, set())
        public = entry.state == Entry.State.PUBLISHED
        sources = credited_sources(entry) if public else set()
        self.blog.public_entries += int(public) - int(before.public)
        self.count(sources - before.sources, 1)
        self.count(before.sources - sources, -1)
        if self.blog.pinned_entry_id == entry.pk:
            self._chrome = True
            if not public:
                self.blog.pinned_entry = None
        if before.key_event or (public and entry.is_key_event):
            self._chrome = True
        self._before[entry.pk] = Before(public, public and entry.is_key_event, sources)

    def count(self, sources: Iterable[int], step: int) -> None:
        """Move the credit counters of `sources` by `step` and derive the line again."""
        for source_id in sorted(sources):
            row, _ = CreditCount.objects.get_or_create(blog=self.blog, source_id=source_id)
            CreditCount.objects.filter(pk=row.pk).update(entries=F("entries") + step)
        if sources:
            self.refresh_credit_line()

    def refresh_credit_line(self) -> None:
        """Derive the credit line from the counters; a different line is a chrome change."""
        rows = CreditCount.objects.filter(
            blog=self.blog, entries__gt=0, source__in_credit_line=True
        ).values_list("source__name", "entries")
        order = credits.order_for_credit_line(dict(rows))
        line = credits.credit_line(order, language=self.blog.language)
        if line != self.blog.credit_line:
            self.blog.credit_line = line
            self._chrome = True

    def finish(self) -> None:
        """Stamp the chrome, store blog and revisions, and wake the readers on commit."""
        blog = self.blog
        if self._chrome and blog.version == self._version_before:
            blog.version += 1
        if self._chrome:
            blog.chrome_seq = blog.version
        moved = blog.version != self._version_before
        if moved:
            blog.updated_at = self.now
        if moved or self._desk_moved:
            blog.save()
        for revision in self._revisions:
            revision.blog_version = blog.version
        Revision.objects.bulk_create(self._revisions)
        self._tell()
        if moved or self._desk_moved:
            wake_on_commit(blog.pk, blog.version)

    def _tell(self) -> None:
        """Let the log know of what became public or had to go; ids only, never texts."""
        for revision in self._revisions:
            entry = revision.entry
            name = f"{'entry' if entry else 'blog'}.{revision.verb}"
            if name not in security_log.EVENTS:
                continue
            facts = {"entry": entry.pk, "number": entry.number} if entry else {}
            security_log.on_commit(
                name, user=self.actor, blog=self.blog.pk, version=self.blog.version, **facts
            )


def lock_chains(chain_ids: Iterable[int]) -> None:
    """Lock wire chains in ascending id, before any blog."""
    ids = sorted({pk for pk in chain_ids if pk})
    if ids:
        list(WireChain.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


@contextmanager
def changing(
    actor: Actor, blog_id: int, needs: Role, *, chains: Iterable[int] = ()
) -> Iterator[Change]:
    """Open a transaction holding `chains` and then the blog, for an actor who may."""
    with transaction.atomic():
        lock_chains(chains)
        blog = LiveBlog.objects.select_for_update().filter(pk=blog_id).first()
        if blog is None:
            raise NotFound("There is no such live blog.")
        role = authorise(actor, blog.team_id, needs)
        change = Change(blog, actor, role, timezone.now())
        yield change
        change.finish()


def chains_of_items(item_ids: Iterable[int | None]) -> set[int]:
    """The chains of wire items, read without a lock (items never change their chain)."""
    # An id that cannot be one is refused where the fields are cleaned.
    ids = {pk for pk in item_ids if isinstance(pk, int) and 0 < pk < 2**63}
    return (
        set(WireChain.objects.filter(items__in=ids).values_list("pk", flat=True)) if ids else set()
    )
