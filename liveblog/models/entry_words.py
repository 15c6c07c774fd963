"""The index of words."""

from __future__ import annotations

from django.db import models


class EntryWords(models.Model):
    """The words of an entry that is public, as `liveblog.words` makes them: tokens, not text.

    Beside the columns named here the table has one of its own name that is searched: a `tsvector`
    in PostgreSQL, FTS5's own in SQLite, where the table is virtual. So a migration made it by
    hand. Written by `liveblog.search.keep` alone.
    """

    entry = models.OneToOneField(
        "liveblog.Entry",
        on_delete=models.CASCADE,
        related_name="words",
        primary_key=True,
        db_column="rowid",
        db_constraint=False,  # a virtual table has none
    )
    headline = models.TextField(blank=True)
    body = models.TextField(blank=True)

    class Meta:
        db_table = "liveblog_words"
        verbose_name_plural = "entry words"

    def __str__(self) -> str:
        return f"Words of entry {self.pk}"
