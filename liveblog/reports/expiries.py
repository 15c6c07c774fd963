"""Agency copy that has to go soon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from liveblog import rights
from liveblog.models import AfterExpiry, Entry, RightsProfile
from liveblog.reports.scope import Scope
from liveblog.reports.tables import Column, Table

AHEAD = timedelta(days=30)


def expiries(scope: Scope) -> Table:
    """The next 30 days from now, whatever the period: updates by day, agency and what remains."""
    counted: Counter[tuple[date, str, str]] = Counter()
    for profile in RightsProfile.objects.filter(expires_after_days__isnull=False).select_related(
        "source"
    ):
        for published, stated in _due(scope, profile):
            end = published + _kept(profile)
            if stated is None or stated >= end:
                day = timezone.localdate(end)
                counted[day, profile.source.name, profile.get_after_expiry_display()] += 1
    for end, name, remains in _stated(scope):
        counted[timezone.localdate(end), name, remains] += 1
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


def _due(scope: Scope, profile: RightsProfile) -> list[tuple[datetime, datetime | None]]:
    """When the updates were published whose time is over in these days, and what their items say
    of it themselves."""
    kept = _kept(profile)
    rows = Entry.objects.filter(
        built_from__chain__source=profile.source_id,
        blog__team__in=scope.teams,
        state=Entry.State.PUBLISHED,
        rights_expired_at__isnull=True,
        published_at__gte=scope.now - kept,
        published_at__lt=scope.now - kept + AHEAD,
    )
    found = rows.values_list("published_at", "built_from__rights_until")
    return [(moment, stated) for moment, stated in found if moment is not None]


def _stated(scope: Scope) -> Iterator[tuple[datetime, str, str]]:
    """Where the item says itself when its rights end, and no contract ends them sooner."""
    rows = Entry.objects.filter(
        built_from__rights_until__gte=scope.now,
        built_from__rights_until__lt=scope.now + AHEAD,
        blog__team__in=scope.teams,
        state=Entry.State.PUBLISHED,
        rights_expired_at__isnull=True,
    )
    for entry in rows.select_related("built_from__chain__source__rights_profile"):
        item, published = entry.built_from, entry.published_at
        if item is None or item.rights_until is None or published is None:
            continue
        profile = getattr(item.chain.source, "rights_profile", None)
        end = rights.expires_at(published, profile.expires_after_days if profile else None)
        if end is None or item.rights_until < end:
            after = AfterExpiry(profile.after_expiry if profile else AfterExpiry.LINK)
            yield item.rights_until, item.chain.source.name, str(after.label)


def _kept(profile: RightsProfile) -> timedelta:
    return timedelta(days=profile.expires_after_days or 0)
