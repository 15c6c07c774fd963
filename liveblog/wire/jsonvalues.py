"""What a field of an agency's JSON says: text, an object, or a list of either. Pure."""

from __future__ import annotations

import re
from typing import Any

from liveblog.wire.fields import line

Json = dict[str, Any]
_LESSER = re.compile("sub|short|kicker|alt|social|seo|web|mobile|sms|push", re.IGNORECASE)


def named(value: Any) -> str:
    """The name of a party, given as text or as an object."""
    if isinstance(value, dict):
        called = (value.get(each) for each in ("name", "by", "literal", "value", "uri", "qcode"))
        return next(filter(None, map(line, called)), "")
    return line(value)


def said(value: Any) -> list[str]:
    """The texts of a field, given as one, as an object that has one, or as a list of them."""
    texts = [each.get("value") or each.get("name") if isinstance(each, dict) else each
             for each in listed(value)]  # fmt: skip
    return [each for each in texts if isinstance(each, str) and each.strip()]


def in_role(raw: Json, name: str, role: str) -> str:
    """The entry of that role in a list of `{role, value}`; for "main" else the first that is no
    lesser one."""
    entries = [
        each if isinstance(each, dict) else {"value": each} for each in listed(raw.get(name))
    ]
    chosen = [each for each in entries if re.sub(".*[:/]", "", text_of(each, "role")) == role]
    if role == "main" and not chosen:
        chosen = sorted(entries, key=lambda each: bool(_LESSER.search(text_of(each, "role"))))
    return line(chosen[0].get("value")) if chosen else ""


def listed(value: Any) -> list[Any]:
    """A list as it is, anything else as a list of one, nothing as none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def text_of(raw: Json, name: str) -> str:
    """A field's text; "" for anything else."""
    value = raw.get(name)
    return value if isinstance(value, str) else ""


def scalar(value: Any) -> str:
    """A text or a number as text; 3.0 is the integer 3 (JSON Schema)."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    is_one = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value) if is_one else ""


def width_of(rendition: Json) -> int:
    """How wide a rendition is: a number, or what some write for one ("172"); else 0."""
    stated = scalar(rendition.get("width"))
    return int(stated) if stated.isdecimal() and len(stated) < 8 else 0
