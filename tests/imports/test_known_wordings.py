"""The wordings of the real series, with the names it uses."""

import pytest

from liveblog.imports.known_sources import known_sources
from tests.credits.sources import found_in

VOA = known_sources("VOA News")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Reuters reported", "reuters reported"),
        ("Reuters reports", "reuters reported"),
        ("reported by Reuters", "reuters reported"),
        ("The Associated Press reported Thursday", "associated-press reported"),
        ("Agence France-Presse reported", "agence-france-presse reported"),
        ("according to Reuters", "reuters according_to"),
        ("according to the Associated Press", "associated-press according_to"),
        ("according to the AP", "associated-press according_to"),
        ("according to Radio Free Europe/Radio Liberty", "rfe-rl according_to"),
        ("RFE/RL reports", "rfe-rl reported"),
        ("AFP reported", "agence-france-presse reported"),
        ("told Agence France-Presse Thursday", "agence-france-presse told"),
        ("the Kyiv Independent reported on Twitter", "kyiv-independent reported"),
        (
            "Reuters reported, quoting the Interfax news agency",
            "reuters reported via interfax",
        ),
        ("Reuters reported, citing Interfax", "reuters reported via interfax"),
        ("The AP reports, quoting the Kremlin", "associated-press reported"),
        (
            "VOA's U.N. correspondent Margaret Besheer reported",
            "voa own_report by Margaret Besheer",
        ),
        (
            "VOA’s U.N. correspondent Margaret Besheer reported",
            "voa own_report by Margaret Besheer",
        ),
        ("VOA's Jane Doe reports", "voa own_report by Jane Doe"),
        ("Reuters said in a report", "reuters reported"),
        ("The Associated Press published this explainer", "associated-press reported"),
        ("the ISW said in its assessment", "isw according_to"),
        ("Russia's state-owned RIA news agency reported", "ria reported"),
        ("reports The Washington Post", ""),
        ("Reuters said it would hire", ""),
        ("Reuterswerk reported", ""),
        ("APEC reported", ""),
        ("Thomson Reuters reported", ""),
        ("a former correspondent for Reuters reported", ""),
    ],
)
def test_each_wording_is_read_as_a_person_would(words: str, expected: str) -> None:
    assert found_in(f"{words}.", registry=VOA) == ([expected] if expected else [])
