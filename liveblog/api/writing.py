"""Entries as scripts write them: `EntryFields` with public names in place of row ids."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import Any

import orjson
from django.contrib.auth.models import User
from rest_framework.parsers import BaseParser

from liveblog import actions
from liveblog.actions.cleaning import clean
from liveblog.api.problems import Refusal
from liveblog.models import Entry, MediaAsset, Source

MAX_BODY = 256 * 1024
MAX_ENTRY = 64 * 1024
ROWS = {
    "authors": {"user", "name"},
    "attributions": {"source", "relation", "via", "person"},
    "images": {"asset", "caption"},
    "embeds": {"url", "to_fill", "provider", "title", "author", "text"},
}
NAMES = (set(actions.EntryFields.__annotations__) - {"built_from"}) | set(ROWS)


class CappedJSON(BaseParser):
    """One JSON object of at most 256 kB."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        content = stream.read(MAX_BODY + 1)
        if len(content) > MAX_BODY:
            raise Refusal(413, "The body is longer than 256 kB. Send less at a time.")
        try:
            found = orjson.loads(content or b"{}")
        except ValueError:
            raise Refusal(400, "The body is not valid JSON.") from None
        if not isinstance(found, dict):
            raise Refusal(422, "The body must be a JSON object.")
        return found


def fields_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """`EntryFields` of what was sent, or `Invalid` naming what cannot be taken."""
    if len(orjson.dumps(data)) > MAX_ENTRY:
        raise Refusal(413, "The entry is longer than 64 kB. Shorten it or make two of it.")
    return clean(data, dict.fromkeys(NAMES, _as_it_is) | ROW_CLEANERS, None, "an entry")


def fields_out(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What `fields_in` takes, from the `EntryFields` that a verb or a revision gives."""
    shown = {name: value for name, value in fields.items() if name in NAMES}
    for name, (column, rows) in PUBLIC.items():
        lists = [(one, key) for one, key, kind in REFERENCES if kind == name and one in shown]
        ids = {row[key] for one, key in lists for row in shown[one] if row.get(key)}
        found = dict(rows().filter(pk__in=ids).values_list("pk", column))
        for one, key in lists:
            shown[one] = [
                row | {key: str(found[row[key]]) if row.get(key) in found else None}
                for row in shown[one]
            ]
    return shown


def editing_document(entry: Entry) -> dict[str, Any]:
    """An entry as its team edits it: private, in any state."""
    return {
        "id": str(entry.public_id),
        "blog": entry.blog.slug,
        "state": entry.state,
        "number": entry.number,
        "revision": entry.revision,
        "scheduled_for": entry.scheduled_for.isoformat() if entry.scheduled_for else None,
        "alert": entry.alert,
        "fields": fields_out(actions.fields_of(entry)),
    }


PUBLIC = {
    "person": ("username", User.objects.all),
    "source": ("slug", Source.objects.all),
    "picture": ("public_id", MediaAsset.objects.all),
}
REFERENCES = (
    ("authors", "user", "person"),
    ("attributions", "source", "source"),
    ("attributions", "via", "source"),
    ("images", "asset", "picture"),
)


def _as_it_is(value: Any, _: Any) -> Any:
    return value


def _rows_of(name: str) -> Any:
    def take(value: Any, _: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise ValueError(f"“{name}” must be a list of objects.")
        if len(value) > 20:
            raise ValueError(f"“{name}” can have at most 20 items.")
        unknown = sorted({key for row in value for key in row} - ROWS[name])
        if unknown:
            raise ValueError(f"“{unknown[0][:40]}” is not known in “{name}”.")
        keys = {key: kind for one, key, kind in REFERENCES if one == name}
        return [row | {key: _pk(row.get(key), kind) for key, kind in keys.items()} for row in value]

    return take


def _pk(value: Any, kind: str) -> int | None:
    """The id of the row a script calls `value`; people, sources and pictures have public names."""
    if value is None:
        return None
    column, rows = PUBLIC[kind]
    known = isinstance(value, str) and re.fullmatch(r"[-\w.@+]{1,150}", value)
    if known and kind == "picture":
        try:
            value = uuid.UUID(value)
        except ValueError:
            known = None
    found = rows().filter(**{column: value}).values_list("pk", flat=True).first() if known else None
    if found is None:
        raise ValueError(f"There is no {kind} “{str(value)[:40]}”.")
    return int(found)


ROW_CLEANERS = {name: _rows_of(name) for name in ROWS}
