"""The closing sentence: whose material is in the live blog, and how much of it."""

import pytest

from liveblog.credits import (
    Credit,
    Relation,
    credit_counts,
    credit_line,
    find_credit_line,
    order_for_credit_line,
)
from liveblog.credits.closing import find_credit_sentence
from tests.credits.sources import HARBOUR, LUMEN, MERIDIAN, TELLUS


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ([], ""),
        (["Meridian"], "Some information in this report came from Meridian."),
        (["Meridian", "ALP"], "Some information in this report came from Meridian and ALP."),
        (
            ["Meridian", "The Harbour Press", "ALP"],
            "Some information in this report came from Meridian, The Harbour Press and ALP.",
        ),
    ],
)
def test_the_credit_line_has_no_comma_before_and(names: list[str], line: str) -> None:
    assert credit_line(names) == line


@pytest.mark.parametrize("size", range(1, 6))
def test_the_names_of_a_credit_line_read_back(size: int) -> None:
    names = ["Meridian", "The Harbour Press", "ROA/RH", "Agence Lumen-Presse", "nws"][:size]
    assert find_credit_line(credit_line(names)) == names


def test_sources_are_named_by_number_of_entries_and_ties_by_name() -> None:
    counts = {"nws": 2, "Meridian": 2, "ALP": 7, "The Harbour Press": 2, "Tellus": 0}
    assert order_for_credit_line(counts) == ["ALP", "Meridian", "nws", "The Harbour Press"]


def test_a_source_counts_once_per_entry_and_not_as_via_or_when_quoted() -> None:
    entries = [
        [Credit(MERIDIAN, Relation.REPORTED, TELLUS), Credit(MERIDIAN, Relation.TOLD)],
        [Credit(MERIDIAN, "according_to"), Credit(TELLUS, "quoted")],
        [Credit(LUMEN, Relation.CITING), Credit(HARBOUR, Relation.QUOTED)],
    ]
    assert credit_counts(entries) == {"Meridian": 2, "Agence Lumen-Presse": 1}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Some information in this report came from Meridian.", ["Meridian"]),
        ("Some information for this report came from Meridian and HP", ["Meridian", "HP"]),
        ("Some information in this report came from A, B, and C.", ["A", "B", "C"]),
        ("Some material in this report came from the U.K. Press and HP.", ["the U.K. Press", "HP"]),
        ("Some information in this article comes from Meridian.", ["Meridian"]),
        ("Information from Meridian and HP was used in this report.", ["Meridian", "HP"]),
        ("Some information from Meridian was used in this report.", ["Meridian"]),
        ("Information from Meridian contributed to this report.", ["Meridian"]),
        ("Information in this report was provided by Meridian.", ["Meridian"]),
        ("TDN's Jane Doe wrote. Some information in this report came from HP.", ["HP"]),
        ("Some information in this report came from AFP. TDN's Jane Doe wrote.", ["AFP"]),
        ("Some information in this report came from\u00a0Meridian.", ["Meridian"]),
        ("some information in this report came from Meridian.", ["Meridian"]),
    ],
)
def test_a_closing_sentence_is_read_into_its_names(text: str, names: list[str]) -> None:
    assert find_credit_line(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Some information in this report is false.",
        "The ministry said some information came from Meridian.",
        "He said that some information in this report came from Meridian.",
        "Information from Meridian was wrong.",
    ],
)
def test_another_sentence_is_no_credit_line(text: str) -> None:
    assert find_credit_line(text) is None


def test_the_sentence_is_kept_as_it_is_written() -> None:
    text = "TDN's Jane Doe wrote.  Some information for this report came from HP and AFP."
    found = find_credit_sentence(text)
    assert found == ("Some information for this report came from HP and AFP.", ["HP", "AFP"])
