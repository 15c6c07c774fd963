"""Keeping the index in step. The verbs call this in the transaction that changes the text."""

from __future__ import annotations

from liveblog import words
from liveblog.models import Entry, EntryWords


def keep(entry: Entry) -> None:
    """Make the index say what readers may find of `entry` now: its words, or nothing."""
    if entry.number is None:
        return  # never public
    EntryWords.objects.filter(pk=entry.pk).delete()
    if entry.state == Entry.State.PUBLISHED:
        EntryWords.objects.create(
            entry=entry,
            headline=words.indexed(entry.headline),
            body=words.indexed(entry.body_text),
        )
