"""Which item a kill or hold in words alone means: the likelier ones first. Pure.

Agencies name what they retract by its slug and number ("Please kill the story Harbor-Ferries,
V9991"), by service and number ("Please kill item nw 157"), or by its headline. A human decides;
this only sets before them what shares most with the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

RECENT = timedelta(hours=72)  # what is killed was mostly sent in the days before
ENOUGH = 3.0  # below this nothing was named: the provider or the time alone says little
# What a word, a number and the rest weigh; a number or a guid is a name, words are a hint.
_GUID, _NUMBER, _SLUG, _HEADLINE = 10.0, 6.0, 6.0, 5.0
_SAME_PROVIDER, _RECENT, _IN_USE = 1.0, 1.0, 0.5

# Words of the message itself, and of every slug.
_NOISE = frozenset({
    "a", "advisory", "an", "and", "as", "at", "attention", "bc", "bitte", "bulletin", "by", "das",
    "der", "die", "do", "editors", "eds", "elimination", "for", "from", "had", "has", "have",
    "hold", "holds", "in", "is", "it", "item", "its", "kill", "killed", "kills", "mandatory",
    "meldung", "no", "not", "note", "of", "on", "or", "our", "photo", "picture", "please",
    "repeat", "slugged", "stories", "story", "take", "that", "the", "this", "to", "und", "urgent",
    "use", "version", "was", "were", "which", "with", "withhold",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"[^\W\d_]{0,2}(\d{2,})")  # V9991, nw157, 157


@dataclass(frozen=True, slots=True)
class Message:
    """The kill or hold: all its text, whose it is, and when it came."""

    text: str
    providers: frozenset[int]
    at: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """A chain that may be meant; `key` is its row, `at` when it last moved."""

    key: int
    guid: str
    slugline: str
    take: str
    headline: str
    provider: int
    at: datetime
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """`score` has no unit; `why` is what the two share, for an editor: "slug, number 9991"."""

    key: int
    score: float
    why: str


def matches(message: Message, stories: Iterable[Story], *, limit: int = 10) -> list[Match]:
    """The likeliest first; stories that share nothing that names them are left out."""
    words, numbers = _words(message.text), _numbers(message.text)
    found = []
    for story in stories:
        named, why = _named(message.text, words, numbers, story)
        if named < ENOUGH:
            continue
        near = abs(message.at - story.at) <= RECENT
        score = named + _RECENT * near + _IN_USE * story.in_use
        score += _SAME_PROVIDER * (story.provider in message.providers)
        found.append((score, story.at, Match(story.key, round(score, 2), ", ".join(why))))
    found.sort(key=lambda each: (-each[0], -each[1].timestamp(), each[2].key))
    return [match for _, _, match in found[:limit]]


def _named(
    text: str, words: frozenset[str], numbers: frozenset[str], story: Story
) -> tuple[float, list[str]]:
    """How much of what names the story is in the message, and what that is."""
    score, why = 0.0, []
    if story.guid and story.guid.casefold() in text.casefold():
        score, why = _GUID, ["its own name"]
    slug = _share(words, _words(story.slugline))
    if slug >= 0.5:
        score += _SLUG * slug
        why.append("slug")
    own = _numbers(f"{story.take} {story.slugline}") | _numbers(_tail(story.guid))
    if shared := sorted(numbers & own):
        score += _NUMBER
        why.append(f"number {' and '.join(shared)}")
    headline = _share(words, _words(story.headline))
    if headline >= 0.4:
        score += _HEADLINE * headline
        why.append("headline")
    return score, why


def _share(words: frozenset[str], named: frozenset[str]) -> float:
    """The part of a name's words that the message has; 0 for no name."""
    return len(words & named) / len(named) if named else 0.0


def _words(text: str) -> frozenset[str]:
    found = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word for word in found if word not in _NOISE and not word.isdigit())


def _numbers(text: str) -> frozenset[str]:
    """ "9991" of "V9991": agencies write a letter or their service before it, or do not."""
    found = (_NUMBERED.fullmatch(word) for word in _WORD.findall(text))
    return frozenset(each[1].lstrip("0") or "0" for each in found if each)


def _tail(guid: str) -> str:
    """A guid without the date and the long keys in it, which many items share or nobody writes."""
    parts: Sequence[str] = re.split(r"[:/.,_]", re.sub(r"\d{4}-\d\d-\d\d|\d{8}", " ", guid))
    return " ".join(part for part in parts if len(part) <= 12)
