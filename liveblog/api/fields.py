"""The kinds of query parameters: each checks a value and says so in the OpenAPI document.

A message continues the parameter's name: "“page_size” must be …".
"""

from __future__ import annotations

import re
import uuid
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

# RFC 3339. A blank is what becomes of "+" in a query string that was not encoded.
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}:)([0-9]{2})(\.[0-9]+)?(.*)"
)
BEGIN, END = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_OFFSET = re.compile(r"Z|[-+ ][0-9]{2}:[0-9]{2}")
_NOT_TEXT = re.compile("[\x00-\x1f\x7f\ufffd]")  # control characters, undecodable bytes


class Parameter(forms.Field):
    """A form field with a `schema` (JSON Schema) and a help text for the OpenAPI document."""

    schema: dict[str, Any] = {"type": "string"}
    may_be_empty = False  # else a paging caller whose cursor got lost would begin again for ever

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False} | options)

    def to_python(self, value: Any) -> Any:
        """The parameter's value; None where it is absent."""
        if value is None or (value == "" and self.may_be_empty):
            return None
        if value == "":
            raise ValidationError("is empty: give it a value or leave it out.")
        if _NOT_TEXT.search(value):
            raise ValidationError("contains characters that are not text.")
        return self.read(value)

    def read(self, text: str) -> Any:
        """The value of a text that is not empty, or `ValidationError`."""
        return text


class Cursor(Parameter):
    """A version, which `changes.parse_cursor` judges."""

    schema = {"type": "integer", "minimum": 0, "maximum": 2**63 - 1}
    may_be_empty = True


class Text(Parameter):
    may_be_empty = True

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(**options)
        self.max_length = max_length
        self.schema = {
            "type": "string",
            "maxLength": max_length,
            "pattern": r"^[^\u0000-\u001F\u007F\uFFFD]*$",
        }

    def read(self, text: str) -> str:
        if len(text) > self.max_length:
            raise ValidationError(f"is longer than {self.max_length} characters.")
        return text


class Choice(Parameter):
    def __init__(self, *, values: list[str], **options: Any) -> None:
        super().__init__(**options)
        self.values = values
        self.schema = {"type": "string", "enum": values}

    def read(self, text: str) -> str:
        if text not in self.values:
            raise ValidationError(f"must be one of {', '.join(self.values)}.")
        return text


class YesNo(Parameter):
    schema = {"type": "boolean"}

    def read(self, text: str) -> bool:
        if text not in ("true", "false"):
            raise ValidationError("must be true or false.")
        return text == "true"


class WholeNumber(Parameter):
    def __init__(self, *, minimum: int, maximum: int, **options: Any) -> None:
        super().__init__(**options)
        self.minimum = minimum
        self.maximum = maximum
        self.schema = {"type": "integer", "minimum": minimum, "maximum": maximum}

    def read(self, text: str) -> int:
        # Not int() alone: it takes other scripts' digits, signs, blanks and underscores.
        if not re.fullmatch(r"[0-9]{1,19}", text) or not self.minimum <= int(text) <= self.maximum:
            raise ValidationError(f"must be a whole number from {self.minimum} to {self.maximum}.")
        return int(text)


class Identifier(Parameter):
    schema = {"type": "string", "format": "uuid"}

    def read(self, text: str) -> uuid.UUID:
        if not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text):
            raise ValidationError("must be an id, as an earlier answer gave it.")
        return uuid.UUID(text)


class Day(Parameter):
    schema = {"type": "string", "format": "date"}
    may_be_empty = True

    def read(self, text: str) -> date:
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                return date.fromisoformat(text)
        except ValueError:
            raise ValidationError("is a date that does not exist.") from None
        raise ValidationError("must be a date such as 2023-01-05.")


class Moment(Parameter):
    """A moment in RFC 3339, which without its offset would be one of two dozen moments."""

    schema = {"type": "string", "format": "date-time"}

    def read(self, text: str) -> datetime:
        parts = _MOMENT.fullmatch(text.upper())
        if parts is None:
            raise ValidationError("must be a date and time such as 2023-01-05T21:34:00-05:00.")
        day, clock, second, fraction, offset = parts.groups(default="")
        if not _OFFSET.fullmatch(offset):
            raise ValidationError("has no time zone: end it with Z or an offset such as -05:00.")
        second = min(second, "59")  # a leap second
        try:
            moment = datetime.fromisoformat(
                f"{day}T{clock}{second}{fraction}{offset.replace(' ', '+')}"
            )
        except ValueError:
            raise ValidationError("is a date or time that does not exist.") from None
        return _in_utc(moment)


def _in_utc(moment: datetime) -> datetime:
    """The same moment in UTC; beyond the calendar's ends, the end."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return BEGIN if moment.year == 1 else END
