"""NewsML 1.0 to 1.2: AFP, EFE, Belga, Kyodo and others; items with NITF, XHTML or text inside."""

from __future__ import annotations

import re

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import finish, line, lines
from liveblog.wire.parsed import Around, Embargo, Media, Parsed, Refused, Unreadable
from liveblog.wire.parsers.nitf import take_content
from liveblog.wire.xmltree import Element, attribute, child, children, every, read, text

_KINDS = {"text": "text", "photo": "picture", "picture": "picture", "video": "video",
          "audio": "audio", "graphic": "graphic"}  # fmt: skip


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """Every NewsItem of a document, in its order."""
    root, warnings = read(data)
    found = list(every(root, "NewsItem"))
    if not found:
        raise Unreadable("There is no NewsItem in the file.")
    envelope = child(root, "NewsEnvelope")
    return [_read(each, envelope, around, warnings) for each in found]


def _read(
    element: Element, envelope: Element | None, around: Around, warnings: list[str]
) -> Parsed | Refused:
    guid, version = _identified(child(element, "Identification"))
    if not guid:
        return Refused("", "A NewsItem has no identifier: nothing could tell it from others.")
    item = Parsed(guid=guid, version=version, warnings=[*warnings])
    _management(item, child(element, "NewsManagement"), around)
    if not item.urgency_raw and envelope is not None:
        priority = attribute(child(envelope, "Priority"), "FormalName")
        if priority:
            marks.urgency_of(item, priority)
    _lines(item, element)
    _parties(item, element)
    _descriptions(item, element)
    for content in every(element, "ContentItem"):
        _content(item, content)
    item.parts = [attribute(each, "NewsItem") for each in every(element, "NewsItemRef")]
    return finish(item)


def _identified(identification: Element | None) -> tuple[str, str]:
    """(guid without the revision, revision): the public identifier changes with each."""
    held = child(identification, "NewsIdentifier")
    version = text(child(held, "RevisionId"))
    parts = [text(child(held, each)) for each in ("ProviderId", "DateId", "NewsItemId")]
    if all(parts):
        return line(f"urn:newsml:{':'.join(parts)}"), version
    public = text(child(held, "PublicIdentifier"))
    return line(re.sub(r":\d+[AUN]*$", "", public)), version


def _management(item: Parsed, management: Element | None, around: Around) -> None:
    revised, first = (
        text(child(management, each)) for each in ("ThisRevisionCreated", "FirstCreated")
    )
    times.set_times(item, (revised, first, ""), around)
    urgency = attribute(child(management, "Urgency"), "FormalName")
    if urgency:
        marks.urgency_of(item, urgency)
    raw = attribute(child(management, "Status"), "FormalName")
    item.pub_status = marks.status_of(item, raw or None)
    change = child(management, "StatusWillChange")
    future = attribute(child(change, "FutureStatus"), "FormalName").lower()
    when = text(child(change, "DateAndTime"))
    if raw.lower() == "embargoed":
        item.embargo = times.embargo_of(item, when, around)
    elif future in ("canceled", "cancelled", "withheld") and item.pub_status == "usable":
        item.expires_at = times.time_of(item, when, "time of expiry", around)
    instructions = [attribute(each, "FormalName") for each in children(management, "Instruction")]
    kinds = attribute(child(management, "NewsItemType"), "FormalName")
    marks.apply_signals(item, [kinds, *instructions])
    texts = [text(each) for each in children(management, "Instruction")]
    item.ed_note = lines(*instructions, *texts)
    if item.pub_status == "usable" and item.embargo == Embargo() and "embargo" in future:
        item.embargo = times.embargo_of(item, when, around)


def _lines(item: Parsed, element: Element) -> None:
    def first(wanted: str) -> str:
        return next((text(each) for each in every(element, wanted) if text(each)), "")

    label = next((text(each) for each in every(element, "NameLabel")), "")
    item.headline = line(first("HeadLine"))
    item.slugline = line(first("SlugLine") or label)
    item.byline = line(first("ByLine"))
    item.dateline = line(first("DateLine"))
    item.credit = line(first("CreditLine"))
    item.copyright_notice = line(first("CopyrightLine"))
    comments = [text(each) for each in every(element, "Comment")]
    item.ed_note = lines(item.ed_note, *comments)


def _parties(item: Parsed, element: Element) -> None:
    def party(wanted: str) -> str:
        for each in every(element, wanted):
            found = child(each, "Party")
            name = attribute(found, "FormalName") or text(found)
            if name:
                return name
        return ""

    item.provider = line(party("Provider"))
    item.source = line(party("Source"))
    holders = (text(each) for each in every(element, "CopyrightHolder"))
    item.copyright_holder = line(next(filter(None, holders), ""))
    rights = [text(part) for each in every(element, "UsageRights") for part in each]
    item.usage_terms = lines(*rights)


def _descriptions(item: Parsed, element: Element) -> None:
    language = next(every(element, "Language"), None)
    item.language = attribute(language, "FormalName") or attribute(element, "lang")
    item.subjects = [
        (attribute(each, "FormalName"), line(text(each)))
        for each in every(element, "Subject", "SubjectMatter", "SubjectDetail")
        if attribute(each, "FormalName")
    ]
    item.services = [
        line(attribute(each, "FormalName") or attribute(each, "Value"))
        for each in every(element, "NewsProduct", "NewsService")
    ]
    genres = [attribute(each, "FormalName").lower() for each in every(element, "Genre")]
    if any("advisory" in genre for genre in genres):
        item.signals.add("advisory")


def _content(item: Parsed, content: Element) -> None:
    data = child(content, "DataContent")
    medium = attribute(child(content, "MediaType"), "FormalName").lower()
    address = attribute(content, "Href")
    kind = _KINDS.get(medium, "")
    if address and kind != "text":
        mime = attribute(child(content, "MimeType"), "FormalName")
        item.media.append(Media(address[:2000], kind, mime))
    if data is None or item.body_html:
        return
    nitf = next(every(data, "nitf"), None)
    if nitf is not None:
        take_content(item, nitf)
    elif len(data):
        body = next(every(data, "body.content", "body"), data)
        item.body_html = bodies.from_tree([body])
    else:
        said = "".join(str(part) for part in data.itertext())
        item.body_html = bodies.from_html(said) if "</" in said else bodies.from_text(said)
