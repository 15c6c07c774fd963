"""The one allow-list for text that becomes public markup. Pure: data in, data out."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import nh3

# What a live entry needs. No headings: an entry's headline is a field of its own.
TAGS = {"p", "br", "strong", "em", "b", "i", "a", "ul", "ol", "li", "blockquote"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto"}
MAX_BODY_BYTES = 64 * 1024  # SR-15

_ACTIVE = {"script", "iframe", "frame", "object", "embed", "applet", "form", "meta", "base", "svg"}
# Overrides reorder what readers see without changing what was typed ("Trojan source"); the
# isolates and marks that Arabic and Hebrew need are left alone.
_OVERRIDES = re.compile("[\u202d\u202e]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLOCK_END = re.compile(r"</(?:p|li|blockquote|ul|ol)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")


class UnacceptableText(ValueError):
    """Text that is refused rather than altered; the message is for whoever typed it."""


class _ActiveContent(HTMLParser):
    """Collects what could run in a reader's browser."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append(f"{name}=…")
            scheme = re.sub(r"[\s\x00-\x1f]", "", value or "").lower()
            if scheme.startswith(("javascript:", "vbscript:", "data:text")):
                self.found.append(f"{name}={scheme.partition(':')[0]}:…")


def refuse_bad_characters(text: str) -> None:
    """Raise `UnacceptableText` for characters no newsroom means to publish."""
    if _CONTROLS.search(text):
        raise UnacceptableText(
            "The text contains an invisible control character (NUL or similar). "
            "Paste it as plain text and save again."
        )
    if _SURROGATES.search(text):
        raise UnacceptableText(
            "The text contains half of a character. Paste it as plain text and save again."
        )
    if _OVERRIDES.search(text):
        raise UnacceptableText(
            "The text contains a hidden mark that reverses the reading direction. "
            "Retype the passage without it; right-to-left text itself is welcome."
        )


def clean_body(body: str) -> str:
    """Return `body` as allowed HTML. Idempotent.

    Formatting outside the allow-list is unwrapped to its text. Anything that could run is
    refused with `UnacceptableText`, because quietly dropping it would hide an attack or a
    mis-paste from the person who could explain it.
    """
    if len(body.encode("utf-8", "surrogatepass")) > MAX_BODY_BYTES:
        raise UnacceptableText(
            f"The text is longer than {MAX_BODY_BYTES // 1024} kB. Split it into several updates."
        )
    refuse_bad_characters(body)
    active = _ActiveContent()
    active.feed(body)
    active.close()
    if active.found:
        raise UnacceptableText(
            f"The text contains active content ({', '.join(dict.fromkeys(active.found))}). "
            "Remove it; for something from another site, use an embed."
        )
    return nh3.clean(
        body,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener nofollow",
        strip_comments=True,
    ).strip()


def scrub(body: str) -> str:
    """The allow-list alone, for markup that is already stored: applied again at render (SR-13)."""
    return nh3.clean(
        body,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener nofollow",
        strip_comments=True,
    )


def clean_line(text: str) -> str:
    """One line of plain text: no markup is interpreted, white space is folded."""
    refuse_bad_characters(text)
    return re.sub(r"\s+", " ", text).strip()


def clean_block(text: str) -> str:
    """Plain text of several lines: line ends normalised, nothing interpreted."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_bad_characters(text)
    return text.strip()


def body_text(body: str) -> str:
    """The text of cleaned HTML, one line per block."""
    lines = html.unescape(_TAG.sub("", _BLOCK_END.sub("\n", body))).replace("\xa0", " ")
    return "\n".join(line.strip() for line in lines.splitlines() if line.strip())


def paragraphs_to_html(paragraphs: list[str]) -> str:
    """Plain paragraphs as HTML."""
    return "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs)


def safe_url(url: str) -> str:
    """An absolute http(s) URL, or `UnacceptableText` in the user's words."""
    url = clean_line(url)
    if not re.match(r"https?://[^\s/?#@]+\.?[^\s]*$", url, re.IGNORECASE):
        raise UnacceptableText("This is not a web address. It must begin with http:// or https://.")
    return url
