"""Filling the cards of embeds: what the worker found at an address, or why it found nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from liveblog import sanitise
from liveblog.actions import shared
from liveblog.actions.actors import SYSTEM
from liveblog.models import EmbedCard, SharedEdit

MAX_ATTEMPTS = 5
FIRST_PAUSE = timedelta(seconds=10)  # tripled with every failure
LONGEST_PAUSE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at an address, as the other side said it: texts are cleaned by the verb.

    `thumbnail` is a picture that `images.clean_upload` has written anew.
    """

    title: str = ""
    author: str = ""
    text: str = ""
    provider: str = ""
    thumbnail: ContentFile[bytes] | None = None


def fill_embed(*, card_id: int, lease: str, found: Found) -> bool:
    """Store what was found and touch every published entry that shows it.

    No revision is cut and no editor's form goes stale (ADR 6). Returns whether the lease held.
    """
    texts = {
        "title": sanitise.foreign_line(found.title, 300),
        "author": sanitise.foreign_line(found.author, 200),
        "provider": sanitise.foreign_line(found.provider, 80),
        "text": sanitise.foreign_block(found.text, 4000),
    }
    card = EmbedCard(pk=card_id)
    if found.thumbnail is not None:
        card.thumbnail.save(found.thumbnail.name or "picture", found.thumbnail, save=False)
    picture = {
        "thumbnail": card.thumbnail.name or "",
        "width": card.width or 0,
        "height": card.height or 0,
    }
    filled = False
    try:
        with transaction.atomic():
            done, now = EmbedCard.State.DONE, timezone.now()
            filled = _settle(card_id, lease, done, found_at=now, error="", **texts, **picture)
            edit_id = shared.record(SYSTEM, SharedEdit.Kind.EMBED, card_id) if filled else None
    finally:
        if card.thumbnail and not filled:
            card.thumbnail.delete(save=False)  # without its row nobody would find the file again
    if edit_id is not None:
        shared.finish([edit_id])
    return filled


def postpone_embed(
    *, card_id: int, lease: str, error: str, permanent: bool, retry_after: int | None = None
) -> None:
    """Give a card back with what went wrong: for a later attempt, or for good.

    What failed remains a link card with the host's name; readers see no difference.
    """
    rows = EmbedCard.objects.filter(pk=card_id, lease=lease)
    attempts = (rows.values_list("attempts", flat=True).first() or 0) + 1
    over = permanent or attempts >= MAX_ATTEMPTS
    pause = min(max(_pause_after(attempts), timedelta(seconds=retry_after or 0)), LONGEST_PAUSE)
    _settle(
        card_id,
        lease,
        EmbedCard.State.FAILED if over else EmbedCard.State.PENDING,
        attempts=attempts,
        next_attempt_at=timezone.now() + (timedelta() if over else pause),
        error=sanitise.note(error)[:500],
    )


def _pause_after(attempts: int) -> timedelta:
    factor: int = 3 ** min(attempts - 1, 10)
    return min(FIRST_PAUSE * factor, LONGEST_PAUSE)


def release_embed(*, card_id: int, lease: str) -> None:
    """Give a card back unasked, because the worker ends."""
    _settle(card_id, lease, EmbedCard.State.PENDING)


def _settle(card_id: int, lease: str, state: str, **fields: Any) -> bool:
    """Write to a card while the lease holds, and give it back."""
    rows = EmbedCard.objects.filter(pk=card_id, lease=lease)
    return bool(rows.update(state=state, lease="", leased_until=None, **fields))
