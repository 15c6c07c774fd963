"""NewsML-G2: items, packages and messages; XHTML, NITF or plain text inside; with or without its
namespace. Catalogs are never fetched."""

from __future__ import annotations

import re
from datetime import datetime

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import decoded, finish, identity, line, lines, parts_of
from liveblog.wire.parsed import Around, Media, Nothing, Parsed, Refused, Unreadable
from liveblog.wire.parsers.nitf import take_content
from liveblog.wire.xmltree import Element, attribute, child, children, every, name, read, text

ITEMS = ("newsItem", "packageItem")
OTHERS = ("conceptItem", "knowledgeItem", "planningItem", "catalogItem", "eventItem")
_KINDS = {"text": "text", "picture": "picture", "video": "video", "audio": "audio",
          "graphic": "graphic", "composite": "package", "animated": "video"}  # fmt: skip
_IN_LINES = ("a", "abbr", "b", "em", "i", "inline", "q", "span", "strong", "sub", "sup", "u")


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """Every news and package item of a document, in its order; the first tells what else it has."""
    root, warnings = read(data)
    found = [each for each in every(root, *ITEMS) if not _inside_another(each)]
    other = next((name(each) for each in every(root, *OTHERS)), "")
    if not found:
        about = f" It has a {other}, which is no news." if other else ""
        whole = name(root) in ("newsMessage", *OTHERS)
        why = f"There is no newsItem or packageItem in the file.{about}"
        raise Nothing(why) if whole else Unreadable(why)
    read_items = [_read(each, around, warnings) for each in found]
    if other and isinstance(read_items[0], Parsed):
        read_items[0].warn(f"Beside it the file has a {other}, which is no news and is not kept.")
    return read_items


def _inside_another(element: Element) -> bool:
    return any(name(each) in ITEMS for each in element.iterancestors())


def _read(element: Element, around: Around, warnings: list[str]) -> Parsed | Refused:
    guid = identity(attribute(element, "guid"))
    if not guid:
        return Refused("", f"A {name(element)} has no guid: nothing could tell it from others.")
    try:
        item = Parsed(guid=guid, version=attribute(element, "version"), warnings=[*warnings])
        _item_meta(item, element, around)
        _content_meta(item, element, around)
        _rights(item, element, around)
        _content(item, element)
        return finish(item)
    except Unreadable as error:
        return Refused(guid, str(error))


def _item_meta(item: Parsed, element: Element, around: Around) -> None:
    meta = child(element, "itemMeta")
    if meta is None and child(element, "contentSet") is None and name(element) == "newsItem":
        raise Unreadable("The item is empty: it has neither itemMeta nor a text.")
    item.kind = "package" if name(element) == "packageItem" else _kind(child(meta, "itemClass"))
    provider = child(meta, "provider")
    language = attribute(element, "lang")
    item.provider = line(named(provider, language) or text(provider))
    stamps = [text(child(meta, each)) for each in ("versionCreated", "firstCreated", "expires")]
    times.set_times(item, stamps, around)
    embargo = child(meta, "embargoed")
    item.embargo = times.embargo_of(item, None if embargo is None else text(embargo), around)
    status = child(meta, "pubStatus")
    coded = attribute(status, "qcode", "uri", "literal") or text(status)
    item.pub_status = marks.status_of(item, None if status is None else coded or "(empty)")
    item.services = [line(named(each)) for each in children(meta, "service")]
    item.ed_note = lines(*(said for each in children(meta, "edNote") for said in _noted(each)))
    words = [attribute(each, "qcode", "uri", "literal") for each in children(meta, "signal")]
    marks.apply_signals(item, words)
    if any(re.search(r"[:/]cwarn$", word) for word in words):
        item.warn("The agency warns that its content may disturb or offend.")
    corrects = any("correction" in attribute(each, "role") for each in children(meta, "edNote"))
    if corrects and "update" not in item.signals:  # an update says in the same note what is new
        item.signals.add("correction")
    item.url = next((attribute(link, "href") for link in children(meta, "link")
                     if "canonical" in attribute(link, "rel")), "")  # fmt: skip
    item.parts = [attribute(ref, "residref", "href") for ref in every(element, "itemRef")]


def _noted(note: Element) -> list[str]:
    """A note's lines: items, paragraphs and rows of its markup, and loose text between them."""
    rows = [str(note.text or "")]
    for each in note:
        if name(each) in _IN_LINES:
            rows[-1] += text(each)
        elif not re.fullmatch("h[1-6]", name(each)):
            rows += [*_noted(each), ""]
        rows[-1] += str(each.tail or "")
    return [" ".join(row.split()) for row in rows]


def _kind(item_class: Element | None) -> str:
    coded = attribute(item_class, "qcode", "uri").rpartition(":")[2].rpartition("/")[2]
    return _KINDS.get(coded, "text" if not coded else coded[:20])


def named(element: Element | None, language: str = "") -> str:
    """The name of a party or a concept: spelled out, or else the end of its code."""
    if element is None:
        return ""
    names = _in_language(children(element, "name"), language)
    spelled = next(filter(None, map(text, names)), "") or attribute(element, "literal")
    code = attribute(element, "qcode", "uri").rstrip("/")
    if code.startswith(("http://", "https://")):
        host = (parts_of(code).hostname or "").removeprefix("www.")
        return spelled or (code.rpartition("/")[2] if host.startswith("cv.") else host)
    return spelled or code.rpartition(":")[2]


def _content_meta(item: Parsed, element: Element, around: Around) -> None:
    meta = child(element, "contentMeta")
    urgency = text(child(meta, "urgency"))
    if urgency:
        marks.urgency_of(item, urgency)
    item.slugline = line(" ".join(text(each) for each in children(meta, "slugline")))
    language = attribute(child(meta, "language"), "tag") or attribute(element, "lang")
    item.headline = line(_headline(meta, language) or text(child(element, "itemMeta", "title")))
    item.dateline = line(text(child(meta, "dateline")))
    names = [text(each) for each in children(meta, "by")]
    creators = filter(None, map(_person, children(meta, "creator")))
    signed = re.sub(r", (?=(?:and|und|et|y|e|og|och|en) )", " ", ", ".join(filter(None, names)))
    item.byline = line(signed or ", ".join(creators))
    item.credit = line(text(child(meta, "creditline")))
    sources = sorted(children(meta, "infoSource"), key=_only_passes_on)
    item.source = line(next((named(each, language) for each in sources), ""))
    item.language = language
    item.subjects = [
        (attribute(each, "qcode", "uri", "literal")[:120], line(text(child(each, "name"))))
        for each in children(meta, "subject")
    ]
    genres = [attribute(each, "qcode") + named(each) for each in children(meta, "genre")]
    if any("advis" in each.lower() for each in genres):
        item.signals.add("advisory")
    if not item.created_at:
        stated = text(child(meta, "contentCreated"))
        item.created_at = times.time_of(item, stated, "time of creation", around)


def _only_passes_on(source: Element) -> bool:
    """Whether a source has only handed on what another one made."""
    return bool(re.search("distribut|suppl|provid|aggregat", attribute(source, "role").lower()))


def _person(element: Element) -> str:
    """A creator's name, if it is a name: "kunigkeit.sebastian" is an account."""
    if re.search("pub|organi", attribute(element, "role") + attribute(element, "type")):
        return ""  # an agency signs nothing
    spelled = text(child(element, "name")) or attribute(element, "literal")
    return spelled if " " in spelled else ""


def _headline(meta: Element | None, language: str) -> str:
    heads = _in_language(children(meta, "headline"), language)
    roles = [attribute(each, "role") for each in heads]
    main = [each for each, role in zip(heads, roles, strict=True) if not role or "main" in role]
    return next((text(each) for each in [*main, *heads] if text(each)), "")


def _in_language(elements: list[Element], language: str) -> list[Element]:
    """Those in the item's own language in front: some agencies add translations."""
    return sorted(elements, key=lambda each: bool(language)
                  and attribute(each, "lang") not in ("", language))  # fmt: skip


def _rights(item: Parsed, element: Element, around: Around) -> None:
    every_info = children(element, "rightsInfo")
    item.rights_until = _end_of(item, every_info, around)
    holders = [named(child(info, "copyrightHolder")) for info in every_info]
    item.copyright_holder = line(next(filter(None, holders), ""))
    item.provider = item.provider or item.copyright_holder
    notices = [text(each) for info in every_info for each in children(info, "copyrightNotice")]
    item.copyright_notice = line(" ".join(dict.fromkeys(filter(None, notices))))
    terms = (each for info in every_info for each in children(info, "usageTerms"))
    item.usage_terms = lines(*(row for each in terms for row in _noted(each)))


def _end_of(item: Parsed, infos: list[Element], around: Around) -> datetime | None:
    """When the rights end; one set of terms may follow another."""
    stamps = [(attribute(info, "validfrom"), attribute(info, "validto")) for info in infos]
    periods = [
        (times.time_of(item, start, "beginning of its rights", around),
         times.time_of(item, end, "end of its rights", around))
        for start, end in stamps
    ]  # fmt: skip
    until = min((end for _, end in periods if end), default=None)
    following = [(start, end) for start, end in periods if start]
    for start, end in sorted(following, key=lambda each: each[0]):
        if until and start <= until and (end is None or end > until):
            until = end
    return until


def _content(item: Parsed, element: Element) -> None:
    content = child(element, "contentSet")
    for inline in _in_language(children(content, "inlineXML"), item.language):
        nitf = next(every(inline, "nitf"), None)
        if nitf is not None:
            take_content(item, nitf)
        elif not item.body_html:
            item.body_html = bodies.from_tree(_main_part(inline))
    for plain in children(content, "inlineData"):
        if not item.body_html:
            _inline_data(item, plain)
    described = _described(element)
    if item.kind == "text" and not item.body_html and item.pub_status != "canceled":
        item.body_html = bodies.from_text(described)  # what there is to read of it
    for remote in _largest(item, children(content, "remoteContent")):
        address = attribute(remote, "href", "residref")
        kind = item.kind if item.kind != "text" else ""
        mime, own = attribute(remote, "contenttype"), identity(attribute(remote, "residref"))
        media = Media(address, kind, mime, line(described), item.credit, own)
        if address:
            item.media.append(media)
    if item.kind == "text" and item.media and not item.body_html:
        item.warn("The text is not in the file: the agency has it at an address of its own.")


def _largest(item: Parsed, renditions: list[Element]) -> list[Element]:
    """Of an item that is a picture the largest: they are one thing in several sizes."""
    held = [each for each in renditions if attribute(each, "href", "residref")]
    if item.kind == "text" or not held:
        return renditions
    return [max(held, key=_size)]


def _size(rendition: Element) -> tuple[int, bool, int]:
    width, stored = (attribute(rendition, each) for each in ("width", "size"))
    is_small = re.search(
        "thumb|icon|preview|quick|low|web", attribute(rendition, "rendition").lower()
    )
    return _number(width), not is_small, _number(stored)


def _number(stated: str) -> int:
    return int(stated) if stated.isdecimal() and len(stated) < 12 else 0


def _described(element: Element) -> str:
    """What describes an item, its summary before the caption of a picture with it."""
    said = children(child(element, "contentMeta"), "description")
    said = sorted(said, key=lambda each: "caption" in attribute(each, "role"))
    return next(filter(None, map(text, said)), "")


def _inline_data(item: Parsed, plain: Element) -> None:
    """Text as it stands, in Base64, or XML that has been escaped."""
    encoding, kind = (attribute(plain, each).lower() for each in ("encoding", "contenttype"))
    of_xml = kind.endswith(("+xml", "/xml"))
    readable = not kind or of_xml or kind.startswith("text/")
    if not readable or (encoding and "base64" not in encoding):
        item.warn(f"A part of it is in a form that is not read here ({kind or encoding}).")
        return
    said = "".join(str(part) for part in plain.itertext())
    said = decoded(item, said) if encoding else said
    if not of_xml:
        is_html = "html" in kind or (not kind and "</" in said)
        item.body_html = bodies.from_html(said) if is_html else bodies.from_words(said)
        return
    root, warnings = read(said.encode(errors="replace"))
    item.warnings += warnings
    nitf = next(every(root, "nitf"), None)
    if nitf is not None:
        take_content(item, nitf)
    else:
        item.body_html = bodies.from_tree([next(every(root, "body"), root)])


def _main_part(inline: Element) -> list[Element]:
    """The story itself: agencies put slug, headline and notes for editors around it."""
    body = next(every(inline, "body"), inline)
    parts = list(every(body, "section", "div", "article", "main"))
    for is_wanted in (_is_story, _is_main):
        main = [each for each in parts if is_wanted(each)]
        if main:
            return [each for each in main if not any(map(is_wanted, each.iterancestors()))]
    for note in [each for each in body if attribute(each, "class") == "notepad"]:
        body.remove(note)
    return [body]


def _is_story(element: Element) -> bool:
    return not {"bodytext", "body-text"}.isdisjoint(attribute(element, "class").lower().split())


def _is_main(element: Element) -> bool:
    return name(element) in ("main", "article") or "main" in attribute(element, "class").split()
