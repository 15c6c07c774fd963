"""The verbs on feeds: what agencies deliver by, and what may be done with it. For chiefs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from liveblog import security_log
from liveblog.actions.actors import Actor
from liveblog.actions.cleaning import clean
from liveblog.actions.errors import Invalid, NotFound, Stale, WrongState
from liveblog.actions.feed_fields import FEED, require_address
from liveblog.actions.new_rows import free_slug
from liveblog.actions.shared_rows import require_anywhere, require_unique
from liveblog.models import Role, WireFeed

OTHER_PROVIDER = (
    "Items have come by this feed, and another provider's contract does not hold for them. "
    "Pause it and make another feed."
)
_ROWS = {"provider": "provider_id", "credited": "credited_id"}  # fields that name another row


def create_feed(*, user: Actor, fields: Mapping[str, Any]) -> WireFeed:
    """Add a feed. It may retract its provider's items, unless `retracts` says whose."""
    require_anywhere(user, Role.CHIEF)
    given = clean({"name": "", "provider": None, **fields}, FEED, None, "a feed")
    with transaction.atomic():
        feed = WireFeed(next_attempt_at=timezone.now())
        given["slug"] = given.get("slug") or free_slug(WireFeed, given["name"])
        retracts = given.pop("retracts", None)
        _apply(feed, given)
        feed.save()
        feed.retracts.set([feed.provider_id] if retracts is None else retracts)
        security_log.on_commit("feed.created", user=user, feed=feed.pk)
    return feed


def edit_feed(*, user: Actor, feed_id: int, revision: int, fields: Mapping[str, Any]) -> WireFeed:
    """Change a feed. Whose items it brings stays as it is once some have come."""
    require_anywhere(user, Role.CHIEF)
    given = clean(fields, FEED, None, "a feed")
    with transaction.atomic():
        feed = _locked(feed_id)
        _require_revision(feed, revision)
        before = feed.kind, feed.address, feed.provider_id
        retracts = given.pop("retracts", None)
        _apply(feed, given)
        if feed.provider_id != before[2] and feed.items.exists():
            raise Invalid({"provider": [OTHER_PROVIDER]})
        if (feed.kind, feed.address) != before[:2]:
            _start_over(feed)
        feed.revision += 1
        feed.save()
        if retracts is not None:
            _may_retract(feed, retracts)
        security_log.on_commit("feed.changed", user=user, feed=feed.pk)
    return feed


def _may_retract(feed: WireFeed, sources: Iterable[int]) -> None:
    """What it could not say before is heard from what the agency still lists: asked for whole."""
    before = set(feed.retracts.values_list("pk", flat=True))
    feed.retracts.set(sources)
    if set(feed.retracts.values_list("pk", flat=True)) == before:
        return
    feed.etag = feed.last_modified = ""
    feed.save(update_fields=["etag", "last_modified"])


def set_feed_active(*, user: Actor, feed_id: int, active: bool) -> WireFeed:
    """Pause a feed, or go on with it at once. What has come stays."""
    require_anywhere(user, Role.CHIEF)
    with transaction.atomic():
        feed = _locked(feed_id)
        if feed.is_active != active:
            feed.is_active = active
            feed.next_attempt_at, feed.attempts = timezone.now(), 0
            feed.revision += 1
            feed.save()
            security_log.on_commit("feed.changed", user=user, feed=feed.pk, active=active)
    return feed


def new_push_key(*, user: Actor, feed_id: int, revision: int | None = None) -> tuple[WireFeed, str]:
    """Make the key an agency sends by, and end the one before. It can never be read again.

    `revision`: only if the feed still stands at it, so that asking twice makes one key.
    """
    require_anywhere(user, Role.CHIEF)
    with transaction.atomic():
        feed = _locked(feed_id)
        if revision is not None:
            _require_revision(feed, revision)
        if feed.kind != WireFeed.Kind.PUSH:
            raise WrongState("Only a feed by which the agency sends to us has a key.")
        # Of the shape of every key here, so that the log hides it wherever it stands.
        key = f"{get_random_string(8)}.{get_random_string(32)}"
        feed.key_digest = key_digest(key)
        feed.revision += 1
        feed.save()
        security_log.on_commit("key.created", user=user, feed=feed.pk)
    return feed, key


def key_digest(key: str) -> str:
    """What is stored of a key; it is random and long, so that a plain digest keeps it."""
    return hashlib.sha256(key.encode()).hexdigest()


def feed_fields_of(feed: WireFeed) -> dict[str, Any]:
    """A feed as `edit_feed` takes it."""
    plain = {name: getattr(feed, _ROWS.get(name, name)) for name in FEED if name != "retracts"}
    return plain | {"retracts": sorted(feed.retracts.values_list("pk", flat=True))}


def _locked(feed_id: int) -> WireFeed:
    feed = WireFeed.objects.select_for_update().filter(pk=feed_id).first()
    if feed is None:
        raise NotFound("There is no such feed.")
    return feed


def _require_revision(feed: WireFeed, revision: int) -> None:
    if feed.revision != revision:
        raise Stale(
            "Somebody else saved this after you opened it. "
            "Your text is kept; compare the two and save again.",
            current=feed_fields_of(feed),
            revision=feed.revision,
        )


def _apply(feed: WireFeed, given: dict[str, Any]) -> None:
    if given.get("slug") == "":
        raise Invalid({"slug": ["The address cannot be empty."]})
    for name, value in given.items():
        setattr(feed, _ROWS.get(name, name), value)
    require_address(feed)
    require_unique(feed)


def _start_over(feed: WireFeed) -> None:
    """Another address: nothing is known of it, and what an earlier look finds is dropped."""
    feed.etag = feed.last_modified = feed.error = feed.lease = ""
    feed.leased_until, feed.attempts, feed.next_attempt_at = None, 0, timezone.now()
    if feed.kind != WireFeed.Kind.PUSH:
        feed.key_digest = ""
