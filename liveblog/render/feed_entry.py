"""An entry's text as feed readers show it: plain HTML without classes, addresses in full."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from liveblog.apstyle import zone_label
from liveblog.models import Entry
from liveblog.outlets import original_of
from liveblog.render.entries import attribution_lines
from liveblog.render.markup import fragment, trusted
from liveblog.render.verification import turn_of


def render_feed_entry(entry: Entry, document: dict[str, Any], title: str) -> SafeString:
    """The text with its pictures, links, credits and corrections; never empty.

    `document` is the entry's for the outlet that carries it: its rights have been applied.
    """
    context = {
        "document": document,
        "body": trusted(document["body_html"]),
        "title": title,
        "turn": turn_of(entry),
        "zone": zone_label(entry.blog.zone, entry.display_at) if entry.display_at else "",
        "attributions": attribution_lines(entry),
        "original": original_of(entry),
        "embeds": [embed for embed in document["embeds"] if embed["url"]],
    }
    return fragment("_feed_entry", context)
