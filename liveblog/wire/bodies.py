"""An item's text as allowed HTML, from XHTML, NITF, HTML or plain lines. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from liveblog import sanitise
from liveblog.wire.parsed import Parsed, Unreadable
from liveblog.wire.xmltree import Element, attribute, name, refuse_monsters

# By local name; a heading in a live entry is a bold line (`sanitise.TAGS`).
_KEPT = {
    "p": "p", "br": "br", "strong": "strong", "b": "strong", "em": "em", "i": "em", "a": "a",
    "ul": "ul", "ol": "ol", "li": "li", "blockquote": "blockquote", "bq": "blockquote", "dd": "p",
    "dt": "p", "pre": "p", "q": "q",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"}
_DROPPED = {
    "script", "style", "head", "header", "nav", "footer", "figure", "media", "iframe", "object",
    "svg", "form", "img", "picture", "video", "audio", "template", "noscript", "title",
    "datasource", "byline", "dateline", "tagline", "math", "select", "textarea",
    "button", "note",
}  # fmt: skip
# What stands for itself though it is no paragraph: "<div>One</div><div>Two</div>".
_PARTED = {
    "div", "section", "article", "main", "aside", "block", "center", "address", "details", "dl",
    "fieldset", "hgroup", "hr", "summary", "table",
}  # fmt: skip
_MARKS = "\"'“”„«»‘’"  # and "", what is empty
_ROWS = {"tr"}
_CELLS = {"td", "th"}
_BLOCKS = {"p", "ul", "ol", "blockquote"}
_PLACE = r"[^\W\d_][^\n()<>]{0,80}?"
_AGENCY = r"[^\W\d_][\w .&/-]{1,30}"
_DASH = r"(?:--|[-\u2010-\u2015_])"
_DAY = r"(?:\d{1,2}\.? \w{3,10}\.?|\w{3,10}\.? \d{1,2})"
_CAPITALS = r"[A-Z][A-Z .'/-]{1,40}(?:, [A-Z][\w .]{1,20})?"
_FORMS = (
    # (ANSA) - ROMA, 02 MAR -
    rf"(?P<place>)\((?P<agency>{_AGENCY})\)\s*{_DASH}\s*[A-Z][\w .'/-]{{1,40}},\s*{_DAY}\s*{_DASH}",
    # BERLIN (AP) — · Berlin (dpa) - · STOCKHOLM, Aug 29, 2014 (AFP) - · Madrid, 2 mar (EFE).-
    rf"(?:(?P<place>{_PLACE})\s*)?\((?P<agency>{_AGENCY})\)\s*\.?{_DASH}",
    # MOSCOW, March 2. /TASS/. · København /ritzau/:
    rf"(?P<place>{_PLACE})\s*/(?P<agency>[^\W\d_][\w .-]{{1,30}})/\s*(?:\.|:|{_DASH})",
    # София, 2 март /БТА/
    rf"(?P<place>{_PLACE},\s*{_DAY})\s*/(?P<agency>[^\W\d_][\w .-]{{1,30}})/(?=\s)",
    # TOKYO, March 2, Kyodo - · SAITAMA, Japan, March 2 Kyodo -
    rf"(?P<place>{_CAPITALS}),\s*{_DAY},?\s*(?P<agency>[A-Z][a-z]{{2,20}})\s*{_DASH}",
    # Genève (ats) Le
    rf"(?P<place>{_PLACE})\s\((?P<agency>[a-z]{{3,6}})\)(?=\s+[A-ZÀ-Þ«“])",
)
_PERSON = re.compile(r"^\s*(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Sen|Rep|Gov|President|Minister)\b")
_DATELINES = [re.compile(rf"^\s*(?P<line>{form})\s*") for form in _FORMS]
_OPENINGS = re.compile(r"<p>(?:<(?:strong|em)>)?([^<]{1,160})")

# "Eds: Updates with quote." in a paragraph of its own; "Editor's note" is for readers.
_FOR_EDITORS = re.compile(
    r"<p>(?:<(?:strong|em)>)?\s*\(?(?:Eds?|EDS|EDITORS|Attention,? editors|ATTENTION,? EDITORS)\b"
    r"\s*[:–—-].*?</p>"
)


def without_notes(markup: str) -> tuple[str, list[str]]:
    """(the text without its paragraphs for editors, what those say)."""
    notes = [sanitise.body_text(each) for each in _FOR_EDITORS.findall(markup)]
    return _FOR_EDITORS.sub("", markup), notes


def from_tree(elements: list[Element]) -> str:
    """XHTML or NITF as allowed HTML; also HTML that stands in it as words: <![CDATA[<p>…]]>."""
    if len(elements) == 1 and not len(elements[0]):
        words = elements[0].text or ""
        if _MARKED.search(words):
            return from_html(words)
    return settled("".join(piece for each in elements for piece in _pieces(each)))


def from_html(text: str, without: frozenset[str] = frozenset()) -> str:
    """HTML as a feed has it: markup that need not be well-formed, or text without any. What is of
    a class in `without` is left out."""
    if "<" not in text:
        return from_text(html.unescape(text))
    try:
        root = lxml_html.fragment_fromstring(text, create_parent="div")
        refuse_monsters(root)
        for each in [each for each in root.iter() if _classes(each) & without]:
            each.drop_tree()
    except (etree.ParserError, ValueError, Unreadable):
        return from_text(sanitise.foreign_block(text, sanitise.MAX_BODY_BYTES))
    return from_tree([root])


def _classes(element: Element) -> set[str]:
    return set(attribute(element, "class").lower().split())


_MARKED = re.compile(r"<(?:p|br|div)\b[^<>]*>", re.IGNORECASE)
_WRAPPED = re.compile(r"\s*<p>([^<>]*)</p>\s*")


def from_words(text: str) -> str:
    """What is called plain text, and is markup now and then: "<p>…</p>" around all of it."""
    if wrapped := _WRAPPED.fullmatch(text):
        return from_text(html.unescape(wrapped[1]))
    is_markup = re.match(r"\s*<(?:p|div|html|body)\b[^<>]*>", text)
    return from_html(text) if is_markup else from_text(text)


def from_text(text: str) -> str:
    """Plain text: an empty line ends a paragraph; without any, or where all are indented, an
    indented line begins one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(parts) == 1 or all(part.startswith(("  ", "\t")) for part in parts):
        parts = [each for part in parts for each in re.split(r"\n(?=\s{2,}\S)", part)]
    folded = [" ".join(part.split()) for part in parts]
    return settled(sanitise.paragraphs_to_html([part for part in folded if part]))


def settled(markup: str) -> str:
    """Through the one allow-list, in paragraphs, without what could not be stored."""
    kept = sanitise.scrub(_clean_characters(markup))
    kept = re.sub(r"<(p|li|blockquote|strong|em|ul|ol)>\s*</\1>", "", kept)
    return re.sub(r"(?:<br>\s*)+(?=</p>)|(?<=<p>)\s*(?:<br>\s*)+", "", kept).strip()


def _clean_characters(markup: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e\ud800-\udfff]", "", markup)


def _pieces(element: Element) -> Iterator[str]:
    """Markup of an element in our own tags: blocks, and loose text in paragraphs."""
    loose: list[str] = []
    for block, piece in _flat(element):
        if not block:
            loose.append(piece)
            continue
        yield from _paragraph(loose)
        loose = []
        yield piece
    yield from _paragraph(loose)


def _paragraph(loose: list[str]) -> Iterator[str]:
    inside = " ".join("".join(loose).split())
    if inside:
        yield f"<p>{inside}</p>"


def _flat(element: Element) -> Iterator[tuple[bool, str]]:
    """(is a block, markup) of what is inside an element that is itself no more than a place."""
    tag = name(element)
    if tag in _DROPPED or not tag:
        return
    is_place = tag in _HEADINGS and any(name(each) in _BLOCKS for each in element)
    if not is_place and (tag in _KEPT or tag in _HEADINGS or tag in _ROWS):
        yield _is_block(tag), _markup(element, tag)
        return
    if is_place or tag in _PARTED:
        yield _PAUSE
    yield False, _escaped(element.text)
    for each in element:
        yield from _flat(each)
        yield False, _escaped(each.tail)
    if is_place or tag in _PARTED:
        yield _PAUSE


_PAUSE = (True, "")  # what stands behind begins anew


def _is_block(tag: str) -> bool:
    return tag in _HEADINGS or tag in _ROWS or _KEPT[tag] in _BLOCKS


def _markup(element: Element, tag: str) -> str:
    if tag in _ROWS:
        cells = [_in_one_line(_inside(each)) for each in element if name(each) in _CELLS]
        return f"<p>{' · '.join(cell for cell in cells if cell)}</p>"
    inside = _inside(element)
    if tag in _HEADINGS:
        return f"<p><strong>{inside.strip()}</strong></p>" if inside.strip() else ""
    kept = _KEPT[tag]
    if kept in ("br", "a"):
        return "<br>" if kept == "br" else _link(attribute(element, "href"), inside)
    if kept in ("p", "q"):
        return _worded(tag, inside)
    inside = inside.strip() if kept in _BLOCKS or kept == "li" else inside
    return f"<{kept}>{inside}</{kept}>"


def _in_one_line(markup: str) -> str:
    """A cell of a table: paragraphs in it are no paragraphs of the text."""
    return " ".join(re.sub(r"</?(?:p|ul|ol|li|blockquote)>|<br>", " ", markup).split())


def _worded(tag: str, inside: str) -> str:
    """A paragraph, rows that are set as rows, or a quotation with its marks."""
    if tag == "q":
        return inside if inside.strip()[:1] in _MARKS else f"“{inside.strip()}”"
    rows = inside.strip().split("\n") if tag == "pre" else [inside]
    return f"<p>{'<br>'.join(' '.join(row.split()) for row in rows)}</p>"


def _inside(element: Element) -> str:
    """Inline markup, and blocks where they may stand."""
    made = [_escaped(element.text)]
    for each in element:
        made += [piece if (block, piece) != _PAUSE else " " for block, piece in _flat(each)]
        made.append(_escaped(each.tail))
    return "".join(made)


def _link(address: str, inside: str) -> str:
    if not re.match(r"(?:https?://|mailto:)", address, re.IGNORECASE):
        return inside
    return f'<a href="{html.escape(address)}">{inside}</a>'


# Escaped twice by whoever wrote it: nobody means to print "&quot;".
_TWICE = re.compile(r"&(?:quot|apos|amp|#0?39|#34|#x27);")


_BEFORE_A_POINT = re.compile(r"^\s*\n\s*(?=[.,](?:\s|$))")  # from an element's end on its own row


def _escaped(text: str | None) -> str:
    said = text or ""
    if "&" in said:
        said = _TWICE.sub(lambda found: html.unescape(found.group(0)), said)
    if "\n" in said:
        said = _BEFORE_A_POINT.sub("", said)
    return html.escape(said, quote=False)


def take_dateline(item: Parsed) -> None:
    """Move a dateline from the beginning of the text into its field; whoever it names is kept.

    An item that has the same dateline apart loses the repetition only, also below a lead.
    """
    is_above = True  # who signed and what was added may stand above it
    for found in list(_OPENINGS.finditer(item.body_html))[:4]:
        if _cut_dateline(item, found, is_above):
            return
        is_above = is_above and _stands_above(item.body_html[found.start() :], found.group(1))


def _stands_above(markup: str, opening: str) -> bool:
    """Whether a paragraph is none of the story: who signed, what was added, a second headline."""
    return bool(_ABOVE.match(html.unescape(opening)) or _HEADING_ALONE.match(markup))


_HEADING_ALONE = re.compile(r"<p><strong>[^<]*</strong></p>")
_ABOVE = re.compile(r"^\s*(?:(?:By|Von|Par|Por) \S.{0,80}|\([^()]{3,150}\))\s*$")


def _cut_dateline(item: Parsed, found: re.Match[str], is_above: bool) -> bool:
    """Whether this paragraph began with one."""
    opening = html.unescape(found.group(1))
    line = next(filter(None, (each.match(opening) for each in _DATELINES)), None)
    if line is None or _PERSON.match(opening) or len(line["place"] or "") > 60:
        return False
    stated = " ".join(line["line"].split())
    if not is_above and stated != item.dateline:
        return False  # a lead stands above it: only what is known to be one is taken out
    cut = html.escape(opening[: line.end()], quote=False)
    start = found.start(1)
    item.body_html = item.body_html[:start] + item.body_html[start + len(cut) :].lstrip()
    held, place = item.dateline.casefold().rstrip(" -–—."), (line["place"] or "").strip().casefold()
    if not (held and stated.casefold().startswith(held)) and not (place and held.startswith(place)):
        item.dateline = stated  # the field says less, or something else
    item.source = item.source or line["agency"].strip()
    return True
