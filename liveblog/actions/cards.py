"""The cards of embeds: what an address shows of itself, queued by whoever saves an entry.

Saving never waits for the network. A card belongs to an address, not to an entry's row, so that
rows can be replaced by every save without losing what was found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypedDict

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from liveblog import sanitise
from liveblog.actions.actors import Actor, authorise
from liveblog.actions.errors import Invalid
from liveblog.models import Embed, EmbedCard, Entry, Role

MAX_URL = 2000  # characters
UNUSED = timedelta(days=1)
ASK_AGAIN = timedelta(minutes=10)  # saving an address that failed this long ago asks it anew


class EmbedPreview(TypedDict):
    """What an editor is shown of one embed; `state` is pending, done, failed or unsaved."""

    state: str
    title: str
    author: str
    text: str
    provider: str
    thumbnail_url: str
    error: str


def card_ids(urls: Iterable[str]) -> dict[str, int]:
    """The cards of these addresses, queued where they are new. Inside the caller's transaction.

    In one order for everybody: two blogs may be given the same addresses at once.
    """
    found = {}
    for digest, url in sorted({digest_of(url): url for url in urls if url}.items()):
        card, new = EmbedCard.objects.get_or_create(
            digest=digest, defaults={"url": url, "next_attempt_at": timezone.now()}
        )
        if not new and card.state == EmbedCard.State.FAILED:
            _ask_again(card)
        found[url] = card.pk
    return found


def look_up_embed(*, user: Actor, team_id: int, url: str) -> EmbedPreview:
    """Queue an address that is being written into an update, as saving it would."""
    authorise(user, team_id, Role.REPORTER)
    try:
        url = sanitise.safe_url(url)
    except sanitise.UnacceptableText as error:
        raise Invalid({"url": [str(error)]}) from error
    if len(url) > MAX_URL:
        raise Invalid({"url": ["The web address is longer than 2,000 characters."]})
    with transaction.atomic():
        card_ids([url])
    return embed_preview(url)


def digest_of(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()


def _ask_again(card: EmbedCard) -> None:
    now = timezone.now()
    rows = EmbedCard.objects.filter(pk=card.pk, state=EmbedCard.State.FAILED)
    rows.filter(next_attempt_at__lt=now - ASK_AGAIN).update(
        state=EmbedCard.State.PENDING, attempts=0, next_attempt_at=now, error=""
    )


def with_cards(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of embeds with the card of each."""
    cards = card_ids(row["url"] for row in rows)
    return [row | {"card_id": cards.get(row["url"])} for row in rows]


def pending_cards() -> QuerySet[EmbedCard]:
    """The queue: addresses nobody has asked successfully, or given up on."""
    return EmbedCard.objects.filter(state=EmbedCard.State.PENDING)


def only_here(entry: Entry) -> list[int]:
    """Cards that no entry but this one shows."""
    mine = EmbedCard.objects.filter(embeds__entry=entry)
    others = Embed.objects.exclude(entry=entry).filter(card__in=mine.values("pk"))
    return list(mine.exclude(pk__in=others.values("card")).values_list("pk", flat=True))


def forget_cards(ids: Iterable[int]) -> None:
    """Erase what was found at addresses that no entry shows any more, pictures included."""
    for card in EmbedCard.objects.filter(pk__in=list(ids), embeds__isnull=True):
        storage, name = card.thumbnail.storage, card.thumbnail.name
        card.delete()
        if name:
            transaction.on_commit(partial(storage.delete, name))


def forget_unused_cards(*, now: datetime, limit: int = 50) -> int:
    """Erase what was looked up for updates that were never saved with it, a day later."""
    unused = EmbedCard.objects.filter(embeds__isnull=True, leased_until__isnull=True)
    old = Q(found_at__lt=now - UNUSED) | Q(found_at=None, next_attempt_at__lt=now - UNUSED)
    ids = list(unused.filter(old).order_by("pk").values_list("pk", flat=True)[:limit])
    with transaction.atomic():
        forget_cards(ids)
    return len(ids)


def embed_preview(url: str, **own: str) -> EmbedPreview:
    """What is known of an address, for its editor. `own`: the editor's title, author, text."""
    card = EmbedCard.objects.filter(digest=digest_of(url)).first()
    return preview_of(Embed(url=url, card=card, **own))


def preview_of(embed: Embed) -> EmbedPreview:
    """What an editor is shown of a row, the editor's own words first."""
    card = embed.card
    return {
        "state": card.state if card else "unsaved",
        "title": embed.shown_title,
        "author": embed.shown_author,
        "text": embed.shown_text,
        "provider": embed.shown_provider,
        "thumbnail_url": embed.thumbnail_url,
        "error": card.error if card else "",
    }
