"""Who is credited for what an entry says."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Attribution(models.Model):
    """Entry → source with a relation. Ordered, many per entry; the text is rendered from it."""

    class Relation(models.TextChoices):
        REPORTED = "reported", "reported"
        ACCORDING_TO = "according_to", "according to"
        TOLD = "told", "told"
        CITING = "citing", "citing"
        QUOTED = "quoted", "quoted"
        CONTRIBUTED = "contributed", "contributed"
        OWN_REPORT = "own_report", "own report"

    entry = models.ForeignKey(
        "liveblog.Entry", on_delete=models.CASCADE, related_name="attributions"
    )
    source = models.ForeignKey(
        "liveblog.Source", on_delete=models.PROTECT, related_name="attributions"
    )
    relation = models.CharField(max_length=12, choices=Relation, default=Relation.REPORTED)
    via = models.ForeignKey(
        "liveblog.Source",
        on_delete=models.PROTECT,
        related_name="attributions_via",
        null=True,
        blank=True,
        help_text='Whom the source itself was quoting: Interfax in "Reuters reported, '
        'citing Interfax".',
    )
    person = models.CharField(
        max_length=120, blank=True, help_text="The source's named reporter, if credited."
    )
    item = models.ForeignKey(
        "liveblog.WireItem",
        on_delete=models.PROTECT,
        related_name="citations",
        null=True,
        blank=True,
        help_text="The wire item it was taken from: if that is killed, the entry goes too.",
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(via__isnull=True) | ~Q(via=F("source")),
                name="attribution_via_someone_else",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.get_relation_display()})"
