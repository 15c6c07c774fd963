"""Taking in a whole live blog that was published elsewhere: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from liveblog.actions import shared
from liveblog.actions.actors import Actor
from liveblog.actions.blog_fields import blog_fields_of
from liveblog.actions.blogs import create_blog
from liveblog.actions.change import Change, changing
from liveblog.actions.drafts import begin
from liveblog.actions.errors import ActionError, Invalid
from liveblog.actions.imported_before import imported_before, require_same
from liveblog.actions.new_rows import create_source, create_topic
from liveblog.actions.publishing import assign_number
from liveblog.actions.readiness import require_content
from liveblog.models import Attribution, LiveBlog, Role, Source, Topic


@dataclass(frozen=True, slots=True)
class ImportedAttribution:
    """An attribution that names its sources by slug."""

    source: str
    relation: str = Attribution.Relation.REPORTED
    via: str | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """One entry as it was public. `to_fill` keeps the place of an embed nobody has any more.

    `label` is how messages name it: "9:34 p.m., line 14".
    """

    display_at: datetime
    body: str = ""
    attributions: Sequence[ImportedAttribution] = ()
    to_fill: bool = False
    label: str = ""

    @property
    def embeds(self) -> list[dict[str, Any]]:
        return [{"to_fill": True}] if self.to_fill else []


@dataclass(frozen=True, slots=True)
class ImportedBlog:
    """A live blog as it was public; `entries` are oldest first.

    `key` (up to 80 characters) is the same for the same page of the same day. `sources` and
    `topic` are the fields of rows to add where none with their slug exists; those that do exist
    are never altered.
    """

    key: str
    fields: Mapping[str, Any]
    entries: Sequence[ImportedEntry]
    sources: Sequence[Mapping[str, Any]] = ()
    topic: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """`created` is false when the same page had been imported before: nothing was stored then."""

    blog: LiveBlog
    created: bool
    sources: list[Source] = field(default_factory=list)
    topic: Topic | None = None


Track = Callable[[Sequence[ImportedEntry]], Iterable[ImportedEntry]]


def import_blog(
    *, user: Actor, team_id: int, incoming: ImportedBlog, track: Track = iter
) -> ImportResult:
    """Store a live blog with its entries as ended coverage, in one transaction.

    Entries get their numbers and the blog its versions as in any publication; every stamp is the
    time on the page, so that nothing counts as late. Importing the same again changes nothing;
    if the text differs now, `Invalid` says in what. `track` may wrap the entries to show
    progress.
    """
    if not incoming.entries:
        raise Invalid({"entries": ["There is no entry to import."]})
    try:
        with transaction.atomic():
            known = imported_before(incoming.key)
            if known:
                return _unchanged(known, incoming)
            result, edits = _import(user, team_id, incoming, track)
    except IntegrityError:
        known = imported_before(incoming.key)  # by somebody else, a moment ago
        if known is None:
            raise
        return _unchanged(known, incoming)
    shared.finish(edits)
    return result


def _unchanged(known: LiveBlog, incoming: ImportedBlog) -> ImportResult:
    require_same(known, incoming)
    return ImportResult(known, created=False)


def _import(
    user: Actor, team_id: int, incoming: ImportedBlog, track: Track
) -> tuple[ImportResult, list[int]]:
    sources = _add_sources(user, incoming.sources)
    topic = _add_topic(user, incoming.topic)
    times = [entry.display_at for entry in incoming.entries]
    fields = {**incoming.fields, "coverage_start": min(times), "coverage_end": max(times)}
    if incoming.topic:
        fields["topic"] = Topic.objects.values_list("pk", flat=True).get(
            slug=incoming.topic["slug"]
        )
    blog = create_blog(user=user, team_id=team_id, fields=fields)
    # Before the entries, so that two imports of one page meet here and not at the end.
    LiveBlog.objects.filter(pk=blog.pk).update(import_key=incoming.key)
    with changing(user, blog.pk, Role.EDITOR) as change:
        _fill(change, incoming, track)
        edits = shared.announce(user, shared.neighbours_of(change.blog))
    return ImportResult(change.blog, created=True, sources=sources, topic=topic), edits


def _fill(change: Change, incoming: ImportedBlog, track: Track) -> None:
    blog = change.blog
    blog.status = LiveBlog.Status.ENDED
    blog.published_at = blog.coverage_start
    slugs = {slug for entry in incoming.entries for slug in _slugs(entry)}
    ids = dict(Source.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    for entry in track(incoming.entries):
        try:
            _import_entry(change, entry, ids)
        except ActionError as error:
            raise Invalid({"entries": [f"{entry.label or 'An entry'}: {error.message}"]}) from error
    assert blog.coverage_end is not None
    change.now = blog.coverage_end
    blog.revision += 1
    change.chrome()
    change.record_blog("import", blog_fields_of(blog))


def _import_entry(change: Change, incoming: ImportedEntry, source_ids: Mapping[str, int]) -> None:
    # The clock of the page, not of the import: it was public, and last changed, back then.
    change.now = incoming.display_at
    entry = begin(
        change,
        {
            "body": incoming.body,
            "display_at": incoming.display_at,
            "attributions": [_attribution(row, source_ids) for row in incoming.attributions],
            "embeds": incoming.embeds,
        },
    )
    assign_number(change, entry)
    require_content(entry)
    entry.published_at = incoming.display_at
    change.public(entry, "import")


def _attribution(row: ImportedAttribution, ids: Mapping[str, int]) -> dict[str, Any]:
    """As `EntryFields` takes it; a slug nobody has becomes an id nobody has, and is refused."""
    return {
        "source": ids.get(row.source),
        "relation": row.relation,
        "via": ids.get(row.via) if row.via else None,
        "person": row.person,
    }


def _slugs(entry: ImportedEntry) -> set[str]:
    return {slug for row in entry.attributions for slug in (row.source, row.via) if slug}


def _add_sources(user: Actor, rows: Sequence[Mapping[str, Any]]) -> list[Source]:
    known = set(Source.objects.values_list("slug", flat=True))
    return [create_source(user=user, fields=row) for row in rows if row["slug"] not in known]


def _add_topic(user: Actor, row: Mapping[str, Any] | None) -> Topic | None:
    if row is None or Topic.objects.filter(slug=row["slug"]).exists():
        return None
    return create_topic(user=user, fields=row)
