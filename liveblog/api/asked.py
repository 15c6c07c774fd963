"""What may be asked of the search, by programs and on the readers' page alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liveblog.api.fields import Choice, Day, Parameter, Text, WholeNumber
from liveblog.search import MAX_LENGTH, MAX_PAGES, Asked

NEWEST = "newest"
SORTS = ["relevance", NEWEST]
WHOSE_DAY = "a day is that of the live blog's own `timezone`, as printed beside the entry."

PARAMETERS: dict[str, Parameter] = {
    "q": Text(
        max_length=MAX_LENGTH,
        help_text="What to look for: words that must all occur, “phrases” in quotes; of the last "
        "word its beginning. There are no operators.",
    ),
    "source": Text(max_length=120, help_text="The slug of a source credited, also as via."),
    "topic": Text(max_length=120, help_text="The slug of the topic of the live blog."),
    "from": Day(help_text=f"Displayed on this day or later; {WHOSE_DAY}"),
    "to": Day(help_text=f"Displayed on this day or earlier; {WHOSE_DAY}"),
    "sort": Choice(values=SORTS, help_text="Relevance if not given."),
    "page": WholeNumber(minimum=1, maximum=MAX_PAGES, help_text="Which page; 1 if not given."),
}


def wrong_way_round(values: Mapping[str, Any]) -> str:
    """The sentence for days that no update can be between; empty where they are in order."""
    first, last = values["from"], values["to"]
    if not first or not last or first <= last:
        return ""
    return (
        f"“from” ({first}) is a later day than “to” ({last}): no update can be between them. "
        "Exchange the two, or leave one out."
    )


def asked_from(values: Mapping[str, Any]) -> Asked:
    """The question in the values of `PARAMETERS`, checked."""
    return Asked(
        text=values["q"] or "",
        source=values["source"] or "",
        topic=values["topic"] or "",
        first_day=values["from"],
        last_day=values["to"],
        newest=values["sort"] == NEWEST,
        page=values["page"] or 1,
    )
