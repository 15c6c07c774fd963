"""Agency copy that has to go soon."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from django.utils import timezone

from liveblog.models import Entry, RightsProfile
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table

AHEAD = timedelta(days=30)


def expiries(scope: Scope) -> Table:
    """The next 30 days from now, whatever the period: updates by day, agency and what remains."""
    counted: Counter[tuple[date, str, str]] = Counter()
    for profile in RightsProfile.objects.filter(expires_after_days__isnull=False).select_related(
        "source"
    ):
        for published in _due(scope, profile):
            day = timezone.localdate(published + _kept(profile))
            counted[day, profile.source.name, profile.get_after_expiry_display()] += 1
    return Table(
        "expiries",
        "Rights that expire in the next 30 days",
        "Public updates of your teams whose agency copy its contract allows no longer after that "
        "day, and what remains of them.",
        "No copy expires in the next 30 days.",
        (
            Column("Day", "day"),
            Column("Agency"),
            Column("Updates", "count"),
            Column("What remains"),
        ),
        [(day, agency, n, remains) for (day, agency, remains), n in sorted(counted.items())],
    )


def _due(scope: Scope, profile: RightsProfile) -> list[datetime]:
    """When the updates were published whose time is over in these days."""
    kept = _kept(profile)
    rows = Entry.objects.filter(
        built_from__chain__source=profile.source_id,
        blog__team__in=scope.teams,
        state=Entry.State.PUBLISHED,
        rights_expired_at__isnull=True,
        published_at__gte=scope.now - kept,
        published_at__lt=scope.now - kept + AHEAD,
    )
    found = rows.values_list("published_at", flat=True)
    return [moment for moment in found if moment is not None]


def _kept(profile: RightsProfile) -> timedelta:
    return timedelta(days=profile.expires_after_days or 0)
