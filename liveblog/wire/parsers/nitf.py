"""NITF 3.x: AP, PA, NTB, AAP and others; also inside NewsML."""

from __future__ import annotations

import re

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import finish, identity, line, lines, name_by_words
from liveblog.wire.parsed import Around, Embargo, Media, Parsed, Refused, Unreadable
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
_COPYRIGHT = re.compile(r"^(?:copyright|©|\(c\))[^.]*\.?$", re.IGNORECASE)  # and no terms
# NewsML's public identifier, which ends in the revision: urn:newsml:x.example:20260302:N1:3U
_PUBLIC = re.compile(r"^(?P<guid>urn:newsml:[^:]+:\d{8}:[^:]+):(?P<version>\d{1,6})[AUN]?$")


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """The item of an NITF document; some agencies put several documents into one file."""
    root, warnings = read(data)
    documents = list(every(root, "nitf"))
    if not documents:
        raise Unreadable("There is no <nitf> in the file.")
    if len(documents) == 1:
        return [_read(documents[0], warnings, around), *_meant(documents[0])]
    found: list[Parsed | Refused] = []
    for document in documents:
        try:
            found += [_read(document, warnings, around), *_meant(document)]
        except Unreadable as error:
            found.append(Refused("", str(error)))
    return found


def _meant(document: Element) -> list[Parsed]:
    """The other item that a document kills or holds: NITF says so in attributes of its own."""
    docdata = child(document, "head", "docdata")
    other = attribute(docdata, "management-doc-idref")
    if not other or other == attribute(child(docdata, "doc-id"), "id-string"):
        return []
    item = Parsed(guid=identity(_parted(other)[0]))
    status = attribute(docdata, "management-idref-status", "management-status")
    item.pub_status = marks.status_of(item, status or "usable")
    item.ed_note = _notes(docdata)
    return [] if item.pub_status == "usable" else [finish(item)]


def _parted(stated: str, marked: str = "") -> tuple[str, str]:
    """(a doc-id without its version, the version)."""
    if public := _PUBLIC.match(stated):
        return public["guid"], public["version"]
    parts = _VERSION.match(stated)
    if parts and (parts["guid"] == marked or parts["version"].startswith("0")):
        return parts["guid"], str(int(parts["version"]))
    return stated, ""


def _read(document: Element, warnings: list[str], around: Around) -> Parsed:
    item = _item(document, around)
    item.warnings[:0] = warnings
    if not item.guid:
        name_by_words(item, "a doc-id")  # AP's documents: the item of its API has the name
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
    if attribute(child(head, "tobject"), "tobject.type").lower() == "advisory":
        item.signals.add("advisory")
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
    guid, version = _parted(stated, marked)
    guid = guid or marked or attribute(document, "uno")
    key = child(docdata, "du-key")
    version = attribute(key, "version") or version or attribute(key, "generation")
    return Parsed(guid=identity(guid), version=version)


def _times(item: Parsed, docdata: Element | None, around: Around) -> None:
    issued = attribute(child(docdata, "date.issue"), "norm")
    expires = attribute(child(docdata, "date.expire"), "norm")
    times.set_times(item, (issued, "", expires), around)
    item.created_at = item.version_at
    ends = attribute(child(docdata, "doc.rights"), "enddate")
    item.rights_until = times.time_of(item, ends, "end of its rights", around)
    item.embargo = _embargo(item, docdata, around)


def _embargo(item: Parsed, docdata: Element | None, around: Around) -> Embargo:
    """Until when it is held; what is released as it was issued is not, also without any zone."""
    release = child(docdata, "date.release")
    issued, stated = attribute(child(docdata, "date.issue"), "norm"), attribute(release, "norm")
    is_held = attribute(docdata, "management-status").lower() == "embargoed"
    if release is None or (stated == issued and not is_held):
        return Embargo()
    found = times.embargo_of(item, stated or None, around)
    if found.until and found.until == item.version_at and not is_held:
        return Embargo()
    return found


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
    if child(docdata, "correction") is not None:
        item.signals.add("correction")
    other = attribute(docdata, "management-idref-status").lower()
    if other not in ("", "usable") and item.pub_status == "usable":
        item.signals.add("advisory")
        item.warn("It changes the status of another item, and is for editors.")


def _people(item: Parsed, docdata: Element | None) -> None:
    item.ed_note = _notes(docdata)
    holder = child(docdata, "doc.copyright")
    item.copyright_holder = line(attribute(holder, "holder"))
    year = attribute(holder, "year")
    if item.copyright_holder:
        item.copyright_notice = line(f"© {year} {item.copyright_holder}".replace("  ", " "))
    rights = child(docdata, "doc.rights")
    limits = [attribute(rights, each) for each in ("limitations", "geography")]
    item.usage_terms = lines(text(rights), *limits) or lines(attribute(rights, "agent"))
    item.provider = line(attribute(child(docdata, "doc-id"), "regsrc"))
    sent = child(docdata, "del-list", "from-src")
    sent = child(docdata, "from-src") if sent is None else sent
    item.source = line(attribute(sent, "src-name", "name"))


def _notes(docdata: Element | None) -> str:
    """What editors are told of the item, and of what it corrects."""
    held = [*children(docdata, "ed-msg"), *children(docdata, "correction")]
    return lines(*(attribute(each, "info") or text(each) for each in held))


def take_content(item: Parsed, document: Element) -> None:
    """Headline, byline, dateline, text and media of an <nitf>, also of one inside another item."""
    _take_management(item, document)
    top, content = child(document, "body", "body.head"), child(document, "body", "body.content")
    heads = [text(each) for tag in ("hl1", "hl2") for each in every(document, tag)
             if _in_head(each)]  # fmt: skip
    item.headline = item.headline or line(next((head for head in heads if head), ""))
    bylines, datelines = (_in_head_or_first(document, each) for each in ("byline", "dateline"))
    item.byline = item.byline or line(" ".join(map(spaced, bylines)))
    item.dateline = item.dateline or line(" ".join(map(spaced, datelines[:1])))
    item.provider = item.provider or line(text(child(top, "distributor")))
    owner = line(text(child(top, "rights", "rights.owner")))
    item.credit = item.credit or owner
    item.copyright_holder = item.copyright_holder or owner
    item.provider = item.provider or item.copyright_holder
    item.copyright_notice = item.copyright_notice or line(text(child(top, "rights")))
    stated = text(child(top, "rights"))
    if not _COPYRIGHT.match(stated) and line(stated) != owner:
        item.usage_terms = item.usage_terms or lines(stated)
    notes = children(top, "note")
    notes += [] if content is None else every(content, "note")  # wherever it stands in the text
    item.ed_note = lines(item.ed_note, *map(text, notes))
    parts = [] if content is None else [content]
    item.body_html = bodies.from_tree(parts)
    _lead(item, bodies.from_tree(children(top, "abstract")))
    _signed_below(item, child(document, "body", "body.end", "tagline"))
    if content is not None:
        item.media += [found for each in every(content, "media") if (found := _media(each))]


def _lead(item: Parsed, abstract: str) -> None:
    """What stands above the text as its abstract: of some the lead, of others its repetition."""
    beginning = _letters(abstract)[:MAX_COMPARED]
    if beginning and beginning not in _letters(f"{item.headline} {item.body_html}"):
        bodies.take_dateline(item)  # below the lead it would be none
        item.body_html = abstract + item.body_html


MAX_COMPARED = 80  # letters: an abstract may be cut anywhere


def _letters(markup: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"<[^>]*>", " ", markup)).casefold()


def _take_management(item: Parsed, document: Element) -> None:
    """What an <nitf> inside another item says of itself: where the two differ, it is closed."""
    head, docdata = child(document, "head"), child(document, "head", "docdata")
    item.ed_note = lines(item.ed_note, _notes(docdata))
    item.slugline = item.slugline or line(_slug(head, docdata))
    if not item.embargo.closed:
        item.embargo = _embargo(item, docdata, Around())
    expires = times.moment(attribute(child(docdata, "date.expire"), "norm"))
    if expires and expires.tzinfo:
        item.expires_at = item.expires_at or expires
    status = attribute(docdata, "management-status")
    if status and item.pub_status == "usable":
        item.pub_status = marks.status_of(item, status)
    urgency = attribute(child(docdata, "urgency"), "ed-urg")
    if urgency and not item.urgency_raw:
        marks.urgency_of(item, urgency)


def _signed_below(item: Parsed, tagline: Element | None) -> None:
    """Who is named at the end of a story; an address to write to is none of its words."""
    said = text(tagline)
    if attribute(tagline, "type") in ("pa", "npa"):
        item.ed_note = lines(item.ed_note, said)
    elif said and "@" not in said and item.body_html and said not in item.ed_note.split("\n"):
        item.body_html += bodies.from_text(said)


def _in_head_or_first(document: Element, tag: str) -> list[Element]:
    """Those above the text, or the first inside it."""
    above = children(child(document, "body", "body.head"), tag)
    return above or list(every(document, tag))[:1]


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
    held = {
        attribute(each, "name").lower(): attribute(each, "content")
        for each in children(head, "meta")
    }
    return [held[each.lower()] for each in names if held.get(each.lower())]
