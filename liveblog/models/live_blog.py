"""The live blog: a numbered sequence of public states."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.encoding import iri_to_uri

from liveblog.models.team import Membership

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


class LiveBlogQuerySet(models.QuerySet["LiveBlog"]):
    def public(self) -> LiveBlogQuerySet:
        """Blogs readers may see. Looks at state only, never at the clock."""
        return self.filter(status__in=LiveBlog.PUBLIC)

    def ever_public(self) -> LiveBlogQuerySet:
        """Blogs that are or were public: a withdrawn one answers 410, not 404."""
        return self.filter(published_at__isnull=False)

    def visible_to(self, user: User | AnonymousUser) -> LiveBlogQuerySet:
        """Blogs of the teams `user` works in; everything for a superuser."""
        if user.is_authenticated and user.is_superuser:
            return self.all()
        if not user.is_authenticated:
            return self.none()
        return self.filter(team__in=Membership.objects.filter(user=user).values("team"))

    def with_neighbours(self) -> LiveBlogQuerySet:
        """Annotate `previous_*` and `next_*` (slug, headline, start) of the blog's topic.

        Subqueries on the one row, so that a page does not pay two more round trips.
        """
        siblings = LiveBlog.objects.public().filter(topic=OuterRef("topic"))
        here = OuterRef("coverage_start")
        earlier = siblings.filter(
            Q(coverage_start__lt=here) | Q(coverage_start=here, pk__lt=OuterRef("pk"))
        ).order_by("-coverage_start", "-pk")
        later = siblings.filter(
            Q(coverage_start__gt=here) | Q(coverage_start=here, pk__gt=OuterRef("pk"))
        ).order_by("coverage_start", "pk")
        return self.annotate(
            **{
                f"{side}_{name}": Subquery(rows.values(name)[:1])
                for side, rows in (("previous", earlier), ("next", later))
                for name in ("slug", "headline", "coverage_start", "timezone")
            }
        )


class LiveBlog(models.Model):
    """Everything around the entries ("chrome") and the counters every cursor reads.

    `version` moves by one with every publicly visible change and with nothing else;
    `chrome_seq` is the version of the last change around the entries; `desk_version` moves on
    every write at all and is never public.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        LIVE = "live", "Live"
        ENDED = "ended", "Ended"
        ARCHIVED = "archived", "Archived"
        WITHDRAWN = "withdrawn", "Withdrawn"

    PUBLIC = (Status.LIVE, Status.ENDED, Status.ARCHIVED)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey("liveblog.Team", on_delete=models.PROTECT, related_name="live_blogs")
    topic = models.ForeignKey(
        "liveblog.Topic",
        on_delete=models.PROTECT,
        related_name="live_blogs",
        null=True,
        blank=True,
        help_text="The standing coverage this day belongs to; gives the previous and next day.",
    )
    slug = models.SlugField(
        max_length=160,
        unique=True,
        allow_unicode=True,
        help_text="The last part of the address. If it changes, the old address redirects.",
    )
    kicker = models.CharField(max_length=80, blank=True, help_text='Above it: "Breaking News".')
    headline = models.CharField(max_length=200)
    standfirst = models.TextField(max_length=1000, blank=True)
    summary_points = models.JSONField(
        default=list, blank=True, help_text='"What we know": up to 12 short points.'
    )
    lead_image = models.ForeignKey(
        "liveblog.MediaAsset",
        on_delete=models.PROTECT,
        related_name="leading",
        null=True,
        blank=True,
    )
    lead_caption = models.CharField(
        max_length=500, blank=True, help_text="Used instead of the picture's own caption."
    )
    language = models.CharField(max_length=35, default="en", help_text="A BCP 47 tag: en, pt-BR.")
    timezone = models.CharField(
        max_length=64,
        default="UTC",
        help_text="The zone all times on the page are in: for example America/New_York.",
    )
    byline = models.CharField(max_length=120, blank=True)
    author_blurb = models.TextField(max_length=1000, blank=True)
    hold_seconds = models.PositiveSmallIntegerField(
        default=0,
        help_text="How long a publication can be undone before readers see it; 0: not at all.",
    )

    status = models.CharField(max_length=10, choices=Status, default=Status.PLANNED)
    coverage_start = models.DateTimeField()
    coverage_end = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="The last public change."
    )

    version = models.PositiveBigIntegerField(default=0, editable=False)
    chrome_seq = models.PositiveBigIntegerField(default=0, editable=False)
    desk_version = models.PositiveBigIntegerField(default=0, editable=False)
    # After a restored backup: cursors below these were given out for states that are lost.
    reset_below = models.PositiveBigIntegerField(default=0, editable=False)
    desk_reset_below = models.PositiveBigIntegerField(default=0, editable=False)
    last_number = models.PositiveIntegerField(
        default=0, editable=False, help_text="The highest number given to an entry so far."
    )
    public_entries = models.PositiveIntegerField(default=0, editable=False)
    credit_line = models.TextField(
        blank=True, editable=False, help_text="Derived from the credit counters, kept per change."
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    pinned_entry = models.ForeignKey(
        "liveblog.Entry",
        on_delete=models.PROTECT,
        related_name="pinned_on",
        null=True,
        blank=True,
        editable=False,
    )
    import_key = models.CharField(
        max_length=80,
        null=True,
        blank=True,
        unique=True,
        editable=False,
        help_text="Digest of the page it was imported from; importing it again changes nothing.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = LiveBlogQuerySet.as_manager()

    # Annotations of with_neighbours()
    previous_slug: str | None
    next_slug: str | None

    class Meta:
        ordering: ClassVar = ["-coverage_start", "-pk"]
        indexes: ClassVar = [
            # The front page: live now, then recent.
            models.Index(fields=["status", "-coverage_start"], name="blog_status_start"),
            # Previous and next day of a topic.
            models.Index(fields=["topic", "coverage_start", "id"], name="blog_topic_start"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(headline=""), name="blog_has_a_headline"),
            # Longer would be a schedule, which says when it goes out.
            models.CheckConstraint(
                condition=Q(hold_seconds__lte=60), name="blog_holds_a_minute_at_most"
            ),
            # Chrome is part of the public sequence: it can never be ahead of it.
            models.CheckConstraint(
                condition=Q(chrome_seq__lte=F("version")), name="blog_chrome_within_version"
            ),
            # 404 against 410 is decided by this column alone.
            models.CheckConstraint(
                condition=Q(status="planned", published_at__isnull=True)
                | (~Q(status="planned") & Q(published_at__isnull=False)),
                name="blog_public_once_opened",
            ),
            models.CheckConstraint(
                condition=Q(coverage_end__isnull=True) | Q(coverage_end__gte=F("coverage_start")),
                name="blog_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return iri_to_uri(f"/live/{self.slug}/")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def is_public(self) -> bool:
        return self.status in self.PUBLIC

    def must_start_over(self, since: int) -> bool:
        """Whether a reader's or partner's cursor is of a state this blog cannot continue from.

        0 is no state: whoever asks from the beginning gets everything.
        """
        return since > self.version or 0 < since < self.reset_below

    def desk_must_start_over(self, since: int) -> bool:
        """The same for a desk's cursor."""
        return since > self.desk_version or 0 < since < self.desk_reset_below

    def neighbour(self, side: str) -> dict[str, Any] | None:
        """`{slug, headline, coverage_start, timezone}` of the previous or next blog, or None."""
        if not getattr(self, f"{side}_slug"):
            return None
        names = ("slug", "headline", "coverage_start", "timezone")
        return {name: getattr(self, f"{side}_{name}") for name in names}


class FormerSlug(models.Model):
    """An address a blog once had: it redirects for as long as nobody else takes it."""

    slug = models.SlugField(max_length=160, unique=True, allow_unicode=True)
    blog = models.ForeignKey(LiveBlog, on_delete=models.CASCADE, related_name="former_slugs")

    def __str__(self) -> str:
        return self.slug


class CreditCount(models.Model):
    """How many public entries of a blog credit a source: what orders the credit line."""

    blog = models.ForeignKey(LiveBlog, on_delete=models.CASCADE, related_name="credit_counts")
    source = models.ForeignKey("liveblog.Source", on_delete=models.PROTECT, related_name="+")
    entries = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["blog", "source"], name="credit_count_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.entries}"
