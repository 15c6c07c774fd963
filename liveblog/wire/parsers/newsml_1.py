"""NewsML 1.0 to 1.2: AFP, EFE, Belga, Kyodo and others; items with NITF, XHTML or text inside."""

from __future__ import annotations

import re

from liveblog.wire import bodies, marks, times
from liveblog.wire.fields import decoded, finish, line, lines, name_by_words
from liveblog.wire.parsed import Around, Embargo, Media, Nothing, Parsed, Refused, Unreadable
from liveblog.wire.parsers.newsml_pictures import (
    captions_in,
    is_caption,
    kind_of,
    role_of,
    take_pictures,
)
from liveblog.wire.parsers.nitf import take_content
from liveblog.wire.xmltree import Element, attribute, child, children, every, name, read, text

_TERMS = re.compile(
    r"\b(?:restricted to|editorial use|no use|not for use|use only|no sales|no resale"
    r"|mandatory credit)\b",
    re.IGNORECASE,
)
# Parts of a release that are no part of its story, by their role.
_ASIDE = re.compile(
    "abstract|summary|teaser|style|head ?line|title|tweet|sms|social|contact|keyword|logo|byline"
    "|copyright|metadata"
)
_TOLD_ELSEWHERE = re.compile("abstract|summary|teaser|style|head ?line|title")
_NOTES = re.compile("^(?:editorial ?info|ed(?:itor(?:ial)?)?s? ?notes?|notes? ?to ?editors?)$")


def parse(data: bytes, around: Around) -> list[Parsed | Refused]:
    """Every NewsItem of a document, in its order."""
    root, warnings = read(data)
    found = list(every(root, "NewsItem"))
    if not found:
        raise (Nothing if name(root) == "NewsML" else Unreadable)("There is no NewsItem in it.")
    envelope = child(root, "NewsEnvelope")
    for each in reversed(found):
        _leave_a_reference(each)
    return [_read(each, envelope, around, warnings) for each in found]


def _leave_a_reference(inner: Element) -> None:
    """Take an item out of the one it stands in: that one's text would otherwise be both."""
    around = inner.getparent()
    if around is None or not any(name(each) == "NewsItem" for each in inner.iterancestors()):
        return
    guid, _ = _identified(inner)
    reference = around.makeelement("NewsItemRef", {"NewsItem": guid})
    around.replace(inner, reference)


def _read(
    element: Element, envelope: Element | None, around: Around, warnings: list[str]
) -> Parsed | Refused:
    guid, version = _identified(element)
    item = Parsed(guid=guid or _named_inside(element), version=version, warnings=[*warnings])
    take_pictures(item, element)
    _management(item, child(element, "NewsManagement"), around)
    if not item.urgency_raw and envelope is not None:
        priority = attribute(child(envelope, "Priority"), "FormalName")
        if priority:
            marks.urgency_of(item, priority)
    _lines(item, element)
    _parties(item, element, envelope, around)
    _descriptions(item, element)
    _contents(item, [*every(element, "ContentItem")])
    item.parts = [attribute(each, "NewsItem") for each in every(element, "NewsItemRef")]
    is_elsewhere = any(map(_is_text_elsewhere, every(element, "ContentItem")))
    if is_elsewhere and not item.body_html:
        item.warn("The text is not in the file: the agency has it at an address of its own.")
    if not item.guid:
        try:
            name_by_words(item, "an identifier")
        except Unreadable as error:
            return Refused("", str(error))
    return finish(item)


def _named_inside(element: Element) -> str:
    """The name of an item whose identifier names its agency only, where some write it instead."""
    said = next((text(each) for each in every(element, "guid") if text(each)), "")
    provider = text(child(element, "Identification", "NewsIdentifier", "ProviderId"))
    return line(f"urn:newsml:{provider}:{said}") if said else ""


def _identified(element: Element) -> tuple[str, str]:
    """(guid without the revision, revision): the public identifier changes with each."""
    held = child(element, "Identification", "NewsIdentifier")
    version = text(child(held, "RevisionId"))
    parts = [text(child(held, each)) for each in ("ProviderId", "DateId", "NewsItemId")]
    public = text(child(held, "PublicIdentifier"))
    if all(parts) and parts[2].strip("0"):
        parts[1] = _first_day(parts[1], child(element, "NewsManagement"))
        parts[2] = _without_revision(parts[2], version, public)
        return line(f"urn:newsml:{':'.join(parts)}"), version
    revision = re.search(r":(\d+)[AUN]*$", public)
    if revision:
        public, version = public[: revision.start()], version or revision.group(1)
    is_agencys = public.startswith("urn:newsml:") and public.count(":") < MIN_PARTS
    return ("" if is_agencys else line(public)), version


MIN_PARTS = 4  # colons in urn:newsml:agency:day:item; with fewer all items have the same name


def _first_day(stated: str, management: Element | None) -> str:
    """The date of an item's name; of some agencies it is the revision's, and moves with each."""
    first, revised = (
        text(child(management, each)) for each in ("FirstCreated", "ThisRevisionCreated")
    )
    return first if first and stated == revised else stated


def _without_revision(stated: str, version: str, public: str) -> str:
    """An item's number without its revision, which some add to it and not to its public name:
    "X-041-v2" is X-041 there."""
    stem = re.sub(rf"[-_.]?[vV]?{re.escape(version)}$", "", stated) if version else stated
    named = public.split(":")
    return stem if stem in named and stated not in named else stated


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
    comments = [text(each) for each in every(element, "Comment") if not _is_label(each)]
    comments += [
        attribute(each, "Value")
        for each in every(element, "Property")
        if _NOTES.match(attribute(each, "FormalName").lower())
    ]
    comments += [
        text(part)
        for each in every(element, "NewsLine")
        if re.search("advis|note", attribute(child(each, "NewsLineType"), "FormalName").lower())
        for part in children(each, "NewsLineText")
    ]
    terms = [*filter(_TERMS.search, comments)]
    item.usage_terms = lines(item.usage_terms, *terms)
    item.ed_note = lines(item.ed_note, *(each for each in comments if each not in terms))


def _is_label(comment: Element) -> bool:
    """Whether a comment is a value with a name, such as the version of a profile."""
    return bool(attribute(comment, "FormalName")) and " " not in text(comment)


def _parties(item: Parsed, element: Element, envelope: Element | None, around: Around) -> None:
    def party(wanted: str, root: Element = element) -> str:
        for each in every(root, wanted):
            found = child(each, "Party")
            if called := attribute(found, "FormalName") or text(found):
                return called
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
    item.rights_until = times.end_of_rights(item, map(text, every(element, "EndDate")), around)


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


def _contents(item: Parsed, contents: list[Element]) -> None:
    """Take the text over: not what only stands around it, and nothing twice. The same role again
    is the same text in another form, or in another language."""
    roles: dict[str, str] = {}
    aside = {each for each in map(role_of, contents) if _ASIDE.search(each)}
    has_story = any(role_of(each) not in aside and _said(each) for each in contents)
    for content in contents:
        role = role_of(content)
        if (address := attribute(content, "Href")) and kind_of(content) != "text":
            mime = attribute(child(content, "MimeType"), "FormalName")
            caption = line(next(captions_in(content), ""))
            item.media.append(Media(address, kind_of(content), mime, caption))
        if not _said(content) or is_caption(content) or _is_style(content):
            continue
        if role in ("title", "headline"):
            item.headline = item.headline or line(_said(content))
        elif role in aside and has_story:
            if not _TOLD_ELSEWHERE.search(role):
                item.warn(f"Its part “{role[:40]}” is not taken into the text.")
        elif item.body_html and role in {*roles, ""}:
            _tell_language(item, content, roles.get(role, ""))
        else:
            roles[role] = _language(content)
            item.body_html += _text(item, _data(content))


def _data(content: Element) -> Element | None:
    found = child(content, "DataContent")
    return child(content, "Encoding", "DataContent") if found is None else found


def _said(content: Element) -> str:
    return text(_data(content))


def _is_style(content: Element) -> bool:
    return attribute(child(content, "MimeType"), "FormalName").lower() == "text/css"


def _language(content: Element) -> str:
    said = (attribute(each, "lang") for each in content.iterancestors())
    return next(filter(None, said), "").lower()


def _tell_language(item: Parsed, content: Element, held: str) -> None:
    other = _language(content)
    if held and other and other != held:
        item.warn(f"It has its text in another language, too ({other[:10]}), which is not kept.")


def _text(item: Parsed, data: Element | None) -> str:
    if data is None:
        return ""
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
        body = next(every(data, "body"), data)
        return bodies.from_tree([next(every(body, "body.content"), body)])
    said = "".join(str(part) for part in data.itertext())
    return bodies.from_html(said) if "</" in said else bodies.from_text(said)
