"""Who is credited in an entry, and in which words. Pure: no database, no clock, no network."""

from liveblog.credits.closing import find_credit_line, find_credit_sentence
from liveblog.credits.find import find_attributions, find_named
from liveblog.credits.grounds import stand_on_two
from liveblog.credits.lint import Cited, Note, lint, longest_run
from liveblog.credits.names import Credit, Found, Relation, SourceKind, SourceName, ViaVerb
from liveblog.credits.text import (
    attribution_text,
    credit_counts,
    credit_line,
    order_for_credit_line,
)

__all__ = [
    "Cited",
    "Credit",
    "Found",
    "Note",
    "Relation",
    "SourceKind",
    "SourceName",
    "ViaVerb",
    "attribution_text",
    "credit_counts",
    "credit_line",
    "find_attributions",
    "find_credit_line",
    "find_credit_sentence",
    "find_named",
    "lint",
    "longest_run",
    "order_for_credit_line",
    "stand_on_two",
]
