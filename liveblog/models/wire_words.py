"""The index of words in the inbox."""

from __future__ import annotations

from django.db import models


class WireWords(models.Model):
    """The words of a chain's newest item, as `liveblog.words` makes them: tokens, not text.

    A table of the same kind as `EntryWords`; `marks` holds subjects as words of their own.
    """

    chain = models.OneToOneField(
        "liveblog.WireChain",
        on_delete=models.CASCADE,
        related_name="words",
        primary_key=True,
        db_column="rowid",
        db_constraint=False,  # a virtual table has none
    )
    headline = models.TextField(blank=True)
    body = models.TextField(blank=True)
    marks = models.TextField(blank=True)

    class Meta:
        db_table = "liveblog_wire_words"
        verbose_name_plural = "wire words"

    def __str__(self) -> str:
        return f"Words of chain {self.pk}"
