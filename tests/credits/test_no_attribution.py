"""A source that is only mentioned is not credited."""

import pytest

from tests.credits.sources import found_in

SUBJECT_OF_THE_NEWS = [
    "Meridian said it would hire 40 people.",
    "Meridian said its office in Morrow was searched.",
    "Meridian will close its office in Morrow.",
    "It will hire 40 people, Meridian said.",
    "The office of the agency was searched, Meridian said.",
    "Meridian reported a net profit of $40 million.",
    "Meridian reported higher quarterly earnings.",
    "The Morrow Gazette reported 40,000 new subscribers.",
    "CHN reported that its offices were searched.",
    "Meridian reported the theft to the police.",
    "Meridian said in its annual report that it lost money.",
    "The Morrow Gazette published its annual report.",
    "Meridian denied the claim.",
    "Meridian's annual report, published last week, revealed that it paid him more.",
    "CHN has asked the army for coordinates of the incident.",
    "Meridian has named Jane Doe its head of sports, the first woman in the post.",
    "The Morrow Gazette named Jane Doe as its new deputy editor on Wednesday.",
    "A CHN correspondent was deported after covering the vote, CHN said.",
    "CHN will broadcast highlights of the ceremony on CHN One next weekend.",
    "CHN said Friday that it had parted ways with the anchor.",
    "The port sued Meridian for libel.",
    "The ministry told Meridian to leave the country.",
    "The chief executive told Meridian staff that jobs would go.",
    "The court told CHN it must pay a fine.",
    "According to Meridian Editor-in-Chief Jane Doe, jobs will go.",
    "according to Meridian's annual report.",
    "Meridian was told to leave the country.",
    "Meridian wrote to the ministry.",
    "Meridian wrote a letter.",
    "Meridian did not report the collision.",
    "Meridian has not reported the collision.",
    "Neither Meridian nor HP reported it.",
    "Meridian could not verify the report.",
    "Meridian reports were blocked in Morrow.",
    "The DI said it would hire 40 people.",
    "The Delta Institute building was searched.",
    "Footage supplied by Tellus state news agency shows a ferry.",
    "Jane Doe of The Morrow Gazette shared the Tellus video.",
]
SOMEBODY_ELSE = [
    "The Harbour Police (HP) said two boats collided. The boats burn, HP said.",
    "Agents of the Arden Loyal Patrol searched the flat. ALP said it was empty.",
    "Jane Meridian gave $20m. Meridian said she hoped others would follow.",
    "The mayor sent a letter to CHN President Jane Doe.",
    "A former correspondent for Meridian reported him to the police.",
    "Jane Doe, once of Meridian, reported it.",
    "Former Meridian correspondent Jane Doe reported it.",
    "TDN's former Morrow correspondent Jane Doe reported the theft.",
    "Jane Doe, who left Meridian, reported it.",
    "The strike killed Radio Open Air/Radio Harbour journalist Jane Doe.",
    "Great Meridian reported a collision.",
    "Michael Tellus reported to jail.",
    "The Meridian Institute reported a collision.",
    "according to The Morrow Gazette Company.",
    "according to the Meridian Foundation.",
]
OTHER_WORDS = [
    "Meridianwerk reported a collision.",
    "AHP reported a collision.",
    "HPE reported a collision.",
    "HP-Computers reported a collision.",
    "Meridian/Polls reported a collision.",
    "@Meridian reported a collision.",
    "the gazette reported a collision.",
    "hp reported a collision.",
]
QUOTED_SPEECH = [
    'The mayor said, "Meridian reported lies."',
    "The mayor said, “Meridian reported lies.”",
    "“Meridian reported lies,” the mayor said.",
    "“I told Meridian so. According to Meridian, I did not,” he said.",
    "He said, ‘Meridian reported lies.’",
    "He said, 'Meridian reported lies.'",
    "«Meridian reported lies», he said.",
    "“Meridian reported lies. And what Meridian reported",
]


@pytest.mark.parametrize("sentence", SUBJECT_OF_THE_NEWS)
def test_a_source_that_is_the_news_is_not_credited(sentence: str) -> None:
    assert found_in(sentence) == []


@pytest.mark.parametrize("sentence", SOMEBODY_ELSE)
def test_another_person_or_company_is_not_credited(sentence: str) -> None:
    assert found_in(sentence) == []


@pytest.mark.parametrize("sentence", OTHER_WORDS)
def test_a_name_inside_another_word_is_not_credited(sentence: str) -> None:
    assert found_in(sentence) == []


@pytest.mark.parametrize("sentence", QUOTED_SPEECH)
def test_what_is_said_in_quotation_marks_credits_nobody(sentence: str) -> None:
    assert found_in(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        '"It is closed," Meridian reported.',
        "“It is closed,” Meridian reported. “For good.”",
        'The "new step," Meridian reported, is a "big" one.',
        "The mayor’s ‘new step’ is big, Meridian reported.",
        'A 6" gun and a 9" gun, Meridian reported.',
        "The workers’ union struck, Meridian reported.",
    ],
)
def test_quotation_marks_nearby_do_not_hide_a_credit(sentence: str) -> None:
    assert found_in(sentence) == ["meridian reported"]


def test_a_text_without_known_sources_has_no_attributions() -> None:
    assert found_in("Meridian reported.", registry=()) == []
    assert found_in() == found_in("") == found_in("The port is closed.") == []
