"""Correspondents: our own by name, other outlets' by name, units without one."""

import pytest

from tests.credits.sources import found_in

OWN = [
    "It is closed, TDN's U.N. correspondent Jane Doe reported.",
    "It is closed, TDN’s U.N. correspondent Jane Doe reported.",
    "TDN's Jane Doe reports that it is closed.",
    "TDN's Jane Doe has the story.",
    "TDN's Jane Doe has more.",
    "TDN's Jane Doe also reports from Morrow.",
    "TDN White House Bureau Chief Jane Doe reports that it is closed.",
    "It is closed, TDN U.N. Correspondent Jane Doe reports.",
    "TDN's Senior Diplomatic Correspondent Jane Doe reports.",
    "TDN's harbour correspondent, Jane Doe, reports.",
]


@pytest.mark.parametrize("sentence", OWN)
def test_our_own_correspondent_is_found_by_name(sentence: str) -> None:
    assert found_in(sentence) == ["tide own_report by Jane Doe"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Crosswinds' Jane Doe reported it.", "crosswind reported by Jane Doe"),
        ("the CHN's Jane Doe reports.", "channel reported by Jane Doe"),
        ("Meridian correspondent Jane Doe reported it.", "meridian reported by Jane Doe"),
        ("TDN's Ukrainian Service reported it.", "tide own_report"),
        ("TDN's Jane Doe contributed to this report.", "tide contributed by Jane Doe"),
        (
            "TDN's Jane Doe and Juan de la Cruz report.",
            "tide own_report by Jane Doe and Juan de la Cruz",
        ),
        ("The mayor told TDN's Jane Doe on Thursday so.", "tide told by Jane Doe"),
        ("The mayor told TDN's Ukrainian Service so.", "tide told"),
        ("according to ALP correspondent Jane Doe.", "lumen according_to by Jane Doe"),
    ],
)
def test_other_correspondents_and_units(sentence: str, expected: str) -> None:
    assert found_in(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "TDN's Jane Doe was hurt.",
        "TDN's sources reported it.",
        "TDN's audience has more women.",
        "TDN's Jane Doe said she was hurt.",
        "Meridian chairman Jane Doe reported the theft.",
    ],
)
def test_a_person_who_is_the_news_is_not_credited(sentence: str) -> None:
    assert found_in(sentence) == []
