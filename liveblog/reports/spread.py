"""The facts behind `liveblog.spread`: what is known of a consumer now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from liveblog import spread
from liveblog.changes import POLL_ENDED_MS, POLL_LIVE_MS
from liveblog.models import (
    EmbedCard,
    Entry,
    EntryWords,
    LiveBlog,
    MediaAsset,
    Membership,
    PartnerCursor,
    Reach,
    Revision,
    SharedEdit,
    StaticExportCursor,
    WebProcess,
    WireItem,
)
from liveblog.spread import Case, Line, clock_of

State = Entry.State
LATELY = timedelta(minutes=10)
HEARD = timedelta(days=7)  # of a partner; who has not asked for longer has gone
STATE_AFTER = {"kill": State.KILLED, "withdraw": State.WITHDRAWN, "correct": State.PUBLISHED}


@dataclass(frozen=True, slots=True)
class Subject:
    """One update that was taken back or put right."""

    blog: LiveBlog
    entry: Entry
    case: Case


Consumer = Callable[[Subject], Sequence[Line]]


def recent(blog: LiveBlog, now: datetime) -> Iterator[Subject]:
    """What was taken back or put right in the last minutes, newest first, an update once."""
    rows = _verbs(blog).filter(at__gte=now - LATELY)
    seen: set[int] = set()
    for revision in rows.select_related("entry").defer("snapshot", "entry__body"):
        assert revision.entry is not None
        if revision.entry.pk not in seen:
            seen.add(revision.entry.pk)
            if found := _subject(blog, revision, now):
                yield found


def of_entry(blog: LiveBlog, entry: Entry, now: datetime) -> Subject | None:
    """The last time this update was taken back or put right; None if it never was."""
    rows = _verbs(blog).filter(entry=entry).select_related("entry").defer("snapshot")
    revision = rows.first()
    return _subject(blog, revision, now) if revision else None


def lines(subject: Subject, consumers: Sequence[Consumer] | None = None) -> list[Line]:
    """Every consumer's lines, in the order of the list."""
    return [line for consumer in consumers or CONSUMERS for line in consumer(subject)]


def _verbs(blog: LiveBlog) -> QuerySet[Revision]:
    rows = Revision.objects.filter(blog=blog, verb__in=spread.VERBS, entry__number__isnull=False)
    return rows.order_by("-at", "-pk")


def _subject(blog: LiveBlog, revision: Revision, now: datetime) -> Subject | None:
    """None where it has been restored since: nothing has to go any more."""
    entry = revision.entry
    assert entry is not None
    if entry.state != STATE_AFTER[revision.verb]:
        return None

    case = Case(revision.verb, revision.blog_version, revision.at, now, clock_of(blog.zone, now))
    return Subject(blog, entry, case)


def processes(subject: Subject) -> list[Line]:
    """Web processes with their open and kept pages, and what stands in front of them."""
    reaches = {row.process_id: row for row in Reach.objects.filter(blog=subject.blog)}
    since = subject.case.now - WebProcess.FORGOTTEN
    rows = WebProcess.objects.filter(at__gte=since).order_by("name")
    found = [_process(row, reaches.get(row.pk)) for row in rows]
    live = subject.blog.status == LiveBlog.Status.LIVE
    poll = timedelta(milliseconds=POLL_LIVE_MS if live else POLL_ENDED_MS)
    return spread.processes(subject.case, found, poll)


def _process(row: WebProcess, reach: Reach | None) -> spread.Process:
    if reach is None:
        return spread.Process(row.name, row.at)
    return spread.Process(
        row.name, row.at, reach.version, reach.reached_at, reach.readers, reach.behind
    )


def made_anew(subject: Subject) -> list[Line]:
    """Feeds, API, search."""
    in_search = EntryWords.objects.filter(pk=subject.entry.pk).exists()
    return spread.made_anew(subject.case, in_search)


def files(subject: Subject) -> list[Line]:
    """The static exports that have this live blog."""
    rows = StaticExportCursor.objects.filter(blog=subject.blog)
    return spread.files(subject.case, dict(rows.values_list("target", "delivered_version")))


def pictures(subject: Subject) -> list[Line]:
    """The files of its pictures."""
    assets = MediaAsset.objects.filter(used_in__entry=subject.entry).order_by("pk")
    served = [str(asset) for asset in assets if asset.killed_at is None]
    return spread.pictures(subject.case, served, len(assets) - len(served))


def embeds(subject: Subject) -> list[Line]:
    """Our copies of what it embeds."""
    cards = EmbedCard.objects.filter(embeds__entry=subject.entry).exclude(thumbnail="").distinct()
    alive = Q(state=State.PUBLISHED) | Q(state__in=Entry.UNPUBLISHED)
    shown = Entry.objects.filter(alive).values("embeds__card")
    served = cards.filter(pk__in=shown).count()
    return spread.embeds(subject.case, served, cards.count() - served)


def agency(subject: Subject) -> list[Line]:
    """The same wire item in other live blogs, where a kill or a hold came from the agency."""
    entry = subject.entry
    items = WireItem.objects.filter(Q(entries=entry) | Q(citations__entry=entry))
    chains = set(items.order_by().values_list("chain", flat=True))
    if not chains:
        return []
    edits = SharedEdit.objects.filter(
        kind=SharedEdit.Kind.WIRE, object_id__in=chains, finished_at__isnull=True
    )
    errors = list(edits.values_list("error", flat=True))
    others = Entry.objects.filter(
        built_from__chain__in=chains, state__in=(State.KILLED, State.WITHDRAWN)
    ).exclude(blog=subject.blog)
    elsewhere = others.values("blog").distinct().count()
    why = next((f"Last time: {error}" for error in errors if error), "")
    return spread.agency(subject.case, elsewhere, len(errors), why)


def partners(subject: Subject) -> list[Line]:
    """Who asks for this live blog with a token."""
    rows = PartnerCursor.objects.filter(
        blog=subject.blog, at__gte=subject.case.now - HEARD
    ).select_related("token")
    ours = set(Membership.objects.filter(team=subject.blog.team_id).values_list("user", flat=True))
    found = [
        spread.Partner(
            f"“{row.token.name}”" if row.token.user_id in ours else "of another team",
            row.since,
            row.version,
            row.at,
        )
        for row in rows.order_by("token__name", "pk")
    ]
    return spread.partners(subject.case, found)


# In the order of the list. Whoever adds a consumer that keeps copies adds its function here.
CONSUMERS: list[Consumer] = [processes, made_anew, files, pictures, embeds, agency, partners]
