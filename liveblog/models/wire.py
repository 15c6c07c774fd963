"""What an agency sent, as far as publishing needs to know it."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from liveblog import rights


class PubStatus(models.TextChoices):
    """IPTC's publishing status; `canceled` is IPTC's spelling."""

    USABLE = "usable", "Usable"
    WITHHELD = "withheld", "Withheld"
    CANCELED = "canceled", "Canceled"


class WireChain(models.Model):
    """All versions of one guid. Its row is the first lock of everything that publishes copy."""

    source = models.ForeignKey("liveblog.Source", on_delete=models.PROTECT, related_name="chains")
    guid = models.CharField(max_length=500)
    pub_status = models.CharField(max_length=10, choices=PubStatus, default=PubStatus.USABLE)
    embargo_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "guid"], name="chain_guid_per_source"),
            models.CheckConstraint(
                condition=models.Q(pub_status__in=PubStatus.values), name="chain_status_known"
            ),
        ]

    def __str__(self) -> str:
        return self.guid


class WireItemQuerySet(models.QuerySet["WireItem"]):
    def with_terms(self) -> WireItemQuerySet:
        """Joined with what `terms` needs, so that asking costs no query."""
        return self.select_related("chain__source__rights_profile")


class WireItem(models.Model):
    """One version of a chain. Advisories and `ed_note` can never be published."""

    chain = models.ForeignKey(WireChain, on_delete=models.PROTECT, related_name="items")
    version = models.CharField(max_length=60)
    headline = models.CharField(max_length=500, blank=True)
    body = models.TextField(blank=True)
    ed_note = models.TextField(blank=True)
    is_advisory = models.BooleanField(default=False)
    received_at = models.DateTimeField()

    objects = WireItemQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chain", "version"], name="wire_version_per_chain"),
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
