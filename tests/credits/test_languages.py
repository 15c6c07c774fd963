"""Credits in the language of the live blog."""

import pytest

from liveblog.credits import Credit, Relation, SourceKind, SourceName, attribution_text, credit_line
from liveblog.credits.languages import WORDINGS

NORTHWIRE = SourceName("northwire", "Northwire", "", SourceKind.WIRE_AGENCY)
ISLAND = SourceName("island", "The Island News", "Island", SourceKind.NEWSPAPER)
STATE = SourceName("eastline", "Eastline", "", SourceKind.WIRE_AGENCY, descriptor="state-run")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Some information in this report came from {}, Coastal and The Island News."),
        (
            "de",
            "Einige Informationen in diesem Bericht stammen von {}, Coastal und Island News.",
        ),
        (
            "fr",
            (
                "Certaines informations de cet article ont été fournies par {}, "
                "Coastal et Island News."
            ),
        ),
        (
            "es",
            "Parte de la información de este artículo procede de {}, Coastal e Island News.",
        ),
    ],
)
def test_the_credit_line_speaks_the_language_of_the_live_blog(language: str, line: str) -> None:
    names = ["Northwire", "Coastal", "The Island News"]
    assert credit_line(names, language=language) == line.format("Northwire")


@pytest.mark.parametrize("language", ["de-AT", "DE", "de"])
def test_a_region_takes_its_languages_words(language: str) -> None:
    assert " und " in credit_line(["Northwire", "Coastal"], language=language)


def test_a_language_nobody_wrote_a_table_for_is_credited_in_english() -> None:
    assert credit_line(["Northwire"], language="uk").startswith("Some information")


def test_nobody_credited_is_no_line_in_any_language() -> None:
    assert {credit_line([], language=language) for language in WORDINGS} == {""}


@pytest.mark.parametrize(
    ("last", "joined"),
    [("Interpress", "e"), ("Hispanoticias", "e"), ("Iowa Wire", "y"), ("Hielo", "y"), ("Sur", "y")],
)
def test_spanish_says_e_before_the_sound_of_i(last: str, joined: str) -> None:
    assert f"Northwire {joined} {last}." in credit_line(["Northwire", last], language="es")


@pytest.mark.parametrize(
    ("language", "credit", "text", "alone"),
    [
        ("de", Credit(NORTHWIRE, Relation.REPORTED, ISLAND),
         "Northwire berichtete unter Berufung auf Island News", None),
        ("de", Credit(ISLAND, Relation.ACCORDING_TO), "laut Island News", "Laut Island News"),
        ("de", Credit(NORTHWIRE, Relation.REPORTED, person="Ida Holm"),
         "Ida Holm (Northwire) berichtete", None),
        ("fr", Credit(NORTHWIRE, Relation.TOLD), "a déclaré à Northwire",
         "Propos recueillis par Northwire"),
        ("fr", Credit(NORTHWIRE, Relation.QUOTED, person="Ida Holm"),
         "Northwire a cité Ida Holm", None),
        ("es", Credit(NORTHWIRE, Relation.CITING, ISLAND), "citando a Northwire e Island News",
         "Citando a Northwire e Island News"),
        ("en", Credit(NORTHWIRE, Relation.TOLD), "told Northwire", "As told to Northwire"),
        ("es", Credit(STATE, Relation.REPORTED), "Eastline (state-run) informó", None),
    ],
)  # fmt: skip
def test_an_attribution_speaks_it_too(
    language: str, credit: Credit, text: str, alone: str | None
) -> None:
    assert attribution_text(credit, language=language) == text
    assert attribution_text(credit, language=language, alone=True) == (alone or text)


@pytest.mark.parametrize("language", WORDINGS)
@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("person", ["", "Ida Holm"])
@pytest.mark.parametrize("via", [None, ISLAND])
def test_every_table_has_words_for_every_relation(
    language: str, relation: Relation, person: str, via: SourceName | None
) -> None:
    text = attribution_text(Credit(NORTHWIRE, relation, via, person), language=language)
    assert "Northwire" in text
    assert "{" not in text
    assert person in text
    assert via is None or "Island News" in text
