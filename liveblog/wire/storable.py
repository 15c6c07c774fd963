"""What a reader found in a stranger's file, as a database takes it. Nothing is left out in silence.

PostgreSQL refuses NUL and half characters anywhere, also inside JSON, and text longer than its
column; SQLite takes it all and shows it later. The file itself is kept as it came.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any

from liveblog.actions import WireFields
from liveblog.models import WireItem

LONGEST_ADDRESS = 2000
LONGEST_GUID = 500
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NOT_CUT = {"url": "address", "language": "language", "kind": "kind"}  # half of one is none
# A version that is too long is kept as its digest, by `receive`.
_LIMITS: dict[str, int] = {
    field.name: field.max_length
    for field in WireItem._meta.fields
    if field.max_length and field.name != "version"
}
Warn = Callable[[str], None]


def storable(fields: WireFields) -> WireFields:
    """The same fields with everything in them storable, and a warning for each that was not."""
    warnings = list(fields.get("warnings", []))

    def warn(sentence: str) -> None:
        if sentence not in warnings:
            warnings.append(sentence)

    kept: Any = {name: _clean(value, warn) for name, value in fields.items()}
    for name, limit in _LIMITS.items():
        if isinstance(kept.get(name), str) and len(kept[name]) > limit:
            kept[name] = _shortened(name, kept[name], limit, warn)
    if len(kept["guid"]) > LONGEST_GUID:
        kept["guid"] = _digested(kept["guid"])
        warn("Its guid is too long to be kept: the item is known by its digest.")
    kept["media"] = [each for each in kept.get("media", []) if _has_an_address(each, warn)]
    for each in kept["media"]:
        if len(each.get("guid", "")) > LONGEST_GUID:
            each["guid"] = _digested(each["guid"])
    kept["warnings"] = [storable_text(each) for each in warnings]
    result: WireFields = kept
    return result


def _digested(guid: str) -> str:
    """Cut, it could be another item's; as its digest it stays one item's name."""
    return f"urn:sha256:{hashlib.sha256(guid.encode()).hexdigest()}"


def storable_text(text: str) -> str:
    """A sentence or a name without what no database takes."""
    return _UNSTORABLE.sub("", text)


def _clean(value: Any, warn: Warn) -> Any:
    if isinstance(value, str):
        bare = storable_text(value)
        if bare != value:
            warn("Characters that cannot be stored were left out.")
        return bare
    if isinstance(value, list | tuple):
        return [_clean(each, warn) for each in value]
    if isinstance(value, dict):
        return {_clean(name, warn): _clean(each, warn) for name, each in value.items()}
    return value


def _shortened(name: str, text: str, limit: int, warn: Warn) -> str:
    if name in _NOT_CUT:
        warn(f"Its {_NOT_CUT[name]} is too long to be one, and was left out.")
        return "other" if name == "kind" else ""
    warn(f"Its {name.replace('_', ' ')} is longer than can be kept, and was cut.")
    return text[:limit]


def _has_an_address(medium: dict[str, str], warn: Warn) -> bool:
    if len(medium.get("url", "")) <= LONGEST_ADDRESS:
        return True
    warn("The address of a picture or a file is too long to be one: it was left out.")
    return False
