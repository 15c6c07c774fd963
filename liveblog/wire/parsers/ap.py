"""AP Media API JSON: its items with status, signals and editorial types as AP defines them.

AP's own rule for what may be published: "newscontent" among the signals, then the status, then a
human reads terms and note.
"""

from __future__ import annotations

from typing import Any

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import finish, identity, line, lines
from liveblog.wire.jsonvalues import Json, listed, named, said, scalar, width_of
from liveblog.wire.parsed import Around, Media, Nothing, Parsed, Refused, Unreadable
from liveblog.wire.parsers.ninjs import NO_OBJECT, guid_of, load
from liveblog.wire.parsers.nitf import take_content
from liveblog.wire.xmltree import every
from liveblog.wire.xmltree import read as read_xml


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """Every item of an answer of the API, or of a single item's file."""
    document, warnings = load(data)
    found = [_read(raw, around) for raw in items(document)]
    if not found:
        why = "There is no item of AP's in the file."
        raise Nothing(why) if _is_empty(document) else Unreadable(why)
    for each in found:
        if isinstance(each, Parsed):
            each.warnings[:0] = warnings
    return found


def items(document: Any) -> list[Any]:
    """The items, wherever an answer of the API has them; keys are in small letters. What stands
    among them is taken along: it is refused by itself."""
    if isinstance(document, list):
        held = [items(each) or [_unwrapped(each)] for each in document]
        is_aps = any(_is_item(each) for inside in held for each in inside)
        return [each for inside in held for each in inside] if is_aps else []
    if not isinstance(document, dict):
        return []
    if _is_item(document):
        return [document]
    for name in ("data", "items", "item"):
        if found := items(document.get(name)):
            return found
    return []


def _is_item(raw: Any) -> bool:
    return isinstance(raw, dict) and (
        isinstance(raw.get("altids"), dict) or "editorialtypes" in raw
    )


def _unwrapped(raw: Any) -> Any:
    return raw.get("item", raw) if isinstance(raw, dict) else raw


def is_ap(document: Any) -> bool:
    """Whether this is AP's own JSON and not the ninjs it also exports."""
    return bool(items(document)) or _is_empty(document)


def _is_empty(document: Any) -> bool:
    """Whether it is an answer of the API that has nothing new."""
    data = document.get("data") if isinstance(document, dict) else None
    return isinstance(data, dict) and data.get("items") == []


def _read(raw: Any, around: Around) -> Parsed | Refused:
    if not isinstance(raw, dict):
        return Refused("", NO_OBJECT)
    altids = raw["altids"] if isinstance(raw.get("altids"), dict) else {}
    guid = identity(altids.get("itemid")) or guid_of(raw)
    if not guid:
        return Refused("", "An item has no item id: nothing could tell it from others.")
    item = Parsed(guid=guid, version=scalar(raw.get("version")))
    item.version = item.version or line(altids.get("etag"))
    _management(item, raw, around)
    _parties(item, raw)
    _words(item, raw, altids)
    return finish(item)


def _management(item: Parsed, raw: Json, around: Around) -> None:
    item.kind = {"composite": "package", "": "text"}.get(kind := line(raw.get("type")), kind)
    stamps = [_string(raw.get(each)) for each in ("versioncreated", "firstcreated", "expires")]
    times.set_times(item, stamps, around)
    status = raw.get("pubstatus")
    embargo = raw.get("embargoed")
    if embargo is None and str(status).lower() == "embargoed":
        embargo = ""
    item.embargo = times.embargo_of(item, None if embargo is None else str(embargo), around)
    item.pub_status = marks.status_of(item, None if status is None else str(status))
    if urgency := scalar(raw.get("urgency")):
        marks.urgency_of(item, urgency)
    item.ed_note = lines(*said(raw.get("ednote")))
    types = [named(each) for each in listed(raw.get("editorialtypes"))]
    if item.embargo.until:  # the time says how long it is held for release
        types = [each for each in types if each.lower() != "holdforrelease"]
    marks.apply_signals(item, types)
    _signals(item, raw)


def _signals(item: Parsed, raw: Json) -> None:
    signals = [_string(each).lower() for each in listed(raw.get("signals"))]
    if "test" in signals:
        item.signals.add("test")
    if "newscontent" not in signals:  # AP's own rule; what leaves its signals out says nothing
        item.signals.add("advisory")
        item.warn("Its signals do not say “newscontent”: it is not for publication.")


def _words(item: Parsed, raw: Json, altids: Json) -> None:
    heads = [line(raw.get(each)) for each in ("headline", "headlineextended", "title")]
    item.headline = next(filter(None, heads), "")
    title = line(raw.get("title")) if heads[0] else ""
    item.slugline = line(raw.get("slugline")) or title or line(altids.get("referenceid"))
    signed = [named(each) for each in listed(raw.get("bylines"))]
    item.byline = line(", ".join(filter(None, signed))) or line(raw.get("byline"))
    located = raw.get("located") or raw.get("datelinelocation")
    if isinstance(located, dict):
        located = located.get("name") or located.get("city")
    item.dateline = line(located)
    item.language = line(raw.get("language"))
    item.subjects = [
        (line(each.get("code")), line(each.get("name")))
        for each in listed(raw.get("subjects") or raw.get("subject"))
        if isinstance(each, dict)
    ]
    item.body_html = _body(item, raw)
    held = raw.get("renditions")
    renditions = list(held.values()) if isinstance(held, dict) else listed(held)
    caption = line(raw.get("descriptioncaption"))
    found = [each for each in renditions if isinstance(each, dict) and _string(each.get("href"))]
    if found and item.kind != "text":
        best = max(found, key=width_of)
        mime = line(best.get("mimetype") or best.get("contenttype"))
        item.media.append(Media(best["href"], item.kind, mime, caption, item.credit))
    inside = raw.get("associations")
    parts = list(inside.values()) if isinstance(inside, dict) else listed(inside)
    item.parts = [_part(each) for each in parts if isinstance(each, dict) and _part(each)]


def _part(raw: Json) -> str:
    altids = raw.get("altids")
    return identity(altids.get("itemid")) if isinstance(altids, dict) else guid_of(raw)


def _body(item: Parsed, raw: Json) -> str:
    """The text, where it comes with the item; else only a second request would fetch it."""
    nitf = _string(raw.get("bodynitf"))
    if nitf:
        whole = nitf if "<nitf" in nitf else f"<nitf>{nitf}</nitf>"
        try:
            root, overlooked = read_xml(whole.encode(errors="replace"))
        except Unreadable as error:
            item.warn(f"Its text cannot be read. {error}")
            return ""
        item.warnings += overlooked
        inside = next(every(root, "nitf"), None)
        if inside is not None and next(every(inside, "body.content"), None) is not None:
            take_content(item, inside)
            return item.body_html
        return bodies.from_html(nitf) if overlooked else bodies.from_tree([root])
    html = _string(raw.get("bodyhtml") or raw.get("bodyxhtml"))
    if html:
        return bodies.from_html(html)
    if item.kind == "text" and raw.get("renditions"):
        item.warn("The text is not in the file: AP has it at an address of its own.")
    summary = raw.get("descriptionsummary") or raw.get("descriptioncaption")
    return bodies.from_text(_string(raw.get("bodytext") or summary))


def _parties(item: Parsed, raw: Json) -> None:
    item.provider = named(raw.get("provider"))
    infos = listed(raw.get("infosource") or raw.get("infosources"))
    item.source = next(filter(None, map(named, infos)), "") or named(raw.get("source"))
    item.copyright_holder = named(raw.get("copyrightholder"))
    item.copyright_notice = line(raw.get("copyrightnotice"))
    item.credit = line(raw.get("descriptioncreditline") or raw.get("creditline"))
    item.usage_terms = lines(*said(raw.get("usageterms")))


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
