"""Where a tag is used."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from liveblog.tags import LONGEST, LONGEST_KEY


class EntryTag(models.Model):
    """One tag of one entry, to be found by: what an entry shows is `Entry.tags`, in its order.

    The two databases search lists in JSON differently, and neither by an index they share.
    Written with `Entry.tags` in `actions.content`, nowhere else.
    """

    blog = models.ForeignKey("liveblog.LiveBlog", on_delete=models.CASCADE, related_name="+")
    entry = models.ForeignKey("liveblog.Entry", on_delete=models.CASCADE, related_name="tag_places")
    key = models.CharField(max_length=LONGEST_KEY, help_text="Folded, as `tags.key_of` makes it.")
    name = models.CharField(max_length=LONGEST)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "key"], name="entry_tag_once"),
        ]
        indexes: ClassVar = [
            # The entries of a live blog with a tag, and the tags a live blog uses.
            models.Index(fields=["blog", "key"], name="entry_tag_of_blog"),
        ]

    def __str__(self) -> str:
        return self.name
