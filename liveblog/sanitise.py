"""The one allow-list for text that becomes public markup. Pure: data in, data out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import nh3

# What a live entry needs. No headings: an entry's headline is a field of its own.
TAGS = {"p", "br", "strong", "em", "b", "i", "a", "ul", "ol", "li", "blockquote"}
ATTRIBUTES = {"a": {"href"}, "*": set[str]()}  # "*": or nh3 allows lang and title everywhere
SCHEMES = {"http", "https", "mailto"}
MAX_BODY_BYTES = 64 * 1024  # SR-15
# A parser opens unclosed formatting again in every paragraph: 40 kB of tags make 80 MB of HTML.
MAX_TAGS = 2000
PASSES = 4  # markup that no parser reads twice alike is settled after two

_ACTIVE = {"script", "iframe", "frame", "object", "embed", "applet", "form", "meta", "base", "svg"}
# Every look at a text must take time proportional to its length: `html.parser` needs a minute
# and a half for 60 kB of "<a ". A quoted value ends somewhere, or else at the next tag.
_START_TAG = re.compile(
    r"""<([a-z][^\s/<>]*)((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>])*)""", re.IGNORECASE
)
_HANDLER = re.compile(r"(?<![\w-])(on[a-z]+)\s*=", re.IGNORECASE)
_RUNS = re.compile(r"""([a-z:-]{1,30})=["']?(javascript|vbscript|data(?=:text)):""")
_ABSOLUTE = re.compile(r"\s*(https?://|mailto:)", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\x00-\x1f]")
# Overrides reorder what readers see without changing what was typed ("Trojan source"); the
# isolates and marks that Arabic and Hebrew need are left alone.
_OVERRIDES = re.compile("[\u202d\u202e]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLOCK_END = re.compile(r"</(?:p|li|blockquote|ul|ol)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
# Blocks that are no part of an entry still keep their words apart.
_HEADING = re.compile(r"<(/?)h[1-6](?:\s[^<>]*)?>", re.IGNORECASE)
_OTHER_BLOCK = re.compile(
    r"<(/?)(?:div|section|article|header|footer|main|aside|address|figure|figcaption|table|caption"
    r"|tr|dl|dt|dd|pre)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;|\xa0|<br>)*</p>")


class UnacceptableText(ValueError):
    """Text that is refused rather than altered; the message is for whoever typed it."""


def active_content(body: str) -> Iterator[str]:
    """What could run in a reader's browser, as it is told to whoever typed it.

    For their information only: what is let through is decided by the allow-list.
    """
    for tag, attributes in _START_TAG.findall(body):
        if tag.lower() in _ACTIVE:
            yield f"<{tag.lower()}>"
        for name in _HANDLER.findall(attributes):
            yield f"{name.lower()}=…"
        for name, scheme in _RUNS.findall(_BLANKS.sub("", _unescaped(attributes)).lower()):
            yield f"{name}={scheme}:…"


def _unescaped(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # "&#" and more digits than Python reads as a number: no character
        return text


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
    """Return `body` as allowed HTML. Idempotent: what it returns it returns again.

    Formatting outside the allow-list is unwrapped to its text. Anything that could run is
    refused with `UnacceptableText`, because quietly dropping it would hide an attack or a
    mis-paste from the person who could explain it.
    """
    _refuse_long(body)
    refuse_bad_characters(body)
    if body.count("<") > MAX_TAGS:
        raise UnacceptableText(
            "The text has too much formatting. Paste it as plain text, or split it into several "
            "updates."
        )
    active = dict.fromkeys(active_content(body))
    if active:
        raise UnacceptableText(
            f"The text contains active content ({', '.join(active)}). "
            "Remove it; for something from another site, use an embed."
        )
    cleaned = _settled(body)
    refuse_bad_characters(cleaned)  # "&#x202e;" was not one before
    return cleaned


def _settled(body: str) -> str:
    """`body` cleaned until cleaning changes nothing, or `UnacceptableText`."""
    body = _as_paragraphs(body)
    for _ in range(PASSES):
        cleaned = _EMPTY.sub("", scrub(body)).strip()
        _refuse_long(cleaned)
        if cleaned == body:
            return cleaned
        body = cleaned
    raise UnacceptableText("The text is not properly formatted. Paste it as plain text.")


def _as_paragraphs(body: str) -> str:
    """Headings as bold paragraphs, other blocks as paragraphs, the cells of a row apart."""
    body = _HEADING.sub(lambda tag: "</strong></p>" if tag[1] else "<p><strong>", body)
    return _CELL_END.sub(" ", _OTHER_BLOCK.sub(r"<\1p>", body))


def _refuse_long(body: str) -> None:
    if len(body.encode("utf-8", "surrogatepass")) > MAX_BODY_BYTES:
        raise UnacceptableText(
            f"The text is longer than {MAX_BODY_BYTES // 1024} kB. Split it into several updates."
        )


def scrub(body: str) -> str:
    """The allow-list alone, for markup that is already stored: applied again at render (SR-13)."""
    return nh3.clean(
        body,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        attribute_filter=_absolute_links,
        link_rel="noopener nofollow",
        strip_comments=True,
    )


def _absolute_links(_tag: str, name: str, value: str) -> str | None:
    """A relative link would lead to another site wherever the text is syndicated."""
    return value if name != "href" or _ABSOLUTE.match(value) else None


def clean_line(text: str) -> str:
    """One line of plain text: no markup is interpreted, white space is folded."""
    refuse_bad_characters(text)
    return re.sub(r"\s+", " ", text).strip()


def clean_block(text: str) -> str:
    """Plain text of several lines: line ends normalised, nothing interpreted."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_bad_characters(text)
    return text.strip()


def note(text: str) -> str:
    """A colleague's note, on one line. What cannot be stored is left out rather than refused: a
    kill never fails for the way its reason is written."""
    for unwanted in (_CONTROLS, _SURROGATES):
        text = unwanted.sub(" ", text)
    return " ".join(text.split())


def foreign_line(text: object, limit: int) -> str:
    """What another site says of itself, on one line of at most `limit` characters.

    Its markup is taken out and what could not be stored is left out: nobody is there to mend it.
    """
    return shorten(_foreign(text, limit), limit)


def foreign_block(text: object, limit: int) -> str:
    """As `foreign_line`, but lines stay lines."""
    lines = (" ".join(line.split()) for line in _foreign(text, limit).splitlines())
    kept = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"


def shorten(text: str, limit: int) -> str:
    """White space folded, cut at `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _foreign(text: object, limit: int) -> str:
    """Plain text: taken apart until nothing in it would be read as markup any more."""
    if not isinstance(text, str):
        return ""
    text = _SURROGATES.sub("", text[: 20 * limit])
    for _ in range(PASSES):
        bare = _unescaped(nh3.clean(text, tags=set(), attributes={}, strip_comments=True))
        bare = _SURROGATES.sub("", bare)
        if bare == text:
            break
        text = bare
    else:
        text = re.sub("[<>]", " ", text)
    return _OVERRIDES.sub("", _CONTROLS.sub("", text))


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
