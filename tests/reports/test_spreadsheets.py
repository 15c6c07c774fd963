"""A table as a file: read back as it was, and never computed."""

import csv
from datetime import UTC, date, datetime

import pytest

from liveblog.plots import Measure, plot
from liveblog.reports import Column, Table, as_csv

pytestmark = pytest.mark.once


def cell(value):
    table = Table("key", "Title", "About", "Nothing", (Column("A, b"),), [(value,)])
    heading, (read,) = list(csv.reader(as_csv(table).splitlines()))
    assert heading == ["A, b"]
    return read


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("x")']
)
def test_a_cell_that_would_be_computed_is_text(text):
    assert cell(text).startswith("'") or not cell(text).strip().startswith(tuple("=+-@"))


@pytest.mark.parametrize("text", ["\uff1d1+1", "\uff20SUM(A1)", "\u00a0=1", "\ufeff=1", "\u200b=1"])
def test_also_a_wide_sign_and_one_behind_what_is_not_seen_is_text(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Storm, “harbour”", "Storm, “harbour”"), ('He said "no"', 'He said "no"'), ("", ""),
        (None, ""), (1234, "1234"), (0.0769, "0.0769"), (12.34, "12.3"),
        (date(2023, 1, 5), "2023-01-05"),
        (datetime(2023, 1, 5, 21, 34, tzinfo=UTC), "2023-01-05T21:34:00+00:00"),
    ],
)  # fmt: skip
def test_values_are_written_for_programs(value, written):
    assert cell(value) == written


def test_bars_share_one_scale_and_what_is_there_is_seen():
    drawn = plot("k", "T", [Measure("a", 200, 50, "x"), Measure("b", 100, 0, "y"),
                            Measure("c", 0.01, 0, "z")], outer_is="o")  # fmt: skip
    assert [(bar.outer, bar.inner) for bar in drawn.bars] == [
        ("100.0%", "25.0%"), ("50.0%", "0%"), ("0.4%", "0%"),
    ]  # fmt: skip
    assert drawn.description == "a: x; b: y; c: z."
    assert drawn.height == 3 * 40


def test_nothing_to_draw_is_no_plot():
    assert plot("k", "T", [], outer_is="o") is None
    assert plot("k", "T", [Measure("a", 0, 0, "x")], outer_is="o") is None
