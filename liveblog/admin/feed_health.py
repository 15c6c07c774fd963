"""How a feed's delivery goes, in one or two sentences. Pure: a row and a moment in, words out."""

from __future__ import annotations

from datetime import datetime, timedelta

from liveblog.admin.waiting import ago
from liveblog.models import WireFeed

OVERDUE = timedelta(minutes=1)  # a worker looks at what is due once a second


def health_of(feed: WireFeed, now: datetime) -> str:
    """What an editor is told of a feed."""
    if not feed.is_active:
        return f"Paused. {_items(feed, now)}"
    if feed.error:
        return _failing(feed, now)
    if feed.tried_at is None:
        return _untried(feed, now)
    asked = "Sent to us" if feed.kind == WireFeed.Kind.PUSH else "Last asked"
    told = f"{asked} {ago(now - feed.tried_at)} ago; {_items(feed, now, first=False)}"
    return f"{told} {_overdue(feed, now)}".strip()


def _failing(feed: WireFeed, now: datetime) -> str:
    what = "The last file was refused" if feed.kind == WireFeed.Kind.PUSH else "Failing"
    last = "It never worked"
    if feed.succeeded_at is not None:
        last = f"It last worked {ago(now - feed.succeeded_at)} ago"
    told = f"{what}: {feed.error.rstrip('.')}. {last}"
    if feed.kind == WireFeed.Kind.PUSH:
        return f"{told}."
    if feed.next_attempt_at is not None and feed.next_attempt_at > now:
        return f"{told}; the next look is in {ago(feed.next_attempt_at - now)}."
    return f"{told}. {_overdue(feed, now)}".strip()


def _untried(feed: WireFeed, now: datetime) -> str:
    if feed.kind != WireFeed.Kind.PUSH:
        return _overdue(feed, now) or "It waits for its first look."
    if not feed.key_digest:
        return "Nothing can be sent yet: make its key."
    return "Nothing has been sent yet."


def _items(feed: WireFeed, now: datetime, *, first: bool = True) -> str:
    """About the last new item; `first` begins the sentence."""
    said = "no item has come yet."
    if feed.item_at is not None:
        said = f"last new item {ago(now - feed.item_at)} ago{_behind(feed)}."
    return said[0].upper() + said[1:] if first else said


def _behind(feed: WireFeed) -> str:
    if feed.lag_seconds is None:
        return ""
    return f", {ago(timedelta(seconds=feed.lag_seconds))} behind the agency"


def _overdue(feed: WireFeed, now: datetime) -> str:
    """A feed that nobody looks at, although it is time."""
    if feed.kind == WireFeed.Kind.PUSH or feed.next_attempt_at is None:
        return ""
    late = now - feed.next_attempt_at
    held = feed.leased_until is not None and feed.leased_until > now
    if held or late < OVERDUE:
        return ""
    return f"Nobody has looked for {ago(late)} although it is due: is manage.py worker running?"
