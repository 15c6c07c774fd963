"""Whoever is credited, and what the contract with them allows."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from liveblog import credits, rights


class Source(models.Model):
    """An agency, outlet, office or desk that entries attribute their information to."""

    class Kind(models.TextChoices):
        WIRE_AGENCY = "wire_agency", "Wire agency"
        BROADCASTER = "broadcaster", "Broadcaster"
        NEWSPAPER = "newspaper", "Newspaper"
        OFFICIAL = "official", "Official"
        THINK_TANK = "think_tank", "Think tank"
        SOCIAL = "social", "Social media"
        OWN_STAFF = "own_staff", "Own staff"

    name = models.CharField(
        max_length=120,
        unique=True,
        help_text='The name readers see, with its article if it has one: "The Associated Press".',
    )
    short_name = models.CharField(
        max_length=60, blank=True, help_text='For second mentions: "AP". Empty: the full name.'
    )
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.WIRE_AGENCY)
    forms = models.JSONField(
        default=list,
        blank=True,
        help_text="Other spellings under which copy names this source, as a list of strings.",
    )
    descriptor = models.CharField(
        max_length=60, blank=True, help_text='Put before the name when needed: "state-run".'
    )
    url = models.CharField(max_length=500, blank=True)
    in_credit_line = models.BooleanField(
        default=False,
        help_text="Whether this newsroom's suppliers' line at the foot of a live blog names it.",
    )
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="source_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def as_name(self) -> credits.SourceName:
        """The source as the pure module takes it."""
        return credits.SourceName(
            slug=self.slug,
            name=self.name,
            short_name=self.short_name,
            kind=self.kind,
            forms=tuple(self.forms),
            descriptor=self.descriptor,
        )


class Allowance(models.TextChoices):
    """How much of an entry built from a source's copy an outlet may have."""

    WHOLE = "whole", "The whole text"
    EXCERPT = "excerpt", "An excerpt"
    NONE = "none", "Nothing"


class AfterExpiry(models.TextChoices):
    """What remains of an entry when the contract allows its copy no longer."""

    LINK = "link", "Its time, its credit and a link to the agency's own page"
    WITHDRAW = "withdraw", "Nothing: it is withdrawn"


class RightsProfile(models.Model):
    """What the contract with one source allows each outlet. Decided on in `liveblog.rights`."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="rights_profile")
    page = models.CharField(max_length=10, choices=Allowance, default=Allowance.WHOLE)
    public_api = models.CharField(max_length=10, choices=Allowance, default=Allowance.NONE)
    feed = models.CharField(max_length=10, choices=Allowance, default=Allowance.NONE)
    embed = models.CharField(max_length=10, choices=Allowance, default=Allowance.NONE)
    partner = models.CharField(max_length=10, choices=Allowance, default=Allowance.NONE)
    excerpt_words = models.PositiveIntegerField(
        default=40, help_text="How many words an excerpt may have."
    )
    expires_after_days = models.PositiveIntegerField(
        null=True, blank=True, help_text="Days after which the text must go. Empty: never."
    )
    after_expiry = models.CharField(
        max_length=10,
        choices=AfterExpiry,
        default=AfterExpiry.LINK,
        help_text="What remains of an update whose text must go.",
    )
    partner_territories = models.JSONField(
        default=list,
        blank=True,
        help_text='ISO country codes in which partners may carry it. Empty: everywhere, ["GB"].',
    )

    class Meta:
        constraints: ClassVar = [
            # An unknown word here would have to be guessed at in `rights.py`; refuse it instead.
            models.CheckConstraint(
                condition=Q(page__in=Allowance.values)
                & Q(public_api__in=Allowance.values)
                & Q(feed__in=Allowance.values)
                & Q(embed__in=Allowance.values)
                & Q(partner__in=Allowance.values),
                name="rights_allowances_known",
            ),
        ]

    def __str__(self) -> str:
        return f"Rights of {self.source}"

    @property
    def terms(self) -> rights.Terms:
        """The profile as the pure module takes it."""
        return rights.Terms(
            **{outlet: getattr(self, outlet) for outlet in rights.OUTLETS},
            excerpt_words=self.excerpt_words,
            territories=tuple(self.partner_territories),
        )
