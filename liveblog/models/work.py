"""Rows the worker moves: the row is the queue."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q


class SharedEdit(models.Model):
    """An edit of a shared row whose dependent blogs have still to be touched.

    Written in the transaction of the edit itself. `touched_through` is the cursor: dependent
    blogs are touched in ascending id, one transaction each, and the cursor moves with each of
    them, so a crash resumes where it stopped and a repeat does no harm.
    """

    class Kind(models.TextChoices):
        SOURCE = "source", "Source"
        RIGHTS = "rights", "Rights profile"
        MEDIA = "media", "Picture"
        EMBED = "embed", "Embed"
        TOPIC = "topic", "Topic"
        BLOG = "blog", "Neighbouring live blog"
        WIRE = "wire", "Wire chain"

    kind = models.CharField(max_length=10, choices=Kind)
    object_id = models.PositiveBigIntegerField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    touched_through = models.PositiveBigIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    lease = models.CharField(max_length=40, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["next_attempt_at", "id"],
                condition=Q(finished_at__isnull=True),
                name="shared_edit_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class WorkerHeartbeat(models.Model):
    """When each worker process last looked; what `/readyz` and the desk go by."""

    name = models.CharField(max_length=120, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
