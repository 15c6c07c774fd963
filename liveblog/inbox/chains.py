"""Reading the inbox: newest first, by keys, with as much work at a million chains as at a hundred.

Nothing is counted and nothing skipped; each read is one range of an index of `WireChain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet
from django.utils import timezone

from liveblog import words
from liveblog.inbox.asked import Asked
from liveblog.models import Level, PubStatus, WireChain, WireFeed, WireWords
from liveblog.models.entry import SORT_STAMP

Rows: TypeAlias = QuerySet[WireChain]
Key: TypeAlias = tuple[Any, int]  # when it moved, and its id
SIZE = 50
HOT = (Level.FLASH, Level.BULLETIN)
RECENT = 10_000  # chains among which words are looked for first
LATELY = timedelta(hours=1)  # an older flash alarms nobody who comes back
FEW = {"embargoed", "held", "killed", "advisory"}  # each has an index of its own
ALL = 1_000_000_000
MOST_MOVED = 150  # chains in one answer; whoever is further behind starts over
# A chain's time is taken before its transaction ends: one with an earlier time may come to light
# after one with a later. What is looked at again is not shown again.
OVERLAP = timedelta(seconds=15)


def key_of(chain: WireChain) -> str:
    """`(moved_at, id)` as one string that compares like the pair does."""
    assert chain.moved_at is not None
    return f"{chain.moved_at.astimezone(UTC).strftime(SORT_STAMP)}-{chain.pk:012d}"


def newest_key() -> str:
    """Where to follow from, whatever the list is narrowed to: all that moves is heard of."""
    rows = WireChain.objects.filter(moved_at__isnull=False, newest__isnull=False)
    newest = rows.order_by("-moved_at", "-pk").first()
    return key_of(newest) if newest else key_of_now()


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


def _newest(asked: Asked, start: Key | None) -> list[WireChain]:
    keys: list[Key] = []
    for along, wanted in _ways(asked):
        recent = _recently(_below(along, start)) if asked.words or asked.subject else None
        keys += _first(_below(along.filter(wanted), start), asked, recent)
    # The keys first: what is sorted is narrow then, however much is found.
    page = [pk for _, pk in sorted(keys, reverse=True)[: SIZE + 1]]
    chains = _shown().in_bulk(page)
    return sorted(chains.values(), key=_place, reverse=True)


def _ways(asked: Asked) -> Iterator[tuple[Rows, Q]]:
    """Orders to go along, each by an index, and what is wanted of them besides.

    Levels one by one: a flash in a million is found at once. Words are not looked for so where
    nearly all is wanted; and what few are in has an index whatever the level.
    """
    along, status = _along(asked), _status(asked.status)
    levels = range(1, asked.level + 1)
    if asked.status in FEW:
        yield along.filter(status), Q(level__in=levels) if levels else Q()
    elif levels and (asked.level <= Level.URGENT or not (asked.words or asked.subject)):
        for level in levels:
            yield along.filter(level=level), status
    else:
        yield along, status & Q(level__in=levels) if levels else status


def _first(rows: Rows, asked: Asked, recent: datetime | None) -> list[Key]:
    """A page, and one more. Words are looked for among the recent first, and in all if need be.

    The index of words knows no order: of a common word it would give everything to be sorted,
    and the order knows no words: to a rare one it would be a long way.
    """
    if recent is not None:
        near = rows.filter(_holding(asked), moved_at__gte=recent)
        found = _keys(near)
        if len(found) > SIZE:
            return found
        rows = rows.filter(_holding(asked, whole=True))
    else:
        rows = rows.filter(_holding(asked))
    return _keys(rows)


def _keys(rows: Rows) -> list[Key]:
    ordered = rows.order_by("-moved_at", "-pk").values_list("moved_at", "pk")
    return list(ordered[: SIZE + 1])


def _recently(rows: Rows) -> datetime | None:
    """The time of what is RECENT places down; None if there is not so much."""
    times = rows.order_by("-moved_at", "-pk").values_list("moved_at", flat=True)
    return next(iter(times[RECENT : RECENT + 1]), None)


def _below(rows: Rows, start: Key | None) -> Rows:
    if start is None:
        return rows
    moved_at, pk = start
    return rows.filter(moved_at__lte=moved_at).filter(Q(moved_at__lt=moved_at) | Q(pk__lt=pk))


def _place(chain: WireChain) -> Key:
    return chain.moved_at, chain.pk


def moved(since: str) -> list[WireChain] | None:
    """Whatever moved about or after a key, newest first; None for more than one answer takes."""
    moved_at, _ = parse_key(since)
    rows = _shown().filter(moved_at__gte=moved_at - OVERLAP).order_by("-moved_at", "-pk")
    found = list(rows[: MOST_MOVED + 1])
    return found if len(found) <= MOST_MOVED else None


def loud(since: str) -> list[WireChain]:
    """What nobody may overlook of more than `moved` tells: kills, and the last hour's hot ones."""
    moved_at, _ = parse_key(since)
    rows = _shown().order_by("-moved_at", "-pk")
    kills = rows.filter(pub_status=PubStatus.CANCELED, moved_at__gte=moved_at - OVERLAP)
    lately = max(moved_at - OVERLAP, timezone.now() - LATELY)
    usable = rows.filter(pub_status=PubStatus.USABLE, is_advisory=False, moved_at__gte=lately)
    found = list(kills[:MOST_MOVED])
    for level in HOT:
        found += usable.filter(level=level)[:MOST_MOVED]
    return sorted(found, key=_place, reverse=True)


def matching(asked: Asked, chains: Iterable[WireChain]) -> set[int]:
    """Which of these chains are wanted."""
    rows = narrowed(asked).filter(pk__in=[chain.pk for chain in chains])
    if asked.level:
        rows = rows.filter(level__lte=asked.level)
    return set(rows.order_by().values_list("pk", flat=True))


def narrowed(asked: Asked) -> Rows:
    """What is wanted, but for its level."""
    return _along(asked).filter(_status(asked.status), _holding(asked))


def _along(asked: Asked) -> Rows:
    """What one index has in its order: all, or a feed's."""
    rows = _shown()
    if asked.feed:
        # By its id, which the index goes by; a join would walk through all feeds' chains.
        feed = WireFeed.objects.filter(slug=asked.feed).values_list("pk", flat=True).first()
        rows = rows.filter(feed=feed) if feed else rows.none()
    return rows


def _holding(asked: Asked, *, whole: bool = False) -> Q:
    """Chains with these words and this subject. `whole`: by the index of words alone."""
    wanted = Q()
    for text, lookup in ((asked.words, "holds_in_text"), (_quoted(asked.subject), "holds_mark")):
        if not text:
            continue
        question = words.question(text)
        if not question:
            return Q(pk__in=[])
        if whole:
            found = WireWords.objects.filter(**{f"headline__{lookup}": question})
            # A limit nothing reaches: before it PostgreSQL finishes what stands behind it.
            wanted &= Q(pk__in=found.values("pk")[:ALL])
        else:
            wanted &= Q(**{f"words__headline__{lookup}": question})
    return wanted


def _quoted(subject: str) -> str:
    return f'"{subject}"' if subject else ""


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
            # What the index of the embargoed knows besides: told to be over is no time to come.
            told = Q(embargo_until__gt=now, lifted_at__isnull=True)
            return Q(pub_status=PubStatus.USABLE) & (told | Q(embargo_unsure=True))
        case "held":
            return Q(pub_status=PubStatus.WITHHELD)
        case "killed":
            return Q(pub_status=PubStatus.CANCELED)
        case "advisory":
            return Q(is_advisory=True)
    return Q()
