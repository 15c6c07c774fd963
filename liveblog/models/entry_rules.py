"""What the database holds an entry to, and by which ways it is found: each with its reason."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

INDEXES = [
    # The live page and its older pages: keyset by the sort key, public rows only.
    models.Index(
        fields=["blog", "-display_at", "-number"],
        condition=Q(state="published"),
        name="entry_timeline",
    ),
    models.Index(
        fields=["blog", "-display_at", "-number"],
        condition=Q(state="published", is_key_event=True),
        name="entry_key_events",
    ),
    models.Index(fields=["blog", "desk_seq"], name="entry_desk_cursor"),
    # The desk's two lists: work in progress, last touched first; and everything that was
    # ever public in the readers' order, tombstones included.
    models.Index(
        fields=["blog", "-desk_seq"],
        condition=Q(number__isnull=True),
        name="entry_desk_progress",
    ),
    models.Index(
        fields=["blog", "-display_at", "-number"],
        condition=Q(number__isnull=False),
        name="entry_desk_timeline",
    ),
    # The statistics: what was published from one moment to another.
    models.Index(
        fields=["blog", "published_at"],
        condition=Q(number__isnull=False),
        name="entry_published",
    ),
    # What the worker looks at every second.
    models.Index(fields=["scheduled_for"], condition=Q(state="scheduled"), name="entry_due"),
    # What the calendar asks of the days to come.
    models.Index(
        fields=["embargo_until"],
        condition=Q(number__isnull=True, embargo_until__isnull=False),
        name="entry_embargo_lifts",
    ),
]

CONSTRAINTS: list[models.BaseConstraint] = [
    # Numbers are public names: never shared, never reused.
    models.UniqueConstraint(
        fields=["blog", "number"], condition=Q(number__isnull=False), name="entry_number"
    ),
    # One change, one seq: a delta cut between two entries loses neither. Also the index
    # behind `changes`.
    models.UniqueConstraint(fields=["blog", "seq"], condition=Q(seq__gt=0), name="entry_seq"),
    models.CheckConstraint(
        condition=Q(number__isnull=True, seq=0, first_seq=0, published_at__isnull=True)
        | Q(
            number__isnull=False,
            seq__gt=0,
            first_seq__gt=0,
            published_at__isnull=False,
            display_at__isnull=False,
        ),
        name="entry_public_things_come_together",
    ),
    models.CheckConstraint(
        condition=Q(state__in=["draft", "in_review", "scheduled", "discarded"])
        & Q(number__isnull=True)
        | Q(state__in=["published", "withdrawn"]) & Q(number__isnull=False)
        | Q(state="killed", killed_at__isnull=False),
        name="entry_number_once_public",
    ),
    models.CheckConstraint(
        condition=~Q(state="scheduled") | Q(scheduled_for__isnull=False),
        name="entry_scheduled_has_a_time",
    ),
    # What is held goes out by its schedule, whatever else happens.
    models.CheckConstraint(
        condition=Q(held_from="") | Q(state="scheduled"), name="entry_held_is_scheduled"
    ),
    # A schedule before the embargo would be a leak waiting for the worker.
    models.CheckConstraint(
        condition=Q(scheduled_for__isnull=True)
        | Q(embargo_until__isnull=True)
        | Q(scheduled_for__gte=F("embargo_until")),
        name="entry_schedule_after_embargo",
    ),
    models.CheckConstraint(
        condition=Q(urgency__gte=1, urgency__lte=9), name="entry_urgency_1_to_9"
    ),
]
