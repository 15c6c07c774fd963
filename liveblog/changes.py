"""`changes(blog, since)`: the one question every consumer of a live blog asks.

A delta holds the current state of what moved after `since`. Deltas merge and repeat without
harm; a consumer that is behind, asks again from where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import orjson

from liveblog import documents, render, rights
from liveblog.models import Entry, LiveBlog
from liveblog.models.entry import CONTENT_JOINS
from liveblog.window import load_chrome, with_blog, with_rows

READER_LIMIT = 100  # a page further behind than this reloads
API_LIMIT = 200  # a partner further behind than this asks again
MAX_CURSOR = 2**63 - 1
POLL_LIVE_MS = 5_000
POLL_ENDED_MS = 60_000


class BadCursor(ValueError):
    """A cursor that is not a version; the message is one sentence for whoever sent it."""


@dataclass(slots=True)
class Delta:
    """What moved in one blog after `since`. `entries` are lowest seq first.

    `version` is where the consumer stands after applying it; `more` says that it must ask again;
    `reset` that it must start over; `chrome` that what stands around the entries moved too.
    """

    blog: LiveBlog
    since: int
    version: int
    entries: list[Entry]
    more: bool = False
    reset: bool = False
    chrome: bool = False


def parse_cursor(text: str | None) -> int:
    """A version from a query string or header; nothing at all means from the beginning."""
    if text is None or text == "":
        return 0
    # Not str.isdigit: other scripts' digits and underscores are no versions.
    if not re.fullmatch(r"[0-9]{1,19}", text) or int(text) > MAX_CURSOR:
        raise BadCursor("“since” must be a version: a whole number, as an earlier answer gave it.")
    return int(text)


def changes(blog: LiveBlog, since: int, *, limit: int) -> Delta:
    """Ask what moved in `blog` after `since`, at most `limit` entries of it.

    `blog` must have been read on this connection just before: its version is read before the
    entries. What commits in between is left to the next delta, whole: shown now, it would be a
    new entry in the zone and under the rights of an old blog, under a seq that the next delta
    could not correct.
    The entries come without their rows (`with_rows`), so that a caller who shows more entries
    can fetch all their rows together.
    """
    if since < 0:
        raise BadCursor("“since” cannot be negative.")
    version = blog.version
    if blog.must_start_over(since):
        return Delta(blog, since, version, [], reset=True)
    if since == version:
        return Delta(blog, since, version, [])
    rows = (
        Entry.objects.ever_public()
        .filter(blog=blog, seq__gt=since, seq__lte=version)
        .filter(seq__gt=0)  # the index's own condition, or SQLite reads every entry of the blog
        .order_by("seq")
        .select_related(*CONTENT_JOINS)[: limit + 1]
    )
    entries = with_blog(blog, list(rows))
    more = len(entries) > limit
    entries = entries[:limit]
    return Delta(
        blog,
        since,
        entries[-1].seq if more else version,
        entries,
        more=more,
        chrome=blog.chrome_seq > since,
    )


def reader_delta(blog: LiveBlog, since: int) -> dict[str, Any]:
    """The delta a reader's page applies: fragments and regions, or `reset` to reload.

    An entry is `{id, number, seq, state, sort, html}`; one that is gone has no `sort` and `html`.
    """
    if blog.status == LiveBlog.Status.WITHDRAWN:
        return _frame(Delta(blog, since, blog.version, [], reset=True))
    delta = changes(blog, since, limit=READER_LIMIT)
    if delta.more:
        # The page reloads; a part of the entries would only be thrown away.
        delta = Delta(blog, since, blog.version, [], reset=True)
    body = _frame(delta)
    chrome = load_chrome(blog) if delta.chrome and not delta.reset else None
    pinned = [chrome.pinned] if chrome and chrome.pinned else []
    with_rows([*delta.entries, *pinned])
    body["entries"] = [_reader_entry(entry) for entry in delta.entries]
    if chrome:
        body["blog"] = render.render_regions(chrome)
    return body


def api_delta(
    blog: LiveBlog, since: int, outlet: rights.Outlet, *, territory: str = ""
) -> dict[str, Any]:
    """The delta a partner stores: documents with its rights applied, tombstones, the blog."""
    delta = changes(blog, since, limit=API_LIMIT)
    body = _frame(delta)
    with_rows(delta.entries)
    body["entries"] = [
        documents.entry_document(entry, outlet, territory=territory) for entry in delta.entries
    ]
    if delta.chrome and not delta.reset:
        body["blog"] = documents.blog_document(blog, outlet)
    return body


def to_json(delta: dict[str, Any]) -> bytes:
    """One delta as the bytes every consumer of it gets."""
    return orjson.dumps(delta)


def _reader_entry(entry: Entry) -> dict[str, Any]:
    shown = documents.tombstone(entry)
    if entry.state == Entry.State.PUBLISHED:
        shown |= {"sort": entry.sort_key, "html": render.public_fragment(entry)}
    return shown


def _frame(delta: Delta) -> dict[str, Any]:
    live = delta.blog.status == LiveBlog.Status.LIVE
    return {
        "since": delta.since,
        "version": delta.version,
        "more": delta.more,
        "reset": delta.reset,
        "status": delta.blog.status,
        "next_poll_ms": POLL_LIVE_MS if live else POLL_ENDED_MS,
        "entries": [],
        "blog": None,
    }
