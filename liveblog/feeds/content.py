"""What a feed document says, whatever its format: the documents of the outlet "feed"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from liveblog import documents, render
from liveblog.feeds.selection import Selection
from liveblog.models import Entry, LiveBlog

# What XML 1.0 has no place for (§2.2). One such character makes a whole feed unreadable.
_UNREADABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# IPTC's spelling of what happened to an entry that is gone.
PUB_STATUS: dict[str, str] = {Entry.State.KILLED: "canceled", Entry.State.WITHDRAWN: "withheld"}


@dataclass(frozen=True, slots=True)
class Item:
    """A published entry: its document, a title, its text as HTML, whom it credits."""

    id: str
    document: dict[str, Any]
    title: str
    html: str
    published: datetime
    updated: datetime
    sources: list[dict[str, str]]

    @property
    def categories(self) -> list[str]:
        """How formats with categories or tags mark it."""
        marks = {
            "key-event": self.document["is_key_event"],
            "unconfirmed": self.document["verification"] == Entry.Verification.UNCONFIRMED,
        }
        found = [name for name, applies in marks.items() if applies]
        return found + [tag for tag in self.document["tags"] if tag not in found]


@dataclass(frozen=True, slots=True)
class Gone:
    """A withdrawn or killed entry: what to delete, since when."""

    id: str
    number: int
    state: str
    when: str


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed document. `updated` is the last public change of anything in it."""

    blog: dict[str, Any]
    id: str
    selection: Selection
    items: list[Item]
    gone: list[Gone]
    updated: datetime

    @property
    def author(self) -> str:
        return self.blog["byline"] or settings.SITE_NAME

    @property
    def rights(self) -> str:
        """Whose it is, and whose material is in it; the latter moves on and is in no archive."""
        whose = f"© {self.blog['published_at'][:4]} {settings.SITE_NAME}."
        credit_line = "" if self.is_archive else self.blog["credit_line"]
        return f"{whose} {credit_line}".strip()

    @property
    def is_archive(self) -> bool:
        """Whether it is to stay as it is while the live blog goes on (RFC 5005 §4)."""
        return self.selection.before is not None

    def address(self, kind: str, before: int | None = None) -> str:
        """The URL of the newest document or of one further back."""
        url = f"{self.blog['url']}feed.{kind}"
        return f"{url}?before={before}" if before else url

    def own_address(self, kind: str) -> str:
        return self.address(kind, self.selection.before)


def feed_of(selection: Selection) -> Feed:
    """Apply the rights of the outlet "feed" to the selected entries."""
    blog = selection.blog
    shown = [entry for entry in selection.entries if entry.state == Entry.State.PUBLISHED]
    gone = [entry for entry in selection.entries if entry.state in PUB_STATUS]
    return Feed(
        blog=readable(documents.blog_document(blog, "feed")),
        id=urn(blog),
        selection=selection,
        items=[_item(entry) for entry in shown],
        gone=[_gone(entry) for entry in gone],
        updated=_updated(selection),
    )


def readable(value: Any) -> Any:
    """The same text, list or mapping without the characters that XML cannot carry."""
    match value:
        case str():
            return _UNREADABLE.sub("", value)
        case list():
            return [readable(each) for each in value]
        case dict():
            return {name: readable(each) for name, each in value.items()}
    return value


def urn(row: Entry | LiveBlog) -> str:
    """A name that stays when addresses change: the same in every format, never reused."""
    return f"urn:uuid:{row.public_id}"


def _item(entry: Entry) -> Item:
    document = readable(documents.entry_document(entry, "feed"))
    title = documents.title_of(document)
    return Item(
        id=urn(entry),
        document=document,
        title=title,
        html=readable(render.render_feed_entry(entry, document, title)),
        published=datetime.fromisoformat(document["published_at"]),
        updated=datetime.fromisoformat(document["updated_at"]),
        sources=readable([_source(row.source) for row in entry.attributions.all()]),
    )


def _source(source: Any) -> dict[str, str]:
    """A credited source with its address, if that leads anywhere."""
    leads = urlsplit(source.url).scheme in ("http", "https") if source.url.isascii() else False
    return {"name": source.name, "url": source.url if leads else ""}


def _gone(entry: Entry) -> Gone:
    when = documents.local(entry.updated_at, entry.blog)
    assert entry.number is not None
    assert when is not None
    return Gone(urn(entry), entry.number, entry.state, when)


def _updated(selection: Selection) -> datetime:
    """Of an archive the newest of its entries': what happens elsewhere leaves it as it is."""
    blog = selection.blog
    moments = [entry.updated_at for entry in selection.entries if entry.updated_at]
    latest = max(moments) if selection.before and moments else blog.updated_at
    assert latest is not None
    return latest.astimezone(blog.zone)
