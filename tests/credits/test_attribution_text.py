"""A credit in words, in AP manner."""

from dataclasses import replace

import pytest

from liveblog.credits import Credit, Relation, SourceKind, SourceName, attribution_text

REUTERS = SourceName("reuters", "Reuters", "Reuters", SourceKind.WIRE_AGENCY)
AP = SourceName("ap", "The Associated Press", "AP", SourceKind.WIRE_AGENCY)
AFP = SourceName("afp", "Agence France-Presse", "AFP", SourceKind.WIRE_AGENCY)
INTERFAX = SourceName("interfax", "Interfax", "Interfax", SourceKind.WIRE_AGENCY)
XINHUA = SourceName("xinhua", "Xinhua", "", SourceKind.WIRE_AGENCY, descriptor="state-run")
VOA = SourceName("voa", "VOA", "VOA", SourceKind.OWN_STAFF)


@pytest.mark.parametrize(
    ("credit", "text"),
    [
        (Credit(REUTERS, Relation.REPORTED), "Reuters reported"),
        (Credit(REUTERS, Relation.REPORTED, INTERFAX), "Reuters reported, citing Interfax"),
        (
            Credit(REUTERS, Relation.REPORTED, INTERFAX, via_verb="quoting"),
            "Reuters reported, quoting Interfax",
        ),
        (Credit(AP, Relation.REPORTED), "The Associated Press reported"),
        (Credit(AP, Relation.ACCORDING_TO), "according to The Associated Press"),
        (Credit(AFP, Relation.TOLD), "told Agence France-Presse"),
        (Credit(INTERFAX, Relation.CITING), "citing Interfax"),
        (Credit(INTERFAX, Relation.CITING, AFP), "citing Interfax and Agence France-Presse"),
        (Credit(INTERFAX, Relation.QUOTED), "quoted by Interfax"),
        (
            Credit(INTERFAX, Relation.QUOTED, person="Jane Doe"),
            "Interfax quoted Jane Doe as saying",
        ),
        (Credit(REUTERS, Relation.CONTRIBUTED), "Reuters contributed to this report"),
        (Credit(VOA, Relation.OWN_REPORT), "VOA reported"),
        (Credit(VOA, Relation.OWN_REPORT, person="Jane Doe"), "VOA's Jane Doe reported"),
        (
            Credit(VOA, Relation.CONTRIBUTED, person="Jane Doe"),
            "VOA's Jane Doe contributed to this report",
        ),
        (Credit(REUTERS, Relation.REPORTED, person="Jane Doe"), "Reuters' Jane Doe reported"),
        (Credit(AFP, Relation.TOLD, person="Jane Doe"), "told Agence France-Presse's Jane Doe"),
    ],
)
def test_each_relation_has_its_words(credit: Credit, text: str) -> None:
    assert attribution_text(credit) == text


def test_the_relation_may_be_the_stored_word() -> None:
    assert attribution_text(Credit(INTERFAX, "citing", AP)) == (
        "citing Interfax and The Associated Press"
    )


def test_later_mentions_use_the_short_name() -> None:
    credit = Credit(AP, Relation.REPORTED, AFP)
    assert attribution_text(credit, first_use=False) == "AP reported, citing AFP"


def test_a_descriptor_stands_before_the_name_on_first_use_only() -> None:
    credit = Credit(XINHUA, Relation.REPORTED)
    assert attribution_text(credit) == "state-run Xinhua reported"
    assert attribution_text(credit, first_use=False) == "Xinhua reported"
    daily = replace(XINHUA, name="The People's Paper")
    assert attribution_text(Credit(daily, Relation.REPORTED)) == (
        "state-run People's Paper reported"
    )
