"""NITF 3.x: AP, PA, NTB, AAP and others; also inside NewsML."""

from __future__ import annotations

import re

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import finish, identity, line, lines
from liveblog.wire.parsed import Around, Media, Parsed, Refused, Unreadable
from liveblog.wire.xmltree import (
    Element,
    attribute,
    child,
    children,
    every,
    name,
    read,
    spaced,
    text,
)

_VERSION = re.compile(r"^(?P<guid>.+)[_:](?P<version>\d{1,6})$")


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """The item of an NITF document; some agencies put several documents into one file."""
    root, warnings = read(data)
    documents = list(every(root, "nitf"))
    if not documents:
        raise Unreadable("There is no <nitf> in the file.")
    if len(documents) == 1:
        return [_read(documents[0], warnings, around)]
    found: list[Parsed | Refused] = []
    for document in documents:
        try:
            found.append(_read(document, warnings, around))
        except Unreadable as error:
            found.append(Refused("", str(error)))
    return found


def _read(document: Element, warnings: list[str], around: Around) -> Parsed:
    item = _item(document, around)
    item.warnings[:0] = warnings
    return finish(item)


def _item(document: Element, around: Around) -> Parsed:
    head, docdata = child(document, "head"), child(document, "head", "docdata")
    item = _identified(document)
    _times(item, docdata, around)
    _status(item, docdata)
    _people(item, docdata)
    take_content(item, document)
    title = text(child(head, "title"))
    item.headline = item.headline or line(title)
    item.slugline = line(_slug(head, docdata))
    part = attribute(child(docdata, "du-key"), "part")
    item.take = part if part.isdecimal() and len(part) < 3 and int(part) > 1 else ""
    item.language = attribute(document, "lang", "baselang")
    item.services = [line(each) for each in _meta(head, "NTBTjeneste", "category", "service")]
    item.subjects = [
        (attribute(each, "tobject.subject.refnum"), line(attribute(
            each, "tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")))
        for each in every(document, "tobject.subject")
    ]  # fmt: skip
    return item


def _identified(document: Element) -> Parsed:
    docdata = child(document, "head", "docdata")
    stated = attribute(child(docdata, "doc-id"), "id-string")
    marked = next(iter(_meta(child(document, "head"), "NTBID", "guid", "uuid", "AP-ItemId")), "")
    guid, version = stated or marked, ""
    parts = _VERSION.match(stated)
    key = child(docdata, "du-key")
    if parts and (parts["guid"] == marked or parts["version"].startswith("0")):
        guid, version = parts["guid"], str(int(parts["version"]))
    item = Parsed(guid=identity(guid), version=attribute(key, "version") or version)
    if not item.guid:
        raise Unreadable("The item has no doc-id: nothing could tell it from others.")
    return item


def _times(item: Parsed, docdata: Element | None, around: Around) -> None:
    issued = attribute(child(docdata, "date.issue"), "norm")
    expires = attribute(child(docdata, "date.expire"), "norm")
    times.set_times(item, (issued, "", expires), around)
    item.created_at = item.version_at
    release = child(docdata, "date.release")
    if release is not None:
        stated = attribute(release, "norm")
        item.embargo = times.embargo_of(item, stated or None, around)
        if item.embargo.until and item.embargo.until == item.version_at:
            item.embargo = times.embargo_of(item, None, around)  # released as it was issued


def _status(item: Parsed, docdata: Element | None) -> None:
    raw = attribute(docdata, "management-status")
    if raw.lower() == "embargoed" and not item.embargo.closed:
        item.embargo = times.embargo_of(item, "", Around())
    stated = docdata is not None and "management-status" in docdata.attrib
    item.pub_status = marks.status_of(item, raw or "(empty)" if stated else None)
    urgency = attribute(child(docdata, "urgency"), "ed-urg")
    if urgency:
        marks.urgency_of(item, urgency)
    key = child(docdata, "du-key")
    words = [attribute(key, "part"), attribute(child(docdata, "fixture"), "fix-id")]
    marks.apply_signals(item, [word for word in words if word])


def _people(item: Parsed, docdata: Element | None) -> None:
    notes = [attribute(each, "info") or text(each) for each in children(docdata, "ed-msg")]
    item.ed_note = lines(*notes)
    holder = child(docdata, "doc.copyright")
    item.copyright_holder = line(attribute(holder, "holder"))
    year = attribute(holder, "year")
    if item.copyright_holder:
        item.copyright_notice = line(f"© {year} {item.copyright_holder}".replace("  ", " "))
    rights = child(docdata, "doc.rights")
    item.usage_terms = lines(text(rights), attribute(rights, "limitations", "agent"))
    item.provider = line(attribute(child(docdata, "doc-id"), "regsrc"))
    item.source = line(attribute(child(docdata, "from-src"), "src-name", "name"))


def take_content(item: Parsed, document: Element) -> None:
    """Headline, byline, dateline, text and media of an <nitf>, also of one inside another item."""
    top, content = child(document, "body", "body.head"), child(document, "body", "body.content")
    heads = [text(each) for each in every(document, "hl1") if _in_head(each)]
    item.headline = item.headline or line(next((head for head in heads if head), ""))
    item.byline = item.byline or line(" ".join(spaced(each) for each in children(top, "byline")))
    item.dateline = item.dateline or line(spaced(child(top, "dateline")))
    item.provider = item.provider or line(text(child(top, "distributor")))
    item.credit = item.credit or line(text(child(top, "rights", "rights.owner")))
    if item.copyright_notice == "":
        item.copyright_notice = line(text(child(top, "rights")))
    notes = [each for each in children(top, "note") if attribute(each, "type") != "std"]
    notes += [] if content is None else every(content, "note")  # wherever it stands in the text
    item.ed_note = lines(item.ed_note, *map(text, notes))
    if content is not None:
        item.body_html = bodies.from_tree([content])
        item.media += [found for each in every(content, "media") if (found := _media(each))]


def _in_head(element: Element) -> bool:
    return any(name(each) in ("hedline", "body.head") for each in element.iterancestors())


def _media(element: Element) -> Media | None:
    for reference in children(element, "media-reference"):
        address = attribute(reference, "source", "data-location", "name")
        if address:
            return Media(
                url=address,
                kind={"image": "picture"}.get(kind := attribute(element, "media-type"), kind),
                mime_type=attribute(reference, "mime-type"),
                caption=line(text(child(element, "media-caption"))),
                credit=line(text(child(element, "media-producer"))),
            )
    return None


def _slug(head: Element | None, docdata: Element | None) -> str:
    key = attribute(child(docdata, "du-key"), "key")
    marked = next(iter(_meta(head, "slug", "slugline", "NTBStikkord", "anpa-keyword")), "")
    listed = children(child(docdata, "key-list"), "keyword")
    keywords = " ".join(filter(None, (attribute(each, "key") for each in listed)))
    return key or marked or attribute(child(docdata, "fixture"), "fix-id") or keywords


def _meta(head: Element | None, *names: str) -> list[str]:
    """The contents of <meta> by name, in the order of `names`."""
    held = {attribute(each, "name"): attribute(each, "content") for each in children(head, "meta")}
    return [held[each] for each in names if held.get(each)]
