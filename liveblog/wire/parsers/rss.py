"""RSS 0.9x to 2.0 and Atom, with Media RSS, Dublin Core and Atom's tombstones."""

from __future__ import annotations

import hashlib
import io
import re
import sys
from typing import Any

import feedparser

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import address, finish, identity, is_address, line, lines
from liveblog.wire.parsed import Around, Media, Parsed, Refused, Unreadable
from liveblog.wire.xmltree import Element, Monstrous, attribute, child, every, name, read, text

_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,12}));")

# RSS 2.0 has jo@x.example (Jo Doe); others write Jo Doe <jo@x.example>.
_BY_POST = re.compile(
    r"^(?:[^@\s]+@\S+ ?\((?P<name>[^()]+)\)|(?P<other>[^<>@]+) <[^<>@\s]+@[^<>@\s]+>)$"
)


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """The items in the feed's order, then what it says is gone."""
    warnings, gone, seen = _looked_through(data, around)
    feed = _feed(data)
    if not feed.get("version") and not feed.get("entries") and not gone:
        raise Unreadable("The file is neither RSS nor Atom.")
    if feed.get("bozo") and not warnings:
        warnings = ["The feed is not well-formed: read as far as possible."]
    if not str(feed.get("version")).startswith("atom"):
        feed.feed.pop("authors", None)  # RSS's managing editor has written none of it
    if len(seen) == len(feed.entries):
        for entry, one in zip(feed.entries, seen, strict=True):
            entry["signed"], entry["stated"], entry["pictured"] = one
    found = [_read(entry, feed.feed, warnings, around) for entry in feed.entries]
    return [*found, *gone]


def _feed(data: bytes) -> Any:
    """What feedparser makes of it. Some references to no character make it raise."""
    data = _REFERENCE.sub(_character, data)
    try:
        # A stream, not the bytes: given bytes, it may open a file of that name (SR-18).
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=True)
    except Exception:  # noqa: BLE001  it raises what it likes
        raise Unreadable("The feed is damaged beyond reading.") from None


def _character(found: re.Match[bytes]) -> bytes:
    """The reference as it stands, if there is such a character; else nothing."""
    hexadecimal, decimal = found.groups()
    number = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_one = 0 < number <= sys.maxunicode and not 0xD800 <= number < 0xE000
    return found.group(0) if is_one else b""


# Who signed it; its status, for which some agencies have elements of their own; and captions and
# credits by the address of a picture.
Seen = tuple[list[str], str, dict[str, tuple[str, str]]]


def _looked_through(data: bytes, around: Around) -> tuple[list[str], list[Parsed], list[Seen]]:
    """Warnings, tombstones, and what feedparser does not tell of each item, read by a parser that
    stops at what would stall another."""
    try:
        root, warnings = read(data)
    except Monstrous:
        raise
    except Unreadable:
        return ["The feed is not well-formed: read as far as possible."], [], []
    gone = []
    for each in every(root, "deleted-entry"):
        item = Parsed(guid=identity(attribute(each, "ref")), pub_status="canceled")
        item.version_at = times.time_of(item, attribute(each, "when"), "time of deletion", around)
        item.ed_note = lines(text(each))
        if item.guid:
            gone.append(finish(item))
    entries = list(every(root, "item", "entry"))
    return warnings, gone, [(_signed(each), _stated(each), _pictured(each)) for each in entries]


def _stated(entry: Element) -> str:
    """The status of an agency's own, as in AP's <apnm:PublishingStatus>."""
    return next(map(text, every(entry, "PublishingStatus", "pubStatus", "pubstatus")), "")


def _pictured(entry: Element) -> dict[str, tuple[str, str]]:
    """What Media RSS says inside a <media:content> is that one's, not the item's."""
    return {
        attribute(each, "url"): (text(child(each, "description")), text(child(each, "credit")))
        for each in every(entry, "content")
        if attribute(each, "url")
    }


def _signed(item: Element) -> list[str]:
    """As it stands in RSS: feedparser takes addresses apart after the fourth letter of their
    domain. Atom's authors are no words but names and addresses apart."""
    said = [text(each) for each in item if name(each) in ("author", "creator") and not len(each)]
    found = [(each, _BY_POST.match(each)) for each in said if each]
    return [by["name"] or by["other"].strip() if by else each for each, by in found]


def _read(entry: Any, feed: Any, warnings: list[str], around: Around) -> Parsed | Refused:
    link = address(entry.get("link"))
    item = Parsed(guid=identity(entry.get("id")) or identity(link), warnings=[*warnings])
    item.body_html = _body(entry)
    item.headline = line(entry.get("title"))
    if not item.guid:
        if not (item.headline or item.body_html):
            return Refused("", "An item has neither an id nor a link nor anything to read.")
        made_of = f"{item.headline}\n{item.body_html}".encode()
        item.guid = f"urn:sha256:{hashlib.sha256(made_of).hexdigest()[:40]}"
        item.warn("The item has neither an id nor a link: it is known by its words.")
    item.url = link if is_address(link) else ""
    _times(item, entry, around)
    _parties(item, entry, feed)
    item.subjects = [(line(tag.get("term")), line(tag.get("label") or tag.get("term")))
                     for tag in entry.get("tags") or []]  # fmt: skip
    item.media = _media(entry)
    status = str((entry.get("media_status") or {}).get("state") or "")
    if begins := _valid(entry, "start"):
        item.embargo = times.embargo_of(item, begins, around)
    item.pub_status = marks.status_of(item, entry.get("stated") or None)
    if status in ("deleted", "blocked"):
        item.pub_status = "canceled" if status == "deleted" else "withheld"
    return finish(item)


def _body(entry: Any) -> str:
    """The longest of its contents; what only describes it stands for one that is empty."""
    contents = [_converted(each) for each in entry.get("content") or [] if each.get("value")]
    summary = entry.get("summary_detail") or {}
    return max(contents, key=len, default="") or (
        _converted(summary) if summary.get("value") else ""
    )


def _converted(part: Any) -> str:
    value = str(part["value"])
    return bodies.from_text(value) if part.get("type") == "text/plain" else bodies.from_html(value)


def _times(item: Parsed, entry: Any, around: Around) -> None:
    published = str(entry.get("published") or "")
    updated = str(dict.get(entry, "updated") or "")  # its own `get` gives the other one for it
    times.set_times(item, (updated or published, published, _valid(entry, "end")), around)
    if updated and item.version_at:
        item.version = item.version_at.isoformat()


def _valid(entry: Any, which: str) -> str:
    """A bound of a period as Dublin Core writes it: "start=2026-03-02; end=2026-03-09"."""
    said = re.search(rf"\b{which}\s*=\s*([^;\s]+)", str(entry.get("validity") or ""))
    return said[1] if said else ""


def _parties(item: Parsed, entry: Any, feed: Any) -> None:
    item.byline = line(_byline(entry) or _byline({"authors": feed.get("authors")}))
    item.provider = line(feed.get("publisher")) or line(feed.get("title"))
    item.source = line((entry.get("source") or {}).get("title")) or line(entry.get("dc_source"))
    item.copyright_notice = line(entry.get("rights") or feed.get("rights"))
    item.usage_terms = lines(entry.get("rights") or feed.get("rights"))
    item.language = line(entry.get("language") or feed.get("language"))
    of_pictures = {credit for _, credit in (entry.get("pictured") or {}).values()}
    credits = [line(each.get("content")) for each in entry.get("media_credit") or []]
    item.credit = next((each for each in credits if each and each not in of_pictures), "")


def _byline(entry: Any) -> str:
    """Everybody who signed, without their addresses where they have names."""
    signed = dict.fromkeys(entry.get("signed") or [])
    if signed:
        return ", ".join([each for each in signed if "@" not in each] or signed)
    names = [each.get("name") for each in entry.get("authors") or []]
    return ", ".join(dict.fromkeys(filter(None, names))) or str(entry.get("author") or "")


def _media(entry: Any) -> list[Media]:
    found: dict[str, Media] = {}
    for each in [*(entry.get("media_content") or []), *(entry.get("enclosures") or [])]:
        address = str(each.get("url") or each.get("href") or "")
        if address and address not in found:
            kind = str(each.get("medium") or each.get("type") or "").partition("/")[0]
            kind = {"image": "picture"}.get(kind, kind if kind in ("video", "audio") else "")
            said = (entry.get("pictured") or {}).get(address, ("", ""))
            found[address] = Media(address, kind, line(each.get("type")), *map(line, said))
    return list(found.values())
