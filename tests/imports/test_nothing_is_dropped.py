"""Whatever stands on a page is in the parsed page somewhere, or reported."""

from dataclasses import astuple
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from liveblog.imports.page_labels import read_label
from liveblog.imports.page_text import PageError, parse_page
from tests.imports.pages import CAPTION, ENTRIES, FOOT, HEAD

LINES = [
    *(line.strip() for line in (HEAD + ENTRIES + FOOT).splitlines() if line.strip()),
    *(
        "Recap of Jan. 5",
        "* A point.",
        "DIPLOMACY",
        "By Jane Doe",
        "Feb. 30",
        "January 05, 2023 10:41 PM",
    ),
    *("FILE - A ship.", "Image", "Print", "12:o1 a.m.: Text.", "9 p.m. EST:", "7 a.m.: Older."),
    *("Text “quoted.”", "See also: More.", "TDN's Jane Doe contributed to this report.", CAPTION),
    *("A short one", "A ship waits, Jan. 4, 2023.", "All times CST.", "The latest in Morrow."),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(["\n", "\n\n"]))
def test_every_line_is_found_again(lines: list[str], between: str) -> None:
    try:
        parsed = parse_page(between.join(lines), on=date(2023, 1, 5), zone="America/New_York")
    except PageError:
        return
    kept = repr(astuple(parsed)).replace("\\'", "'")
    for line in lines:
        label = read_label(line)
        words = label.rest if label else line.removeprefix("* ").removeprefix("By ")
        parts = words.rstrip(":").split(" All times ")
        assert all(part.rstrip(".:") in kept for part in parts), line
