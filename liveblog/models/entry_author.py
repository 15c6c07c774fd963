"""Bylines."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class EntryAuthor(models.Model):
    """Who wrote an entry, in order; the name is frozen as it was printed."""

    entry = models.ForeignKey(
        "liveblog.Entry", on_delete=models.CASCADE, related_name="entry_authors"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
