"""Links that show a live blog before readers may see it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class PreviewLink(models.Model):
    """Whoever has its token may look at one live blog until it ends or is revoked (SR-06)."""

    blog = models.ForeignKey(
        "liveblog.LiveBlog", on_delete=models.CASCADE, related_name="preview_links"
    )
    # The token itself is shown once and kept nowhere.
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="preview_link_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"Preview of {self.blog}"
