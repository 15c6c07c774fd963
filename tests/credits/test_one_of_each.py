"""An entry proposes each attribution once, in the order of the text."""

from liveblog.credits import find_attributions
from tests.credits.sources import REGISTRY, found_in


def test_a_repeated_attribution_is_found_once() -> None:
    assert found_in("Closed, Meridian reported.", "Open, Meridian reported Friday.") == [
        "meridian reported"
    ]


def test_different_relations_of_one_source_are_both_found() -> None:
    assert found_in("A guard told Meridian so.", "Closed, Meridian reported.") == [
        "meridian told",
        "meridian reported",
    ]


def test_the_fuller_of_two_attributions_is_kept() -> None:
    assert found_in("Meridian reported it.", "Meridian reported it, citing Tellus.") == [
        "meridian reported via tellus"
    ]


def test_two_correspondents_are_two_attributions() -> None:
    assert found_in("TDN's Jane Doe reports.", "TDN's Juan Roe reports.") == [
        "tide own_report by Jane Doe",
        "tide own_report by Juan Roe",
    ]


def test_attributions_come_in_the_order_of_their_places() -> None:
    paragraphs = [
        "HP reported.",
        "A guard told ALP so, according to Meridian.",
        "Open Air reported.",
    ]
    found = find_attributions(paragraphs, REGISTRY)
    assert [each.source.slug for each in found] == ["harbour", "lumen", "meridian", "open-air"]
    assert [each.paragraph for each in found] == [0, 1, 1, 2]


def test_every_span_holds_the_text_it_says() -> None:
    paragraph = "A guard told ALP’s Jane Doe so, the\u00a0Harbour Press reported Thursday."
    for each in find_attributions([paragraph], REGISTRY):
        assert paragraph[each.start : each.end] == each.text
    assert [each.text for each in find_attributions([paragraph], REGISTRY)] == [
        "told ALP",
        "the\u00a0Harbour Press reported",
    ]


def test_a_long_text_is_read_to_its_end() -> None:
    paragraph = "The Meridian reporter left. " * 3000 + "Closed, Meridian reported."
    assert found_in(paragraph) == ["meridian reported"]
