"""A source behind the source: "Meridian reported, citing Tellus"."""

import pytest

from liveblog.credits import find_attributions
from tests.credits.sources import REGISTRY, found_in

CITED = [
    "It is closed, Meridian reported, citing Tellus.",
    "It is closed, Meridian reported, quoting the Tellus news agency.",
    "It is closed, Meridian reported Thursday, citing Tellus.",
    "It is closed, Meridian reported on Telegram citing Tellus.",
    "It is closed, Meridian reports, citing Morrow's state-run Tellus.",
    "It is closed, Meridian reported, citing a report by Tellus.",
    "Meridian, citing Tellus, reported it.",
    "Meridian, quoting the Tellus news agency, said it is closed.",
    "It is closed, Meridian said, citing Tellus.",
    "Citing Tellus, Meridian said the yard would cut jobs at its plants.",
    "Meridian cited Tellus as saying it was closed.",
    "Meridian quoted Tellus as saying it was closed.",
]


@pytest.mark.parametrize("sentence", CITED)
def test_the_cited_source_becomes_the_via(sentence: str) -> None:
    assert found_in(sentence) == ["meridian reported via tellus"]


def test_according_to_and_told_may_have_a_via_too() -> None:
    assert found_in("according to Meridian, citing Tellus.") == ["meridian according_to via tellus"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is closed, The Harbour Press reports, quoting the palace.",
        "It is closed, the Harbour Press reported, citing a palace official.",
        "The Harbour Press, citing the palace, reported it.",
    ],
)
def test_a_cited_source_nobody_registered_leaves_no_via(sentence: str) -> None:
    assert found_in(sentence) == ["harbour reported"]


def test_a_via_that_is_quoted_by_itself_is_a_source_as_well() -> None:
    assert found_in(
        "It is closed, Meridian reported, quoting the Tellus news agency.",
        "“It is hard to say,” Tellus quoted Moreau as saying.",
    ) == ["meridian reported via tellus", "tellus quoted by Moreau"]


def test_a_via_that_reports_in_a_sentence_of_its_own_is_a_source_as_well() -> None:
    assert found_in(
        "It is closed, Tellus reported.", "Nobody was hurt, Meridian reported, citing Tellus."
    ) == ["tellus reported", "meridian reported via tellus"]


def test_two_may_lean_on_the_same_source() -> None:
    assert found_in("It is closed, Meridian and HP reported, both citing Tellus.") == [
        "meridian reported via tellus",
        "harbour reported via tellus",
    ]


def test_the_words_of_the_text_are_kept_with_the_credit() -> None:
    text = "Closed, Meridian reported, quoting the Tellus news agency."
    (found,) = find_attributions([text], REGISTRY)
    assert (found.start, found.end) == (8, len(text) - 1)
    assert found.text == "Meridian reported, quoting the Tellus news agency"
    assert found.via_verb == found.credit().via_verb == "quoting"


def test_a_source_cannot_stand_behind_itself() -> None:
    assert found_in("Meridian reported, citing Meridian.") == [
        "meridian reported",
        "meridian citing",
    ]
