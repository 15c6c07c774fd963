"""What an entry shows from elsewhere: a social message, a video, a chart."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Embed(models.Model):
    """A reference to something published elsewhere, shown by our own markup only.

    An imported page can name the place of an embed without its address: a row with `to_fill`
    keeps that place until an editor supplies it.
    """

    entry = models.ForeignKey("liveblog.Entry", on_delete=models.CASCADE, related_name="embeds")
    url = models.CharField(max_length=2000, blank=True)
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
