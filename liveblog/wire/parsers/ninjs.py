"""ninjs 1.x to 3.1, and JSON Feed: an item, a list of them, or a package with its items inside."""

from __future__ import annotations

import json
import re
from typing import Any

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import address, finish, identity, is_address, line, lines, parts_of
from liveblog.wire.jsonvalues import Json, in_role, listed, named, said, scalar, text_of, width_of
from liveblog.wire.parsed import Around, Media, Parsed, Refused, Unreadable

MAX_BYTES = 5 * 1024 * 1024  # SR-15
_PICTURES = ("picture", "graphic", "video", "audio")
_LISTS = ("items", "newsitems", "results", "data", "item")
_OF_AN_ITEM = {
    "uri", "guid", "id", "headline", "headlines", "title", "bodies", "bodyhtml", "bodyxhtml",
    "bodytext", "contenthtml", "contenttext", "pubstatus", "versioncreated", "associations",
}  # fmt: skip
_TEXTS = ("", "story", "article", "news", "newsitem", "advisory")  # types that are words, too
NO_OBJECT = "What stands among the items is no item: it has no fields."
_ABSTRACT = re.compile(r"summary|abstract|teaser|caption|preview", re.IGNORECASE)


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """Every item of a document; a package's own items follow it."""
    document, warnings = load(data)
    found: list[Parsed | Refused] = []
    held = _items(document)
    for raw in held if any(isinstance(each, dict) for each in held) else []:
        if not isinstance(raw, dict):
            found.append(Refused("", NO_OBJECT))
            continue
        found.append(_read(raw, around))
        found += [_read(each, around) for each in _inside(raw)]
    for each in found:
        if isinstance(each, Parsed):
            each.warnings[:0] = warnings
    return found


def load(data: bytes) -> tuple[Any, list[str]]:
    """JSON with its keys in small letters: versions of ninjs differ in little else. And what had
    to be overlooked."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"The file is larger than {MAX_BYTES // 1024 // 1024} MB.")
    text, warnings = _decoded(data)
    try:
        return lowered(json.loads(text)), warnings
    except RecursionError:
        raise Unreadable("The file is nested deeper than any agency's.") from None
    except ValueError as error:
        raise Unreadable(f"The file is no JSON: {str(error)[:120]}.") from None


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """The text; JSON must be in UTF-8 (RFC 8259), and what is not says so."""
    encoding: str = json.detect_encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "cp1252", data.decode("cp1252", errors="replace")
    if encoding.startswith("utf-8"):
        return text, []
    return text, [f"The file is not in UTF-8, as JSON must be: read as {encoding}."]


def lowered(value: Any) -> Any:
    """The same value with every key in small letters, without underscores and blanks."""
    if isinstance(value, dict):
        return {str(key).replace("_", "").lower(): lowered(each) for key, each in value.items()}
    return [lowered(each) for each in value] if isinstance(value, list) else value


def _items(document: Any) -> list[Any]:
    if isinstance(document, dict):
        for name in _LISTS:
            if isinstance(document.get(name), list) and "uri" not in document:
                return [_in_feed(each, document) for each in document[name]]
        if not _OF_AN_ITEM & document.keys():
            shown = ", ".join(f"“{str(each)[:30]}”" for each in [*document][:3])
            raise Unreadable(f"The file is JSON, but no item of news: it has {shown or 'nothing'}.")
        return [document]
    if isinstance(document, list):
        return document
    raise Unreadable("The file is JSON, but no item of news.")


def _in_feed(raw: Any, feed: Json) -> Any:
    """An item of a JSON Feed with what only its feed says."""
    if not isinstance(raw, dict) or "jsonfeed.org" not in text_of(feed, "version"):
        return raw
    return {"provider": feed.get("title"), "language": feed.get("language"),
            "authors": feed.get("authors")} | raw  # fmt: skip


def _inside(raw: Json) -> list[Json]:
    """Items that come whole inside a package, and what it says is killed or held; mere references
    stay references."""
    return [
        each for each in _associations(raw)
        if _comes_whole(each)
    ]  # fmt: skip


def _comes_whole(raw: Json) -> bool:
    if str(raw.get("pubstatus", "usable")).lower() != "usable":
        return True
    return _body(raw) is not None and raw.get("type", "text") not in _PICTURES


def _associations(raw: Json) -> list[Json]:
    held = raw.get("associations")
    found = list(held.values()) if isinstance(held, dict) else held
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _read(raw: Json, around: Around) -> Parsed | Refused:
    guid = guid_of(raw)
    if not guid:
        return Refused("", "An item has no “uri”: nothing could tell it from others.")
    item = Parsed(guid=guid, version=line(scalar(raw.get("version"))))
    kind = line(raw.get("type")).lower()
    item.kind = "text" if kind in _TEXTS else {"composite": "package"}.get(kind, kind)
    if kind == "advisory":
        item.signals.add("advisory")
    _management(item, raw, around)
    _words(item, raw)
    _rights(item, raw)
    return finish(item)


def guid_of(raw: Json) -> str:
    """The item's own name. AP's addresses carry a caller's session: only their path names it."""
    uri = identity(scalar(raw.get("uri") or raw.get("guid") or raw.get("id")))
    if _is_aps(raw):
        return parts_of(uri).path.rstrip("/").rpartition("/")[2]
    return uri


def _is_aps(raw: Json) -> bool:
    return line(raw.get("uri")).startswith(("http://api.ap.org/", "https://api.ap.org/"))


def _management(item: Parsed, raw: Json, around: Around) -> None:
    created = text_of(raw, "firstcreated") or text_of(raw, "datepublished")
    revised = text_of(raw, "versioncreated") or text_of(raw, "datemodified") or created
    stamps = [revised, created, text_of(raw, "expires")]
    times.set_times(item, stamps, around)
    stated = (raw.get(name) for name in ("embargoeduntil", "embargoed"))
    embargo = next((each for each in stated if each is not None and each is not False), None)
    item.embargo = times.embargo_of(item, None if embargo is None else str(embargo), around)
    status = raw.get("pubstatus")
    item.pub_status = marks.status_of(item, None if status is None else str(status))
    if urgency := scalar(raw.get("urgency")) or scalar(raw.get("priority")):
        marks.urgency_of(item, urgency)
    item.ed_note = lines(*said(raw.get("ednote") or raw.get("ednotes")))
    signals = [*listed(raw.get("signals")), *listed(raw.get("signal"))]
    marks.apply_signals(item, [named(each) for each in signals])
    for other in said(raw.get("replacing") or raw.get("evolvedfrom")):
        item.signals.add("update")
        item.warn(f"It replaces an item with a name of its own: {line(other)[:200]}.")
    if in_role(raw, "descriptions", "correction"):
        item.signals.add("correction")
    item.services = [named(each) for each in listed(raw.get("services") or raw.get("service"))]
    genres = [named(each) for each in listed(raw.get("genres") or raw.get("genre"))]
    if any("advis" in each.lower() for each in genres):
        item.signals.add("advisory")


def _words(item: Parsed, raw: Json) -> None:
    headline = line(raw.get("headline")) or in_role(raw, "headlines", "main")
    item.headline = headline or line(raw.get("title"))
    item.slugline = line(" ".join(said(raw.get("slugline") or raw.get("slug"))))
    item.byline = _byline(raw)
    places = filter(None, map(named, listed(raw.get("located"))))
    item.dateline = line(raw.get("dateline")) or next(places, "")
    item.language = line(raw.get("language"))
    item.subjects = [
        (line(each.get("uri") or each.get("code") or each.get("literal")), line(each.get("name")))
        for each in listed(raw.get("subjects") or raw.get("subject"))
        if isinstance(each, dict)
    ]
    value, is_html = _body(raw) or (_described(raw) if item.kind == "text" else ("", False))
    aside = _BESIDE | {"byline"} if item.byline else _BESIDE
    item.body_html = bodies.from_html(value, aside) if is_html else bodies.from_text(value)
    item.media = [found for each in [raw, *_associations(raw)] if (found := _picture(each))]
    item.parts = [guid_of(each) for each in _associations(raw) if guid_of(each)]
    item.url = next(filter(is_address, (address(raw.get("url")), item.guid)), "")


_BESIDE = frozenset({"dat"})  # classes of TT's: what stands in the text and in fields of its own


def _body(raw: Json) -> tuple[str, bool] | None:
    """(text, whether it is HTML), the richest form there is; None without any."""
    for name in ("bodyxhtml", "bodyhtml5", "bodyhtml", "contenthtml"):
        if text_of(raw, name):
            return text_of(raw, name), True
    held = raw.get("bodies")
    held = list(held.values()) if isinstance(held, dict) and "value" not in held else listed(held)
    offered = [each if isinstance(each, dict) else {"value": each} for each in held]
    offered = [each for each in offered if text_of(each, "value")]
    if offered:
        best = max(offered, key=_worth)
        return text_of(best, "value"), _is_html(best)
    for name in ("bodytext", "contenttext", *(each for each in raw if each.startswith("body"))):
        if text_of(raw, name):
            return text_of(raw, name), "</" in text_of(raw, name) and name not in _PLAIN
    return None


_PLAIN = ("bodytext", "contenttext")  # markup in them is words


def _worth(body: Json) -> tuple[bool, bool, bool]:
    """The story itself before its summary and its lead, its richest form before the others."""
    role = text_of(body, "role").lower()
    return not _ABSTRACT.search(role), not re.search("lead|intro", role), _is_html(body)


def _is_html(body: Json) -> bool:
    declared = text_of(body, "contenttype") + text_of(body, "role")
    if "html" in declared or "xml" in text_of(body, "contenttype"):
        return True
    return not text_of(body, "contenttype") and "</" in text_of(body, "value")


def _described(raw: Json) -> tuple[str, bool]:
    """What stands for the text of an item that comes without one."""
    said = [
        text_of(raw, "descriptionhtml"),
        text_of(raw, "descriptiontext"),
        text_of(raw, "summary"),
    ]
    roles = ("", "summary", "main", "description")
    said += [in_role(raw, "descriptions", role) for role in roles]
    return next(filter(None, said), ""), bool(said[0])


def _byline(raw: Json) -> str:
    """Who signed, as one line, or the names of the authors apart."""
    for name in ("byline", "by", "bylines"):
        if signed := ", ".join(filter(None, map(named, listed(raw.get(name))))):
            return line(signed)
    people = [each for each in listed(raw.get("people")) if isinstance(each, dict)]
    authors = [each for each in people if text_of(each, "rel") == "author"]
    authors = [*filter(_has_written, listed(raw.get("authors"))), *authors]
    return line(", ".join(filter(None, map(named, authors))))


def _has_written(author: Any) -> bool:
    """Whether somebody among the authors is no editor of what others wrote."""
    return not isinstance(author, dict) or text_of(author, "role").lower() != "editor"


def _rights(item: Parsed, raw: Json) -> None:
    rights = raw.get("rightsinfo")
    linked = rights.get("linkedrights") if isinstance(rights, dict) else None
    item.usage_terms = lines(*said(raw.get("usageterms"))) or lines(linked)
    item.copyright_holder = named(raw.get("copyrightholder"))
    item.copyright_notice = line(raw.get("copyrightnotice"))
    infos = listed(raw.get("infosources") or raw.get("infosource"))
    providers = [each for each in infos if "provider" in _part_played(each)]
    item.provider = named(raw.get("provider")) or next(map(named, providers), "")
    item.provider = item.provider or item.copyright_holder or ("AP" if _is_aps(raw) else "")
    others = [each for each in infos if each not in providers]
    others = [*map(named, sorted(others, key=_only_passes_on))]
    item.source = named(raw.get("source")) or next(filter(None, others), "")
    item.credit = line(raw.get("creditline")) or in_role(raw, "descriptions", "creditline")


def _part_played(source: Any) -> str:
    """The role of a source; "rel" in ninjs 1.x."""
    found = source if isinstance(source, dict) else {}
    return (text_of(found, "role") or text_of(found, "rel")).lower()


def _only_passes_on(source: Any) -> bool:
    return bool(re.search("distribut|suppl|aggregat", _part_played(source)))


def _picture(raw: Json) -> Media | None:
    kind = line(raw.get("type"))
    held = raw.get("renditions")
    renditions = list(held.values()) if isinstance(held, dict) else listed(held)
    found = [each for each in renditions if isinstance(each, dict) and text_of(each, "href")]
    if kind not in _PICTURES or not found:
        return None
    best = max(found, key=width_of)
    caption = in_role(raw, "descriptions", "caption") or line(raw.get("descriptiontext"))
    credit = in_role(raw, "descriptions", "creditline") or line(raw.get("byline") or raw.get("by"))
    mime = line(best.get("contenttype") or best.get("mimetype"))
    return Media(text_of(best, "href"), kind, mime, caption, credit, guid_of(raw))
