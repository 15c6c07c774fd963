"""Standing coverage that live blogs belong to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.encoding import iri_to_uri


class Topic(models.Model):
    """A standing coverage page ("Flashpoint Ukraine"); orders its blogs by coverage start."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    subject = models.CharField(
        max_length=200,
        blank=True,
        help_text='Completes "For full coverage of …, visit …": for example "the crisis in '
        'Ukraine". Left empty, the line reads "For full coverage, visit …".',
    )
    description = models.TextField(max_length=2000, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return iri_to_uri(f"/topics/{self.slug}/")
