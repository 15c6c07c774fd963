"""The page the project was created from, read whole: every time, every credit, the last sentence.

The page belongs to its publisher and is not part of the repository; where it is not at hand beside
the clone, these tests are skipped.
"""

from datetime import date
from pathlib import Path

import pytest

from liveblog.credits import (
    Found,
    credit_counts,
    credit_line,
    find_attributions,
    order_for_credit_line,
)
from liveblog.imports.known_sources import known_sources
from liveblog.imports.page_text import ParsedPage, parse_page
from tests.credits.sources import said

PAGE = Path(__file__).parents[3] / "shared" / "reference" / "voa-2023-01-05.txt"
pytestmark = pytest.mark.skipif(
    not PAGE.exists(), reason=f"needs the reference page beside the clone: ../{PAGE.name}"
)

# What a careful reader marks in each entry, newest first; None stands for an entry without text.
MARKED: list[tuple[str, list[str] | None]] = [
    ("9:34 p.m.", ["agence-france-presse told"]),
    ("8:22 p.m.", None),
    ("7:33 p.m.", ["reuters reported"]),
    ("6:48 p.m.", None),
    ("6:06 p.m.", ["reuters reported"]),
    ("5:02 p.m.", ["agence-france-presse reported"]),
    ("4 p.m.", ["reuters reported"]),
    ("3:10 p.m.", None),
    ("2:30 p.m.", ["reuters reported via interfax", "interfax quoted by Peskov"]),
    ("2:15 p.m.", ["associated-press reported"]),
    ("2:05 p.m.", ["voa own_report by Margaret Besheer"]),
    ("1:50 p.m.", ["reuters reported"]),
    ("1:30 p.m.", None),
    ("1:15 p.m.", ["voa own_report by Margaret Besheer"]),
    ("1:05 p.m.", ["reuters reported"]),
    ("12:45 p.m.", ["associated-press reported"]),
    ("12:20 p.m.", ["reuters reported"]),
    ("12:05 p.m.", ["kyiv-independent reported"]),
    ("11:50 a.m.", ["associated-press according_to"]),
    ("11:40 a.m.", None),
    ("11:30 a.m.", ["reuters reported"]),
    ("11:15 a.m.", None),
    ("11 a.m.", ["reuters reported"]),
    ("10:54 a.m.", ["associated-press reported"]),
    ("10:30 a.m.", ["reuters reported"]),
    ("10:10 a.m.", []),
    ("9:50 a.m.", ["associated-press reported"]),
    ("9:25 a.m.", ["rfe-rl according_to"]),
    ("9:05 a.m.", None),
    ("8:55 a.m.", ["reuters reported"]),
    ("8:40 a.m.", ["reuters according_to"]),
    ("8:25 a.m.", None),
    ("8:10 a.m.", ["reuters reported"]),
    ("7:55 a.m.", ["reuters according_to"]),
    ("7:35 a.m.", None),
    ("7:15 a.m.", ["reuters reported"]),
    ("6:50 a.m.", None),
    ("6:25 a.m.", ["reuters reported"]),
    ("6:15 a.m.", ["reuters reported"]),
    ("5:12 a.m.", ["isw according_to"]),
    ("4:07 a.m.", ["reuters according_to"]),
    ("3:09 a.m.", ["agence-france-presse reported"]),
    ("2:05 a.m.", []),
    ("1:08 a.m.", ["associated-press reported"]),
    ("12:02 a.m.", []),
]


@pytest.fixture(scope="module")
def parsed() -> ParsedPage:
    return parse_page(PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def credited(parsed: ParsedPage) -> list[list[Found]]:
    assert parsed.byline is not None
    registry = known_sources(parsed.byline.name)
    return [find_attributions(entry.paragraphs, registry) for entry in parsed.entries]


def test_all_45_times_are_read_in_the_order_of_the_page(parsed: ParsedPage) -> None:
    assert [entry.label for entry in parsed.entries] == [label for label, _ in MARKED]
    assert len(parsed.entries) == 45
    assert {entry.day for entry in parsed.entries} == {date(2023, 1, 5)}


def test_the_ten_entries_without_text_are_empty(parsed: ParsedPage) -> None:
    empty = [entry.label for entry in parsed.entries if entry.empty]
    assert empty == [label for label, credits in MARKED if credits is None]
    assert len(empty) == 10


def test_nothing_on_the_page_is_a_problem(parsed: ParsedPage) -> None:
    assert parsed.problems == []
    assert [line.text for line in parsed.furniture] == ["Accessibility links", "• 16x9 Image"]


def test_every_paragraph_is_kept_to_the_letter(parsed: ParsedPage) -> None:
    source = {line.strip() for line in PAGE.read_text(encoding="utf-8").splitlines()}
    for entry in parsed.entries:
        first, *more = entry.paragraphs or [""]
        assert f"{entry.label}: {first}".strip() in source
        assert set(more) <= source
    assert sum(len(entry.paragraphs) for entry in parsed.entries) == 145


def test_the_head_and_foot_are_read(parsed: ParsedPage) -> None:
    assert (parsed.kicker, parsed.headline) == (
        "Breaking News",
        "Latest Developments in Ukraine: Jan. 5",
    )
    assert parsed.lead_image_caption.endswith("Ukraine, on Jan. 4, 2023.")
    assert parsed.topic_name == "Flashpoint Ukraine"
    assert parsed.standfirst == "The latest developments in Russia’s war on Ukraine."
    assert (parsed.zone_label, parsed.zone) == ("EST", "America/New_York")
    assert parsed.byline is not None
    assert parsed.byline.name == "VOA News"
    assert parsed.byline.blurb.startswith("The Voice of America provides")


def test_every_attribution_a_careful_reader_marks_is_found(credited: list[list[Found]]) -> None:
    found = [[said(each) for each in entry] for entry in credited]
    labels = [label for label, _ in MARKED]
    assert dict(zip(labels, found, strict=True)) == {
        label: credits or [] for label, credits in MARKED
    }


def test_the_derived_credit_line_is_the_pages_last_sentence(
    parsed: ParsedPage, credited: list[list[Found]]
) -> None:
    counts = credit_counts(credited)
    suppliers = {name: counts[name] for name in parsed.credit_names}
    assert credit_line(order_for_credit_line(suppliers)) == parsed.credit_sentence
