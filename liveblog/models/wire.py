"""What agencies sent: chains of items, and what still needs an editor because of them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Q

from liveblog import rights


class PubStatus(models.TextChoices):
    """IPTC's publishing status; `canceled` is IPTC's spelling."""

    USABLE = "usable", "Usable"
    WITHHELD = "withheld", "Withheld"
    CANCELED = "canceled", "Canceled"


class Level(models.IntegerChoices):
    """How urgent an item is, whatever scale its agency has. 1 is hottest."""

    FLASH = 1, "Flash"
    BULLETIN = 2, "Bulletin"
    URGENT = 3, "Urgent"
    ROUTINE = 4, "Routine"
    DEFERRED = 5, "Deferred"


class WireChain(models.Model):
    """All versions of one guid. Its row is the first lock of everything that publishes copy.

    What it stands at is derived from its versions (`liveblog.standing`) whenever one arrives:
    `pub_status`, the embargo, and what the inbox lists by. `canceled` is for good.
    """

    source = models.ForeignKey("liveblog.Source", on_delete=models.PROTECT, related_name="chains")
    guid = models.CharField(max_length=500)
    pub_status = models.CharField(max_length=10, choices=PubStatus, default=PubStatus.USABLE)
    embargo_until = models.DateTimeField(null=True, blank=True)
    embargo_unsure = models.BooleanField(
        default=False, help_text="Under embargo, and nobody knows until when."
    )
    lifted_at = models.DateTimeField(
        null=True, blank=True, help_text="When the end of its embargo was told to the editors."
    )
    canceled_at = models.DateTimeField(null=True, blank=True)
    newest = models.ForeignKey(
        "liveblog.WireItem", on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    # Of the newest: what the inbox lists by.
    feed = models.ForeignKey(
        "liveblog.WireFeed", on_delete=models.PROTECT, related_name="chains", null=True, blank=True
    )
    level = models.PositiveSmallIntegerField(choices=Level, default=Level.ROUTINE)
    is_advisory = models.BooleanField(default=False)
    moved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "guid"], name="chain_guid_per_source"),
            models.CheckConstraint(
                condition=Q(pub_status__in=PubStatus.values), name="chain_status_known"
            ),
        ]
        indexes: ClassVar = [
            # The inbox, newest first, whole or narrowed.
            models.Index(fields=["-moved_at", "-id"], name="chain_moved"),
            models.Index(fields=["feed", "-moved_at", "-id"], name="chain_feed_moved"),
            models.Index(fields=["level", "-moved_at", "-id"], name="chain_level_moved"),
            # Few of all are held or killed, or not for publication at all.
            models.Index(
                fields=["pub_status", "-moved_at", "-id"],
                condition=Q(pub_status__in=["withheld", "canceled"]),
                name="chain_retracted_moved",
            ),
            models.Index(
                fields=["-moved_at", "-id"],
                condition=Q(is_advisory=True),
                name="chain_advisory_moved",
            ),
            # Few are under embargo now; of those that were, `lifted_at` says that it is over.
            models.Index(
                fields=["-moved_at", "-id"],
                condition=Q(embargo_until__isnull=False, lifted_at__isnull=True)
                | Q(embargo_unsure=True),
                name="chain_embargoed_moved",
            ),
            # A kill names a guid, whoever's it is.
            models.Index(fields=["guid"], name="chain_guid"),
            # What the worker looks at.
            models.Index(
                fields=["embargo_until"],
                condition=Q(embargo_until__isnull=False, lifted_at__isnull=True),
                name="chain_embargo_due",
            ),
        ]

    def __str__(self) -> str:
        return self.guid


class WireMessage(models.Model):
    """One file as it came, kept until the feed's retention is over."""

    feed = models.ForeignKey("liveblog.WireFeed", on_delete=models.PROTECT, related_name="messages")
    name = models.CharField(max_length=500, help_text="The file's name, or its address.")
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    raw = models.BinaryField(null=True, help_text="zlib's; empty once it has been purged.")
    received_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, help_text="When all that is in it had been stored.")
    purged_at = models.DateTimeField(null=True)
    refused = models.JSONField(
        default=list, help_text="What in it could not be used: a list of {guid, why}."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["feed", "digest"], name="wire_message_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["received_at"], condition=Q(purged_at__isnull=True), name="wire_raw_kept"
            ),
            # Looked for at every look: what a process that died had begun to store.
            models.Index(
                fields=["feed"], condition=Q(taken_at__isnull=True), name="wire_message_untaken"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class WireItemQuerySet(models.QuerySet["WireItem"]):
    def with_terms(self) -> WireItemQuerySet:
        """Joined with what `terms` needs, so that asking costs no query."""
        return self.select_related("chain__source__rights_profile")


class WireItem(models.Model):
    """One version of a chain. Advisories and `ed_note` can never be published.

    Delivering feed, provider, source and copyright holder are four different things: what came
    by one agency's feed may be another's copy. `credited` is who readers are told.
    """

    chain = models.ForeignKey(WireChain, on_delete=models.PROTECT, related_name="items")
    feed = models.ForeignKey(
        "liveblog.WireFeed", on_delete=models.PROTECT, related_name="items", null=True, blank=True
    )
    message = models.ForeignKey(
        WireMessage, on_delete=models.SET_NULL, related_name="items", null=True, blank=True
    )
    version = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, blank=True, help_text="Of what it says.")
    version_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    kind = models.CharField(max_length=10, default="text")
    pub_status = models.CharField(max_length=10, choices=PubStatus, default=PubStatus.USABLE)
    counts = models.BooleanField(
        default=True, help_text="Whether its feed may hold, correct or kill this provider's items."
    )
    embargo_closed = models.BooleanField(default=False)
    embargo_until = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(
        null=True, blank=True, help_text="When the agency considers it out of date."
    )
    rights_until = models.DateTimeField(
        null=True,
        blank=True,
        help_text="When the rights in it end by its own words; its contract may end them sooner.",
    )
    urgency = models.PositiveSmallIntegerField(null=True, blank=True)
    urgency_raw = models.CharField(max_length=60, blank=True)
    level = models.PositiveSmallIntegerField(choices=Level, default=Level.ROUTINE)
    slugline = models.CharField(max_length=500, blank=True)
    take = models.CharField(max_length=500, blank=True)
    headline = models.CharField(max_length=500, blank=True)
    dateline = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=500, blank=True)
    body = models.TextField(blank=True)
    ed_note = models.TextField(blank=True)
    usage_terms = models.TextField(blank=True)
    provider_name = models.CharField(max_length=500, blank=True)
    source_name = models.CharField(max_length=500, blank=True)
    credit = models.CharField(max_length=500, blank=True)
    copyright_holder = models.CharField(max_length=500, blank=True)
    copyright_notice = models.CharField(max_length=500, blank=True)
    credited = models.ForeignKey(
        "liveblog.Source", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    language = models.CharField(max_length=35, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    services = models.JSONField(default=list, blank=True)
    subjects = models.JSONField(default=list, blank=True, help_text="A list of [code, name].")
    media = models.JSONField(
        default=list, blank=True, help_text="A list of {url, kind, mime_type, caption, credit}."
    )
    parts = models.JSONField(default=list, blank=True, help_text="Guids of a package's items.")
    signals = models.JSONField(default=list, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    is_advisory = models.BooleanField(default=False)

    objects = WireItemQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            # The same version sent again is the same; said differently, it is another row.
            models.UniqueConstraint(
                fields=["chain", "version", "digest"], name="wire_version_per_chain"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["received_at"], name="wire_item_received"),
            # The worker looks for those that are over; most items say nothing of it.
            models.Index(
                fields=["rights_until"],
                condition=Q(rights_until__isnull=False),
                name="wire_item_rights_end",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or f"{self.chain} · {self.version}"

    @property
    def terms(self) -> rights.Terms:
        """What the contract with its source allows; nobody read it where none is stored."""
        try:
            return self.chain.source.rights_profile.terms
        except ObjectDoesNotExist:
            return rights.UNREAD


class WireTask(models.Model):
    """Something the wires brought that an editor has to deal with: one row an affected entry."""

    class Kind(models.TextChoices):
        UPDATE = "update", "New version"
        CORRECTION = "correction", "Correction"
        HOLD = "hold", "Hold"
        RELEASE = "release", "Released"
        KILL = "kill", "Kill"
        MATCH = "match", "Which item is meant?"
        LIFTED = "lifted", "Embargo over"

    kind = models.CharField(max_length=12, choices=Kind)
    item = models.ForeignKey(
        WireItem, on_delete=models.PROTECT, related_name="tasks", help_text="What brought it."
    )
    entry = models.ForeignKey(
        "liveblog.Entry", on_delete=models.CASCADE, related_name="wire_tasks", null=True, blank=True
    )
    team = models.ForeignKey(
        "liveblog.Team", on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    answer = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "item", "entry"],
                condition=Q(entry__isnull=False),
                name="wire_task_once_an_entry",
            ),
            models.UniqueConstraint(
                fields=["kind", "item"], condition=Q(entry__isnull=True), name="wire_task_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["team", "-opened_at"],
                condition=Q(closed_at__isnull=True),
                name="wire_task_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.item}"
