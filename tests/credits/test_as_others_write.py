"""Manners of crediting as local, foreign and aggregating desks have them."""

import pytest

from tests.credits import published_manners
from tests.credits.sources import found_in

CREDITED = [
    ("It rained, a port officer said.\n© Meridian", ["meridian reported"]),
    ("MORROW (Meridian and HP) -- It rained.", ["meridian reported", "harbour reported"]),
    ("MORROW (Meridian): It rained.", ["meridian reported"]),
    ("Morrow, Jun 11 (Meridian).- It rained.", ["meridian reported"]),
    ("Morrow, May 4, Meridian – It rained.", ["meridian reported"]),
    ("It rained, the port said. -Meridian", ["meridian reported"]),
    ("It rained, the port said. ― Meridian", ["meridian reported"]),
    ("It rained\nMeridian , Friday 9 May 2019", ["meridian reported"]),
    ("Meridian: port may again close its gates\nIt rained.", ["meridian reported"]),
    ("It rained. Source: Meridian", ["meridian reported"]),
    ("It rained. (Sources: Meridian, HP)", ["meridian contributed", "harbour contributed"]),
    ("It rained. Source: CHN and news agencies", ["channel contributed"]),
    ("It rained. – Meridian, Agencies", ["meridian contributed"]),
    ("It rained.\nWith Oslo Press, Meridian", ["meridian contributed"]),
    ("It rained. (Reporting by Meridian, writing by Jo Doe)", ["meridian contributed"]),
    (
        "Information for this article was contributed by Jo Doe and Al Roe of Meridian.",
        ["meridian contributed"],
    ),
    ("It rained, according to the “Gazette”.", ["gazette according_to"]),
    ("According to one Meridian report from the spring, it rained.", ["meridian according_to"]),
    ("CHN meteorologist Jo Doe predicted more rain.", ["channel reported by Jo Doe"]),
    (
        "Meridian's Jo Doe today said that Roe's public ferries should sail.",
        ["meridian reported by Jo Doe"],
    ),
    ("“It rains,” said chief pilot Jo Doe, who lives here, on CHN.", ["channel told"]),
    ("He claimed to CHN that it rained.", ["channel told"]),
    ("She informed Meridian last week that it rained.", ["meridian told"]),
    ("He said so in a handwritten letter to Meridian.", ["meridian told"]),
    ("The mayor stated in a comment for The Morrow Gazette that it rained.", ["gazette told"]),
    ("A guard asked Meridian: “Who counts us?”", ["meridian told"]),
    ("Meridian reported the owners as saying it rained.", ["meridian quoted"]),
    ("Meridian quoted local media reports.", ["meridian quoted"]),
    ("“It rains,” CHN quotes Roe.", ["channel quoted"]),
    ("It rained, reports Tide Radio referring to Meridian.", ["meridian citing"]),
    ("It rained, according to a magazine, which cited Meridian on Monday.", ["meridian citing"]),
    ("It rained, noted a journalist from Meridian.", ["meridian reported"]),
    ("Reports Jo Doe, correspondent for CHN.", ["channel reported"]),
    ("The pier is shut for good said the Gazette on Monday.", ["gazette reported"]),
    ("Meridian and other Morrow media said the pier was shut.", ["meridian reported"]),
    (
        "The pier is shut, HP, CHN and other outlets said, and rots.",
        ["harbour reported", "channel reported"],
    ),
    ("The Morrow Gazette and a local weekly said the pier was shut.", ["gazette reported"]),
    ("Meridian state news reported that it rained.", ["meridian reported"]),
    ("Meridian, Morrow's state news agency, published photos of it.", ["meridian reported"]),
    ("Meridian also clarified, citing officers, that the pier was shut.", ["meridian reported"]),
    ("Meridian reminded that the pass was shut.", ["meridian reported"]),
    ("The scheme, which was outlined by Meridian, was old.", ["meridian reported"]),
    ("The raid, which Meridian said was confirmed by a cook, failed.", ["meridian reported"]),
    ("The Tidish service of CHN reported that it rained.", ["channel reported"]),
]

NOT_CREDITED = [
    "Two bangs were heard on the mole. Meridian was not able to verify it.",
    "The marshal's staff would not answer questions from Meridian.",
    "He declined to comment to Meridian.",
    "CHN's camera crew, who were filming a wedding, were sent home.",
    "CHN has announced plans to close two studios.",
    "CHN showed nothing else for hours.",
    "You can read the full interview in Thursday's Gazette.",
    "The army said it was looking into the strike on the CHN crew.",
    "The doctors said a Meridian cameraman had been killed.",
]


@pytest.mark.parametrize(("text", "expected"), [*CREDITED, *published_manners.CREDITED])
def test_it_is_credited(text: str, expected: list[str]) -> None:
    assert found_in(*text.split("\n")) == expected


@pytest.mark.parametrize("text", [*NOT_CREDITED, *published_manners.NOT_CREDITED])
def test_it_is_not_credited(text: str) -> None:
    assert found_in(text) == []


def test_a_short_name_that_the_text_gives_is_known_from_there() -> None:
    paragraphs = ["It rained, The Estuary Independent (TEI) reported.", "Cooks told TEI so."]
    assert found_in(*paragraphs) == ["estuary reported", "estuary told"]
    assert found_in("Cooks told TEI so.") == []


def test_the_land_behind_a_name_is_no_short_name_of_it() -> None:
    assert found_in("It rained, Meridian (UK) reported. A guard told UK ministers so.") == [
        "meridian reported"
    ]


def test_a_name_that_spells_its_own_initials_is_no_other_meaning() -> None:
    text = "“No,” he told the Coast Harbour News (CHN). The CHN report named nobody."
    assert found_in(text)[0] == "channel told"


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
