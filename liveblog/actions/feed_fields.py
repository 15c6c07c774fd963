"""What may be said of a feed, field by field, and together."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

from liveblog.actions.cleaning import Cleaners, choice, line, required, slug
from liveblog.actions.errors import Invalid
from liveblog.models import Level, Source, WireFeed
from liveblog.outbound import OutboundError
from liveblog.outbound.addresses import checked

FORMATS = ["auto", "rss", "ninjs", "newsml-g2", "newsml-1.2", "nitf", "iptc7901", "ap"]
MAX_CODES = 500
MAX_RETRACTS = 50
Kind = WireFeed.Kind


def folder_of(address: str) -> Path:
    """The folder a feed's address names, below WIRE_FOLDER. Raises `ValueError` with a sentence.

    Asked again at every look: a link made in the meantime leads nowhere else.
    """
    if not settings.WIRE_FOLDER:
        raise ValueError("There are no folders here: the operator sets WIRE_FOLDER first.")
    root = Path(settings.WIRE_FOLDER).resolve()
    folder = (root / address).resolve()
    if folder == root or not folder.is_relative_to(root):
        raise ValueError("The folder must be one below the directory WIRE_FOLDER names.")
    if any(part.startswith(".") for part in folder.relative_to(root).parts):
        raise ValueError("A hidden folder is not looked into.")
    return folder


def clean_address(kind: str, address: str) -> str:
    """The address as it is stored; a folder's is relative to WIRE_FOLDER."""
    if kind == Kind.PUSH:
        return ""
    if not address:
        what = "the web address to ask" if kind == Kind.ADDRESS else "the folder to look into"
        raise ValueError(f"Say {what}.")
    if kind == Kind.FOLDER:
        folder = folder_of(address)
        return folder.relative_to(Path(settings.WIRE_FOLDER).resolve()).as_posix()
    try:
        checked(address)
    except OutboundError as error:
        raise ValueError(error.message) from error
    return address


def require_address(feed: WireFeed) -> None:
    """Judge kind and address together; two feeds do not take each other's files."""
    try:
        feed.address = clean_address(feed.kind, feed.address)
    except ValueError as error:
        raise Invalid({"address": [str(error)]}) from error
    same = WireFeed.objects.filter(kind=Kind.FOLDER, address=feed.address).exclude(pk=feed.pk)
    if feed.kind == Kind.FOLDER and (other := same.first()):
        raise Invalid({"address": [f"The feed “{other}” takes the files of this folder."]})


def _number(low: int, high: int, label: str) -> Callable[[Any, Any], int]:
    def check(value: Any, _: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"{label} is a whole number from {low:,} to {high:,}.")
        return value

    return check


def _codes(label: str, take: Callable[[Any, str], Any]) -> Callable[[Any, Any], dict[str, Any]]:
    """A cleaner for what codes mean: `take` gets a meaning and its code."""

    def check(value: Any, _: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or len(value) > MAX_CODES:
            raise ValueError(f"{label} are at most {MAX_CODES} codes with what each means.")
        found = {}
        for code, meaning in value.items():
            name = line(60, "A code")(code, None)
            if not name:
                raise ValueError(f"{label}: a code is empty.")
            found[name] = take(meaning, name)
        return found

    return check


def _service(meaning: Any, code: str) -> str:
    return required(line(120, f"What “{code}” means"), f"What “{code}” means")(meaning, None)


def _level(meaning: Any, code: str) -> int:
    if isinstance(meaning, bool) or meaning not in Level.values:
        raise ValueError(f"“{code}” must mean a level from 1 (flash) to 5 (deferred).")
    return int(meaning)


def _zone(value: Any, _: Any) -> str:
    name = line(64, "The time zone")(value, None)
    if not name:
        return ""
    try:
        # Names alone: `ZoneInfo` reads files, and the reader's child gets what is stored.
        if not re.fullmatch(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", name):
            raise ValueError
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"There is no time zone “{name}”: write Europe/Helsinki.") from None
    return name


def _source(value: Any, _: Any) -> int:
    known = isinstance(value, int) and not isinstance(value, bool)
    if not known or not Source.objects.filter(pk=value).exists():
        raise ValueError("Choose one of the sources.")
    return int(value)


def _source_or_none(value: Any, _: Any) -> int | None:
    return None if value in (None, "") else _source(value, None)


def _sources(value: Any, _: Any) -> list[int]:
    if not isinstance(value, list) or len(value) > MAX_RETRACTS:
        raise ValueError(f"Choose at most {MAX_RETRACTS} sources.")
    return sorted({_source(one, None) for one in value})


FEED: Cleaners = {
    "name": required(line(120, "The name"), "The name"),
    "slug": slug,
    "kind": choice(Kind.values, "Kind"),
    "address": line(2000, "The address"),
    "form": choice(FORMATS, "The format"),
    "provider": _source,
    "retracts": _sources,
    "credited": _source_or_none,
    "timezone": _zone,
    "services": _codes("Services", _service),
    "levels": _codes("Levels", _level),
    "interval": _number(5, 86_400, "The number of seconds"),
    "retention_days": _number(1, 3650, "The number of days"),
}
