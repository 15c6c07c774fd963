"""Rows → public markup: an entry's fragment, the regions around them, pages.

The only producer of public markup, and a function of rows and of nothing else: no request, no
user, no clock. The same fragment makes the first page, the delta and the preview.
"""

from liveblog.render.chrome import REGIONS, render_regions
from liveblog.render.entries import public_fragment, render_entry, render_timeline
from liveblog.render.errors import render_error, render_moved
from liveblog.render.feed_entry import render_feed_entry
from liveblog.render.listings import render_front, render_topic
from liveblog.render.markup import load_templates
from liveblog.render.pages import render_entry_page, render_page, render_preview
from liveblog.render.search import render_search

__all__ = [
    "REGIONS",
    "load_templates",
    "public_fragment",
    "render_entry",
    "render_entry_page",
    "render_error",
    "render_feed_entry",
    "render_front",
    "render_moved",
    "render_page",
    "render_preview",
    "render_regions",
    "render_search",
    "render_timeline",
    "render_topic",
]
