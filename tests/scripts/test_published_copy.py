"""Published copy is read as it was published, and its labels are sound."""

import pytest

from liveblog.credits.names import Relation
from liveblog.imports.known_sources import KNOWN_SOURCES
from scripts.published_copy import labels, passage, readable


@pytest.mark.parametrize(
    ("stored", "published"),
    [
        ('"It rained,"?Doe said.', '"It rained," Doe said.'),
        ('the "boats"?came in', 'the "boats" came in'),
        ('the boats"?masts', "the boats' masts"),
        ('a boat"?mast', "a boat\ufffdmast"),
        ("It rained.-Doe said so.", "It rained. Doe said so."),
        ("It rained. Send Facebook Twitter Permalink", "It rained."),
    ],
)
def test_marks_that_the_data_has_lost_are_put_back(stored, published):
    assert readable(stored) == published


@pytest.mark.parametrize(
    ("stored", "published"),
    [
        ("Doe told CNN-in Morrow  it rained", "Doe told CNN in Morrow it rained"),
        ("Al Jazeera's-Jo Doe", "Al Jazeera's Jo Doe"),
        (
            "at the-pier was a build-up to the sit-in at noon",
            "at the pier was a build-up to the sit-in at noon",
        ),
        ("yes,-he said", "yes, he said"),
    ],
)
def test_spaces_that_the_data_has_lost_are_put_back(stored, published):
    assert passage(f" {stored} ", 0, len(stored) + 2) == published


def test_labels_are_sound():
    slugs = {source.slug for source in KNOWN_SOURCES}
    every = list(labels())
    assert len(every) > 1_900
    for label in every:
        assert label["start"] < label["end"]
        for each in label["attributions"]:
            assert {each["source"], each.get("via", each["source"])} <= slugs
            assert each["relation"] in set(Relation)
