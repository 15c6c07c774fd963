"""ninjs 1.x to 3.1, and JSON Feed: an item, a list of them, or a package with its items inside."""

from __future__ import annotations

import json
import re
from typing import Any

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import address, finish, identity, is_address, line, lines, parts_of
from liveblog.wire.parsed import Around, Media, Parsed, Refused, Unreadable

MAX_BYTES = 5 * 1024 * 1024  # SR-15
_PICTURES = ("picture", "graphic", "video", "audio")
_LISTS = ("items", "newsitems", "results", "data")
Json = dict[str, Any]
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
        return [document]
    if isinstance(document, list):
        return document
    raise Unreadable("The file is JSON, but no item of news.")


def _in_feed(raw: Any, feed: Json) -> Any:
    """An item of a JSON Feed with what only its feed says."""
    if not isinstance(raw, dict) or "jsonfeed.org" not in _text(feed, "version"):
        return raw
    return {"provider": feed.get("title"), "language": feed.get("language"),
            "authors": feed.get("authors")} | raw  # fmt: skip


def _inside(raw: Json) -> list[Json]:
    """Items that come whole inside a package, and what it says is killed or held; mere references
    stay references."""
    return [
        each for each in _associations(raw)
        if each.get("uri") and _comes_whole(each)
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
    item = Parsed(guid=guid, version=line(_scalar(raw.get("version"))))
    item.kind = {"composite": "package", "": "text"}.get(kind := line(raw.get("type")), kind)
    _management(item, raw, around)
    _words(item, raw)
    _rights(item, raw)
    return finish(item)


def guid_of(raw: Json) -> str:
    """The item's own name. AP's addresses carry a caller's session: only their path names it."""
    uri = identity(_scalar(raw.get("uri") or raw.get("guid") or raw.get("id")))
    if _is_aps(raw):
        return parts_of(uri).path.rstrip("/").rpartition("/")[2]
    return uri


def _is_aps(raw: Json) -> bool:
    return line(raw.get("uri")).startswith(("http://api.ap.org/", "https://api.ap.org/"))


def _management(item: Parsed, raw: Json, around: Around) -> None:
    created = _text(raw, "firstcreated") or _text(raw, "datepublished")
    revised = _text(raw, "versioncreated") or _text(raw, "datemodified") or created
    stamps = [revised, created, _text(raw, "expires")]
    times.set_times(item, stamps, around)
    stated = (raw.get(name) for name in ("embargoeduntil", "embargoed"))
    embargo = next((each for each in stated if each not in (None, False)), None)
    item.embargo = times.embargo_of(item, None if embargo is None else str(embargo), around)
    status = raw.get("pubstatus")
    item.pub_status = marks.status_of(item, None if status is None else str(status))
    if _scalar(raw.get("urgency") or raw.get("priority")):
        marks.urgency_of(item, _scalar(raw.get("urgency") or raw.get("priority")))
    item.ed_note = lines(raw.get("ednote"))
    marks.apply_signals(item, [_scalar(each) for each in listed(raw.get("signals"))])
    item.services = [named(each) for each in listed(raw.get("services") or raw.get("service"))]
    genres = [named(each) for each in listed(raw.get("genres") or raw.get("genre"))]
    if any("advis" in each.lower() for each in genres):
        item.signals.add("advisory")


def _words(item: Parsed, raw: Json) -> None:
    headline = line(raw.get("headline")) or _role(raw, "headlines", "main")
    item.headline = headline or line(raw.get("title"))
    item.slugline = line(raw.get("slugline"))
    item.byline = _byline(raw)
    located = raw.get("located") if isinstance(raw.get("located"), str) else ""
    item.dateline = line(raw.get("dateline")) or line(located)
    item.language = line(raw.get("language"))
    item.subjects = [
        (line(each.get("uri") or each.get("code") or each.get("literal")), line(each.get("name")))
        for each in listed(raw.get("subjects") or raw.get("subject"))
        if isinstance(each, dict)
    ]
    value, is_html = _body(raw) or (_described(raw) if item.kind == "text" else ("", False))
    item.body_html = bodies.from_html(value) if is_html else bodies.from_text(value)
    item.media = [found for each in [raw, *_associations(raw)] if (found := _picture(each))]
    item.parts = [guid_of(each) for each in _associations(raw) if guid_of(each)]
    item.url = next(filter(is_address, (address(raw.get("url")), item.guid)), "")


def _body(raw: Json) -> tuple[str, bool] | None:
    """(text, whether it is HTML), the richest form there is; None without any."""
    for name in ("bodyxhtml", "bodyhtml5", "bodyhtml", "contenthtml"):
        if _text(raw, name):
            return _text(raw, name), True
    offered = [each for each in listed(raw.get("bodies"))
               if isinstance(each, dict) and _text(each, "value")]  # fmt: skip
    if offered:
        best = max(offered, key=_worth)
        return _text(best, "value"), _is_html(best)
    for name in ("bodytext", "contenttext"):
        if _text(raw, name):
            return _text(raw, name), False
    return None


def _worth(body: Json) -> tuple[bool, bool]:
    """The story itself before its summary, and its richest form before the others."""
    return not _ABSTRACT.search(_text(body, "role")), _is_html(body)


def _is_html(body: Json) -> bool:
    declared = _text(body, "contenttype") + _text(body, "role")
    return "html" in declared or (not _text(body, "contenttype") and "<p" in _text(body, "value"))


def _described(raw: Json) -> tuple[str, bool]:
    """What stands for the text of an item that comes without one."""
    said = [_text(raw, "descriptionhtml"), _text(raw, "descriptiontext"), _text(raw, "summary")]
    roles = ("", "summary", "main", "description")
    said += [_role(raw, "descriptions", role) for role in roles]
    return next(filter(None, said), ""), bool(said[0])


def _byline(raw: Json) -> str:
    """Who signed, as one line, or the names of the authors apart."""
    for name in ("byline", "by"):
        if signed := ", ".join(filter(None, map(line, listed(raw.get(name))))):
            return line(signed)
    people = [each for each in listed(raw.get("people")) if isinstance(each, dict)]
    authors = [each for each in people if _text(each, "rel") == "author"]
    return line(", ".join(filter(None, map(named, [*listed(raw.get("authors")), *authors]))))


def _rights(item: Parsed, raw: Json) -> None:
    item.usage_terms = lines(*listed(raw.get("usageterms")))
    item.copyright_holder = line(raw.get("copyrightholder"))
    item.copyright_notice = line(raw.get("copyrightnotice"))
    infos = [each for each in listed(raw.get("infosources")) if isinstance(each, dict)]
    providers = [each for each in infos if "provider" in _text(each, "role")]
    item.provider = named(raw.get("provider")) or next(map(named, providers), "")
    item.provider = item.provider or item.copyright_holder or ("AP" if _is_aps(raw) else "")
    others = [named(each) for each in infos if each not in providers]
    item.source = named(raw.get("source")) or next(filter(None, others), "")
    item.credit = line(raw.get("creditline")) or _role(raw, "descriptions", "creditline")


def _picture(raw: Json) -> Media | None:
    kind = line(raw.get("type"))
    held = raw.get("renditions")
    renditions = list(held.values()) if isinstance(held, dict) else listed(held)
    found = [each for each in renditions if isinstance(each, dict) and _text(each, "href")]
    if kind not in _PICTURES or not found:
        return None
    best = max(found, key=lambda each: each["width"] if isinstance(each.get("width"), int) else 0)
    caption = _role(raw, "descriptions", "caption") or line(raw.get("descriptiontext"))
    credit = _role(raw, "descriptions", "creditline") or line(raw.get("byline") or raw.get("by"))
    mime = line(best.get("contenttype") or best.get("mimetype"))
    return Media(_text(best, "href"), kind, mime, caption, credit)


def named(value: Any) -> str:
    """The name of a party, given as text or as an object."""
    if isinstance(value, dict):
        return line(value.get("name") or value.get("literal") or value.get("uri"))
    return line(value)


def _role(raw: Json, name: str, role: str) -> str:
    """The entry of that role in a list of `{role, value}`; for "main" else the first."""
    entries = [each for each in listed(raw.get(name)) if isinstance(each, dict)]
    chosen = [each for each in entries if _text(each, "role") == role]
    if role == "main" and not chosen:
        chosen = entries
    return line(chosen[0].get("value")) if chosen else ""


def listed(value: Any) -> list[Any]:
    """A list as it is, anything else as a list of one, nothing as none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(raw: Json, name: str) -> str:
    value = raw.get(name)
    return value if isinstance(value, str) else ""


def _scalar(value: Any) -> str:
    is_one = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value) if is_one else ""
