"""A table as a file for a spreadsheet."""

from __future__ import annotations

import csv
import unicodedata
from datetime import datetime
from io import StringIO

from liveblog.reports.tables import Table, Value

# A spreadsheet computes what begins so, and what an agency or a stranger wrote may be such a cell.
SIGNS = {"=", "+", "-", "@"}


def as_csv(table: Table) -> str:
    """RFC 4180 with a line of headings; times in ISO 8601, shares as fractions of 1."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([column.label for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1 else f"{value:.1f}"
    if isinstance(value, str):
        return f"'{value}" if _is_computed(value) else value
    return str(value)


def _is_computed(text: str) -> bool:
    """Also where the sign is a full-width one, or stands behind what is not seen."""
    seen = (char for char in unicodedata.normalize("NFKC", text) if char.isprintable())
    first = next((char for char in seen if not char.isspace()), "")
    return first in SIGNS or text.startswith(("\t", "\r"))
