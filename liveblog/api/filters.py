"""What lists may be narrowed by. Values were checked before; see `query`."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django_filters import Filter, FilterSet

from liveblog import search, words
from liveblog.api import fields
from liveblog.api.fields import Parameter
from liveblog.api.outlet import outlet_of
from liveblog.models import Entry, EntryAuthor, LiveBlog
from liveblog.models.entry import EntryQuerySet


class TextFilter(Filter):
    field_class = fields.Text


class ChoiceFilter(Filter):
    field_class = fields.Choice


class YesNoFilter(Filter):
    field_class = fields.YesNo


class MomentFilter(Filter):
    field_class = fields.Moment


GONE = (Entry.State.WITHDRAWN, Entry.State.KILLED)


class EntryFilter(FilterSet):
    """Filters by content look at published entries only: of a tombstone nothing can be learnt."""

    state = ChoiceFilter(
        values=[Entry.State.PUBLISHED, *GONE, "all"],
        method="in_state",
        help_text="Published entries if not given; those taken down come as tombstones.",
    )
    source = TextFilter(
        max_length=120, method="crediting", help_text="The slug of a source credited, also as via."
    )
    author = TextFilter(
        max_length=120, method="written_by", help_text="An author's name as it is printed."
    )
    key_event = YesNoFilter(field_name="is_key_event", help_text="Only key events, or none.")
    display_after = MomentFilter(
        field_name="display_at", lookup_expr="gte", help_text="Display time at or after this."
    )
    display_before = MomentFilter(
        field_name="display_at", lookup_expr="lt", help_text="Display time before this."
    )
    published_after = MomentFilter(
        field_name="published_at", lookup_expr="gte", help_text="Published at or after this."
    )
    published_before = MomentFilter(
        field_name="published_at", lookup_expr="lt", help_text="Published before this."
    )
    text = TextFilter(
        max_length=100,
        method="with_words",
        help_text="Words that all occur in the text or headline, in any case; “phrases” in "
        "quotes; of the last word its beginning.",
    )

    def filter_queryset(self, queryset: QuerySet[Any]) -> EntryQuerySet:
        """Narrow the published entries and tombstones of one blog."""
        asked = self.form.cleaned_data
        state = asked["state"] or Entry.State.PUBLISHED
        by_content = any(value is not None for name, value in asked.items() if name != "state")
        if by_content:
            queryset = queryset.filter(state=Entry.State.PUBLISHED)
        if state != "all":
            queryset = queryset.filter(state=state)
        return cast("EntryQuerySet", super().filter_queryset(queryset))

    def in_state(self, entries: EntryQuerySet, name: str, value: str) -> EntryQuerySet:
        return entries  # settled in filter_queryset, as its absence means something too

    def crediting(self, entries: EntryQuerySet, name: str, slug: str) -> EntryQuerySet:
        return entries.crediting(slug)

    def written_by(self, entries: EntryQuerySet, name: str, value: str) -> EntryQuerySet:
        authors = EntryAuthor.objects.filter(entry=OuterRef("pk"))
        return entries.filter(Exists(authors.filter(name__iexact=value)))

    def with_words(self, entries: EntryQuerySet, name: str, value: str) -> EntryQuerySet:
        question = words.question(value)
        outlet = outlet_of(cast("HttpRequest", self.request))
        return entries.filter(search.matching(question, *outlet))


class BlogFilter(FilterSet):
    status = ChoiceFilter(values=list(LiveBlog.PUBLIC), help_text="Live, ended or archived ones.")
    topic = TextFilter(
        field_name="topic__slug", max_length=120, help_text="The slug of the topic they belong to."
    )


def parameters(filters: type[FilterSet]) -> dict[str, Parameter]:
    """The checked fields behind a set of filters, by name."""
    return {name: cast("Parameter", one.field) for name, one in filters.base_filters.items()}
