"""The entry: one timestamped item of a live blog."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from textwrap import shorten
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from liveblog import rights
from liveblog.models.attribution import Attribution
from liveblog.models.embed import Embed
from liveblog.models.entry_rules import CONSTRAINTS, INDEXES
from liveblog.models.live_blog import LiveBlog
from liveblog.models.media import EntryImage
from liveblog.models.team import Membership

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


SORT_STAMP = "%Y%m%dT%H%M%S.%f"


class EntryQuerySet(models.QuerySet["Entry"]):
    def public(self) -> EntryQuerySet:
        """Entries readers may see. Every public read starts here. State only, no clock."""
        return self.filter(state=Entry.State.PUBLISHED, blog__status__in=LiveBlog.PUBLIC)

    def ever_public(self) -> EntryQuerySet:
        """Published entries and the tombstones of withdrawn and killed ones."""
        return self.filter(number__isnull=False, blog__status__in=LiveBlog.PUBLIC)

    def visible_to(self, user: User | AnonymousUser) -> EntryQuerySet:
        """Entries of the teams `user` works in; everything for a superuser."""
        if user.is_authenticated and user.is_superuser:
            return self.all()
        if not user.is_authenticated:
            return self.none()
        return self.filter(blog__team__in=Membership.objects.filter(user=user).values("team"))

    def crediting(self, slug: str) -> EntryQuerySet:
        """Entries that credit the source with this slug, also as whom another was citing."""
        credit = Attribution.objects.filter(entry=OuterRef("pk"))
        return self.filter(Exists(credit.filter(Q(source__slug=slug) | Q(via__slug=slug))))

    def newest_first(self) -> EntryQuerySet:
        return self.order_by("-display_at", "-number")

    def with_content(self) -> EntryQuerySet:
        """Everything a fragment or document shows, in six queries however many entries."""
        return self.select_related(*CONTENT_JOINS).prefetch_related(*content_rows())


CONTENT_JOINS = ("built_from__chain__source__rights_profile",)


def content_rows() -> list[str | Prefetch[str]]:
    """What a list of entries needs beside itself: five queries, whatever its length."""
    return [
        Prefetch("attributions", Attribution.objects.select_related("source", "via")),
        Prefetch("images", EntryImage.objects.select_related("asset")),
        Prefetch("embeds", Embed.objects.select_related("card")),
        "corrections",
        "entry_authors",
    ]


class Entry(models.Model):
    """One item. `number` names it for good once it has been public; `seq` is the blog's
    version that last touched it; `revision` is the compare-and-set number of every save.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        SCHEDULED = "scheduled", "Scheduled"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"
        KILLED = "killed", "Killed"
        DISCARDED = "discarded", "Discarded"

    UNPUBLISHED = (State.DRAFT, State.IN_REVIEW, State.SCHEDULED)

    class Verification(models.TextChoices):
        UNCONFIRMED = "unconfirmed", "Unconfirmed"
        ATTRIBUTED = "attributed", "Attributed to a source"
        CONFIRMED = "confirmed", "Confirmed"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    blog = models.ForeignKey(LiveBlog, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField(null=True, blank=True, editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, editable=False)

    headline = models.CharField(
        max_length=200, blank=True, help_text="Optional; most updates have none."
    )
    body = models.TextField(
        blank=True, help_text="The text. May stay empty when the update is an embed."
    )
    body_text = models.TextField(blank=True, editable=False)
    display_at = models.DateTimeField(
        "display time",
        null=True,
        blank=True,
        help_text="When it happened or was reported, in the live blog's zone. "
        "Empty: the moment it is published.",
    )
    received_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(null=True, blank=True, editable=False)

    is_key_event = models.BooleanField(
        "key event", default=False, help_text="Lists it among the events a latecomer needs."
    )
    key_event_title = models.CharField(
        max_length=120, blank=True, help_text="How the key events list names it."
    )
    pin_when_published = models.BooleanField(
        "pin when published",
        default=False,
        help_text="Readers find it on top of the page as soon as it is published.",
    )
    urgency = models.PositiveSmallIntegerField(default=5, help_text="1 is hottest, 9 coldest.")
    verification = models.CharField(
        max_length=12, choices=Verification, default=Verification.ATTRIBUTED
    )
    verification_changes = models.JSONField(
        default=list,
        editable=False,
        help_text="What readers have seen change: a list of {from, to, at}.",
    )
    tags = models.JSONField(default=list, blank=True, help_text="Readers see them under the text.")
    embargo_until = models.DateTimeField(
        null=True,
        blank=True,
        help_text="The supplier's ban. Nothing can publish the update before this time.",
    )
    scheduled_for = models.DateTimeField(null=True, blank=True, editable=False)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    held_from = models.CharField(
        max_length=10,
        blank=True,
        editable=False,
        help_text="While its publication can still be undone: the state that undoing returns to.",
    )
    alert = models.CharField(
        max_length=300,
        blank=True,
        editable=False,
        help_text="Why the update needs an editor: a due time that could not be kept, say.",
    )
    built_from = models.ForeignKey(
        "liveblog.WireItem",
        on_delete=models.PROTECT,
        related_name="entries",
        null=True,
        blank=True,
        help_text="The wire item whose copy it carries: binds it to that item's rights and kill.",
    )
    rights_expired_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="Since when the contract allows the copy it carries no longer.",
    )

    seq = models.PositiveBigIntegerField(default=0, editable=False)
    first_seq = models.PositiveBigIntegerField(default=0, editable=False)
    desk_seq = models.PositiveBigIntegerField(default=0, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    killed_at = models.DateTimeField(null=True, blank=True, editable=False)
    kill_reason = models.CharField(max_length=500, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes: ClassVar = INDEXES
        constraints: ClassVar = CONSTRAINTS

    def __str__(self) -> str:
        if self.state == self.State.KILLED:  # its words are kept as evidence, and name nothing
            return f"{self.number}. (killed)" if self.number else "(killed)"
        text = self.headline or self.key_event_title or self.body_text
        label = shorten(text, 60, placeholder=" …") or "(no text)"
        return f"{self.number}. {label}" if self.number else label

    def get_absolute_url(self) -> str:
        return f"{self.blog.get_absolute_url()}{self.number}/"

    @property
    def is_public(self) -> bool:
        return self.state == self.State.PUBLISHED and self.blog.is_public

    @property
    def sort_key(self) -> str:
        """`(display_at, number)` as one string that compares like the pair does."""
        assert self.display_at is not None
        assert self.number is not None
        stamp = self.display_at.astimezone(UTC).strftime(SORT_STAMP)
        return f"{stamp}-{self.number:010d}"

    def rights_for(self, outlet: rights.Outlet, *, territory: str = "") -> rights.Decision:
        """What `outlet` gets of it: everything, unless it carries somebody's copy."""
        if self.rights_expired_at:
            return rights.WITHHELD
        terms = self.built_from.terms if self.built_from else None
        return rights.decide(terms, outlet, territory=territory)


def parse_sort_key(key: str) -> tuple[datetime, int]:
    """The pair behind `Entry.sort_key`. Raises `ValueError` for anything else."""
    stamp, _, number = key.rpartition("-")
    return datetime.strptime(stamp, SORT_STAMP).replace(tzinfo=UTC), int(number)
