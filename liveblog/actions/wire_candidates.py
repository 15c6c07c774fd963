"""What a kill or hold in words alone may mean, read from what is here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from liveblog import sanitise
from liveblog.actions.errors import NotFound
from liveblog.advisories import RECENT, Match, Message, Story, matches
from liveblog.models import Attribution, Entry, PubStatus, WireChain, WireItem, WireTask

MOST = 3000  # chains of the last days that are looked at
MOST_IN_USE = 500  # entries, and as many citations, whose chains are looked at however old
_COLUMNS = ("pk", "guid", "newest__slugline", "newest__take", "newest__headline", "source",
            "moved_at")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain that may be meant, joined with its newest item, and why it is offered."""

    chain: WireChain
    why: str
    score: float


def candidates_for(task_id: int, *, limit: int = 10) -> list[Candidate]:
    """The chains a `match` task may mean, likeliest first; what is killed already is left out.

    Answer with `match_kill`. May well be empty: the item never came, or was purged.
    """
    task = WireTask.objects.select_related("item__feed", "item__chain").filter(pk=task_id).first()
    if task is None:
        raise NotFound("There is no such task.")
    found = matches(_message(task.item), _stories(task.item), limit=limit)
    chains = WireChain.objects.select_related("newest", "source").in_bulk([m.key for m in found])
    return [_candidate(chains[match.key], match) for match in found]


def _candidate(chain: WireChain, match: Match) -> Candidate:
    return Candidate(chain, match.why, match.score)


def _message(item: WireItem) -> Message:
    """A kill that came as a version of a story, or without the right to it, names its guid."""
    body = sanitise.body_text(item.body)
    named = "" if _is_alone(item) else item.chain.guid
    text = f"{item.slugline} {item.headline} {body} {item.ed_note} {item.take} {named}"
    providers = {item.chain.source_id}
    if item.feed is not None:
        providers |= {item.feed.provider_id, *item.feed.retracts.values_list("pk", flat=True)}
    return Message(text, frozenset(providers), item.received_at)


def _is_alone(item: WireItem) -> bool:
    """Whether nothing but the message itself is in its chain."""
    return item.is_advisory and item.chain.newest_id == item.pk


def _stories(item: WireItem) -> Iterator[Story]:
    """The last days' chains, older ones that are in use, and those of the same guid."""
    chains = WireChain.objects.exclude(pub_status=PubStatus.CANCELED).filter(newest__isnull=False)
    if _is_alone(item):
        chains = chains.exclude(pk=item.chain_id)
    days = Q(moved_at__gte=item.received_at - RECENT)
    seen: set[int] = set()
    for rows, used in (
        (chains.filter(pk__in=_in_use()), True),
        (chains.filter(guid=item.chain.guid), False),
        (chains.filter(days, is_advisory=False), False),
    ):
        for row in rows.order_by("-moved_at", "-pk").values_list(*_COLUMNS)[:MOST]:
            if row[0] not in seen:
                seen.add(row[0])
                yield _story(row, used=used)


def _in_use() -> set[int]:
    """The chains of what was last built from wire copy, or cites it."""
    built = Entry.objects.filter(built_from__isnull=False).order_by("-pk")
    cited = Attribution.objects.filter(item__isnull=False).order_by("-pk")
    return {
        *built.values_list("built_from__chain", flat=True)[:MOST_IN_USE],
        *cited.values_list("item__chain", flat=True)[:MOST_IN_USE],
    }


def _story(row: tuple[Any, ...], *, used: bool) -> Story:
    pk, guid, slugline, take, headline, source, moved_at = row
    return Story(pk, guid, slugline, take, headline, source, moved_at, in_use=used)
