"""One live blog in figures: by whom, from whom, how it stands, what was taken back."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count, Exists, F, OuterRef, Q

from liveblog.models import Attribution, Entry, EntryAuthor, Revision
from liveblog.reports.delays import delays
from liveblog.reports.hours import hours
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table, Value, first
from liveblog.spread import VERBS

State = Entry.State
GONE = ~Q(state=State.PUBLISHED)
DONE = {"correct": "Corrected", "withdraw": "Withdrawn", "kill": "Killed"}


def authors(scope: Scope) -> Table:
    """By byline; an update without one counts for whoever began it."""
    updates: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    bylines = EntryAuthor.objects.filter(entry__in=scope.entries()).order_by().values("name")
    taken = Count("entry", distinct=True, filter=~Q(entry__state=State.PUBLISHED))
    for row in bylines.annotate(n=Count("entry", distinct=True), gone=taken):
        updates[row["name"]] += row["n"]
        gone[row["name"]] += row["gone"]
    own = ~Exists(EntryAuthor.objects.filter(entry=OuterRef("pk")))
    person = [f"created_by__{name}" for name in ("first_name", "last_name", "username")]
    begun = scope.entries().filter(own).order_by().values("created_by", *person)
    for row in begun.annotate(n=Count("pk"), gone=Count("pk", filter=GONE)):
        first_name, last_name, username = (row[name] or "" for name in person)
        name = f"{first_name} {last_name}".strip() or username or "Newsroom"
        updates[name] += row["n"]
        gone[name] += row["gone"]
    found, more = first(
        ((name, count, gone[name]) for name, count in _ordered(updates)), scope.limit
    )
    return Table(
        "authors",
        "By author",
        "Updates published in this period by the names in their bylines; one with two names counts "
        "for both, one without for whoever began it.",
        "Nothing was published in this period.",
        (Column("Author"), Column("Updates", "count"), Column("Taken down since", "count")),
        found,
        more=more,
    )


def credited(scope: Scope) -> Table:
    """By the sources they credit."""
    own = Q(entry__built_from__chain__source=F("source"))
    rows = (
        Attribution.objects.filter(entry__in=scope.entries())
        .order_by()
        .values("source__name")
        .annotate(n=Count("entry", distinct=True), copied=Count("entry", distinct=True, filter=own))
        .order_by("-n", "source__name")
    )
    found, more = first(rows[: scope.limit + 1], scope.limit)
    return Table(
        "credited",
        "By source",
        "Updates published in this period by the sources they credit; one with two sources counts "
        "for both.",
        "No update published in this period credits anybody.",
        (Column("Source"), Column("Updates", "count"), Column("Built from its copy", "count")),
        [(row["source__name"], row["n"], row["copied"]) for row in found],
        more=more,
    )


def states(scope: Scope) -> Table:
    """How what was published then stands now, and what is being written now."""
    published = scope.entries().order_by().values_list("state").annotate(n=Count("pk"))
    writing = Entry.objects.filter(blog=scope.blog, number=None, state__in=Entry.UNPUBLISHED)
    begun = writing.order_by().values_list("state").annotate(n=Count("pk"))
    counts = Counter(dict(published)) + Counter(dict(begun))
    order = [each for each in State if counts[each]]
    return Table(
        "states",
        "By state",
        "What was published in this period, as it stands now; drafts, reviews and scheduled "
        "updates whenever they were begun.",
        "There is nothing.",
        (Column("State"), Column("Updates", "count")),
        [(str(state.label), counts[state]) for state in order],
    )


def taken_back(scope: Scope) -> Table:
    """What was corrected, withdrawn or killed in this period, newest first."""
    rows = (
        Revision.objects.filter(
            blog=scope.blog,
            verb__in=VERBS,
            at__gte=scope.since,
            at__lt=scope.until,
            entry__number__isnull=False,
        )
        .select_related("user", "entry")
        .defer("snapshot", "entry__body", "entry__body_text")
        .order_by("-at", "-pk")
    )
    found, more = first(rows[: scope.limit + 1], scope.limit)
    return Table(
        "taken_back",
        "Corrections, withdrawals and kills",
        "What was put right or taken back in this period, and by whom.",
        "Nothing was corrected, withdrawn or killed in this period.",
        (
            Column("Update", "count"),
            Column("What"),
            Column("When", "moment"),
            Column("By"),
            Column("Minutes it was public", "minutes"),
        ),
        [_taken(row) for row in found],
        [row.entry_id for row in found],
        more=more,
    )


def _taken(row: Revision) -> tuple[Value, ...]:
    entry = row.entry
    assert entry is not None
    assert entry.published_at is not None
    person = (row.user.get_full_name() or row.user.get_username()) if row.user else "Newsroom"
    public = (row.at - entry.published_at).total_seconds() / 60
    return entry.number, DONE[row.verb], row.at, person, max(public, 0.0)


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


ONE_BLOG = {
    table.__name__: table for table in (hours, authors, credited, states, taken_back, delays)
}
