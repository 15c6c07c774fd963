"""Reading the inbox: newest first, by keys, with as much work at a million chains as at a hundred.

Nothing is counted and nothing skipped; each read is one range of an index of `WireChain`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet
from django.utils import timezone

from liveblog import words
from liveblog.inbox.asked import Asked
from liveblog.models import PubStatus, WireChain
from liveblog.models.entry import SORT_STAMP

Rows: TypeAlias = QuerySet[WireChain]
SIZE = 50
MOST_MOVED = 150  # chains in one answer; whoever is further behind starts over
# A chain's time is taken before its transaction ends: one with an earlier time may come to light
# after one with a later. What is looked at again is not shown again.
OVERLAP = timedelta(seconds=15)


def key_of(chain: WireChain) -> str:
    """`(moved_at, id)` as one string that compares like the pair does."""
    assert chain.moved_at is not None
    return f"{chain.moved_at.astimezone(UTC).strftime(SORT_STAMP)}-{chain.pk:012d}"


def key_of_now() -> str:
    """Where to follow from if only what is still to come matters."""
    return key_of(WireChain(pk=0, moved_at=timezone.now()))


def parse_key(key: str) -> tuple[datetime, int]:
    """The pair behind `key_of`. Raises `ValueError` for anything else."""
    stamp, _, pk = key.rpartition("-")
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 19):
        raise ValueError(key)
    return datetime.strptime(stamp, SORT_STAMP).replace(tzinfo=UTC), int(pk)


def listed(asked: Asked, before: str = "") -> tuple[list[WireChain], str]:
    """One page and the key to go on from ("" at the end). `ValueError` for a key that is none."""
    start = parse_key(before) if before else None
    found = _newest(asked, start)
    more = len(found) > SIZE
    return found[:SIZE], key_of(found[SIZE - 1]) if more else ""


def _newest(asked: Asked, start: tuple[datetime, int] | None) -> list[WireChain]:
    """Levels one by one, each along its own index: a flash in a million is found at once."""
    found: list[WireChain] = []
    levels = range(1, asked.level + 1) if asked.level else (None,)
    for level in levels:
        rows = narrowed(asked)
        if level:
            rows = rows.filter(level=level)
        if start:
            moved_at, pk = start
            rows = rows.filter(moved_at__lte=moved_at)
            rows = rows.filter(Q(moved_at__lt=moved_at) | Q(pk__lt=pk))
        found += rows.order_by("-moved_at", "-pk")[: SIZE + 1]
    return sorted(found, key=_place, reverse=True)[: SIZE + 1]


def _place(chain: WireChain) -> tuple[Any, int]:
    return chain.moved_at, chain.pk


def moved(since: str) -> list[WireChain] | None:
    """Whatever moved about or after a key, newest first; None for more than one answer takes."""
    moved_at, _ = parse_key(since)
    rows = _shown().filter(moved_at__gte=moved_at - OVERLAP).order_by("-moved_at", "-pk")
    found = list(rows[: MOST_MOVED + 1])
    return found if len(found) <= MOST_MOVED else None


def matching(asked: Asked, chains: Iterable[WireChain]) -> set[int]:
    """Which of these chains are wanted."""
    rows = narrowed(asked).filter(pk__in=[chain.pk for chain in chains])
    if asked.level:
        rows = rows.filter(level__lte=asked.level)
    return set(rows.order_by().values_list("pk", flat=True))


def narrowed(asked: Asked) -> Rows:
    """What is wanted, but for its level."""
    rows = _shown().filter(_status(asked.status))
    if asked.feed:
        rows = rows.filter(feed__slug=asked.feed)
    if asked.words:
        question = words.question(asked.words)
        found = Q(words__headline__holds_in_text=question) if question else Q(pk__in=[])
        rows = rows.filter(found)
    if asked.subject:
        question = words.question(f'"{asked.subject}"')
        found = Q(words__headline__holds_mark=question) if question else Q(pk__in=[])
        rows = rows.filter(found)
    return rows


def _shown() -> Rows:
    joins = ("newest__credited", "source__rights_profile", "feed")
    rows = WireChain.objects.filter(moved_at__isnull=False, newest__isnull=False)
    return rows.select_related(*joins)


def _status(status: str) -> Q:
    now = timezone.now()
    embargoed = Q(embargo_until__gt=now) | Q(embargo_unsure=True)
    match status:
        case "usable":
            return Q(pub_status=PubStatus.USABLE, is_advisory=False) & ~embargoed
        case "embargoed":
            return Q(pub_status=PubStatus.USABLE) & embargoed
        case "held":
            return Q(pub_status=PubStatus.WITHHELD)
        case "killed":
            return Q(pub_status=PubStatus.CANCELED)
        case "advisory":
            return Q(is_advisory=True)
    return Q()
