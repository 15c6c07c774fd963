"""What an entry shows from elsewhere: a social message, a video, a chart."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q


def thumbnail_path(card: EmbedCard, filename: str) -> str:
    """A path nobody can guess, as for pictures."""
    extension = filename.rpartition(".")[2].lower()
    token = secrets.token_urlsafe(16)
    return f"embeds/{token[:2].lower()}/{token}.{extension}"


class EmbedCard(models.Model):
    """What an address shows of itself, as it was found there: once for all entries that embed it.

    The row is the queue: whoever saves an entry adds it, the worker asks the address. Everything
    in it came from outside and has been sanitised by `actions.fill_embed`.
    """

    class State(models.TextChoices):
        PENDING = "pending", "Pending"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    # An address may be longer than an index can hold; SHA-256 of it is not.
    digest = models.CharField(max_length=64, unique=True)
    url = models.CharField(max_length=2000)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    provider = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300, blank=True)
    author = models.CharField(max_length=200, blank=True)
    text = models.TextField(max_length=4000, blank=True)
    thumbnail = models.ImageField(
        upload_to=thumbnail_path,
        width_field="width",
        height_field="height",
        max_length=200,
        blank=True,
    )
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    found_at = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    lease = models.CharField(max_length=40, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes: ClassVar = [
            # What the worker looks at every second.
            models.Index(
                fields=["next_attempt_at", "id"],
                condition=Q(state="pending"),
                name="embed_card_pending",
            ),
            models.Index(fields=["thumbnail"], name="embed_card_thumbnail"),
        ]

    def __str__(self) -> str:
        return self.title or self.url


class Embed(models.Model):
    """A reference to something published elsewhere, shown by our own markup only.

    An imported page can name the place of an embed without its address: a row with `to_fill`
    keeps that place until an editor supplies it. What an editor wrote wins over what was found.
    """

    entry = models.ForeignKey("liveblog.Entry", on_delete=models.CASCADE, related_name="embeds")
    url = models.CharField(max_length=2000, blank=True)
    card = models.ForeignKey(
        EmbedCard, on_delete=models.PROTECT, related_name="embeds", null=True, editable=False
    )
    to_fill = models.BooleanField(default=False)
    provider = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300, blank=True)
    author = models.CharField(max_length=200, blank=True)
    text = models.TextField(max_length=4000, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            # Either it points somewhere or it says that it does not yet.
            models.CheckConstraint(
                condition=Q(url="", to_fill=True) | (~Q(url="") & Q(to_fill=False)),
                name="embed_has_url_or_is_to_fill",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url or "Embed to fill"

    @property
    def shown_provider(self) -> str:
        return self.provider or (self.card.provider if self.card else "")

    @property
    def shown_title(self) -> str:
        return self.title or (self.card.title if self.card else "")

    @property
    def shown_author(self) -> str:
        return self.author or (self.card.author if self.card else "")

    @property
    def shown_text(self) -> str:
        return self.text or (self.card.text if self.card else "")

    @property
    def thumbnail_url(self) -> str:
        """The path of our own copy of its picture, or nothing."""
        return self.card.thumbnail.url if self.card and self.card.thumbnail else ""
