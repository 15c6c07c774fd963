"""Manners of crediting met in published copy, with invented persons and places."""

import pytest

from tests.credits.sources import found_in

CREDITED = [
    ("“It rained.” Source: CHN", ["channel reported"]),
    ("It rained. All views are theirs. - Source: CHN and news agencies", ["channel contributed"]),
    (
        "It rained. gb/fw (Meridian, HP) Every evening it rains there.",
        ["meridian contributed", "harbour contributed"],
    ),
    ("It rained. gb/fw (Meridian)", ["meridian reported"]),
    ("It rained. gb/fw Meridian, HP)", ["meridian contributed", "harbour contributed"]),
    ("It rained. gb/fw (with Meridian) -", ["meridian contributed"]),
    ("It rained. (h/t Gazette)", ["gazette reported"]),
    ("It rained, according to CHN partner Meridian.", ["meridian according_to"]),
    ("CHN's Jo Doe asked Al Roe on “Morning” on Monday: “Why?”", ["channel told by Jo Doe"]),
    (
        "In an interview with the Morrow Post and the local agency Meridian he denied it.",
        ["meridian told"],
    ),
    ("“No,” he teased to CHN.", ["channel told"]),
    ("The port said so in reply to a Meridian query.", ["meridian told"]),
    ("When Meridian asked Doe what he would do, he said he would wait.", ["meridian told"]),
    ("It rained, when on CHN's “Morning” he argued that it had not.", ["channel told"]),
    ("Asked directly on CHN's “Morning” if it rained, Doe said: “No.”", ["channel told"]),
    ("The mayor verified the name to Meridian.", ["meridian told"]),
    ("“It rained.” Added Doe on CHN's “Morning”: “It did.”", ["channel told"]),
    ("“It rained,” Doe said in a recent CHN interview.", ["channel told"]),
    ("Doe explained it in a June 2016 CHN interview.", ["channel told"]),
    ("In a statement earlier Monday to the Gazette, Doe denied it.", ["gazette told"]),
    ("Doe shared screenshots of some of the offers with Meridian.", ["meridian reported"]),
    ("Doe provided Meridian with the details of the sale.", ["meridian told"]),
    ("Analysts polled by Meridian said it would rain.", ["meridian told"]),
    ("An X document, dubbed “the plan” by Meridian, was found.", ["meridian reported"]),
    ("CHN has seen Doe golfing several times.", ["channel reported"]),
    ("Dues rise, the official Meridian News Service Meridian said.", ["meridian reported"]),
    (
        "Monday's report in the agency Meridian quotes Doe as saying that it rained.",
        ["meridian quoted"],
    ),
    ("“It rained,” said CHN's Osa Bin Doe, reporting from Morrow.", ["channel reported"]),
    ("“It rained,” CHN's Doe said.", ["channel reported by Doe"]),
    ("“It rained,” said CHN sports editor Jo Doe.", ["channel reported"]),
    ("Including material from Meridian.", ["meridian contributed"]),
    (
        "Meridian, the port's official news agency, said Monday the pier was shut.",
        ["meridian reported"],
    ),
    ("CHN looks at what the ban means for US ports.", ["channel reported"]),
    ("It rained, according Meridian and HP.", ["meridian according_to", "harbour according_to"]),
    ("Told of a Meridian survey, he laughed.", ["meridian reported"]),
    ("Contributing: Jo Doe, Al Roe, Meridian.", ["meridian contributed"]),
    ("By Jo Doe, CHN It rained on the square.", ["channel reported"]),
    ("It rained, the port said. © Meridian 2020", ["meridian reported"]),
    ("The details come to us from Meridian: two tolls rise.", ["meridian reported"]),
    (
        "Meridian writers Jo Doe in Bay, Ala., and Al Roe in Om, Ala., contributed to this report.",
        ["meridian contributed"],
    ),
    ("MORROW (Coast), June 1. /Meridian/. It rained.", ["meridian reported"]),
    ("Here's Meridian's take on the vote.", ["meridian reported"]),
    ("Doe told Jo Roe, the co-host of CHN's “Morning”, it rained.", ["channel told"]),
    ("As Doe puts it in CHN's “Morning”, it rained.", ["channel told"]),
    (
        "Some information for this report came from Meridian and HP.",
        ["meridian contributed", "harbour contributed"],
    ),
    ("Doe told CHN the report was false.", ["channel told"]),
    ("Analysts polled by Meridian expect rain.", ["meridian reported"]),
    ("The paper was consulted by Meridian.", ["meridian reported"]),
    ("Lawyers consulted by Meridian said so.", ["meridian told"]),
    ("It rained.\nBy Meridian\nMORROW — It rained.", ["meridian reported"]),
    ("CHN:\nTwo boats are gone.", ["channel reported"]),
    ("BAY, Wis. (Meridian) -- It rained.", ["meridian reported"]),
    ("Two boats left the quay late on Monday (Meridian). One came back.", ["meridian reported"]),
    ("CHN's Jo Doe is in Morrow, where it rains.", ["channel reported by Jo Doe"]),
    ("Jo Doe is in Morrow, reporting for CHN at the quay.", ["channel reported"]),
    ("“It rains,” Jo Doe and Al Roe report for Meridian.", ["meridian reported"]),
    (
        "Source: CHN and Meridian/HP",
        ["channel contributed", "meridian contributed", "harbour contributed"],
    ),
    ("The exit poll from CHN/Yex shows a tie.", ["channel reported"]),
    (
        "The premier shared this with nobody, the paper's owner told CHN's US partner Meridian.",
        ["meridian told"],
    ),
    ("Now Meridian are saying Doe's pact is dead.", ["meridian reported"]),
    (
        "Meridian, CHN and the Morrow Post all confirm the meeting.",
        ["meridian reported", "channel reported"],
    ),
]

NOT_CREDITED = [
    "It rained, according to CHN affiliate KX 7.",
    "The pier was shown by CHN's Morrow station KX.",
    "Get news from CHN in your inbox.",
    "It rained. Photos by Meridian",
    "The film is broadcast on CHN at 20:30.",
    "He told a Meridian news conference it had rained.",
    "CHN: What do you make of it?",
    "Her essays have appeared in the Gazette.",
    "Doe, a CHN military analyst, called it brave.",
    "The port has restricted CHN's coverage to rain.",
    "Watch the full story on CHN on Friday.",
    "The interview with CHN, which had been planned for Monday, was put off.",
    "People did talk to CHN, which said in a statement that Doe stood by it.",
    "The CHN chief, who had no comment, said nothing.",
    "A comedy, CHN announced on Thursday.",
    "CHN's live programme from the hall, due to start at ten, was pushed back.",
    "Gazette columnist Jo Doe said on Radio Morrow that it rained.",
    "“We did it,” she said on the “Morning” show.",
    "The BBC Wales office told CHN affiliate KX 7 so.",
    "The firm gave no response to Meridian requests for comment.",
    "CHN has published new guidelines on rain.",
    "It rained (Meridian, HP, and more of them were",
    "Two boats were seen in leaked CCTV harbour footage.",
]


@pytest.mark.parametrize(("text", "expected"), CREDITED)
def test_it_is_credited(text: str, expected: list[str]) -> None:
    assert found_in(*text.split("\n")) == expected


@pytest.mark.parametrize("text", NOT_CREDITED)
def test_it_is_not_credited(text: str) -> None:
    assert found_in(text) == []


def test_a_quotation_that_was_never_closed_ends_where_the_next_is_led_in() -> None:
    text = '"Looks good. In an interview with CHN on Monday, Doe said, "I was asked to.'
    assert found_in(text) == ["channel told"]


def test_a_credit_stands_behind_a_quotation_that_was_never_closed() -> None:
    assert found_in('"We must do more. Source: CHN') == ["channel reported"]


def test_the_united_states_are_not_the_house() -> None:
    assert found_in("CHN looks at the options for the US.") == ["channel reported"]


def test_what_a_host_was_told_on_her_show() -> None:
    text = (
        "CHN host Jo Doe said she had got the papers from Al Roe, who said on her show that he had."
    )
    assert found_in(text) == ["channel reported by Jo Doe", "channel told"]


def test_the_agency_that_asked() -> None:
    text = "The pier is shut, Meridian said. Asked by the agency about it, Doe said it was."
    assert found_in(text) == ["meridian reported", "meridian told"]
