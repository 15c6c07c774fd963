"""Filling an item's fields from text that nobody here has written. Pure."""

from __future__ import annotations

import base64
import binascii
import hashlib
import html
import re
from urllib.parse import SplitResult, urlsplit

from liveblog import sanitise
from liveblog.wire import bodies, edges, marks
from liveblog.wire.parsed import MAX_ADDRESS, MAX_LINE, MAX_NOTE, Parsed, Unreadable


def line(text: object) -> str:
    """One line of plain text."""
    return sanitise.foreign_line(text, MAX_LINE)


def lines(*texts: object) -> str:
    """Plain text of several lines, each text on lines of its own, none twice."""
    kept = dict.fromkeys(sanitise.foreign_block(_without_brackets(t), MAX_NOTE) for t in texts)
    return sanitise.foreign_block("\n".join(text for text in kept if text), MAX_NOTE)


def _without_brackets(text: object) -> object:
    """An address to write to is no markup: "Ann Bee <ann@northwire.example>"."""
    return _ADDRESSED.sub(r"\1", text) if isinstance(text, str) else text


_ADDRESSED = re.compile(r"<([^<>\s@]{1,64}@[^<>\s@]{1,255})>")


def identity(text: object) -> str:
    """A guid. One that is too long is its digest: cut, it could be another item's."""
    kept = sanitise.foreign_line(text, MAX_LINE)
    if not isinstance(text, str) or len(text.strip()) <= MAX_LINE:
        return kept
    return f"urn:sha256:{hashlib.sha256(text.strip().encode(errors='replace')).hexdigest()}"


def address(text: object) -> str:
    """A web address; one that is too long is none."""
    kept = sanitise.foreign_line(text, MAX_ADDRESS + 1)
    return kept if len(kept) <= MAX_ADDRESS else ""


def parts_of(text: str) -> SplitResult:
    """An address taken apart; nothing of what is no address."""
    try:
        return urlsplit(text)
    except ValueError:  # "http://[": half of an IPv6 address
        return urlsplit("")


def is_address(text: str) -> bool:
    """Whether a reader could be sent there."""
    return text.startswith(("http://", "https://"))


def name_by_words(item: Parsed, called: str) -> None:
    """Give an item without a name one that is made of its words, and say so; `called` is what its
    format calls a name. Raises `Unreadable` if it has no words either."""
    if not (item.headline or item.body_html):
        raise Unreadable(f"The item has neither {called} nor words to know it by.")
    made_of = f"{item.headline}\n{item.body_html}".encode(errors="replace")
    item.guid = f"urn:sha256:{hashlib.sha256(made_of).hexdigest()[:40]}"
    item.warn(f"The item comes without {called}: it is known by its words.")


def decoded(item: Parsed, text: str) -> str:
    """What a text in Base64 says, or nothing, with a warning."""
    try:
        data = base64.b64decode(text.strip(), validate=False)
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
    except (binascii.Error, ValueError):
        item.warn("Its text is encoded, and cannot be decoded.")
        return ""


def finish(item: Parsed) -> Parsed:
    """What every item goes through last, whatever its format."""
    title = f"<p><strong>{html.escape(item.headline, quote=False)}</strong></p>"
    item.body_html = item.body_html.removeprefix(title)
    marks.take_of(item)
    item.credit = item.credit.strip(" –—")
    item.dateline = edges.without_machine_date(item.dateline)
    notes = edges.take_above(item)
    bodies.take_dateline(item)
    said = "\n".join([*notes, sanitise.body_text(item.body_html)])
    item.body_html, others = bodies.without_notes(item.body_html)
    notes += others
    if notes and not item.body_html:
        item.signals.add("advisory")  # it says something to editors, and nothing else
    item.ed_note = lines(item.ed_note, *notes, *edges.take_below(item))
    marks.read_between(item, said)
    if len(item.body_html.encode()) > sanitise.MAX_BODY_BYTES:
        item.warn("The text is longer than an update may be.")
    _tell_what_was_cut(item)
    if item.pub_status == "canceled" and not item.body_html:
        item.warn("The item is killed, and comes without its text.")
    elif item.kind == "text" and not (item.body_html or item.headline):
        item.warn("The item has neither a headline nor a text.")
    return item


_LINES = {
    **{name: name for name in ("headline", "slugline", "take", "byline", "dateline", "provider")},
    **{name: name.replace("_", " ") for name in ("source", "credit", "copyright_holder")},
    "copyright_notice": "copyright notice",
}
_NOTES = {"ed_note": "note to editors", "usage_terms": "terms of use"}
_AT_THE_CUT = 4  # characters: white space in front of the mark goes too


def _tell_what_was_cut(item: Parsed) -> None:
    """Lines and notes come cut with a mark; whoever reads them must know that there was more."""
    for names, limit in ((_LINES, MAX_LINE), (_NOTES, MAX_NOTE)):
        for name, called in names.items():
            text = getattr(item, name)
            if text.endswith("…") and len(text) > limit - _AT_THE_CUT:
                item.warn(f"Its {called} is longer than can be kept, and was cut.")
