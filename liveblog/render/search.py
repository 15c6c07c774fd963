"""The search page: the form, and each update found with the words that were asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from liveblog import apstyle, words
from liveblog.models import Entry
from liveblog.outlets import body_for
from liveblog.render.markup import direction, full_label, page
from liveblog.search import Asked, Found

SNIPPET = 260  # characters
ADDRESS = "/search/"
Choices = Sequence[tuple[str, str]]  # slug, name


def render_search(found: Found, choices: Mapping[str, Choices]) -> str:
    """The form as it was sent, and a page of results with its neighbours."""
    asked = found.asked
    text = asked.text.strip()
    title = f"Search: {text}" if text else "Search"
    return page(
        "search_page",
        {
            "asked": asked,
            "text": text,
            "searched": bool(text),
            "words": bool(found.question),
            "results": [result_context(entry, found.question) for entry in found.entries],
            "choices": [_choice(name, rows, asked) for name, rows in choices.items() if rows],
            "narrowed": bool(asked.source or asked.topic or asked.first_day or asked.last_day),
            "by_relevance": address_of(asked, newest=False, page=1),
            "by_time": address_of(asked, newest=True, page=1),
            "newer_page": address_of(asked, page=asked.page - 1) if asked.page > 1 else None,
            "older_page": address_of(asked, page=asked.page + 1) if found.more else None,
            "everything": address_of(Asked(asked.text, newest=asked.newest)),
            "title": title,
            "description": f"Search the live coverage of {settings.SITE_NAME}.",
            "canonical": f"{settings.SITE_URL}{ADDRESS}",
        },
    )


def result_context(entry: Entry, question: words.Question) -> dict[str, Any]:
    """One update found, with no more of it than the page may carry."""
    assert entry.display_at is not None
    blog = entry.blog
    body = body_for(entry, "page")
    day = entry.display_at.astimezone(blog.zone).date()
    shown = body.level != "withheld"
    return {
        "url": entry.get_absolute_url(),
        "headline": words.pieces(entry.headline if shown else "", question),
        "snippet": words.snippet(body.text, question, size=SNIPPET),
        "tags": [words.pieces(tag, question) for tag in entry.tags if shown],
        "time": full_label(entry.display_at, blog),
        "date": apstyle.date_label(day),
        "is_key_event": entry.is_key_event,
        "blog": blog,
        "direction": direction(blog.language),
    }


def address_of(asked: Asked, *, newest: bool | None = None, page: int | None = None) -> str:
    """The address of this question, or of the same in another order or on another page."""
    newest = asked.newest if newest is None else newest
    page = asked.page if page is None else page
    values = {
        "q": asked.text,
        "source": asked.source,
        "topic": asked.topic,
        "from": asked.first_day,
        "to": asked.last_day,
        "sort": "newest" if newest else "",
        "page": page if page > 1 else "",
    }
    return f"{ADDRESS}?{urlencode({name: value for name, value in values.items() if value})}"


def _choice(name: str, rows: Choices, asked: Asked) -> dict[str, Any]:
    """A list to choose from; what was asked for stays in it even where it is unknown."""
    chosen = str(getattr(asked, name))
    known = any(slug == chosen for slug, _ in rows)
    unknown = [(chosen, chosen)] if chosen and not known else []
    return {
        "name": name,
        "label": name.capitalize(),
        "chosen": chosen,
        "options": [*rows, *unknown],
    }
