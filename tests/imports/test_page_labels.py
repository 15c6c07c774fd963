"""An entry begins with its time, at the start of a line, and a colon."""

from datetime import date, time

import pytest

from liveblog.imports.page_text import parse_page
from tests.imports.pages import page


@pytest.mark.parametrize(
    ("line", "label", "at"),
    [
        ("9:34 p.m.: Text.", "9:34 p.m.", time(21, 34)),
        ("9:34 p.m. : Text.", "9:34 p.m.", time(21, 34)),
        ("9:34 p.m. EST: Text.", "9:34 p.m.", time(21, 34)),
        ("9:34 p.m.:Text.", "9:34 p.m.", time(21, 34)),
        ("9:34 PM: Text.", "9:34 PM", time(21, 34)),
        ("9:34 pm：Text.", "9:34 pm", time(21, 34)),
        ("9:34\u00a0p.m.: Text.", "9:34 p.m.", time(21, 34)),
        ("• 9:34 p.m.: Text.", "9:34 p.m.", time(21, 34)),
        ("- 4 p.m.: Text.", "4 p.m.", time(16)),
        ("10:00 p.m.: Text.", "10:00 p.m.", time(22)),
        ("noon: Text.", "noon", time(12)),
        ("Noon EST: Text.", "Noon", time(12)),
        ("midnight: Text.", "midnight", time(0)),
        ("12 a.m.: Text.", "12 a.m.", time(0)),
        ("12 p.m.: Text.", "12 p.m.", time(12)),
        ("12:02 a.m.: Text.", "12:02 a.m.", time(0, 2)),
    ],
)
def test_times_are_read_in_every_spelling(line: str, label: str, at: time) -> None:
    (entry,) = parse_page(page(f"\n{line}\n")).entries
    assert (entry.label, entry.time, entry.paragraphs) == (label, at, ["Text."])
    assert parse_page(page(f"\n{line}\n")).problems == []


@pytest.mark.parametrize("line", ["4 p.m.:", "4 p.m.", "4 p.m. EST:", "noon:"])
def test_a_time_alone_is_an_entry_without_text(line: str) -> None:
    (entry,) = parse_page(page(f"\n{line}\n")).entries
    assert entry.empty


def test_text_below_a_time_alone_is_the_entrys() -> None:
    (entry,) = parse_page(page("\n9:41 p.m.:\n\nThe port is closed.\n")).entries
    assert entry.paragraphs == ["The port is closed."]


@pytest.mark.parametrize(
    "line",
    [
        "It closed at 9:34 p.m.: nobody was told.",
        "4 p.m. Friday: nothing happened.",
        "“9:34 p.m.: nobody was told,” he said.",
        "Noontime: nothing happened.",
    ],
)
def test_a_time_in_running_text_begins_no_entry(line: str) -> None:
    parsed = parse_page(page(f"\n9:41 p.m.: Text.\n\n{line}\n"))
    assert [entry.paragraphs for entry in parsed.entries] == [["Text.", line]]
    assert parsed.problems == []


@pytest.mark.parametrize(
    "line",
    [
        "12:o1 a.m.: Text.",
        "21:34: Text.",
        "13:05 p.m.: Text.",
        "9:75 p.m.: Text.",
        "8:10 p.m. Text.",
    ],
)
def test_what_is_almost_a_time_is_kept_as_text_and_reported(line: str) -> None:
    parsed = parse_page(page(f"\n9:41 p.m.: Text.\n\n{line}\n"))
    assert [entry.paragraphs for entry in parsed.entries] == [["Text.", line]]
    (problem,) = parsed.problems
    assert (problem.line_no, problem.text) == (16, line)
    assert "colon" in problem.why


def test_entries_may_stand_without_blank_lines() -> None:
    parsed = parse_page(page("9 p.m.: One.\nTwo.\n8 p.m.:\n7 p.m.: Three.\n", foot=""))
    assert [entry.paragraphs for entry in parsed.entries] == [["One.", "Two."], [], ["Three."]]


def test_equal_times_are_in_order() -> None:
    parsed = parse_page(page("\n9 p.m.: One.\n\n9 p.m.: Two.\n"))
    assert [entry.paragraphs for entry in parsed.entries] == [["One."], ["Two."]]
    assert parsed.problems == []


def test_a_time_in_another_zone_is_reported() -> None:
    parsed = parse_page(page("\n9 p.m. CST: One.\n\n8 p.m. EST: Two.\n"))
    assert [problem.line_no for problem in parsed.problems] == [14]
    assert {entry.day for entry in parsed.entries} == {date(2023, 1, 5)}
