"""Which format a file is in, and its items. Pure; for bytes of strangers use `child`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from liveblog.wire.parsed import Around, Nothing, Parsed, Refused, Unreadable
from liveblog.wire.parsers import ap, iptc7901, newsml_1, newsml_g2, ninjs, nitf, rss
from liveblog.wire.xmltree import Monstrous, every, name, read

Parser = Callable[[bytes, Around], Sequence[Parsed | Refused]]

PARSERS: dict[str, Parser] = {
    "rss": rss.parse,
    "ninjs": ninjs.parse,
    "newsml-g2": newsml_g2.parse,
    "newsml-1.2": newsml_1.parse,
    "nitf": nitf.parse,
    "iptc7901": iptc7901.parse,
    "ap": ap.parse,
}
AUTO = "auto"
UNKNOWN = "The file is in no format that is read here."

_ROOTS = {
    "rss": "rss", "feed": "rss", "entry": "rss", "RDF": "rss", "nitf": "nitf",
    "newsMessage": "newsml-g2", "newsItem": "newsml-g2", "packageItem": "newsml-g2",
    "conceptItem": "newsml-g2", "knowledgeItem": "newsml-g2", "planningItem": "newsml-g2",
    "NewsML": "newsml-1.2", "NewsItem": "newsml-1.2",
}  # fmt: skip
_WORDS = {  # in files no XML parser gets through
    b"<rss": "rss", b"<feed": "rss", b"<rdf:rdf": "rss", b"<nitf": "nitf",
    b"<newsmessage": "newsml-g2", b"<newsitem": "newsml-g2", b"<newsml": "newsml-1.2",
}  # fmt: skip


def parse(data: bytes, around: Around, form: str = AUTO) -> Sequence[Parsed | Refused]:
    """The items of a file. `form` is a key of `PARSERS`, or "auto". Raises `Unreadable`."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("The file is empty.")
    found = PARSERS[form if form != AUTO else format_of(data)](data, around)
    if not found:
        raise Nothing("There is no item in the file.")
    return found


def format_of(data: bytes) -> str:
    """A key of `PARSERS`. Raises `Unreadable` for what is none of them."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.lstrip(b"\xff\xfe\0")[:1] in (b"{", b"["):  # UTF-16 has NULs between its letters
        document, _ = ninjs.load(data)
        return "ap" if ap.is_ap(document) else "ninjs"
    if b"\x01" in start or b"\x02" in start:
        return "iptc7901"
    if iptc7901.begins(start.decode("latin-1")):
        return "iptc7901"
    if b"<" in start or start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _xml_format(data)
    raise Unreadable(UNKNOWN)


def _xml_format(data: bytes) -> str:
    begins = data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"<"
    try:
        root, _ = read(data)
    except Monstrous:
        raise
    except Unreadable:
        small = data.lower()
        found = next((form for word, form in _WORDS.items() if word in small), None)
        if found is None and begins:
            raise
        if found is None:
            raise Unreadable(UNKNOWN) from None
        return found
    inside = next(every(root, *_ROOTS), None) if name(root) not in _ROOTS else root
    if inside is None and not begins:
        raise Unreadable(UNKNOWN)  # words, with a “<” somewhere among them
    if inside is None and name(root).lower() == "html":
        raise Unreadable(
            "The file is a web page, in no format that is read here: perhaps an error of a server."
        )
    if inside is None:
        shown = re.sub(r"[^\w.:-]", "", name(root))[:40]
        raise Unreadable(f"The file is XML (<{shown}>), but in no format that is read here.")
    return _ROOTS[name(inside)]
