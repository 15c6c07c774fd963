"""Looking an address up: network and pictures, no database. Runs in a thread of the worker's."""

from __future__ import annotations

import codecs
import logging
import re
from contextlib import suppress
from io import BytesIO
from typing import Final

from django.core.files.base import ContentFile
from PIL import Image

from liveblog.actions import Found
from liveblog.embeds.answers import Answer, read_oembed, read_page
from liveblog.embeds.providers import question_for
from liveblog.images import clean_upload
from liveblog.outbound import Fetched, OutboundError, fetch

MAX_PAGE: Final = 2 * 1024 * 1024  # bytes; what a page says of itself stands at its beginning
MAX_OEMBED: Final = 512 * 1024
WIDEST: Final = 1280  # pixels
PAGES: Final = {"text/html", "application/xhtml+xml"}

log = logging.getLogger(__name__)


def look_up(url: str) -> Found:
    """What is found at an address. Raises `OutboundError` with a sentence for an editor."""
    answer = _from_provider(url) or _from_page(url)
    return Found(
        title=answer.title,
        author=answer.author,
        text=answer.text,
        provider=answer.provider,
        thumbnail=_thumbnail(answer.thumbnail),
    )


def _from_provider(url: str) -> Answer | None:
    """What a known provider says, or None: then the page itself is asked."""
    question = question_for(url)
    if question is None:
        return None
    try:
        answer = read_oembed(fetch(question, accept="application/json", max_bytes=MAX_OEMBED).body)
    except OutboundError as error:
        if not error.permanent:
            raise
        return None  # some answer only to those who registered
    except ValueError:
        return None
    return answer if answer.says_something or answer.thumbnail else None


def _from_page(url: str) -> Answer:
    page = fetch(url, accept="text/html,application/xhtml+xml", max_bytes=MAX_PAGE)
    if page.content_type not in PAGES:
        raise OutboundError("This address leads to a file, not to a page.", permanent=True)
    answer = read_page(page.body, page.url, charset=_charset(page))
    if not answer.says_something:
        raise OutboundError("The page says nothing about itself.", permanent=True)
    return answer


def _charset(page: Fetched) -> str:
    """The encoding the answer's header names, if there is such a one."""
    named = re.search(r"charset=[\"']?([\w.:-]{1,40})", page.headers.get("Content-Type", ""))
    with suppress(LookupError):
        return codecs.lookup(named[1]).name if named else ""
    return ""


def _thumbnail(url: str) -> ContentFile[bytes] | None:
    """Our own copy of a picture, or None: a card without one is a card all the same."""
    if not url:
        return None
    try:
        fetched = fetch(url, accept="image/*")
        return _small(clean_upload(_Upload(fetched.body)))
    except (OutboundError, ValueError) as error:
        log.info("no thumbnail: %s", error)
        return None


class _Upload(BytesIO):
    """A fetched picture in the shape of an uploaded one."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.size: int | None = len(content)


def _small(picture: ContentFile[bytes]) -> ContentFile[bytes]:
    """As wide as a card can be."""
    opened = Image.open(picture)
    if max(opened.size) <= WIDEST:
        picture.seek(0)
        return picture
    kind = opened.format or "PNG"
    opened.thumbnail((WIDEST, WIDEST))
    written = BytesIO()
    opened.save(written, kind)
    return ContentFile(written.getvalue(), name=picture.name)
