"""Keys with which a newsroom's own scripts act for a person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from rest_framework_api_key.models import AbstractAPIKey


class Scope(models.TextChoices):
    """What a token may be used for, within what its person may do."""

    READ = "read", "Read drafts"
    DRAFTS = "write:drafts", "Write drafts"
    PUBLISH = "publish", "Publish and correct"
    TAKEDOWN = "takedown", "Withdraw and kill"


class ApiToken(AbstractAPIKey):
    """Acts with its person's roles, never more. Only a hash of the key is stored."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens"
    )
    scopes = models.JSONField(default=list, help_text="A list of `Scope` values.")
    team = models.ForeignKey("liveblog.Team", on_delete=models.CASCADE, null=True, blank=True)
    blogs = models.ManyToManyField("liveblog.LiveBlog", blank=True, related_name="+")
    last_used_at = models.DateTimeField(null=True, editable=False)

    class Meta(AbstractAPIKey.Meta):
        abstract = False
        verbose_name = "API token"
        verbose_name_plural = "API tokens"
