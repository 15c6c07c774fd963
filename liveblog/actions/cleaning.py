"""Checking what was sent, field by field, before anything is locked.

A cleaner takes a value and the context it is judged in, and returns what is stored or raises
`ValueError` with a sentence for whoever sent it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

from django.utils.dateparse import parse_datetime

from liveblog import sanitise
from liveblog.actions.errors import Invalid

Cleaner: TypeAlias = Callable[[Any, Any], Any]
Cleaners: TypeAlias = Mapping[str, Cleaner]


def clean(
    fields: Mapping[str, Any], cleaners: Cleaners, context: Any, of_what: str
) -> dict[str, Any]:
    """Return `fields` cleaned, or raise `Invalid` naming every field that cannot be taken."""
    errors: dict[str, list[str]] = {}
    cleaned: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in cleaners:
            errors[name] = [f"“{name}” is not a field of {of_what} that can be changed here."]
            continue
        try:
            cleaned[name] = cleaners[name](value, context)
        except ValueError as error:
            errors[name] = [str(error)]
    if errors:
        raise Invalid(errors)
    return cleaned


def line(limit: int, label: str) -> Callable[[Any, Any], str]:
    """A cleaner for one line of at most `limit` characters."""

    def clean(value: Any, _: Any) -> str:
        if not isinstance(value, str):
            raise ValueError(f"{label} must be text.")
        text = sanitise.clean_line(value)
        if len(text) > limit:
            raise ValueError(
                f"{label} is {len(text)} characters long; at most {limit} are allowed."
            )
        return text

    return clean


def moment(label: str) -> Callable[[Any, Any], datetime | None]:
    """A cleaner for an aware moment or nothing."""

    def clean(value: Any, _: Any) -> datetime | None:
        if value is None or value == "":
            return None
        found = value if isinstance(value, datetime) else None
        if isinstance(value, str):
            try:
                found = parse_datetime(value)
            except ValueError:
                found = None
        if found is None:
            raise ValueError(f"{label} is not a date and time.")
        if found.tzinfo is None:
            raise ValueError(f"{label} has no time zone.")
        if not 1900 <= found.year <= 2200:
            raise ValueError(f"{label} is outside the years 1900 to 2200.")
        return found.astimezone(UTC)

    return clean


def required(cleaner: Callable[[Any, Any], str], label: str) -> Callable[[Any, Any], str]:
    """A cleaner for text that may not be empty."""

    def check(value: Any, context: Any) -> str:
        text = cleaner(value, context)
        if not text:
            raise ValueError(f"{label} cannot be empty.")
        return text

    return check


def choice(values: list[str], label: str) -> Callable[[Any, Any], str]:
    """A cleaner for one of `values`."""

    def check(value: Any, _: Any) -> str:
        if value not in values:
            raise ValueError(f"{label} is one of {', '.join(values)}.")
        return str(value)

    return check


def whole(label: str, *, empty: bool = False) -> Callable[[Any, Any], int | None]:
    """A cleaner for a whole number from 0 to 100,000, or nothing."""

    def check(value: Any, _: Any) -> int | None:
        if value is None and empty:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100_000:
            raise ValueError(f"{label} is a whole number.")
        return value

    return check


def strings(limit: int, label: str) -> Callable[[Any, Any], list[str]]:
    """A cleaner for a list of at most `limit` lines."""

    def check(value: Any, context: Any) -> list[str]:
        if not isinstance(value, list) or len(value) > limit:
            raise ValueError(f"{label} is a list of at most {limit}.")
        return [line(120, label)(text, context) for text in value]

    return check


def yes_no(value: Any, _: Any) -> bool:
    """A cleaner for true or false, and nothing that only looks like them."""
    if not isinstance(value, bool):
        raise ValueError("This must be yes or no.")
    return value


def slug(value: Any, _: Any) -> str:
    """A cleaner for the last part of an address; empty stays empty."""
    text = str(value).strip().lower()
    if text and not re.fullmatch(r"[-\w]{1,120}", text):
        raise ValueError("An address may only have letters, digits and hyphens.")
    return text


def web_address(limit: int) -> Callable[[Any, Any], str]:
    """A cleaner for an http(s) URL of at most `limit` characters, or nothing."""

    def check(value: Any, context: Any) -> str:
        text = line(limit, "The web address")(value, context)
        return sanitise.safe_url(text) if text else ""

    return check
