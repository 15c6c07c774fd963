"""One chain on its own page: its versions, its takes in order, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from liveblog import actions, sanitise, words
from liveblog.actions.readiness import copy_of
from liveblog.admin.diff import Piece, compare
from liveblog.inbox.rows import is_over, spoken
from liveblog.models import PubStatus, WireChain, WireItem
from liveblog.publishability import publishability
from liveblog.sanitise import safe_url

MOST_VERSIONS = 100
MOST_TAKES = 30
FIELDS = {
    "headline": "Headline",
    "slugline": "Slugline",
    "dateline": "Dateline",
    "byline": "Byline",
    "body": "Text",
    "ed_note": "Note to editors",
    "usage_terms": "Terms of use",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two versions differ, word by word."""

    label: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Take:
    """One part of a story that came in several."""

    take: str
    headline: str
    paragraphs: list[str]


def versions_of(chain: WireChain) -> list[WireItem]:
    """Newest arrival first."""
    rows = chain.items.select_related("feed", "credited").order_by("-received_at", "-pk")
    return list(rows[:MOST_VERSIONS])


def chosen(items: Iterable[WireItem], key: str) -> WireItem | None:
    """The version with this id, if it is one of these."""
    return next((item for item in items if str(item.pk) == key), None)


def verdict_sentence(item: WireItem, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """`(state, sentence)`: may this version be published now?"""
    verdict = publishability(now=now, embargo_until=None, copy=copy_of(item))
    if verdict.state == "wait":
        until = spoken(verdict.until, zone, now)
        return "wait", f"Under embargo until {until}. A draft can be made of it now."
    if verdict.state == "blocked":
        return "blocked", verdict.why.replace("the item this is built from", "this item").replace(
            "This is built from an advisory", "This is an advisory"
        )
    if not (item.headline or item.body or item.media):
        return "blocked", "There is nothing in it that could be published."
    if is_over(item, now):
        since = spoken(item.expires_at, zone, now)
        return "usable", f"May be published, but its agency considers it out of date since {since}."
    return "usable", "May be published now."


def differences(old: WireItem, new: WireItem) -> list[Difference]:
    """Where two versions differ, in the order they are read."""
    found = []
    for name, label in FIELDS.items():
        before, after = (_plain(item, name) for item in (old, new))
        if before != after:
            found.append(Difference(label, compare(before, after)))
    return found


def _plain(item: WireItem, name: str) -> str:
    value = str(getattr(item, name))
    return sanitise.body_text(value) if name == "body" else value


def paragraphs_of(item: WireItem) -> list[str]:
    """Its text to be read: what an update keeps of its markup is seen in the preview."""
    return [line for line in sanitise.body_text(item.body).splitlines() if line.strip()]


def takes_of(item: WireItem) -> list[Take]:
    """All takes of the story in order, this one among them; none for what is in one piece.

    The first often has no number: it is the newest item of that slug that has none.
    """
    question = words.question(f'"{item.slugline}"')
    if not (question and item.slugline):
        return []
    rows = WireChain.objects.filter(
        source=item.chain.source_id,
        pub_status=PubStatus.USABLE,
        words__headline__holds_in_text=question,
        newest__slugline=item.slugline,
    )
    chains = rows.select_related("newest").order_by("-moved_at")[:MOST_TAKES]
    newest = [chain.newest for chain in chains if chain.newest]
    numbered = [each for each in newest if each.take]
    found = numbered + [each for each in newest if not each.take][:1] if numbered else []
    ordered = sorted(found, key=_take) if len(found) > 1 and (item.take or item in found) else []
    return [Take(each.take, each.headline, paragraphs_of(each)) for each in ordered]


def _take(item: WireItem) -> tuple[int, str, int]:
    digits = "".join(char for char in item.take if char.isascii() and char.isdigit())
    return int(digits[:9] or 0), item.take, item.pk


def media_of(item: WireItem) -> list[dict[str, Any]]:
    """What goes with it; an address that could run something is shown as text alone."""
    return [{**each, "link": _safe(each.get("url", ""))} for each in item.media]


def _safe(url: str) -> str:
    try:
        return safe_url(url)
    except ValueError:
        return ""


def facts_of(item: WireItem) -> list[tuple[str, str]]:
    """Who sent it, whose it is, and who is to be told: four different things, kept apart."""
    facts = [
        ("Provider", item.provider_name),
        ("Source", item.source_name),
        ("Credit", item.credit),
        ("Copyright", " · ".join(filter(None, (item.copyright_holder, item.copyright_notice)))),
        ("Credited here as", str(item.credited or "")),
        ("Byline", item.byline),
        ("Dateline", item.dateline),
        ("Slugline", " ".join(filter(None, (item.slugline, item.take and f"take {item.take}")))),
        ("Urgency", item.urgency_raw or str(item.urgency or "")),
        ("Services", ", ".join(item.services)),
        ("Language", item.language),
        ("Identifier", item.chain.guid),
    ]
    return [(label, value) for label, value in facts if value]


def uses_of(chain: WireChain, user: Any) -> list[actions.Use]:
    """Where it stands already, as far as this person may see it."""
    return actions.uses_of([chain.pk], user)
