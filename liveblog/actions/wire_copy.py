"""What of an agency's item becomes an update: its text, and who is credited for it."""

from __future__ import annotations

import html
import re
from typing import Any

from liveblog import sanitise
from liveblog.models import Attribution, Level, Source, WireItem

LONGEST_HEADLINE = 200
# The house's scale from 1 to 9, by what the agency's own scale was found to mean.
URGENCY = {
    Level.FLASH: 1,
    Level.BULLETIN: 2,
    Level.URGENT: 3,
    Level.ROUTINE: 5,
    Level.DEFERRED: 8,
}
_OPENING = r"(?P<open>\s*<p>\s*)(?:<(?P<tag>strong|em|b|i)>\s*)?"
_DASH = r"\s*(?:-{1,3}|[–—―:])\s*"
_CLOSING = rf"(?:\s*</(?P=tag)>)?{_DASH}(?:</(?P=tag)>\s*)?"
# "HARBOR CITY, Jan. 5 (Northwire) —", or with a date and no agency. Places are in capitals;
# anything looser would take the beginning of a sentence away.
_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ /-]{2,60}"
_REGION = r"(?:,\s[^<>()–—]{2,40}?)?"
_MONTH = (
    r",\s(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{1,2})?"
)
_AGENCY = r"\s*\([^<>()]{2,60}\)"
_DATELINES = (
    re.compile(_OPENING + _PLACE + _REGION + _AGENCY + _CLOSING),
    re.compile(_OPENING + _PLACE + _MONTH + _CLOSING),
)
_BY = re.compile(r"^\s*(?:by|von|par|por)\b[:\s]*", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:staff|reporters?|correspondents?|newsroom|desk|and|und|et|y)\b", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")


def copy_fields(item: WireItem) -> dict[str, Any]:
    """`EntryFields` of an update that carries `item`'s text, joined with chain and sources."""
    headline, body = headline_and_body(item)
    return {
        "headline": headline,
        "body": body,
        "urgency": URGENCY[Level(item.level)],
        "embargo_until": item.chain.embargo_until,
        "built_from": item.pk,
        "attributions": [attribution(item)],
    }


def cited_fields(item: WireItem) -> dict[str, Any]:
    """`EntryFields` of an update that only attributes: the words are still to be written."""
    return {
        "urgency": URGENCY[Level(item.level)],
        "embargo_until": item.chain.embargo_until,
        "attributions": [attribution(item)],
    }


def headline_and_body(item: WireItem) -> tuple[str, str]:
    """A headline too long for an update begins its text instead: nothing of it is cut."""
    headline, body = item.headline, without_dateline(item.body, item.dateline)
    if len(headline) > LONGEST_HEADLINE:
        headline, body = "", f"<p><strong>{html.escape(headline)}</strong></p>{body}"
    return headline, sanitise.clean_body(body)


def without_dateline(body: str, dateline: str = "") -> str:
    """The text without place, date and agency at its beginning: the attribution says who."""
    known = []
    if dateline.strip():
        words = r"\s+".join(re.escape(html.escape(word)) for word in dateline.split())
        known = [re.compile(f"{_OPENING}{words}(?:{_AGENCY})?{_CLOSING}", re.IGNORECASE)]
    for pattern in (*known, *_DATELINES):
        found = pattern.match(body)
        if found:
            rest = body[found.end() :]
            tag = found["tag"]
            # Emphasis that went on behind the dateline goes on.
            goes_on = tag and rest.count(f"</{tag}>") > rest.count(f"<{tag}>")
            return found["open"] + (f"<{tag}>" if goes_on else "") + rest
    return body


def attribution(item: WireItem) -> dict[str, Any]:
    """Who is credited. Whose feed it came by stays with the item: `via` means who was cited."""
    source = item.credited or item.chain.source
    return {
        "source": source.pk,
        "relation": Attribution.Relation.REPORTED.value,
        "via": None,
        "person": person_in(item.byline, [source, item.chain.source]),
        "item": item.pk,
    }


def person_in(byline: str, sources: list[Source]) -> str:
    """The name in a byline, if it is one person's: "By Jane Doe, Northwire" is Jane Doe's."""
    name = " ".join(_BY.sub("", byline).split(",")[0].split())
    words = name.split()
    agencies = {form.casefold() for source in sources for form in _forms(source)}
    folded = name.casefold()
    if not 2 <= len(words) <= 5 or _NO_NAME.search(name) or len(name) > 120:
        return ""
    if any(form in folded for form in agencies) or not all(map(_NAME.fullmatch, words)):
        return ""
    if not (words[0][0].isupper() and words[-1][0].isupper()):
        return ""
    return name.title() if name.isupper() else name


def _forms(source: Source) -> list[str]:
    return [form for form in (source.name, source.short_name, *source.forms) if form]
