"""Texts of the demo speak of hours and days around the moment they are read."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from liveblog.apstyle import WEEKDAYS, time_label

_PLACE = re.compile(r"\{(?P<what>clock|day)(?P<step>[+-]\d+)?\}(?P<stop>\.?)")
QUARTER = 15  # minutes; people announce times in quarter hours


def filled(text: str, moment: datetime, zone: ZoneInfo) -> str:
    """`text` with its places filled, as seen at `moment`.

    `{clock}` is the time, `{clock+90}` a quarter hour near 90 minutes later; `{day}` the weekday
    and `{day-1}` the one before.
    """

    def put(found: re.Match[str]) -> str:
        words = _words(found["what"], int(found["step"] or 0), moment.astimezone(zone), zone)
        return words if words.endswith(".") else words + found["stop"]  # no full stop twice

    return _PLACE.sub(put, text)


def _words(what: str, step: int, local: datetime, zone: ZoneInfo) -> str:
    if what == "clock":
        return time_label(_clock(local, step), zone)
    return WEEKDAYS[(local + timedelta(days=step)).weekday()]


def _clock(local: datetime, step: int) -> datetime:
    if not step:
        return local
    later = local + timedelta(minutes=step + QUARTER / 2)
    return later - timedelta(minutes=later.minute % QUARTER)


def body_of(text: str) -> str:
    """Paragraphs set apart by empty lines, as HTML; a block that is markup already is kept."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip())]
    markup = ("<ul>", "<blockquote>")
    return "".join(
        block if block.startswith(markup) else f"<p>{block}</p>" for block in blocks if block
    )
