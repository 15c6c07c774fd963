"""Updates that owe somebody a credit, or took more words than they may."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from liveblog import credits, sanitise, words
from liveblog.models import Attribution, Entry, EntryWords, Source
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table, Value, first

WHERE = (Column("Live blog"), Column("Update", "count"))
Row = tuple[tuple[Value, ...], int]  # cells, the entry's id


def uncredited(scope: Scope) -> Table:
    """Built from copy without naming its source, or naming an agency without attributing to it."""
    found, more = first(_uncredited(scope), scope.limit)
    return Table(
        "uncredited",
        "Updates without credit",
        "Public updates of this period that carry an agency's copy or name an agency, and do not "
        "attribute anything to it.",
        "Every update of this period credits whom it carries or names.",
        (*WHERE, Column("Agency"), Column("Why")),
        [cells for cells, _ in found],
        [entry for _, entry in found],
        more=more,
    )


def _uncredited(scope: Scope) -> Iterator[Row]:
    for entry in _carrying(scope):
        assert entry.built_from is not None
        agency = entry.built_from.chain.source.name
        yield _row(entry, agency, "It is built from its copy."), entry.pk
    for source in Source.objects.filter(kind=Source.Kind.WIRE_AGENCY).order_by("name"):
        registry = [source.as_name()]
        for entry in _naming(scope, source):
            if credits.find_named(entry.body_text.split("\n"), registry):
                yield _row(entry, source.name, "Its text names it."), entry.pk


def _carrying(scope: Scope) -> Iterator[Entry]:
    owed = Q(pk__in=[])
    for whom in ("built_from__chain__source", "built_from__credited"):
        owed |= Q(source=OuterRef(whom)) | Q(via=OuterRef(whom))
    credit = Attribution.objects.filter(owed, entry=OuterRef("pk"))
    rows = scope.public().filter(~Exists(credit), built_from__isnull=False)
    yield from _listed(rows.select_related("built_from__chain__source"))


def _naming(scope: Scope, source: Source) -> Iterator[Entry]:
    """Candidates by the index of words; whether they do name it the text says."""
    asked = [words.question(f'"{name}"') for name in _names(source)]
    named = Q(pk__in=[])
    for question in filter(None, asked):
        named |= Q(pk__in=EntryWords.objects.filter(headline__holds=question).values("pk"))
    credit = Attribution.objects.filter(Q(source=source) | Q(via=source), entry=OuterRef("pk"))
    others = ~Q(built_from__chain__source=source)  # of its own copy it has been said
    yield from _listed(scope.public().filter(named, others, ~Exists(credit)))


def _names(source: Source) -> set[str]:
    return {source.name.removeprefix("The "), source.short_name, *source.forms} - {""}


def overquoted(scope: Scope) -> Table:
    """Own words that cite an item and yet hold more of it in a row than an excerpt may have."""
    found, more = first(_overquoted(scope), scope.limit)
    return Table(
        "overquoted",
        "Updates that quote too much",
        "Public updates of this period that only cite an item, and share more of its words in a "
        "row than the contract's excerpt has.",
        "No update of this period quotes more than it may.",
        (
            *WHERE,
            Column("Agency"),
            Column("Words in a row", "count"),
            Column("Allowed", "count"),
        ),
        [cells for cells, _ in found],
        [entry for _, entry in found],
        more=more,
    )


def _overquoted(scope: Scope) -> Iterator[Row]:
    cited = (
        Attribution.objects.filter(item__isnull=False, entry__in=scope.public())
        .exclude(entry__built_from__chain=F("item__chain"))
        .select_related("entry__blog", "item__chain__source__rights_profile")
        .order_by("-entry__published_at", "-entry", "pk")
    )
    for each in cited.iterator(chunk_size=200):
        assert each.item is not None
        allowed = each.item.terms.excerpt_words
        copy = sanitise.body_text(each.item.body)
        run = len(credits.longest_run(each.entry.body_text, copy))
        if run > allowed:
            agency = each.item.chain.source.name
            yield (*_row(each.entry, agency), run, allowed), each.entry_id


def _listed(rows: QuerySet[Entry]) -> Iterator[Entry]:
    narrow = rows.select_related("blog").defer("body").order_by("-published_at", "-pk")
    yield from narrow.iterator(chunk_size=200)


def _row(entry: Entry, *rest: Value) -> tuple[Value, ...]:
    return entry.blog.headline, entry.number, *rest
