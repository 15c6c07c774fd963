"""What was saved, by whom and when; and what is being written on top of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Revision(models.Model):
    """A JSON snapshot after one verb. Written in `actions`, nowhere else.

    `entry` is empty for a revision of the blog's own fields. `snapshot` holds the entry with its
    attributions, images and embeds; it is emptied when a chief erases killed text.
    """

    blog = models.ForeignKey("liveblog.LiveBlog", on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(
        "liveblog.Entry", on_delete=models.PROTECT, related_name="revisions", null=True
    )
    number = models.PositiveIntegerField(help_text="The revision this save made.")
    verb = models.CharField(max_length=30)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    note = models.CharField(max_length=500, blank=True)
    blog_version = models.PositiveBigIntegerField()
    snapshot = models.JSONField()
    erased_at = models.DateTimeField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [
            models.Index(fields=["entry", "-number"], name="revision_of_entry"),
            models.Index(fields=["blog", "-id"], name="revision_of_blog"),
            # What was taken back or put right: few rows among very many, asked for by time.
            models.Index(
                fields=["blog", "-at"],
                condition=models.Q(verb__in=["correct", "withdraw", "kill"]),
                name="revision_taken_back",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry", "number"],
                condition=models.Q(entry__isnull=False),
                name="revision_number_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} · revision {self.number}"


class WorkingCopy(models.Model):
    """Unpublished edits of a published entry, until `edit` or `correct` takes them.

    `note` is its author's to the editors while it is in review, and the editor's to its author
    once it has been returned. Readers never see it.
    """

    class State(models.TextChoices):
        OPEN = "open", "Being written"
        IN_REVIEW = "in_review", "In review"
        RETURNED = "returned", "Returned"

    entry = models.OneToOneField(
        "liveblog.Entry", on_delete=models.CASCADE, related_name="working_copy"
    )
    fields = models.JSONField(help_text="The shape of `EntryFields`.")
    based_on = models.PositiveIntegerField(help_text="The entry's revision it was begun from.")
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    note = models.CharField(max_length=500, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "working copies"

    def __str__(self) -> str:
        return f"Working copy of {self.entry}"


class Correction(models.Model):
    """A public note that something was wrong and has been put right."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Correction"
        CLARIFICATION = "clarification", "Clarification"

    entry = models.ForeignKey(
        "liveblog.Entry", on_delete=models.CASCADE, related_name="corrections"
    )
    kind = models.CharField(max_length=14, choices=Kind, default=Kind.CORRECTION)
    note = models.TextField(max_length=1000)
    at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            # A correction that does not say what was wrong is a silent overwrite.
            models.CheckConstraint(condition=~models.Q(note=""), name="correction_says_what"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note[:60]}"


class IdempotencyRecord(models.Model):
    """The first answer to a submission, so that sending it twice is doing it once (RI-3)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", null=True
    )
    blog = models.ForeignKey("liveblog.LiveBlog", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, help_text="SHA-256 of what was submitted.")
    entry = models.ForeignKey("liveblog.Entry", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["blog", "key"], name="idempotency_key_per_blog"),
        ]

    def __str__(self) -> str:
        return self.key
