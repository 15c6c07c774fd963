"""Keeping the index in step. The verbs call this in the transaction that changes the text."""

from __future__ import annotations

from liveblog import sanitise, words
from liveblog.models import Entry, EntryWords, PubStatus, WireChain, WireItem, WireWords

# Characters: PostgreSQL takes 1 MB of different words in one row, with their places.
MAX_BODY, MAX_MARKS = 800_000, 50_000


def keep(entry: Entry) -> None:
    """Make the index say what readers may find of `entry` now: its words, or nothing."""
    if entry.number is None:
        return  # never public
    EntryWords.objects.filter(pk=entry.pk).delete()
    if entry.state == Entry.State.PUBLISHED and entry.rights_expired_at is None:
        EntryWords.objects.create(
            entry=entry,
            headline=_names(entry),
            body=words.indexed(entry.body_text),
        )


def _names(entry: Entry) -> str:
    """Headline and tags. A token no question has stands between them: no phrase runs across."""
    return " x ".join(words.indexed(text) for text in (entry.headline, *entry.tags))


def keep_wire(chain: WireChain, newest: WireItem) -> None:
    """Make the inbox's index say what `chain` is about now; of what is killed only its names."""
    WireWords.objects.filter(pk=chain.pk).delete()
    killed = chain.pub_status == PubStatus.CANCELED
    names = (newest.headline, newest.slugline, newest.byline, newest.credit, chain.guid)
    WireWords.objects.create(
        chain=chain,
        headline=words.indexed(" ".join(filter(None, names))),
        body="" if killed else _within(words.indexed(sanitise.body_text(newest.body)), MAX_BODY),
        marks=_within(_marks(newest), MAX_MARKS),
    )


def _marks(item: WireItem) -> str:
    """Its subjects by code and by name: nobody knows the codes by heart. As above, no phrase runs
    from one to the next."""
    said = dict.fromkeys(text for subject in item.subjects for text in subject if text)
    return " x ".join(filter(None, map(words.indexed, said)))


def _within(tokens: str, limit: int) -> str:
    """As many whole tokens as fit."""
    return tokens if len(tokens) <= limit else tokens[:limit].rpartition(" ")[0]
