"""The rows above a telegram's text, in each agency's manner: every one into its own field."""

import pytest

from tests.wire import files

TYPESET = (
    "^BC-NW--Ferries, 1st Ld-Writethru,416<\n^Ferries suspended as storm reaches harbor\n"
    "for the second night<\n^AP Photo NWS101, NWS102<\n^(Eds: Updates. With photos.)<\n"
    "^All ferries are suspended until morning. The harbor office said so.<\n^By JANE DOE=\n"
    "^Northwire Writer=\n\t   OSLO (NW) _ All is quiet. \n \n\t   1. HARBOR \n\t   It is shut. \n\n"
    "\t   NW-WF-03-02-26 2134GMT<\n\n"
)
ANPA = f"a0123northwire\nr i BC-NW--Ferries 1stLd-Writethru   03-02 0416\n{TYPESET}"
LEADS = (
    "nwi0003 3 i 380  nw 0045\n\nHarbor/storm/ferries/\nREFILE\n1ST LEAD\nFerries suspended as\n"
    "storm reaches harbor\nBy Jane Doe, nw =\n\nOslo (nw) - All ferries are suspended\n"
    "until morning.\n\n# Notebook\n\n- Editing by: Ann Bee <ann@northwire.example>\n\n"
    "022134 GMT Dez 26\n"
)


@pytest.mark.parametrize(
    "data",
    [ANPA, "\x16\x01" + ANPA.replace("\n^BC", "\n\x02^BC") + "\x03\x04"],
    ids=["without", "with"],
)
def test_typeset_rows_are_parted(data):
    found = files.item(data)
    assert found.headline == "Ferries suspended as storm reaches harbor for the second night"
    assert found.byline == "By JANE DOE, Northwire Writer"
    assert found.ed_note.split("\n") == [
        "AP Photo NWS101, NWS102",
        "(Eds: Updates. With photos.)",
        "All ferries are suspended until morning. The harbor office said so.",
    ]
    assert found.body_html == "<p>All is quiet.</p><p>1. HARBOR</p><p>It is shut.</p>"
    assert (found.dateline, found.take) == ("OSLO (NW) _", "1stLd-Writethru")


def test_when_it_was_sent_is_read_from_the_last_row_of_a_text_without_marks():
    found = files.item(ANPA)
    assert found.version_at.isoformat() == "2026-03-02T21:34:00+00:00"
    assert found.guid == "iptc7901:a:0123:2026-03-02"


@pytest.mark.parametrize(
    "data", [LEADS, "\x01" + LEADS.replace("\n\nHarbor", "\n\n\x02Harbor") + "\x04"]
)
def test_keywords_versions_and_names_are_no_headline(data):
    found = files.item(data)
    assert found.headline == "Ferries suspended as storm reaches harbor"
    assert (found.slugline, found.take) == ("Harbor/storm/ferries", "REFILE 1ST LEAD")
    assert (found.byline, found.source) == ("By Jane Doe, nw", "nw")
    assert found.body_html == "<p>All ferries are suspended until morning.</p>"
    assert "ann@northwire.example" in found.ed_note
    assert "update" in found.signals


def test_german_months_are_read():
    assert files.item(LEADS).version_at.isoformat() == "2026-12-02T21:34:00+00:00"


def test_keywords_on_a_row_of_their_own_are_the_slug():
    text = (
        "\nnwf037 4 su 174 nwf 1388\n\nFrais\n\nFrais: le rapport\narrive = \n\nOslo (nwf) Le vent."
    )
    found = files.item(text)
    assert (found.slugline, found.headline) == ("Frais", "Frais: le rapport arrive")
    assert (found.dateline, found.body_html) == ("Oslo (nwf)", "<p>Le vent.</p>")


def test_a_slug_that_is_said_again_above_the_headline_is_none_of_it():
    text = (
        "a0105NORTHnonw-\nu s BC-Ferries   02-03 0344\nBC-Ferries\nFerries: all suspended+\n"
        "     OSLO, March 2 Northwire - All is quiet.\n     More.\n==Northwire\n"
        "NWI-21:37-02-03-26\n"
    )
    found = files.item(text)
    assert (found.slugline, found.headline) == ("BC-Ferries", "Ferries: all suspended")
    assert found.body_html == "<p>All is quiet.</p><p>More.</p>"
    assert found.version_at.isoformat() == "2026-03-02T21:37:00+00:00"


def test_words_with_an_angle_bracket_are_no_broken_xml():
    from liveblog.wire import formats
    from liveblog.wire.parsed import Around, Unreadable

    with pytest.raises(Unreadable, match="in no format that is read here"):
        formats.parse(b"ZCZC NW1\nWEIGHTS <!\n<DERBY 2400M .=!\nNNNN\n", Around())


def of_numbers(start, size=4000):
    """Bytes without any order, as in a picture or an archive."""
    import random

    return start + random.Random(7).randbytes(size)


@pytest.mark.parametrize(
    "start",
    [
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00H",
        b"\x1f\x8b\x08\x08\x01",
        b"\x7fELF\x02\x01\x01",
        b"",
    ],
    ids=["picture", "compressed", "program", "numbers"],
)
def test_what_is_no_text_is_no_telegram(start):
    from liveblog.wire import formats
    from liveblog.wire.parsed import Around, Unreadable

    with pytest.raises(Unreadable, match="no text"):
        formats.parse(of_numbers(start + b"\x01\x02"), Around())


def test_fillers_and_marks_of_a_telegraph_are_text():
    data = (
        "\x16" * 40
        + files.telegram(text="Flut =\r\n   Es regnet.\x07\x07\x07\x07\x07")
        + "\x16" * 40
    )
    assert files.item(data).headline == "Flut"
