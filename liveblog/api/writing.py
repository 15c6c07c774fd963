"""Entries and live blogs as scripts write them: the verbs' fields with public names for ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from liveblog import actions
from liveblog.actions.cleaning import clean
from liveblog.api.names import names_of, pk_of
from liveblog.api.problems import Refusal

MAX_ENTRY = 64 * 1024
ROWS = {
    "authors": {"user", "name"},
    "attributions": {"source", "relation", "via", "person"},
    "images": {"asset", "caption"},
    "embeds": {"url", "to_fill", "provider", "title", "author", "text"},
}
REFERENCES = (
    ("authors", "user", "person"),
    ("attributions", "source", "source"),
    ("attributions", "via", "source"),
    ("images", "asset", "picture"),
)
NAMES = set(actions.EntryFields.__annotations__) - {"built_from"}
BLOG_REFERENCES = {"topic": "topic", "lead_image": "picture"}


def fields_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """`EntryFields` of what was sent, or `Invalid` naming what cannot be taken."""
    if len(orjson.dumps(data)) > MAX_ENTRY:
        raise Refusal(413, "The entry is longer than 64 kB. Shorten it or make two of it.")
    return clean(data, dict.fromkeys(NAMES, _as_it_is) | ROW_CLEANERS, None, "an entry")


def fields_out(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What `fields_in` takes, from the `EntryFields` that a verb or a revision gives."""
    shown = {name: value for name, value in fields.items() if name in NAMES}
    for name, key, kind in REFERENCES:
        if name in shown:
            found = names_of((row.get(key) for row in shown[name]), kind)
            shown[name] = [
                {part: row.get(part) for part in row if part in ROWS[name]}
                | {key: found.get(row.get(key))}
                for row in shown[name]
            ]
    return shown


def blog_fields_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """`BlogFields` of what was sent, or `Invalid` naming what cannot be taken."""
    known = dict.fromkeys(actions.BlogFields.__annotations__, _as_it_is)
    return clean(data, known | BLOG_CLEANERS, None, "a live blog")


def blog_fields_out(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What `blog_fields_in` takes, from the `BlogFields` a verb gives."""
    named = {
        name: names_of([fields.get(name)], kind).get(fields.get(name))
        for name, kind in BLOG_REFERENCES.items()
    }
    return {**fields, **named}


def fields_taken(value: Any, _: Any) -> dict[str, Any]:
    """A cleaner for `EntryFields` inside another object."""
    if not isinstance(value, dict):
        raise ValueError("“fields” must be an object.")
    return fields_in(value)


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
        return [
            row | {key: pk_of(row.get(key), kind) for key, kind in keys.items()} for row in value
        ]

    return take


def _named(kind: str) -> Any:
    return lambda value, _: pk_of(value, kind)


ROW_CLEANERS = {name: _rows_of(name) for name in ROWS}
BLOG_CLEANERS = {name: _named(kind) for name, kind in BLOG_REFERENCES.items()}
