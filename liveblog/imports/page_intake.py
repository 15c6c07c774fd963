"""From a page that was read to a live blog that is stored."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.text import slugify

from liveblog import actions, sanitise
from liveblog.actions import Actor, ImportedAttribution, ImportedBlog, ImportedEntry, ImportResult
from liveblog.apstyle import resolve_local
from liveblog.credits import Found, find_attributions
from liveblog.imports.page_model import ParsedEntry, ParsedPage
from liveblog.imports.page_sources import new_sources, registry_for
from liveblog.models import Source, Topic

_SUBJECT = re.compile(r"coverage of (?P<subject>.+?), (?:visit|see|go to|read)\b")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one entry of the page, for the report."""

    number: int
    parsed: ParsedEntry
    found: list[Found]


@dataclass(frozen=True, slots=True)
class Intake:
    """A page, its entries as they were taken (in the page's order), and what was stored."""

    page: ParsedPage
    taken: list[Taken]
    result: ImportResult


def take_in(
    page: ParsedPage,
    *,
    user: Actor,
    team_id: int,
    slug: str = "",
    track: Callable[[Sequence[ImportedEntry]], Iterable[ImportedEntry]] = iter,
) -> Intake:
    """Store a page as a live blog of the team. Raises `ActionError` with nothing stored."""
    existing = [source.as_name() for source in Source.objects.all()]
    registry = registry_for(page, existing)
    oldest_first = page.entries[::-1]
    taken = [
        Taken(number, entry, find_attributions(entry.paragraphs, registry))
        for number, entry in enumerate(oldest_first, start=1)
    ]
    topic = _topic(page)
    incoming = ImportedBlog(
        key=_key(page),
        fields=_fields(page) | ({"slug": slug} if slug else {}),
        entries=[_entry(each, ZoneInfo(page.zone)) for each in taken],
        sources=new_sources(page, (found for each in taken for found in each.found), existing),
        topic=topic,
    )
    result = actions.import_blog(user=user, team_id=team_id, incoming=incoming, track=track)
    return Intake(page, taken[::-1], result)


def _key(page: ParsedPage) -> str:
    """The same for the same page of the same day, however its text is spaced."""
    name = f"{' '.join(page.headline.casefold().split())}\n{page.date.isoformat()}"
    return f"page:{hashlib.sha256(name.encode()).hexdigest()}"


def _fields(page: ParsedPage) -> dict[str, object]:
    byline = page.byline
    blurb = [*page.closing_notes, byline.blurb if byline else ""]
    return {
        "headline": page.headline,
        "kicker": page.kicker,
        "standfirst": page.standfirst,
        "summary_points": [
            f"{point.heading}: {point.text}" if point.heading else point.text
            for point in page.summary_points
        ],
        "timezone": page.zone,
        "lead_caption": page.lead_image_caption,
        "byline": byline.name if byline else "",
        "author_blurb": "\n\n".join(text for text in blurb if text),
    }


def _topic(page: ParsedPage) -> dict[str, str] | None:
    """The topic's row to add, under the slug of one that goes by the same name if there is any."""
    if not page.topic_name:
        return None
    known = Topic.objects.filter(name__iexact=page.topic_name).order_by("pk").first()
    subject = _SUBJECT.search(page.topic_sentence)
    return {
        "name": page.topic_name,
        "slug": known.slug if known else slugify(page.topic_name, allow_unicode=True)[:110],
        "subject": subject["subject"] if subject else "",
    }


def _entry(taken: Taken, zone: ZoneInfo) -> ImportedEntry:
    parsed = taken.parsed
    at, _ = resolve_local(parsed.day, parsed.time, zone, parsed.fold)
    return ImportedEntry(
        display_at=at,
        body=_body(parsed),
        attributions=[
            ImportedAttribution(
                source=found.source.slug,
                relation=str(found.relation),
                via=found.via.slug if found.via else None,
                person=found.person,
            )
            for found in taken.found
        ],
        to_fill=parsed.empty,
        label=f"{parsed.label}, line {parsed.line_no}",
    )


def _body(parsed: ParsedEntry) -> str:
    """The paragraphs; captions, whose pictures are not on the page, in italics below them."""
    captions = "".join(
        f"<p><em>{html.escape(text, quote=False)}</em></p>" for text in parsed.captions
    )
    return sanitise.paragraphs_to_html(parsed.paragraphs) + captions
