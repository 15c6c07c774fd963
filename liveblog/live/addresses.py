"""Which public addresses are answered from memory; what makes two spellings one question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from liveblog.api.query import is_tracker

MAX_VALUE = 40  # characters; no version, number or page size is longer
MAX_FIELDS = 40

SLUG = r"(?P<slug>[^/\x00]+)"


@dataclass(frozen=True, slots=True)
class Kind:
    """Addresses of one kind: what of a query they know, and what they do about the rest.

    Pages ignore what they do not know. The API refuses it: such a question is Django's.
    """

    pattern: re.Pattern[str]
    asks: frozenset[str] = frozenset()
    strict: bool = False


def kind(pattern: str, *asks: str, strict: bool = False) -> Kind:
    return Kind(re.compile(pattern), frozenset(asks), strict)


PAGING = ("before", "after", "page_size")
KINDS = {
    "live": kind(rf"/live/{SLUG}/", "before"),
    "changes": kind(rf"/live/{SLUG}/changes", "since"),
    "feed": kind(rf"/live/{SLUG}/feed\.(?:atom|rss|json)", "before"),
    "entry": kind(rf"/live/{SLUG}/[0-9]{{1,10}}/"),
    "front": kind(r"/"),
    "topic": kind(r"/topics/[^/\x00]+/", "page"),
    "sitemap": kind(r"/sitemap\.xml", "page"),
    "news-sitemap": kind(r"/news-sitemap\.xml"),
    "robots": kind(r"/robots\.txt"),
    "api-blog-versions": kind(r"/api/v1/blogs/versions/", strict=True),
    "api-blog": kind(r"/api/v1/blogs/(?!versions/)(?P<slug>[-\w]{1,160})/", strict=True),
    "api-entries": kind(r"/api/v1/blogs/(?P<slug>[-\w]{1,160})/entries/", *PAGING, strict=True),
    "api-changes": kind(r"/api/v1/blogs/(?P<slug>[-\w]{1,160})/changes/", "since", strict=True),
}


@dataclass(frozen=True, slots=True)
class Address:
    """One question: `key` is the same for all its spellings. `slug` None: it is about the site."""

    key: str
    path: str
    query: str
    slug: str | None
    api: bool


def address_of(path: str, query: bytes) -> Address | None:
    """The question that a decoded `path` and a raw `query` ask; None: not one to keep."""
    for found in KINDS.values():
        match = found.pattern.fullmatch(path)
        if match is not None:
            asked = normalised(query, found)
            if asked is None:
                return None
            slug = match.groupdict().get("slug")
            return Address(f"{path}?{asked}", path, asked, slug, path.startswith("/api/"))
    return None


def normalised(query: bytes, kind: Kind) -> str | None:
    """What of `query` is asked, in one spelling; None where only Django can tell."""
    if not query:
        return ""
    try:
        pairs = parse_qsl(
            query.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MAX_FIELDS,
        )
    except ValueError:
        return None
    asked: dict[str, str] = {}
    for name, value in pairs:
        if name in kind.asks:
            if name in asked and kind.strict:
                return None
            asked[name] = value
        elif kind.strict and not is_tracker(name):
            return None
    return spelt(asked)


def spelt(asked: Mapping[str, str]) -> str | None:
    if any(len(value) > MAX_VALUE for value in asked.values()):
        return None
    return urlencode(sorted(asked.items()))
