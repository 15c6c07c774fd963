"""Tags as they are typed into a form, and those that a live blog uses already."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Count, Max

from liveblog import tags
from liveblog.models import Entry, EntryTag, LiveBlog

MOST_OFFERED = 20
LOOKED_AT = 1000  # the latest uses: a desk opens as fast after five thousand updates as after fifty
_GONE = (Entry.State.KILLED, Entry.State.DISCARDED)


def in_use(blog: LiveBlog, begins: str = "") -> list[str]:
    """The tags of this live blog that begin so, the most used of late first."""
    uses = EntryTag.objects.filter(blog=blog)
    key = asked_key(begins)
    if key:
        uses = uses.filter(key__startswith=key)
    latest = uses.order_by("-pk").values("pk")[:LOOKED_AT]
    places = EntryTag.objects.filter(pk__in=latest).exclude(entry__state__in=_GONE)
    rows = places.values("key").annotate(uses=Count("pk"), spelt=Max("name"))
    return [row["spelt"] for row in rows.order_by("-uses", "key")[:MOST_OFFERED]]


def asked_key(text: str) -> str:
    """What somebody looks for among tags, folded as they are."""
    return tags.key_of(" ".join(text.replace("\0", "").lstrip("# ").split()))[: tags.LONGEST_KEY]


class TagsInput(forms.TextInput):
    """Takes what is typed in the desk's field for one more tag along: it is meant to be one."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        told = (data.get(name), data.get(f"{name}_typed"))
        return tags.joined(text for text in told if text)


class TagsField(forms.CharField):
    """Tags with commas between them; whether each is one is the verb's to say."""

    def __init__(self) -> None:
        super().__init__(
            label="Tags",
            required=False,
            widget=TagsInput,
            help_text="Words or short phrases with commas between; readers see them at the end.",
        )

    def prepare_value(self, value: Any) -> Any:
        return tags.joined(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return tags.split(super().to_python(value) or "")

    def offer(self, known: list[str]) -> None:
        """Say which ones colleagues used, so that one thing has one name."""
        if known:
            self.help_text = f"{self.help_text} In use here: {tags.joined(known)}."
