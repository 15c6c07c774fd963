"""Who has a desk open: advice that expires, and no lock."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models

# Seconds without a sign of life. An open desk gives one about every 15 s while it is in sight.
PRESENT_FOR = timedelta(seconds=45)


class PresenceQuerySet(models.QuerySet["DeskPresence"]):
    def fresh(self, now: datetime) -> PresenceQuerySet:
        """Those who are still there: an older row is nobody."""
        return self.filter(seen_at__gt=now - PRESENT_FOR)


class DeskPresence(models.Model):
    """One open desk: whose, at which live blog, with which entry in its composer.

    It moves no cursor and keeps nobody from saving: what stands in the way of overwriting is the
    entry's `revision`, with this or without.
    """

    blog = models.ForeignKey("liveblog.LiveBlog", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    tab = models.CharField(max_length=32, help_text="The page's own key: a person may have two.")
    entry = models.ForeignKey(
        "liveblog.Entry", on_delete=models.CASCADE, related_name="+", null=True
    )
    since = models.DateTimeField(help_text="Since when it is there with what it has open.")
    taken_at = models.DateTimeField(null=True, help_text="When it took the entry over.")
    seen_at = models.DateTimeField()
    # The same as `seen_at` while somebody types: then the last sign of life was a key.
    typed_at = models.DateTimeField(null=True)
    gist = models.JSONField(default=list, help_text="What is typed, as hashes: `likeness.Gist`.")

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = "person at a desk"
        verbose_name_plural = "people at desks"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["blog", "user", "tab"], name="desk_presence_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["blog", "seen_at"], name="desk_presence_of_blog"),
            models.Index(fields=["seen_at"], name="desk_presence_seen"),
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.blog}"

    @property
    def is_writing(self) -> bool:
        return self.typed_at == self.seen_at

    @property
    def claim(self) -> tuple[bool, float, int]:
        """Whoever has the smallest claim to an entry holds it.

        That is who took it over last, else who opened it first. It needs no writing elsewhere, so
        two who open an entry at the same moment are told the same.
        """
        if self.taken_at is not None:
            return (False, -self.taken_at.timestamp(), self.pk)
        return (True, self.since.timestamp(), self.pk)
