"""XML from outside, without entities, network or DTD (SR-18), whatever its namespaces. Pure."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator

from lxml import etree

from liveblog.wire.parsed import Unreadable

MAX_BYTES = 5 * 1024 * 1024  # SR-15
MAX_ATTRIBUTES = 256
MAX_DEPTH = 100

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,1000}([\[>])", re.IGNORECASE)
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_LATIN = re.compile(rb"\s*<\?xml[^>]{0,100}encoding=.(?:iso-8859-1|latin-?1)\b", re.IGNORECASE)
_WINDOWS = re.compile(rb"[\x80-\x9f]")
_XMLS_OWN = ("amp", "lt", "gt", "quot", "apos")
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
Element = etree._Element  # noqa: SLF001  lxml has no other name for it


class Monstrous(Unreadable):
    """A file that no agency sends: made to harm whoever reads it."""


def read(data: bytes) -> tuple[Element, list[str]]:
    """The root of a document, and what had to be overlooked. Raises `Unreadable`."""
    if len(data) > MAX_BYTES:
        raise Monstrous(f"The file is larger than {MAX_BYTES // 1024 // 1024} MB.")
    for form in (data, data.replace(b"\0", b"")):  # UTF-16 hides its letters from a search
        found = _DOCTYPE.search(form)
        if (found and found.group(1) == b"[") or b"<!ENTITY" in form.upper():
            raise Monstrous(
                "The file declares entities in its DOCTYPE, and is not read: they could name files "
                "of this machine. Ask the agency for files without them."
            )
    if not data.strip():
        raise Unreadable("The file is empty.")
    root, warnings = _root(_with_characters(data))
    refuse_monsters(root)
    return root, [*warnings, *_left_out(root)]


def _with_characters(data: bytes) -> bytes:
    """HTML's names for characters as numbers, outside CDATA: NITF's DTD, which declares them, is
    never loaded, and without it they would be left out."""
    first, *others = data.split(b"<![CDATA[")
    made = [_NAMED.sub(_number, first)]
    for each in others:
        inside, end, after = each.partition(b"]]>")
        made.append(inside + end + _NAMED.sub(_number, after))
    return b"<![CDATA[".join(made)


def _number(found: re.Match[bytes]) -> bytes:
    called = found.group(1).decode()
    known = html.entities.name2codepoint.get(called)
    return found.group(0) if known is None or called in _XMLS_OWN else b"&#%d;" % known


def _left_out(root: Element) -> list[str]:
    """A sentence for every name of a character that nobody knows."""
    names = dict.fromkeys(str(each.text)[:40] for each in root.iter(etree.Entity))
    return [f"The file has “{each}”, which stands for no known character." for each in names]


def _root(data: bytes) -> tuple[Element, list[str]]:
    if _LATIN.match(data) and _WINDOWS.search(data):  # quotation marks and dashes, not controls
        text = _DECLARED.sub("", data.decode("cp1252", errors="replace"))
        root, warnings = _root(text.encode())
        return root, ["The file is not in the encoding it names: read as cp1252.", *warnings]
    try:
        return _parsed(data, recover=False), []
    except (etree.XMLSyntaxError, ValueError) as error:
        first = str(error).split("\n")[0][:120]
    for text, said in _decoded(data):
        try:
            root = _parsed(text.encode(), recover=False)
        except (etree.XMLSyntaxError, ValueError):
            continue
        return root, [said]
    try:
        root = _parsed(data, recover=True)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(f"The file is not well-formed XML: {first}.") from None
    return root, [f"The file is not well-formed XML ({first}): read as far as possible."]


def _parsed(data: bytes, *, recover: bool) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise ValueError("nothing in it")
    return root


def _decoded(data: bytes) -> Iterator[tuple[str, str]]:
    """The text in an encoding other than the one declared, and a sentence about it."""
    for encoding in ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        said = f"The file is not in the encoding it names: read as {encoding}."
        yield _DECLARED.sub("", text), said


def refuse_monsters(root: Element) -> None:
    """Attributes by the thousand cost a parser seconds, depth costs every walker its stack."""
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise Monstrous(f"The file nests its elements deeper than {MAX_DEPTH} levels.")
        if len(element.attrib) > MAX_ATTRIBUTES:
            raise Monstrous(f"An element of the file has more than {MAX_ATTRIBUTES} attributes.")


def name(element: Element) -> str:
    """The local name; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, wanted: str) -> list[Element]:
    """The children of that local name."""
    return [] if element is None else [each for each in element if name(each) == wanted]


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of local names, or None."""
    for step in path:
        element = next(iter(children(element, step)), None)
    return element


def every(element: Element, *wanted: str) -> Iterator[Element]:
    """All descendants, and the element itself, of any of these local names."""
    return (each for each in element.iter() if name(each) in wanted)


def text(element: Element | None) -> str:
    """All text inside, white space folded; "" for None."""
    if element is None:
        return ""
    return " ".join("".join(_texts(element)).split())


_PARTED = ("br", "p", "li", "div")


def _texts(element: Element) -> Iterator[str]:
    """The pieces of its text; what stands on lines apart does not run together."""
    yield str(element.text or "")
    for each in element:
        gap = " " if name(each) in _PARTED else ""
        yield gap
        yield from _texts(each) if name(each) else ()
        yield gap + str(each.tail or "")


def spaced(element: Element | None) -> str:
    """The text of an element whose parts are things apart, such as a name and a title."""
    if element is None:
        return ""
    made = [str(element.text or "")]
    for each in element:
        parted = ", " if name(each) == "byttl" and "".join(made).strip() else " "
        inside = spaced(each)
        made += [parted + inside if inside else "", str(each.tail or "")]
    folded = " ".join("".join(made).split())
    return re.sub(r",(?: ?,)+", ",", re.sub(r" (?=[,;.)])", "", folded))


def attribute(element: Element | None, *names: str) -> str:
    """The first of these attributes that is there and not empty, whatever its namespace; or ""."""
    if element is None:
        return ""
    held = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return next((held[each].strip() for each in names if held.get(each, "").strip()), "")
