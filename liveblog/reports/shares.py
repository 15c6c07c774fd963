"""What live blogs were made of: agencies' copy and own words, and who was credited."""

from __future__ import annotations

from django.db.models import Count, Exists, F, OuterRef, Q

from liveblog.models import Attribution
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table, first


def blogs(scope: Scope) -> Table:
    """One row a live blog: the busiest first."""
    citing = Attribution.objects.filter(entry=OuterRef("pk"), item__isnull=False)
    copied = Q(built_from__isnull=False)
    counted = (
        scope.entries()
        .annotate(cites=Exists(citing))
        .values("blog", "blog__headline")
        .annotate(
            n=Count("pk"),
            copied=Count("pk", filter=copied),
            cited=Count("pk", filter=~copied & Q(cites=True)),
        )
        .order_by("-n", "blog")
    )
    found, more = first(counted[: scope.limit + 1], scope.limit)
    rows = [
        (
            row["blog__headline"],
            row["n"],
            row["copied"],
            row["n"] - row["copied"],
            row["cited"],
            row["copied"] / row["n"],
        )
        for row in found
    ]
    columns = (
        Column("Live blog"),
        Column("Updates", "count"),
        Column("Built from copy", "count"),
        Column("Own words", "count"),
        Column("Of these citing an item", "count"),
        Column("Share of copy", "share"),
    )
    return Table(
        "blogs",
        "Copy and own words, by live blog",
        "Updates published in this period, taken down since or not.",
        "Nothing was published in this period.",
        columns,
        rows,
        more=more,
    )


def sources(scope: Scope) -> Table:
    """One row a live blog and source credited there."""
    own = Q(entry__built_from__chain__source=F("source"))
    counted = (
        Attribution.objects.filter(entry__in=scope.entries())
        .values("entry__blog", "entry__blog__headline", "source__name")
        .annotate(
            n=Count("entry", distinct=True),
            copied=Count("entry", distinct=True, filter=own),
        )
        .order_by("entry__blog__headline", "entry__blog", "-n", "source__name")
    )
    found, more = first(counted[: scope.limit + 1], scope.limit)
    return Table(
        "sources",
        "Sources, by live blog",
        "How many updates credit a source, and how many of them carry its copy.",
        "No update published in this period credits anybody.",
        (
            Column("Live blog"),
            Column("Source"),
            Column("Updates crediting it", "count"),
            Column("Built from its copy", "count"),
        ),
        [
            (row["entry__blog__headline"], row["source__name"], row["n"], row["copied"])
            for row in found
        ],
        more=more,
    )
