"""NewsML 1.0 to 1.2: AFP, EFE, Belga, Kyodo and others; items with NITF, XHTML or text inside."""

from __future__ import annotations

import re
from dataclasses import replace

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import decoded, finish, line, lines
from liveblog.wire.parsed import Around, Embargo, Media, Parsed, Refused, Unreadable
from liveblog.wire.parsers.nitf import take_content
from liveblog.wire.xmltree import Element, attribute, child, children, every, name, read, text

_KINDS = {"text": "text", "photo": "picture", "picture": "picture", "video": "video",
          "audio": "audio", "graphic": "graphic"}  # fmt: skip


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """Every NewsItem of a document, in its order."""
    root, warnings = read(data)
    found = list(every(root, "NewsItem"))
    if not found:
        raise Unreadable("There is no NewsItem in the file.")
    envelope = child(root, "NewsEnvelope")
    for each in reversed(found):
        _leave_a_reference(each)
    return [_read(each, envelope, around, warnings) for each in found]


def _leave_a_reference(inner: Element) -> None:
    """Take an item out of the one it stands in: that one's text would otherwise be both."""
    around = inner.getparent()
    if around is None or not any(name(each) == "NewsItem" for each in inner.iterancestors()):
        return
    guid, _ = _identified(child(inner, "Identification"))
    reference = around.makeelement("NewsItemRef", {"NewsItem": guid})
    around.replace(inner, reference)


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
    _parties(item, element, envelope)
    _descriptions(item, element)
    roles: set[str] = set()
    for content in every(element, "ContentItem"):
        _content(item, content, roles)
    item.parts = [attribute(each, "NewsItem") for each in every(element, "NewsItemRef")]
    is_elsewhere = any(map(_is_text_elsewhere, every(element, "ContentItem")))
    if is_elsewhere and not item.body_html:
        item.warn("The text is not in the file: the agency has it at an address of its own.")
    return finish(item)


def _identified(identification: Element | None) -> tuple[str, str]:
    """(guid without the revision, revision): the public identifier changes with each."""
    held = child(identification, "NewsIdentifier")
    version = text(child(held, "RevisionId"))
    parts = [text(child(held, each)) for each in ("ProviderId", "DateId", "NewsItemId")]
    if all(parts):
        return line(f"urn:newsml:{':'.join(parts)}"), version
    public = text(child(held, "PublicIdentifier"))
    revision = re.search(r":(\d+)[AUN]*$", public)
    if not revision:
        return line(public), version
    return line(public[: revision.start()]), version or revision.group(1)


def _management(item: Parsed, management: Element | None, around: Around) -> None:
    revised, first = (
        text(child(management, each)) for each in ("ThisRevisionCreated", "FirstCreated")
    )
    times.set_times(item, (revised, first, ""), around)
    stated = child(management, "Urgency")
    urgency = attribute(stated, "FormalName") or text(stated)
    if urgency:
        marks.urgency_of(item, urgency)
    status = child(management, "Status")
    raw = attribute(status, "FormalName") or text(status)
    change = child(management, "StatusWillChange")
    future = attribute(child(change, "FutureStatus"), "FormalName").lower()
    when = text(child(change, "DateAndTime")) or text(change)
    if raw.lower().endswith("embargoed"):
        item.embargo = times.embargo_of(item, when, around)
    item.pub_status = marks.status_of(item, None if status is None else raw or "(empty)")
    if item.embargo.closed:
        pass  # what changes then is its embargo
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
    item.slugline = line(first("SlugLine") or label or first("KeywordLine"))
    signed = dict.fromkeys(text(each) for each in every(element, "ByLine", "ByLineTitle"))
    item.byline = line(", ".join(filter(None, signed)))
    item.usage_terms = lines(*(text(each) for each in every(element, "RightsLine")))
    item.dateline = line(first("DateLine"))
    item.credit = line(first("CreditLine"))
    item.copyright_notice = line(first("CopyrightLine"))
    comments = [text(each) for each in every(element, "Comment")]
    comments += [
        text(part)
        for each in every(element, "NewsLine")
        if re.search("advis|note", attribute(child(each, "NewsLineType"), "FormalName").lower())
        for part in children(each, "NewsLineText")
    ]
    item.ed_note = lines(item.ed_note, *comments)


def _parties(item: Parsed, element: Element, envelope: Element | None) -> None:
    def party(wanted: str, root: Element = element) -> str:
        for each in every(root, wanted):
            found = child(each, "Party")
            name = attribute(found, "FormalName") or text(found)
            if name:
                return name
        return ""

    item.provider = line(party("Provider"))
    item.source = line(party("Source"))
    holders = (text(each) for each in every(element, "CopyrightHolder"))
    item.copyright_holder = line(next(filter(None, holders), ""))
    sender = "" if envelope is None else line(party("SentFrom", envelope))
    identified = next((text(each) for each in every(element, "ProviderId")), "")
    item.provider = item.provider or sender or item.copyright_holder or line(identified)
    rights = [text(part) for each in every(element, "UsageRights") for part in each]
    item.usage_terms = lines(*rights, item.usage_terms)


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


def _is_text_elsewhere(content: Element) -> bool:
    kind = attribute(child(content, "MediaType"), "FormalName").lower()
    return kind in ("", "text") and bool(attribute(content, "Href"))


def _role(content: Element) -> str:
    """The role of the component a content is in, in small letters: "title", "lead", "body"."""
    inside = (each for each in content.iterancestors() if name(each) == "NewsComponent")
    return attribute(child(next(inside, None), "Role"), "FormalName").lower()


def _content(item: Parsed, content: Element, roles: set[str]) -> None:
    """Take a content over. The same role twice is the same text in another form."""
    data = child(content, "DataContent")
    medium = attribute(child(content, "MediaType"), "FormalName").lower()
    address = attribute(content, "Href")
    kind = _KINDS.get(medium, "")
    if address and kind != "text":
        mime = attribute(child(content, "MimeType"), "FormalName")
        item.media.append(Media(address, kind, mime))
    role = _role(content)
    if data is None:
        data = child(content, "Encoding", "DataContent")
    if "caption" in role and item.media:
        item.media[-1] = replace(item.media[-1], caption=line(text(data)))
        return
    if data is None or "caption" in role or (item.body_html and role in roles | {""}):
        return
    roles.add(role)
    if role in ("title", "headline"):
        item.headline = item.headline or line(text(data))
        return
    item.body_html += _text(item, data)


def _text(item: Parsed, data: Element) -> str:
    notation = attribute(data.getparent(), "Notation").lower()
    if "base64" in notation:
        said = decoded(item, text(data))
        return bodies.from_html(said) if "</" in said else bodies.from_text(said)
    nitf = next(every(data, "nitf"), None)
    if nitf is not None:
        kept, item.body_html = item.body_html, ""
        take_content(item, nitf)
        found, item.body_html = item.body_html, kept
        return found
    if len(data):
        return bodies.from_tree([next(every(data, "body.content", "body"), data)])
    said = "".join(str(part) for part in data.itertext())
    return bodies.from_html(said) if "</" in said else bodies.from_text(said)
