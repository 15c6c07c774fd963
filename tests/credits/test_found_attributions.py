"""Every wording that credits a source is found, with the right relation."""

import pytest

from tests.credits.sources import found_in

REPORTED = {
    "Two ferries collided, Meridian reported.": "meridian reported",
    "Two ferries collided, Meridian reports.": "meridian reported",
    "Two ferries collided, Meridian reported Thursday.": "meridian reported",
    "Two ferries collided, Meridian reported on Thursday morning.": "meridian reported",
    "The Harbour Press reported Thursday that two ferries collided.": "harbour reported",
    "Two ferries collided, the Harbour Press reported.": "harbour reported",
    "Two ferries collided, HP reported.": "harbour reported",
    "The HP reports that two ferries collided.": "harbour reported",
    "Agence Lumen-Presse reported.": "lumen reported",
    "Agence Lumen-Presse (ALP) reported the collision.": "lumen reported",
    "Meridian has reported a collision.": "meridian reported",
    "Meridian also reported a collision.": "meridian reported",
    "Meridian first reported the collision.": "meridian reported",
    "Meridian earlier on Thursday reported a collision.": "meridian reported",
    "Meridian is reporting a collision.": "meridian reported",
    "Two ferries, as Meridian reported, collided.": "meridian reported",
    "On Thursday Meridian reported a collision.": "meridian reported",
    "But Meridian reported a collision.": "meridian reported",
    "The mayor resigned after Meridian reported on the ferries.": "meridian reported",
    "The collision, reported by Meridian, closed the port.": "meridian reported",
    "The collision was first reported by the Harbour Press.": "harbour reported",
    "The collision was first reported in The Morrow Gazette.": "gazette reported",
    "The mayor resigned, according to a letter seen by Meridian.": "meridian reported",
    "Photographs reviewed by The Harbour Press show two ferries.": "harbour reported",
    "The Estuary Independent reported on Twitter Thursday.": "estuary reported",
    "The cakes were sold, though, The Estuary Independent reports:": "estuary reported",
    "The Estuary Independent tweeted: The port is closed.": "estuary reported",
    "The vote was unanimous, reports The Morrow Gazette. It sits today.": "gazette reported",
    "Meridian said in a report that two ferries collided.": "meridian reported",
    "Meridian said in a lengthy investigation that the port knew.": "meridian reported",
    "The Harbour Press published this explainer about the port.": "harbour reported",
    "The Morrow Gazette published an interview with the mayor.": "gazette reported",
    "In a report by Meridian, the port is described as closed.": "meridian reported",
    "A Meridian report said the port was closed.": "meridian reported",
    "A Meridian investigation found that the port knew.": "meridian reported",
    "Meridian reporters at the scene saw two ferries.": "meridian reported",
    "An ALP journalist in Morrow heard three explosions.": "lumen reported",
    "Meridian, citing two officials, reported a collision.": "meridian reported",
    "Meridian said, citing two officials, that the port was closed.": "meridian reported",
    "Two ferries collided, said Meridian.": "meridian reported",
    "Two ferries collided, said a Meridian photographer at the scene.": "meridian reported",
    "The law was announced by state news agency Tellus on Sunday.": "tellus reported",
    "CHN has confirmed that the clip is real, although it has not established when.": (
        "channel reported"
    ),
    "The town is dark. CHN summed the night up with a headline: Homes lie in ruins.": (
        "channel reported"
    ),
    "Orlo left the town after The Morrow Gazette revealed its machines were used.": (
        "gazette reported"
    ),
    "Orlo wants to launch its first boat, Meridian said.": "meridian reported",
    "14:07 — Meridian: Harbour closes at noon.": "meridian reported",
    "(CHN)After two hours the boat turned back.": "channel reported",
    "MORROW, January 21. /TELLUS/. The port is closed.": "tellus reported",
    "Harbour to close ‘for good’ – Meridian": "meridian reported",
    "Harbour to close for good | The Morrow Gazette": "gazette reported",
    "The mayor rejected the version given by the Gazette, which reported he had left.": (
        "gazette reported"
    ),
    "The Gazette claims to have found a video of the collision.": "gazette reported",
    "The port is closed, as Meridian recently confirmed.": "meridian reported",
    "MORROW, Jordan (HP) — Two ferries collided.": "harbour reported",
    "MORROW (HP) Two ferries collided.": "harbour reported",
    "CHN's Jane Doe said the incoming parliament would face trouble.": (
        "channel reported by Jane Doe"
    ),
    "The Estuary Independent – a daily in Morrow – reported that the port was closed.": (
        "estuary reported"
    ),
    "In a report published on Friday, The Gazette said the board ignored its engineers.": (
        "gazette reported"
    ),
    "At least nine were held over what Tellus has described as a raft.": "tellus reported",
    "From Meridian:": "meridian reported",
    "Here is a line from Meridian: the junta says it has foiled an attack.": "meridian reported",
    "The adviser left hours after CHN published messages in which he mocked them.": (
        "channel reported"
    ),
    "Nine were hurt on the road to Morrow, police said. HP": "harbour reported",
    "— HP": "harbour reported",
    "Morrow and Orlo ministers to meet on ferries: Meridian": "meridian reported",
    "A witness from Meridian news agency saw two ferries.": "meridian reported",
    "Tellus News Agency reports.": "tellus reported",
    "Meridian and others reported that two ferries collided.": "meridian reported",
    "A reporter from Meridian, who stayed near the port, observed the rescue.": "meridian reported",
    "The Estuary Independent, an English-language paper, reported it.": "estuary reported",
    "Two ferries collided, Meridian said.": "meridian reported",
    "“The port is closed,” Meridian said Thursday.": "meridian reported",
    "Meridian has learned that the port will close.": "meridian reported",
    "state news agency Tellus reported.": "tellus reported",
    "The state-run Tellus news agency reported a collision.": "tellus reported",
    "Morrow's news agency (Tellus) reports several explosions.": "tellus reported",
    "Tellus Novosti reported a collision.": "tellus reported",
    "TELLUS reported a collision.": "tellus reported",
    "The port is closed, nws reported.": "nws reported",
    "TDN reported a collision.": "tide own_report",
    "A collision, Tide News reports, closed the port.": "tide own_report",
}

OTHERWISE = {
    "Meridian cited two officials as saying the port was closed.": "meridian quoted",
    "The harbour master gave CHN additional details.": "channel told",
    "The company refuted that claim to CHN.": "channel told",
    "She told the mass-circulation daily Gazette that she knew.": "gazette told",
    "He spoke in an interview broadcast on Friday on the Morrow service of CHN.": "channel told",
    "This article was written using material from the Meridian news agency.": (
        "meridian contributed"
    ),
    "The mayor was quoted by the state news agency, Tellus.": "tellus quoted",
    "Nobody was hurt, the mayor said as per news agency Meridian.": "meridian according_to",
    "On CHN's Morning programme, she declined to rule it out.": "channel told",
    "The mayor, who appeared on CHN in May, denied it.": "channel told",
    "A senator signaled to CHN that there was nothing in it.": "channel told",
    "Ferry sank within minutes, CHN told": "channel told",
    "She told the Morrowish News Agency (ALP) so.": "lumen told",
    "(With Meridian inputs)": "meridian contributed",
    "With a report from Meridian": "meridian contributed",
    "Officials were cited the next day by the South Korean news agency Meridian.": (
        "meridian quoted"
    ),
    "Meridian on 16 March cited a clerk as “lashing out” at the port.": "meridian quoted",
    "A clerk in Morrow gave the same toll to Meridian.": "meridian told",
    "But on CHN half an hour later he refused to rule it out.": "channel told",
    "— CHN's Jane Doe and Juan Roe contributed reporting.": "channel contributed by Jane Doe",
    "HP writers Jane Doe in Morrow; Juan Roe in Orlo contributed.": "harbour contributed",
    "CHN Meteorologist Jane Doe and Juan Roe contributed to this report.": "channel contributed",
    "(with Meridian)": "meridian contributed",
    "Additional reporting by Jane Doe and CHN Monitoring": "channel contributed",
    "Contributing: The Harbour Press": "harbour contributed",
    "Report supplied by Meridian.": "meridian contributed",
    "The port is closed, according to Meridian.": "meridian according_to",
    "Two ferries collided, per Meridian.": "meridian according_to",
    "According to Meridian, the port is closed.": "meridian according_to",
    "The port is closed, according to the Harbour Press.": "harbour according_to",
    "The port is closed, according to HP": "harbour according_to",
    "Closed, according to Radio Open Air/Radio Harbour.": "open-air according_to",
    "Closed, according to the state-owned Tellus news agency.": "tellus according_to",
    "Closed, according to an Agence Lumen-Presse report.": "lumen according_to",
    "Closed, according to a report in The Morrow Gazette.": "gazette according_to",
    "Closed, according to a new tally by Meridian.": "meridian according_to",
    "Officials told Agence Lumen-Presse Thursday that it is closed.": "lumen told",
    "A spokeswoman told Meridian. It closed at noon.": "meridian told",
    "The mayor told Morrow's state-owned Tellus news agency so.": "tellus told",
    "In an interview with CHN, the mayor said so.": "channel told",
    "The mayor, who spoke to Meridian by telephone, said so.": "meridian told",
    "The mayor has confirmed to The Harbour Press that it is closed.": "harbour told",
    "The ministry said so in a statement to Meridian.": "meridian told",
    "Meridian was told that the port is closed.": "meridian told",
    "The bank last month told Meridian it is working with the port.": "meridian told",
    "The mayor, quoted by Tellus, said so.": "tellus quoted",
    "Tellus quoted the mayor as saying so.": "tellus quoted",
    "Tellus quoted Ines Moreau as saying so.": "tellus quoted by Ines Moreau",
    "The ministry, citing Meridian, said so.": "meridian citing",
    "The paper wrote so, citing a report by the Tellus news agency.": "tellus citing",
    "Meridian contributed to this report.": "meridian contributed",
    "The Delta Institute, a think tank, said in its update that so.": "delta according_to",
    "The Delta Institute said the port is closed.": "delta according_to",
    "A think tank, the Delta Institute (DI), said so.": "delta according_to",
    "The latest update from the Delta Institute said so.": "delta according_to",
    "The Delta Institute reported that the port is closed.": "delta reported",
}


@pytest.mark.parametrize(("sentence", "expected"), REPORTED.items())
def test_a_report_is_found(sentence: str, expected: str) -> None:
    assert found_in(sentence) == [expected]


@pytest.mark.parametrize(("sentence", "expected"), OTHERWISE.items())
def test_other_relations_are_found(sentence: str, expected: str) -> None:
    assert found_in(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Meridian and The Harbour Press reported it.", ["meridian", "harbour"]),
        ("Meridian and ALP report it.", ["meridian", "lumen"]),
        ("HP, ALP and Meridian reported it.", ["harbour", "lumen", "meridian"]),
        ("according to Meridian and the Harbour Press.", ["meridian", "harbour"]),
        ("Meridian, HP, and ALP contributed to this report.", ["meridian", "harbour", "lumen"]),
    ],
)
def test_sources_that_share_a_verb_are_all_found(sentence: str, expected: list[str]) -> None:
    assert [each.partition(" ")[0] for each in found_in(sentence)] == expected


def test_the_teller_and_the_told_are_not_taken_for_a_list() -> None:
    assert found_in("The mayor told Tellus, Meridian reported.") == [
        "tellus told",
        "meridian reported",
    ]
