"""Where agency copy comes from, and how its delivery goes."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class WireFeed(models.Model):
    """One delivery of one provider: an address that is asked, a folder, or a door for pushes."""

    class Kind(models.TextChoices):
        ADDRESS = "address", "A web address that is asked"
        FOLDER = "folder", "A folder files are put into"
        PUSH = "push", "The agency sends to us"

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ADDRESS)
    address = models.CharField(
        max_length=2000, blank=True, help_text="The web address, or the folder's path."
    )
    form = models.CharField(
        "format",
        max_length=20,
        default="auto",
        help_text="What the files are written in. “auto”: each file tells.",
    )
    provider = models.ForeignKey(
        "liveblog.Source",
        on_delete=models.PROTECT,
        related_name="feeds",
        help_text="Whose items these are: their contract and their guids.",
    )
    retracts = models.ManyToManyField(
        "liveblog.Source",
        blank=True,
        related_name="+",
        help_text="Whose items a message of this feed may hold, correct or kill.",
    )
    credited = models.ForeignKey(
        "liveblog.Source",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="Whom readers are told where an item names nobody known. Empty: the provider.",
    )
    timezone = models.CharField(
        max_length=64, blank=True, help_text="The zone of times that name none: Europe/Helsinki."
    )
    services = models.JSONField(
        default=dict, blank=True, help_text='What its service codes mean: {"eca": "Economy"}.'
    )
    levels = models.JSONField(
        default=dict,
        blank=True,
        help_text='What its urgencies mean, from 1 (flash) to 5 (deferred): {"4": 4}.',
    )
    interval = models.PositiveIntegerField(
        default=60, help_text="Seconds between two looks at the address or into the folder."
    )
    retention_days = models.PositiveIntegerField(
        default=30, help_text="Days after which files and unused items are deleted."
    )
    is_active = models.BooleanField("active", default=True)
    key_digest = models.CharField(max_length=64, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    # How its delivery goes.
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    next_attempt_at = models.DateTimeField(null=True, blank=True, editable=False)
    lease = models.CharField(max_length=40, blank=True, editable=False)
    leased_until = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveIntegerField(default=0, editable=False)
    tried_at = models.DateTimeField(null=True, blank=True, editable=False)
    succeeded_at = models.DateTimeField(null=True, blank=True, editable=False)
    item_at = models.DateTimeField(null=True, blank=True, editable=False)
    lag_seconds = models.PositiveIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="From the agency's time of the last new item to its arrival here.",
    )
    error = models.CharField(max_length=500, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="wire_feed_has_a_name"),
            models.CheckConstraint(
                condition=Q(interval__gte=5), name="wire_feed_looks_every_5_seconds_at_most"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class InboxFilter(models.Model):
    """A way of looking at the inbox that somebody keeps."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="inbox_filters"
    )
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000, help_text="As in the inbox's address.")

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "name"], name="inbox_filter_name"),
        ]

    def __str__(self) -> str:
        return self.name
