"""Taking a picture in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from liveblog import renditions
from liveblog.actions import idempotency, shared
from liveblog.actions.actors import SYSTEM, Actor, authorise, user_of
from liveblog.actions.change import chains_of_items, lock_chains
from liveblog.actions.errors import Blocked, Invalid, KeyReused, NotFound
from liveblog.actions.shared_rows import MEDIA
from liveblog.images import Upload, clean_upload
from liveblog.models import (
    LiveBlog,
    MediaAsset,
    PubStatus,
    Role,
    SharedEdit,
    WireChain,
    WireItem,
)


def add_media(
    *,
    user: Actor,
    team_id: int,
    upload: Upload | None,
    caption: str = "",
    credit: str = "",
    alt: str = "",
    focus: str = renditions.CENTRE,
    item_id: int | None = None,
    guid: str = "",
    key: str = "",
) -> MediaAsset:
    """Store a picture for a team, re-encoded, in every format and width pages offer it in.

    Credit and alternative text come with it; `focus` is what a crop keeps, "0.5x0.5"; `item_id`
    is the wire item it came with, whose kill is its own, and `guid` its name as an item of the
    same agency's. Sent again under the same `key`, it is the one that was stored, described as it
    is now.
    """
    authorise(user, team_id, Role.REPORTER)
    idempotency.require_readable(key)
    file, texts = _clean(upload, {"caption": caption, "credit": credit, "alt": alt, "focus": focus})
    asset = MediaAsset(
        team_id=team_id,
        uploaded_by=user_of(user),
        wire_item_id=item_id,
        upload_key=key,
        **texts,
    )
    asset.own_chain = _own_chain(item_id, guid)
    with transaction.atomic():
        known = _sent_before(asset, file, texts)
    return known or _stored(asset, file, texts)


def _stored(asset: MediaAsset, file: Any, texts: Mapping[str, str]) -> MediaAsset:
    asset.file.save(file.name or "picture", file, save=False)
    try:
        # Before the transaction: nobody waits for a lock while a picture is made smaller.
        asset.renditions = renditions.make(asset.file)
        with transaction.atomic():
            _require_alive(asset)
            asset.save()
    except BaseException as error:
        # Without its row nobody would ever find the files again.
        asset.file.delete(save=False)
        with transaction.atomic():
            # The same upload, twice at once: the other was quicker.
            known = _sent_before(asset, file, texts) if isinstance(error, IntegrityError) else None
        if known is None:
            raise
        return known
    return asset


def _sent_before(asset: MediaAsset, file: Any, texts: Mapping[str, str]) -> MediaAsset | None:
    """What its key has stored already; its texts may follow as long as nobody uses it."""
    rows = MediaAsset.objects.select_for_update().filter(
        team=asset.team_id, uploaded_by=asset.uploaded_by_id, upload_key=asset.upload_key
    )
    known = rows.first() if asset.upload_key else None
    if known is None:
        return None
    if known.killed_at is not None:
        raise Blocked("This picture was sent before, and has been killed.")
    file.seek(0)
    with known.file.open() as stored:
        if stored.read() != file.read():
            raise KeyReused("This key was used before for another picture.")
    return _described_anew(known, texts)


def _described_anew(known: MediaAsset, texts: Mapping[str, str]) -> MediaAsset:
    changed = {name for name, value in texts.items() if getattr(known, name) != value}
    if not changed:
        return known
    used = known.used_in.exists() or LiveBlog.objects.filter(lead_image=known).exists()
    if used or "focus" in changed:
        raise KeyReused(
            "This picture has arrived already, with other texts: change them at the picture itself."
        )
    for name in changed:
        setattr(known, name, texts[name])
    known.revision += 1
    known.save(update_fields=[*changed, "revision"])
    return known


def _own_chain(item_id: int | None, guid: str) -> WireChain | None:
    """The row its own kill and hold are kept in; there before anything of it has been heard."""
    if item_id is None or not guid:
        return None
    item = WireItem.objects.select_related("chain").filter(pk=item_id).first()
    if item is None or item.chain.guid == guid:
        return None
    chain, _ = WireChain.objects.get_or_create(source_id=item.chain.source_id, guid=guid)
    return chain


def _require_alive(asset: MediaAsset) -> None:
    """Under the chains' locks: a kill sees the picture, or the picture sees the kill."""
    own = {asset.own_chain_id} if asset.own_chain_id else set()
    chains = chains_of_items([asset.wire_item_id]) | own
    lock_chains(chains)
    if WireChain.objects.filter(pk__in=chains, pub_status=PubStatus.CANCELED).exists():
        raise Blocked("The agency has killed this picture, or the item it came with.")


def make_renditions(*, asset_id: int) -> MediaAsset:
    """Make what is missing of a picture that was stored without its renditions."""
    asset = MediaAsset.objects.filter(pk=asset_id, killed_at=None).first()
    if asset is None:
        raise NotFound("There is no such picture, or it has been killed.")
    focus, made = asset.focus, renditions.make(asset.file)
    with transaction.atomic():
        asset = MediaAsset.objects.select_for_update().get(pk=asset_id)
        # Killed, or cut anew around another point, while this was at it: that stands.
        if asset.renditions == made or asset.killed_at or asset.focus != focus:
            return asset
        asset.renditions = made
        asset.save(update_fields=["renditions"])
        edit_id = shared.record(SYSTEM, SharedEdit.Kind.MEDIA, asset_id)
    shared.finish([edit_id])
    return asset


def _clean(upload: Upload | None, texts: Mapping[str, str]) -> tuple[Any, dict[str, str]]:
    """The picture and its texts, or `Invalid` naming everything that cannot be taken."""
    errors: dict[str, list[str]] = {}
    cleaned: dict[str, str] = {}
    for name, value in texts.items():
        try:
            cleaned[name] = MEDIA[name](value, None)
        except ValueError as error:
            errors[name] = [str(error)]
    file = None
    try:
        file = clean_upload(upload) if upload is not None else None
        if file is None:
            errors["file"] = ["Choose a picture."]
    except ValueError as error:
        errors["file"] = [str(error)]
    if errors:
        raise Invalid(errors)
    return file, cleaned
