"""Parsed items as JSON and back: how they come out of the process that read the file."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from liveblog.wire.parsed import Embargo, Media, Parsed, Refused

_TIMES = ("version_at", "created_at", "expires_at", "rights_until")


def out(found: Parsed | Refused) -> dict[str, Any]:
    """An item, or a refusal, as what JSON knows."""
    held = asdict(found)
    if isinstance(found, Parsed):
        held["signals"] = sorted(found.signals)
    return held


def dumped(value: Any) -> bytes:
    """JSON on one line."""
    return json.dumps(value, default=datetime.isoformat).encode()


def back(held: dict[str, Any]) -> Parsed | Refused:
    """The item, or the refusal, that `out` and `dumped` made this of."""
    if "why" in held:
        return Refused(**held)
    for name in _TIMES:
        held[name] = _moment(held[name])
    embargo = held["embargo"]
    held["embargo"] = Embargo(embargo["closed"], _moment(embargo["until"]))
    held["media"] = [Media(**each) for each in held["media"]]
    held["subjects"] = [(code, name) for code, name in held["subjects"]]
    held["signals"] = set(held["signals"])
    return Parsed(**held)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
