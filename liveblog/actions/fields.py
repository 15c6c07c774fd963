"""What may be written into an entry, checked and sanitised before anything is locked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict

from django.contrib.auth.models import User

from liveblog import sanitise, tags
from liveblog.actions.cards import MAX_URL
from liveblog.actions.cleaning import Cleaners, clean, line, moment, yes_no
from liveblog.models import Attribution, Entry, LiveBlog, MediaAsset, Source, WireItem

MAX_CHILDREN = 20  # SR-15: every list has a maximum count


class EntryFields(TypedDict, total=False):
    """Everything an editor can say about an entry. What is left out stays as it is.

    Times are aware datetimes or RFC 3339 strings with an offset. `attributions` are
    `{source: id, relation, via: id | None, person, item: id | None}`; `item` is the wire item it
    was taken from, and where it is left out the one of that source's attribution before. `images`
    are `{asset: id, caption}`, `embeds` `{url, provider, title, author, text, to_fill}`, `authors`
    `{user: id | None, name}`, `tags` strings; each list replaces the one before it, in order.
    """

    headline: str
    body: str
    display_at: datetime | str | None
    is_key_event: bool
    key_event_title: str
    pin_when_published: bool
    urgency: int
    verification: str
    tags: list[str]
    embargo_until: datetime | str | None
    built_from: int | None
    authors: list[dict[str, Any]]
    attributions: list[dict[str, Any]]
    images: list[dict[str, Any]]
    embeds: list[dict[str, Any]]


def clean_fields(fields: Mapping[str, Any], blog: LiveBlog) -> dict[str, Any]:
    """Return `fields` cleaned, or raise `Invalid` naming every field that cannot be taken."""
    return clean(fields, CLEANERS, blog, "an entry")


def _body(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("The text must be text.")
    return sanitise.clean_body(value)


def _urgency(value: Any, _: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 9:
        raise ValueError("Urgency is a whole number from 1 (hottest) to 9.")
    return value


def _verification(value: Any, _: Any) -> str:
    if value not in Entry.Verification.values:
        raise ValueError(f"Verification is one of {', '.join(Entry.Verification.values)}.")
    return str(value)


def _tags(value: Any, _: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(tag, str) for tag in value):
        raise ValueError("Tags must be a list of words.")
    for tag in value:
        sanitise.refuse_bad_characters(tag)
    return tags.cleaned(value)


def _identifier(value: Any) -> int | None:
    """The id of a row, or None. Anything else would be an error of the database's."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**63:
        raise ValueError(f"“{str(value)[:40]}” is not the id of anything.")
    return value


def _built_from(value: Any, _: Any) -> int | None:
    item = _identifier(value)
    if item is not None and not WireItem.objects.filter(pk=item).exists():
        raise ValueError("There is no such wire item.")
    return item


def _rows(value: Any, label: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise ValueError(f"{label} must be a list.")
    if len(value) > MAX_CHILDREN:
        raise ValueError(f"An update can have at most {MAX_CHILDREN} {label.lower()}.")
    return [dict(row) for row in value]


def _known(ids: set[int | None], found: set[int], what: str) -> None:
    missing = {item for item in ids if item is not None} - found
    if missing:
        raise ValueError(f"There is no such {what} ({', '.join(map(str, sorted(missing)))}).")


def _authors(value: Any, blog: LiveBlog) -> list[dict[str, Any]]:
    name = line(120, "An author's name")
    rows = _rows(value, "Authors")
    cleaned: list[dict[str, Any]] = [
        {"user": _identifier(row.get("user")), "name": name(row.get("name", ""), blog)}
        for row in rows
    ]
    users = {row["user"] for row in cleaned}
    _known(users, set(User.objects.filter(pk__in=users).values_list("pk", flat=True)), "person")
    if any(not row["name"] for row in cleaned):
        raise ValueError("An author needs a name.")
    return cleaned


def _attributions(value: Any, blog: LiveBlog) -> list[dict[str, Any]]:
    rows = _rows(value, "Attributions")
    ids = {_identifier(row.get(name)) for row in rows for name in ("source", "via")}
    found = set(Source.objects.filter(pk__in=[i for i in ids if i]).values_list("pk", flat=True))
    _known(ids, found, "source")
    person = line(120, "The reporter's name")
    items = [pk for row in rows if (pk := _identifier(row.get("item")))]
    known = set(WireItem.objects.filter(pk__in=items).values_list("pk", flat=True))
    _known(set(items), known, "wire item")
    cleaned = []
    for row in rows:
        relation = row.get("relation", Attribution.Relation.REPORTED)
        if relation not in Attribution.Relation.values:
            raise ValueError(f"Relation is one of {', '.join(Attribution.Relation.values)}.")
        if not row.get("source"):
            raise ValueError("An attribution needs a source.")
        if row.get("via") == row["source"]:
            raise ValueError("A source cannot have been quoting itself.")
        said = {"item": row["item"]} if "item" in row else {}
        cleaned.append(
            {
                "source": row["source"],
                "relation": str(relation),
                "via": row.get("via"),
                "person": person(row.get("person", ""), blog),
                **said,
            }
        )
    return cleaned


def _images(value: Any, blog: LiveBlog) -> list[dict[str, Any]]:
    rows = _rows(value, "Pictures")
    ids = [_identifier(row.get("asset")) for row in rows]
    if len(set(ids)) != len(ids):
        raise ValueError("The same picture is in the update twice.")
    mine = MediaAsset.objects.filter(pk__in=[i for i in ids if i], team=blog.team_id)
    _known(set(ids), set(mine.values_list("pk", flat=True)), "picture in this team")
    caption = line(500, "A caption")
    return [
        {"asset": row["asset"], "caption": caption(row.get("caption", ""), blog)} for row in rows
    ]


def _embeds(value: Any, blog: LiveBlog) -> list[dict[str, Any]]:
    lengths = {"provider": 80, "title": 300, "author": 200}
    cleaned = []
    for row in _rows(value, "Embeds"):
        to_fill = bool(row.get("to_fill")) and not row.get("url")
        clean: dict[str, Any] = {"to_fill": to_fill}
        clean["url"] = "" if to_fill else sanitise.safe_url(str(row.get("url", "")))
        if len(clean["url"]) > MAX_URL:
            raise ValueError("The web address is longer than 2,000 characters.")
        for name, limit in lengths.items():
            clean[name] = line(limit, f"The embed's {name}")(row.get(name, ""), blog)
        clean["text"] = sanitise.clean_block(str(row.get("text", "")))
        if len(clean["text"]) > 4000:
            raise ValueError("The embed's text is longer than 4,000 characters.")
        cleaned.append(clean)
    return cleaned


CLEANERS: Cleaners = {
    "headline": line(200, "The headline"),
    "body": _body,
    "display_at": moment("The display time"),
    "is_key_event": yes_no,
    "key_event_title": line(120, "The key event's title"),
    "pin_when_published": yes_no,
    "urgency": _urgency,
    "verification": _verification,
    "tags": _tags,
    "embargo_until": moment("The embargo"),
    "built_from": _built_from,
    "authors": _authors,
    "attributions": _attributions,
    "images": _images,
    "embeds": _embeds,
}
