"""The verb of the wires: one version of one item has arrived.

It commits what the chain now stands at first, under the chain's lock, and only then goes through
the live blogs (`wire_settling`), one transaction each: whoever publishes afterwards is refused,
whatever was public before is found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from liveblog import search, security_log
from liveblog.actions import shared
from liveblog.actions.actors import SYSTEM, Actor
from liveblog.actions.wire_doubts import ask_about, asks_which, doubtful
from liveblog.actions.wire_rows import (
    is_embargoed,
    is_used,
    remembered,
    standing_of,
    stays_held,
)
from liveblog.models import (
    MediaAsset,
    PubStatus,
    SharedEdit,
    WireChain,
    WireFeed,
    WireItem,
    WireMessage,
    WireTask,
)

MAX_VERSION = 60  # characters; what is longer is kept as its digest
_NOT_SAID = ("warnings", "credited_id", "level", "services")
AFTER_A_KILL = "It came after the agency had killed the item: it stays killed."


class WireFields(TypedDict, total=False):
    """One version of an item, as `liveblog.wire` reads it: texts cleaned, HTML by the allow-list.

    `signals` are words of `wire.parsed.Signal`; `level` is 1 (flash) to 5 (deferred); `credited_id`
    is the id of the source readers are told; `media` `{url, kind, mime_type, caption, credit}`, and
    `guid` where a picture is an item of its own.
    """

    guid: str
    version: str
    version_at: datetime | None
    kind: str
    pub_status: str
    embargo_closed: bool
    embargo_until: datetime | None
    expires_at: datetime | None
    rights_until: datetime | None
    urgency: int | None
    urgency_raw: str
    level: int
    slugline: str
    take: str
    headline: str
    dateline: str
    byline: str
    body: str
    ed_note: str
    usage_terms: str
    provider_name: str
    source_name: str
    credit: str
    copyright_holder: str
    copyright_notice: str
    credited_id: int | None
    language: str
    url: str
    services: list[str]
    subjects: list[list[str]]
    media: list[dict[str, str]]
    parts: list[str]
    signals: list[str]
    warnings: list[str]
    is_advisory: bool


@dataclass(frozen=True, slots=True)
class Received:
    """`new` is False for what was here before. `item` is the row in its provider's chain."""

    item: WireItem
    new: bool


def receive(*, feed: WireFeed, fields: WireFields, message: WireMessage | None = None) -> Received:
    """Store one version, and let everything built from its chain follow. Idempotent.

    A hold or a kill counts for every provider whose items this feed may retract; from a feed that
    may not, it is kept, unusable, and asked about.
    """
    retracts = set(feed.retracts.values_list("pk", flat=True))
    first = _receive_as(feed, feed.provider_id, fields, message, retracts)
    others = retracts - {feed.provider_id}
    for source_id in sorted(_meant(others, feed, fields, first.item)) if others else ():
        _receive_as(feed, source_id, fields, message, retracts)
    return first


def _meant(others: set[int], feed: WireFeed, fields: WireFields, item: WireItem) -> set[int]:
    """Whose chains, beside its own provider's, a message of this feed is about."""
    status = fields["pub_status"]
    if status == PubStatus.CANCELED:
        return others
    if status == PubStatus.WITHHELD:
        chain = WireChain.objects.get(pk=item.chain_id)
        over = item.counts and chain.pub_status == PubStatus.USABLE  # its release came before it
        return set() if over else others
    theirs = WireChain.objects.filter(guid=fields["guid"], source__in=others)
    if "correction" not in fields.get("signals", ()):  # what this feed has held, it releases
        theirs = theirs.filter(items__feed=feed, items__pub_status=PubStatus.WITHHELD)
    return set(theirs.filter(newest__isnull=False).values_list("source", flat=True))


def _receive_as(
    feed: WireFeed,
    source_id: int,
    fields: WireFields,
    message: WireMessage | None,
    retracts: set[int],
) -> Received:
    now = timezone.now()
    with transaction.atomic():
        chain, heard_of = _locked_chain(source_id, fields["guid"])
        counts = source_id in retracts
        item, new = _stored(chain, feed, fields, message, now, counts=counts)
        if not (new or _counts_now(item, now, counts=counts)):
            _repeated(item, fields)
            return Received(item, new=False)
        was = chain.pub_status
        _stand(chain, item, now)
        edits = _consequences(chain, item, was, used=heard_of and is_used(chain.pk))
        ask_about(doubtful(chain, item, retracts, is_first=not heard_of), now)
    shared.finish(edits)
    return Received(item, new=new)


def _locked_chain(source_id: int, guid: str) -> tuple[WireChain, bool]:
    """The row, and whether it was there: a new one is this transaction's alone."""
    rows = WireChain.objects.select_for_update()
    chain, new = rows.get_or_create(source_id=source_id, guid=guid)
    return chain, not new


def _stored(
    chain: WireChain,
    feed: WireFeed,
    fields: WireFields,
    message: WireMessage | None,
    now: datetime,
    *,
    counts: bool,
) -> tuple[WireItem, bool]:
    said: dict[str, Any] = {name: value for name, value in fields.items() if name != "guid"}
    version = said.pop("version", "")
    if chain.pub_status == PubStatus.CANCELED and said["pub_status"] != PubStatus.CANCELED:
        said["warnings"] = [*said.get("warnings", []), AFTER_A_KILL]
    return WireItem.objects.get_or_create(
        chain=chain,
        version=version if len(version) <= MAX_VERSION else _digest(version)[:MAX_VERSION],
        digest=digest_of(fields),
        defaults={
            **said,
            "feed": feed,
            "message": message,
            "received_at": now,
            "counts": counts,
        },
    )


def _counts_now(item: WireItem, now: datetime, *, counts: bool) -> bool:
    """Whether what came before by a feed that may not retract has now come by one that may."""
    if item.counts or not counts:
        return False
    item.counts = True
    item.save(update_fields=["counts"])
    asked = WireTask.objects.filter(kind=WireTask.Kind.MATCH, item=item, closed_at__isnull=True)
    if not asks_which(item):
        asked.update(closed_at=now, answer="It has come by a feed that may say so")
    return True


def _repeated(item: WireItem, fields: WireFields) -> None:
    """The same again, on another service: one item with several services."""
    more = [each for each in fields.get("services", []) if each not in item.services]
    if more:
        item.services = [*item.services, *more]
        item.save(update_fields=["services"])


def digest_of(fields: Mapping[str, Any]) -> str:
    """Of what an item says; on which service, and what was made of it here, does not count."""
    said = {name: value for name, value in fields.items() if name not in _NOT_SAID}
    return _digest(json.dumps(said, sort_keys=True, default=str))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _stand(chain: WireChain, item: WireItem, now: datetime) -> None:
    """Derive what the chain stands at from all its versions, now that `item` is one of them."""
    found = remembered(chain, item, standing_of(chain), now)
    is_newest = found.newest.key == item.pk
    newest = item if is_newest else chain.items.get(pk=found.newest.key)
    if not _comes_again(chain, newest):
        chain.moved_at = now
    if found.embargo_until != chain.embargo_until:
        chain.lifted_at = None
    is_closed = found.embargo_unsure or found.embargo_until is not None
    if not is_closed and is_embargoed(chain, now):
        chain.lifted_at = now  # before its time: what waits for it is told all the same
    if chain.pub_status != PubStatus.CANCELED:
        held = chain.pub_status == PubStatus.WITHHELD and stays_held(chain, item)
        chain.pub_status = PubStatus.WITHHELD if held else found.pub_status
        chain.canceled_at = now if chain.pub_status == PubStatus.CANCELED else None
    chain.embargo_until, chain.embargo_unsure = found.embargo_until, found.embargo_unsure
    chain.newest, chain.feed_id, chain.level = newest, newest.feed_id, newest.level
    chain.is_advisory = newest.is_advisory
    chain.save()
    search.keep_wire(chain, newest)


def _comes_again(chain: WireChain, newest: WireItem) -> bool:
    """Whether it was here and is purged: a feed that lists it still brings no news."""
    if chain.newest_id is not None or chain.moved_at is None:
        return False
    return newest.version_at is not None and newest.version_at <= chain.moved_at


def _consequences(chain: WireChain, item: WireItem, was: str, *, used: bool) -> list[int]:
    """What has to be carried on after the commit: ids of `SharedEdit` rows."""
    edits = []
    if used:
        edits.append(shared.record(SYSTEM, SharedEdit.Kind.WIRE, chain.pk))
    if chain.pub_status == PubStatus.CANCELED and was != PubStatus.CANCELED:
        security_log.on_commit("chain.kill", user=SYSTEM, chain=chain.pk, feed=item.feed_id)
        edits += kill_pictures(chain, SYSTEM)
    return edits


def kill_pictures(chain: WireChain, user: Actor) -> list[int]:
    """Retract the pictures that came with it; they vanish from every entry, whoever's it is."""
    edits = []
    its = Q(pk__in=MediaAsset.objects.filter(wire_item__chain=chain).values("pk")) | Q(
        own_chain=chain
    )
    rows = MediaAsset.objects.select_for_update(of=("self",)).filter(its)
    for asset in rows.filter(killed_at__isnull=True).order_by("pk"):
        asset.killed_at = timezone.now()
        asset.revision += 1
        asset.save()
        security_log.on_commit("media.kill", user=user, media=asset.pk)
        edits.append(shared.record(user, SharedEdit.Kind.MEDIA, asset.pk))
    return edits
