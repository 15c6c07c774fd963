"""The bench's own arithmetic: a fault that happens is counted, a goal that is missed is said."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from bench.goals import GOALS, complete, part
from bench.lateness import lateness
from bench.order import Faults, faults
from bench.plots import bars
from bench.readers import Seen
from bench.report import page
from bench.rows import Row
from bench.statistics import interleaved, ratio, spread
from bench.stocking import Update

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("seen", "counted"),
    [
        ([5, 6, 7, 8], Faults()),
        ([5, 6, 8], Faults(lost=1)),
        ([5, 6, 6, 7, 8], Faults(doubled=1)),
        ([5, 7, 6, 8], Faults(swapped=1)),
        ([4, 5, 6, 7, 8], Faults()),  # where the reader began
        ([], Faults(lost=4)),
    ],
)
def test_a_reader_that_was_sent_something_else_is_noticed(seen, counted):
    assert faults([5, 6, 7, 8], [[5, 6, 7, 8], seen]) == counted


def test_two_updates_in_one_event_are_not_lost_but_the_event_may_be():
    assert faults([5, 6, 7], [[5, 7], [5, 7]]) == Faults()
    assert faults([5, 6, 7], [[5, 7], [5]]) == Faults(lost=1)
    assert faults([5, 6], [[5], [5]]) == Faults(lost=2)


def test_what_is_compared_is_measured_in_turns():
    turns = []
    interleaved({"a": lambda: turns.append("a") or 1, "b": lambda: turns.append("b") or 2}, 3)
    assert turns == list("ababab")


def test_each_repeat_is_held_against_its_neighbour():
    assert ratio([10, 20, 90], [10, 10, 30]).median == 2
    assert (spread([3, 1, 2]).least, spread([3, 1, 2]).most) == (1, 3)


def test_nothing_measured_is_an_error():
    with pytest.raises(ValueError, match="Nothing was measured"):
        spread([])


@pytest.mark.parametrize(
    ("value", "at_least", "verdict"),
    [
        (2, True, "not reached"),
        (3, True, "reached"),
        (3, False, "reached"),
        (4, False, "not reached"),
    ],
)
def test_a_goal_is_reached_or_missed(value, at_least, verdict):
    assert Row("speed", "peer", 3, at_least, spread([value])).verdict == verdict


def test_the_report_says_why_something_was_not_measured():
    row = Row("speed", "a | b", 3, True, skipped="there is no nginx")
    told = page({}, [row], [])
    assert "| speed | a \\| b | ≥ 3 × | – | – | – | not measured: there is no nginx |" in told


def test_a_plot_is_well_formed_whatever_its_subjects_are_called():
    ET.fromstring(bars("a < b", "req/s", {"<us>": spread([1, 2]), "&": spread([3])}))


def test_one_failing_subject_leaves_the_others_measured():
    def refuse():
        raise RuntimeError("it answered\n500")

    taken, reasons = interleaved({"a": refuse, "b": lambda: 2}, 3)
    assert (taken["b"], reasons) == ([2, 2, 2], {"a": "it answered 500"})


def test_a_run_leaves_no_figure_out():
    done = replace(GOALS["stream.memory"], value=spread([2]))
    rows = complete([("stream.memory", done)], {"flat": "no file"}, ["stream", "flat"])
    told = {(row.figure, row.against): (row.verdict, row.skipped) for row in rows}
    assert told["memory per connected reader", ""] == ("reached", "")
    assert told["feed, 100,000 entries", "100 entries"] == ("not measured", "no file")
    assert all(verdict == "reached" or why for verdict, why in told.values())
    assert len(told) == sum(part(key) in ("stream", "flat") for key in GOALS)


def test_an_update_is_late_until_the_last_reader_has_it():
    told = [Update(7, 0, 1_000_000, 0), Update(8, 0, 5_000_000, 0)]
    found = lateness(told, Seen([], {7: [2_000_000, 4_000_000], 8: [6_000_000]}, 0, 0))
    assert (found.last, found.slowest, found.p99) == ((3, 1), 3, 3)


def test_an_update_that_reached_nobody_is_no_quick_one():
    with pytest.raises(RuntimeError, match=r"nobody was sent \[8\]"):
        lateness([Update(8, 0, 0, 0)], Seen([], {7: [1]}, 0, 0))
