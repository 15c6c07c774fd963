"""Small pieces said over and over, in front of a name and behind it: every text is read to its end.

No time is asserted; a pattern that tries every way of dividing such a text would not come back.
"""

import pytest

from liveblog.credits.find import find_attributions
from tests.credits.sources import REGISTRY

LEADS = (
    *(
        "",
        "(",
        "“x” ",
        "It rained. ",
        "It rained. (",
        "Source: ",
        "told ",
        "said ",
        "By ",
        "[",
        "ab/cd (",
    ),
    *(
        "according to ",
        "With ",
        "Reporting by ",
        "More ",
        "Analysts ",
        "interview ",
        "Media, including ",
    ),
)
PIECES = (
    *(
        "a ",
        "a, ",
        "a,",
        "Aa ",
        "Aa, ",
        "Aa and ",
        "a/",
        "Aa's ",
        "in Aa ",
        "who a, ",
        "A. ",
        "“a” ",
        "(a) ",
    ),
    *(
        ", ",
        "a by ",
        "Aa Aa, ",
        "on Monday ",
        "Meridian, ",
        "CHN and ",
        "the agency ",
        "Meridian (HP) ",
    ),
)
BEHIND = ("", " x (", " said", ", said", "'s", " (", " quoted", " contributed", ", who", " - ")
IN_FRONT, BEHIND_IT = 225, 270  # characters: nearly as many as are looked at beside a name


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_said_over_and_over_is_read_to_its_end(piece: str) -> None:
    many = piece * (IN_FRONT // len(piece))
    for lead in LEADS:
        for last in ("", "x "):
            find_attributions([f"{lead}{many}{last}Meridian said x"], REGISTRY)
    many = piece * (BEHIND_IT // len(piece))
    for behind in BEHIND:
        find_attributions([f"Meridian{behind} {many}x"], REGISTRY)
