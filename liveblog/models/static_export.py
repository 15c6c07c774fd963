"""How far the site as files has come."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class StaticExportCursor(models.Model):
    """The version of one live blog that stands in one directory, rendered by one release.

    `target` is the name kept in the directory itself: an emptied or a new one starts over.
    """

    target = models.CharField(max_length=40)
    blog = models.ForeignKey("liveblog.LiveBlog", on_delete=models.CASCADE, related_name="+")
    delivered_version = models.PositiveBigIntegerField()
    release = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["target", "blog"], name="static_export_cursor_once"),
        ]

    def __str__(self) -> str:
        return f"{self.blog}: {self.delivered_version}"
