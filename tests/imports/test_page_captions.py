"""Pictures leave their captions among the paragraphs, often twice."""

import pytest

from liveblog.imports.page_text import parse_page
from tests.imports.pages import page

SHIPS = "Ships wait outside the harbour of Morrow, Jan. 4, 2023."
FILE = "FILE - President Ines Moreau speaks in Morrow, on Jan. 4, 2023."


@pytest.mark.parametrize(
    ("lines", "caption"),
    [
        (f"{SHIPS}\n{SHIPS}", SHIPS),
        (f"{SHIPS}\n\n{SHIPS}", SHIPS),
        ("A doubled line.\nA doubled line.", "A doubled line."),
        (f"{FILE}", FILE),
        (f"{FILE}\n{FILE}", FILE),
        (f"{FILE}\n\n{FILE}", FILE),
        ("FILE – A ship.", "FILE – A ship."),
        ("16x9 Image\n\nShips wait outside.", "Ships wait outside."),
        ("Image\nShips wait outside.\nShips wait outside.", "Ships wait outside."),
        (f"• 16x9 Image\n{SHIPS}\n{SHIPS}\n{SHIPS}", SHIPS),
    ],
)
def test_a_caption_is_kept_once_and_apart(lines: str, caption: str) -> None:
    parsed = parse_page(page(f"\n9 p.m.: Before.\n\n{lines}\n\nAfter.\n\n8 p.m.: Older.\n"))
    assert parsed.entries[0].captions == [caption]
    assert parsed.entries[0].paragraphs == ["Before.", "After."]
    assert parsed.problems == []


def test_a_picture_alone_is_no_empty_entry() -> None:
    entry = parse_page(page(f"\n9 p.m.:\n\n{FILE}\n\n8 p.m.: Older.\n")).entries[0]
    assert (entry.empty, entry.paragraphs, entry.captions) == (False, [], [FILE])


def test_a_paragraph_that_stands_twice_is_kept_once_and_reported() -> None:
    twice = "It closed at noon.\n\nIt closed at noon.\n"
    parsed = parse_page(page(f"\n9 p.m.: Before.\n\n{twice}"))
    assert parsed.entries[0].paragraphs == ["Before.", "It closed at noon."]
    assert [problem.line_no for problem in parsed.problems] == [16]


def test_a_line_that_only_reads_like_a_caption_stays_text_and_is_reported() -> None:
    parsed = parse_page(page(f"\n9 p.m.: Before.\n\n{SHIPS}\n\nAfter.\n"))
    assert parsed.entries[0].paragraphs == ["Before.", SHIPS, "After."]
    assert "caption" in parsed.problems[0].why


@pytest.mark.parametrize(
    "line", ["See also: The port in pictures", "Read the full story", "• One."]
)
def test_links_and_lists_stay_paragraphs(line: str) -> None:
    parsed = parse_page(page(f"\n9 p.m.: Before.\n\n{line}\n"))
    assert parsed.entries[0].paragraphs == ["Before.", line]
    assert parsed.problems == []


def test_the_picture_of_the_oldest_entry_is_not_the_authors() -> None:
    parsed = parse_page(page("\n9 p.m.: Text.\n\n16x9 Image\n\nShips wait outside.\n", foot=""))
    assert parsed.entries[0].captions == ["Ships wait outside."]
    assert parsed.byline is None
