"""Reading what a site answered: an oEmbed document or a page with OpenGraph. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin

from lxml import etree, html

MAX_CHARACTERS: Final = 20_000  # of any one text, before it is cleaned


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said, not yet cleaned; `thumbnail` is the address of a picture."""

    title: str = ""
    author: str = ""
    text: str = ""
    provider: str = ""
    thumbnail: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.title.strip() or self.text.strip())


def read_oembed(body: bytes) -> Answer:
    """An oEmbed 1.0 document in JSON. Raises `ValueError` for anything else."""
    try:
        document = json.loads(body.decode("utf-8-sig", "replace"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(document, dict):
        raise ValueError("not a JSON object")
    picture = _text(document, "thumbnail_url")
    if not picture and document.get("type") == "photo":
        picture = _text(document, "url")
    return Answer(
        title=_text(document, "title"),
        author=_text(document, "author_name"),
        provider=_text(document, "provider_name"),
        text=_words_of(_text(document, "html")) or _text(document, "description"),
        thumbnail=picture,
    )


def _text(document: dict[str, Any], name: str) -> str:
    value = document.get(name)
    return value[:MAX_CHARACTERS] if isinstance(value, str) else ""


def _words_of(markup: str) -> str:
    """What a message says: social networks put its text into a quotation for pages to show."""
    root = _parsed(markup.encode()) if "<blockquote" in markup else None
    for quotation in root.iter("blockquote") if root is not None else ():
        paragraphs = [_content(node) for node in quotation.iter("p")]
        return "\n\n".join(text for text in paragraphs if text)
    return ""


def _content(node: Any) -> str:
    for line_break in node.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    text = "".join(node.itertext())
    return text.strip()[:MAX_CHARACTERS]


def read_page(body: bytes, url: str, *, charset: str = "") -> Answer:
    """A page's OpenGraph and, where that is missing, its title and description.

    Its site name is not taken: anybody can write the name of an agency there.
    """
    root = _parsed(body, charset)
    if root is None:
        return Answer()
    said: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        said.setdefault(name, (meta.get("content") or "")[:MAX_CHARACTERS])
    title = next((_content(node) for node in root.iter("title")), "")
    picture = said.get("og:image:secure_url") or said.get("og:image") or said.get("twitter:image")
    return Answer(
        title=said.get("og:title") or said.get("twitter:title") or title,
        author=said.get("author", ""),
        text=said.get("og:description") or said.get("description") or "",
        thumbnail=_joined(url, picture or ""),
    )


def _parsed(body: bytes, charset: str = "") -> Any:
    """The tree of a page, or None. Nothing is loaded, no entity is resolved."""
    try:
        parser = html.HTMLParser(
            encoding=charset or None,
            no_network=True,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        return html.document_fromstring(body, parser=parser)
    except LookupError:  # an encoding this parser does not know: the page may name it better
        return _parsed(body) if charset else None
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _joined(url: str, picture: str) -> str:
    try:
        return urljoin(url, picture.strip()) if picture else ""
    except ValueError:
        return ""
