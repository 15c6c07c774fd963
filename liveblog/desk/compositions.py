"""What the composer holds: an entry in the shape of its form, and its rows with their names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from liveblog import actions
from liveblog.admin.access import name_of
from liveblog.admin.describe import names_for
from liveblog.admin.entry_verbs import form_buttons
from liveblog.admin.lists import in_zone
from liveblog.admin.zoned import typed_form
from liveblog.desk.gate import Desk
from liveblog.models import Entry, MediaAsset, WorkingCopy

TIMES = ("display_at", "embargo_until", "scheduled_for")
UNNUMBERED: dict[str, str] = {
    Entry.State.IN_REVIEW: "an update in review",
    Entry.State.SCHEDULED: "a scheduled update",
}
RESTORE = {"verb": "restore", "label": "Restore", "main": True}
SCALARS = (
    "headline", "body", "is_key_event", "key_event_title", "pin_when_published", "urgency",
    "verification",
)  # fmt: skip


def composition_of(desk: Desk, entry: Entry) -> dict[str, Any]:
    """An entry for the composer: what it is, a `notice` to read first, values, rows, buttons."""
    fields = {**actions.fields_of(entry), "scheduled_for": entry.scheduled_for}
    return {
        "entry": entry.pk,
        "revision": entry.revision,
        "state": entry.state,
        "name": _name(entry),
        "notice": _notice(desk, entry),
        "buttons": buttons(desk, entry),
        **contents(desk, fields),
    }


def _name(entry: Entry) -> str:
    """As in “Editing update 12”."""
    if entry.number:
        return f"update {entry.number}"
    return UNNUMBERED.get(entry.state) or str(entry.get_state_display()).lower()


def _notice(desk: Desk, entry: Entry) -> str:
    """What whoever edits it should know first: an alert, and a colleague's unpublished edits."""
    copy = WorkingCopy.objects.filter(entry=entry).select_related("user").first()
    if copy is None or copy.user_id == desk.user.pk:
        return entry.alert
    who, when = name_of(copy.user), in_zone(copy.updated_at, desk.blog)
    return f"{entry.alert} {who} has unpublished edits of it, last kept at {when}.".strip()


def contents(desk: Desk, fields: Mapping[str, Any]) -> dict[str, Any]:
    """`{values, rows}` of `EntryFields`: values as the form's controls have them."""
    values = {name: fields[name] for name in SCALARS if name in fields}
    for name in TIMES:
        if name in fields:
            values[name], values[f"{name}_fold"] = typed_form(_moment(fields[name]), desk.blog.zone)
    names = names_for([fields], desk.blog.zone)
    return {
        "values": values,
        "rows": {
            "attributions": [
                row | {"names": [names.sources.get(row["source"]), names.sources.get(row["via"])]}
                for row in fields.get("attributions", [])
            ],
            "images": _images(fields.get("images", [])),
            "embeds": [
                row | {"found": actions.embed_preview(row["url"]) if row["url"] else None}
                for row in fields.get("embeds", [])
            ],
            "tags": [{"name": tag} for tag in fields.get("tags", [])],
            "authors": list(fields.get("authors", [])),
        },
    }


def _moment(value: Any) -> datetime | None:
    return parse_datetime(value) if isinstance(value, str) else value


def _images(rows: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    assets = MediaAsset.objects.in_bulk([row["asset"] for row in rows])
    return [
        picture(assets[row["asset"]]) | {"caption": row["caption"]}
        for row in rows
        if row["asset"] in assets
    ]


def picture(asset: MediaAsset) -> dict[str, Any]:
    """A picture as the composer shows it."""
    return {
        "asset": asset.pk,
        "url": asset.small_url,
        "alt": asset.alt,
        "credit": asset.credit,
        "own_caption": asset.caption,
        "caption": "",
    }


def buttons(desk: Desk, entry: Entry | None) -> list[Any]:
    """`{verb, label, main}` for this person on this composition."""
    if entry is not None and entry.state == Entry.State.WITHDRAWN:
        return [RESTORE] if desk.is_editor else []
    own = entry is None or entry.created_by_id == desk.user.pk
    return form_buttons(desk.blog, entry, desk.role, own=own)
