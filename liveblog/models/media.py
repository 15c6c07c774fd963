"""Pictures and the places they are used."""

from __future__ import annotations

import secrets
import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from imagefield.fields import ImageField, PPOIField

from liveblog import renditions
from liveblog.renditions import Rendition


def random_path(asset: MediaAsset, filename: str) -> str:
    """A path nobody can guess; the photographer's file name never reaches a URL (SR-04)."""
    extension = filename.rpartition(".")[2].lower()
    token = secrets.token_urlsafe(16)
    return f"images/{token[:2].lower()}/{token}.{extension}"


class MediaAsset(models.Model):
    """A picture. Credit and alternative text are required before anything shows it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey("liveblog.Team", on_delete=models.PROTECT, related_name="media")
    file = ImageField(
        upload_to=random_path,
        width_field="width",
        height_field="height",
        ppoi_field="focus",
        formats=renditions.SPECS,
        max_length=200,
        db_index=True,  # a reader's browser asks for it by this path
    )
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    focus = PPOIField(
        help_text="What a crop keeps: from the left and from the top, as parts of one, 0.5x0.5."
    )
    renditions = models.JSONField(
        default=list, blank=True, editable=False, help_text="The shape of `renditions.Rendition`."
    )
    caption = models.CharField(max_length=500, blank=True)
    credit = models.CharField(
        max_length=200, blank=True, help_text="Whose picture it is. Required before it is shown."
    )
    alt = models.CharField(
        "alternative text",
        max_length=500,
        blank=True,
        help_text="What a reader who cannot see it should hear. Required before it is shown.",
    )
    wire_item = models.ForeignKey(
        "liveblog.WireItem",
        on_delete=models.PROTECT,
        related_name="pictures",
        null=True,
        blank=True,
        editable=False,
        help_text="The wire item it came with: killed with it.",
    )
    own_chain = models.ForeignKey(
        "liveblog.WireChain",
        on_delete=models.PROTECT,
        related_name="own_pictures",
        null=True,
        blank=True,
        editable=False,
        help_text="Where its agency sends it as an item of its own: killed and held with that too.",
    )
    upload_key = models.CharField(
        max_length=80,
        blank=True,
        editable=False,
        help_text="What its sender named the upload: sent twice, it is stored once.",
    )
    killed_at = models.DateTimeField(null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "picture"
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["team", "uploaded_by", "upload_key"],
                condition=~models.Q(upload_key=""),
                name="upload_key_once",
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt or f"Picture {self.pk}"

    @property
    def may_be_shown(self) -> bool:
        return bool(self.credit and self.alt) and self.killed_at is None

    def url_of(self, rendition: Rendition) -> str:
        return str(self.file.storage.url(rendition["path"]))

    @property
    def middle_url(self) -> str:
        """The widest JPEG rendition, for an editor's screen; the original where there is none."""
        jpegs = renditions.jpegs(self.renditions)
        return self.url_of(jpegs[-1]) if jpegs else str(self.file.url)

    @property
    def small_url(self) -> str:
        """The narrowest JPEG rendition, for lists; the original where there is none."""
        jpegs = renditions.jpegs(self.renditions)
        return self.url_of(jpegs[0]) if jpegs else str(self.file.url)


class EntryImage(models.Model):
    """A picture in an entry, in order, with a caption of its own if it needs one."""

    entry = models.ForeignKey("liveblog.Entry", on_delete=models.CASCADE, related_name="images")
    asset = models.ForeignKey(MediaAsset, on_delete=models.PROTECT, related_name="used_in")
    caption = models.CharField(max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "asset"], name="entry_image_once"),
        ]

    def __str__(self) -> str:
        return self.shown_caption or str(self.asset)

    @property
    def shown_caption(self) -> str:
        return self.caption or self.asset.caption
