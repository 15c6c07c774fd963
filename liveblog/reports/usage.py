"""Items received and used, by agency and feed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, Q

from liveblog.models import Entry
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table

COLUMNS = (
    Column("Agency"),
    Column("Feed"),
    Column("Items received", "count"),
    Column("Versions", "count"),
    Column("Advisories", "count"),
    Column("Used", "count"),
    Column("As copy", "count"),
    Column("Only cited", "count"),
    Column("Share used", "share"),
)
Key = tuple[int, int | None]  # agency, feed


def agencies(scope: Scope) -> Table:
    """An item is a chain: its versions count once. Used: in an update that became public."""
    copied = _counted(_used(scope, "built_from"))
    cited = _counted(_used(scope, "attributions__item") - _used(scope, "built_from"))
    rows = []
    for row in _received(scope):
        key = (row["chain__source"], row["feed"])
        used = copied[key] + cited[key]
        share = used / row["items"]
        named = (row["chain__source__name"], row["feed__name"] or "no feed")
        received = (row["items"], row["versions"], row["advisories"])
        rows.append((*named, *received, used, copied[key], cited[key], share))
    return Table(
        "agencies",
        "Received and used, by agency and feed",
        "Items that came in this period by every feed; used in updates of your teams' live blogs "
        "that became public, as copy or by citing them.",
        "No feed has brought anything in this period.",
        COLUMNS,
        rows,
    )


def _received(scope: Scope) -> Any:
    rows = scope.items().values("chain__source", "chain__source__name", "feed", "feed__name")
    return rows.annotate(
        items=Count("chain", distinct=True),
        versions=Count("pk"),
        advisories=Count("chain", distinct=True, filter=Q(is_advisory=True)),
    ).order_by("-items", "chain__source__name", "feed__name")


def _used(scope: Scope, path: str) -> set[tuple[int, int | None, int]]:
    """(agency, feed, chain) of what an entry uses by this path."""
    public = Entry.objects.filter(number__isnull=False, blog__team__in=scope.teams)
    rows = public.filter(**{f"{path}__in": scope.items()})
    names = (f"{path}__chain__source", f"{path}__feed", f"{path}__chain")
    return set(rows.order_by().values_list(*names).distinct())


def _counted(used: set[tuple[int, int | None, int]]) -> Counter[Key]:
    return Counter((agency, feed) for agency, feed, _ in used)
