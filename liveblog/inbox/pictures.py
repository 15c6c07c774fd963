"""The pictures that came with an item, fetched beside the draft and never waited for by it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from django.core.files.base import ContentFile

from liveblog import actions, images, outbound
from liveblog.models import Entry, MediaAsset, WireFeed, WireItem
from liveblog.wire.credentials import headers_for

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST = 6  # of one item
SECONDS = 8.0
AT_ONCE = 3


@dataclass(slots=True)
class Pictures:
    """What came of it: those taken in, and a sentence for each that was not."""

    taken: list[MediaAsset] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def message(self) -> str:
        count = len(self.taken)
        came = "1 picture added." if count == 1 else f"{count} pictures added." if count else ""
        return " ".join(filter(None, [came, *self.missing]))


def picture_rows(item: WireItem) -> list[dict[str, Any]]:
    """Those of its media that are pictures."""
    return [
        row
        for row in item.media
        if row.get("kind") == "picture"
        or (not row.get("kind") and str(row.get("mime_type", "")).startswith("image/"))
    ]


def add_pictures(user: User, entry: Entry, item: WireItem) -> Pictures:
    """Take the item's pictures into an entry, each with its credit. Raises `ActionError`."""
    found = Pictures()
    rows = picture_rows(item)
    if len(rows) > MOST:
        found.missing.append(f"Only the first {MOST} of {len(rows)} pictures are taken in.")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        feed, urls = item.feed, [str(row.get("url", "")) for row in rows[:MOST]]
        answers = list(pool.map(lambda url: _fetched(feed, url), urls))
    for row, (body, why) in zip(rows, answers, strict=False):
        _take(found, user, entry, item, row, body, why)
    if found.taken:
        _show(user, entry.pk, found.taken)
    return found


def _fetched(feed: WireFeed | None, url: str) -> tuple[bytes, str]:
    """The picture, or a sentence saying why it is not here. Runs in a thread: no database."""
    try:
        answer = outbound.fetch(
            url,
            accept="image/*",
            headers=headers_for(feed, url),
            seconds=SECONDS,
            max_bytes=images.MAX_BYTES,
        )
    except outbound.OutboundError as error:
        return b"", f"A picture could not be fetched: {error.message}"
    return answer.body, ""


def _take(
    found: Pictures, user: User, entry: Entry, item: WireItem, row: Any, body: bytes, why: str
) -> None:
    if why:
        found.missing.append(why)
        return
    source = str(item.credited or item.chain.source)
    caption = str(row.get("caption", ""))
    try:
        asset = actions.add_media(
            user=user,
            team_id=entry.blog.team_id,
            upload=cast("images.Upload", ContentFile(body)),
            caption=caption,
            credit=str(row.get("credit") or item.credit or source)[:200],
            alt=(caption or item.headline or f"Picture from {source}")[:500],
            item_id=item.pk,
            guid=str(row.get("guid", "")),
        )
    except actions.ActionError as error:
        found.missing.append(f"A picture was not taken in: {error.message}")
        return
    found.taken.append(asset)


def _show(user: User, entry_id: int, assets: list[MediaAsset]) -> None:
    entry = Entry.objects.get(pk=entry_id)
    shown = list(entry.images.values("asset", "caption"))
    fields = {"images": [*shown, *({"asset": asset.pk, "caption": ""} for asset in assets)]}
    public = entry.state == Entry.State.PUBLISHED
    verb = actions.edit if public else actions.save_draft
    verb(user=user, entry_id=entry.pk, revision=entry.revision, fields=fields)
