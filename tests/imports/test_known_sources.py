"""The table of agencies and outlets that every installation starts with."""

import pytest

from liveblog.credits import Relation, SourceKind, find_attributions
from liveblog.imports.known_sources import KNOWN_SOURCES, known_sources


def test_slugs_names_and_forms_belong_to_one_source_each() -> None:
    slugs = [source.slug for source in KNOWN_SOURCES]
    assert len(set(slugs)) == len(slugs)
    owners: dict[str, str] = {}
    for source in KNOWN_SOURCES:
        for name in (source.name, source.short_name, *source.forms):
            assert owners.setdefault(name.casefold(), source.slug) == source.slug


def test_every_kind_is_a_known_one() -> None:
    assert {source.kind for source in KNOWN_SOURCES} <= set(SourceKind)


@pytest.mark.parametrize("source", KNOWN_SOURCES, ids=lambda source: source.slug)
def test_every_source_is_recognised_by_each_of_its_names(source: object) -> None:
    assert source in KNOWN_SOURCES
    known = KNOWN_SOURCES[KNOWN_SOURCES.index(source)]  # type: ignore[arg-type]
    for name in (known.name, known.short_name, *known.forms):
        (found,) = find_attributions([f"It is open, according to {name}."], KNOWN_SOURCES)
        assert found.source == known


@pytest.mark.parametrize("byline", ["VOA News", "Voice of America", "By VOA"])
def test_the_house_of_the_byline_has_its_own_staff(byline: str) -> None:
    (found,) = find_attributions(["VOA's Jane Doe reports."], known_sources(byline))
    assert found.relation is Relation.OWN_REPORT


@pytest.mark.parametrize("byline", ["", "Tide News", "Savoan News"])
def test_for_other_houses_it_is_a_broadcaster_like_others(byline: str) -> None:
    (found,) = find_attributions(["VOA's Jane Doe reports."], known_sources(byline))
    assert found.relation is Relation.REPORTED
