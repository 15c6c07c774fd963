"""A source named once and meant again, and names that mean somebody else."""

import pytest

from tests.credits.sources import found_in


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["A guard told Meridian so. The agency quoted the mayor as saying he knew."],
            ["meridian told", "meridian quoted"],
        ),
        (
            [
                "A source told CHN so.",
                "The Harbourish channel quotes the source as saying it is over.",
            ],
            ["channel told", "channel quoted"],
        ),
        (
            ["The drill is over, Meridian reported. It quoted the admiral as saying he was glad."],
            ["meridian reported", "meridian quoted"],
        ),
        (
            ["CHN footage showed the fire, and a resident told the broadcaster that she ran."],
            ["channel reported", "channel told"],
        ),
        (
            ["Lawyers told The Morrow Gazette so; the newspaper has published video of the fire."],
            ["gazette told", "gazette reported"],
        ),
        (
            ["Officials told The Morrow Gazette so.", "Asked about the Gazette's report, he left."],
            ["gazette told", "gazette reported"],
        ),
    ],
)
def test_who_was_named_is_meant_again(paragraphs, expected) -> None:
    assert found_in(*paragraphs) == expected


@pytest.mark.parametrize(
    "text",
    [
        # plain "said" adds nothing to what was credited
        "A guard told Meridian so. The agency said the port was closed.",
        # another agency was named in between
        "A guard told Meridian so. A health agency met. The agency quoted him as saying no.",
        # a newspaper is no agency
        "A guard told Meridian so. The newspaper has published video of the fire.",
    ],
)
def test_what_may_be_somebody_else_is_not_taken_for_it(text) -> None:
    assert found_in(text) == ["meridian told"]


def test_the_agency_without_one_named_is_nobody() -> None:
    assert found_in("The agency quoted the mayor as saying he knew.") == []
