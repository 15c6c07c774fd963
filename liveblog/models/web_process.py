"""What the web processes say of themselves: how far they have come, and who reads there."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models

from liveblog import spread


class WebProcess(models.Model):
    """One process that answers readers. It says every few seconds that it is there.

    One that has ended properly leaves no row; one that died leaves a silent one for a while.
    """

    SILENT = spread.SILENT  # without a word: not counted, and shown as silent
    FORGOTTEN = timedelta(hours=1)  # then the row goes

    name = models.CharField(
        max_length=120, unique=True, help_text="Host, process number and a word of its own."
    )
    at = models.DateTimeField(help_text="When it last said something.")
    readers = models.PositiveIntegerField(default=0, help_text="Its open streams in all.")

    class Meta:
        verbose_name_plural = "web processes"

    def __str__(self) -> str:
        return self.name


class Reach(models.Model):
    """How far one process has brought one live blog, whose pages it has open or keeps.

    `readers` of its streams are open, of which `behind` have not been sent `version` yet.
    `reached_at` is when it was first seen there, by the clock of that process.
    """

    # No constraints in the database: a report never waits for the row that is published to, and
    # a row about nothing does no harm.
    process = models.ForeignKey(
        WebProcess, on_delete=models.CASCADE, related_name="reaches", db_constraint=False
    )
    blog = models.ForeignKey(
        "liveblog.LiveBlog", on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    version = models.PositiveBigIntegerField()
    reached_at = models.DateTimeField()
    readers = models.PositiveIntegerField(default=0)
    behind = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "reaches"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["process", "blog"], name="reach_once"),
        ]

    def __str__(self) -> str:
        return f"{self.blog_id} at {self.version}"


class ReaderCount(models.Model):
    """How many had one live blog open, over all processes, in one minute."""

    KEPT = timedelta(days=35)

    blog = models.ForeignKey("liveblog.LiveBlog", on_delete=models.CASCADE, related_name="+")
    minute = models.DateTimeField()
    readers = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            # Several workers count; one of them is first.
            models.UniqueConstraint(fields=["blog", "minute"], name="reader_count_once"),
        ]
        indexes: ClassVar = [
            # What is older than it is kept goes.
            models.Index(fields=["minute"], name="reader_count_age"),
        ]

    def __str__(self) -> str:
        return f"{self.readers} at {self.minute:%H:%M}"


class PartnerCursor(models.Model):
    """How far whoever asks with a token has come in one live blog, as of its last questions.

    `since` is what it said it had, `version` where the answer left it. Noted once a minute, and
    whenever an answer takes something back or puts it right.
    """

    token = models.ForeignKey("liveblog.ApiToken", on_delete=models.CASCADE, related_name="cursors")
    blog = models.ForeignKey("liveblog.LiveBlog", on_delete=models.CASCADE, related_name="+")
    since = models.PositiveBigIntegerField()
    version = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["token", "blog"], name="partner_cursor_once"),
        ]

    def __str__(self) -> str:
        return f"{self.token_id}: {self.version}"
