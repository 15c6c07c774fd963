"""The fields of an entry or a live blog in words, and where two states of them differ.

Takes `EntryFields` and `BlogFields` as stored in a revision, with ids and RFC 3339 strings, and
as typed into a form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.dateparse import parse_datetime

from liveblog import sanitise
from liveblog.admin.diff import Piece, compare
from liveblog.apstyle import date_label, time_label, zone_label
from liveblog.models import Attribution, Entry, MediaAsset, Source, Topic

LABELS = {
    "headline": "Headline",
    "body": "Text",
    "display_at": "Display time",
    "is_key_event": "Key event",
    "key_event_title": "Key event title",
    "pin_when_published": "Pin when published",
    "urgency": "Urgency",
    "verification": "Verification",
    "tags": "Tags",
    "embargo_until": "Embargo",
    "built_from": "Built from wire item",
    "authors": "Authors",
    "attributions": "Attributions",
    "images": "Pictures",
    "embeds": "Embeds",
    "slug": "Address",
    "kicker": "Kicker",
    "standfirst": "Standfirst",
    "summary_points": "What we know",
    "lead_image": "Lead picture",
    "lead_caption": "Caption",
    "topic": "Topic",
    "language": "Language",
    "timezone": "Time zone",
    "byline": "Byline",
    "author_blurb": "Author's note",
    "hold_seconds": "Undo, seconds",
    "coverage_start": "Coverage start",
    "coverage_end": "Coverage end",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in two states: both texts and the pieces that lead from one to the other."""

    name: str
    label: str
    before: str
    after: str
    pieces: list[Piece]


@dataclass(slots=True)
class Names:
    """What ids stand for, fetched for all states of one page in three queries."""

    zone: ZoneInfo
    sources: dict[int, str] = field(default_factory=dict)
    pictures: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)


def names_for(states: Iterable[Mapping[str, Any]], zone: ZoneInfo) -> Names:
    """The names behind every id in `states`."""
    states = list(states)
    credits = [row for state in states for row in state.get("attributions", [])]
    assets: set[Any] = {row.get("asset") for state in states for row in state.get("images", [])}
    assets |= {state.get("lead_image") for state in states}
    sources: set[Any] = {row.get(end) for row in credits for end in ("source", "via")}
    topics: set[Any] = {state.get("topic") for state in states}
    return Names(
        zone,
        _in_words(Source.objects.filter(pk__in=sources - {None})),
        _in_words(MediaAsset.objects.filter(pk__in=assets - {None})),
        _in_words(Topic.objects.filter(pk__in=topics - {None})),
    )


def _in_words(rows: Iterable[Any]) -> dict[int, str]:
    return {row.pk: str(row) for row in rows}


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Names
) -> list[Difference]:
    """Every field that both states name and that differs, in the order of `LABELS`."""
    found = []
    for name, label in LABELS.items():
        if name not in before or name not in after:
            continue
        old, new = in_words(name, before[name], names), in_words(name, after[name], names)
        if name == "body" and old == new:
            # The same words: what differs is a link or the formatting.
            old, new = str(before[name]), str(after[name])
        if old != new:
            found.append(Difference(name, label, old, new, compare(old, new)))
    return found


def in_words(name: str, value: Any, names: Names) -> str:
    """One field as text; empty for nothing."""
    if value in (None, "", []):
        return ""
    return _FORMATS.get(name, _plain)(value, names)


def lines_of(state: Mapping[str, Any], names: Names) -> list[tuple[str, str]]:
    """`(label, text)` of every field that says something."""
    pairs = [(LABELS[name], in_words(name, state[name], names)) for name in LABELS if name in state]
    return [(label, text) for label, text in pairs if text]


def _plain(value: Any, _: Names) -> str:
    return str(value)


def _moment(value: Any, names: Names) -> str:
    moment = value if isinstance(value, datetime) else parse_datetime(str(value))
    if moment is None or moment.tzinfo is None:
        return str(value)
    day = date_label(moment.astimezone(names.zone).date())
    return f"{time_label(moment, names.zone)} {zone_label(names.zone, moment)}, {day}"


def _yes_no(value: Any, _: Names) -> str:
    return "yes" if value else ""


def _body(value: Any, _: Names) -> str:
    return sanitise.body_text(str(value))


def _credits(rows: Any, names: Names) -> str:
    return "\n".join(_credit(row, names) for row in rows)


def _credit(row: Mapping[str, Any], names: Names) -> str:
    source = names.sources.get(row["source"], "an unknown source")
    words = [source, str(Attribution.Relation(row["relation"]).label)]
    if row.get("via"):
        words.append(f"via {names.sources.get(row['via'], 'an unknown source')}")
    if row.get("person"):
        words.append(row["person"])
    return ", ".join(words)


def _pictures(rows: Any, names: Names) -> str:
    shown = [(names.pictures.get(row["asset"], "a picture"), row.get("caption")) for row in rows]
    return "\n".join(f"{name} – {caption}" if caption else name for name, caption in shown)


def _embeds(rows: Any, _: Names) -> str:
    parts = ("title", "author", "text", "url")
    return "\n".join(
        " – ".join(row[part] for part in parts if row.get(part)) or "an embed to fill"
        for row in rows
    )


_FORMATS: dict[str, Callable[[Any, Names], str]] = {
    "body": _body,
    "is_key_event": _yes_no,
    "pin_when_published": _yes_no,
    "display_at": _moment,
    "embargo_until": _moment,
    "coverage_start": _moment,
    "coverage_end": _moment,
    "attributions": _credits,
    "images": _pictures,
    "embeds": _embeds,
    "verification": lambda value, _: str(Entry.Verification(value).label),
    "tags": lambda tags, _: ", ".join(tags),
    "authors": lambda rows, _: "\n".join(row["name"] for row in rows),
    "summary_points": lambda points, _: "\n".join(points),
    "lead_image": lambda pk, names: names.pictures.get(pk, f"Picture {pk}"),
    "topic": lambda pk, names: names.topics.get(pk, f"Topic {pk}"),
}
