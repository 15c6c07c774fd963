"""Whether two texts say nearly the same: pairs made by hand, and what is said to colleagues."""

import json
from pathlib import Path

import pytest

from liveblog import likeness
from liveblog.likeness import gist_of, is_said, packed, unpacked

GISTS = Path(__file__).parent / "js" / "gists.json"

# The same sentence, as two editors type it from one agency.
SAME = [
    ("Explosions heard in central Kyiv.", "Explosions heard in central Kyiv, Northwire reports."),
    ("EXPLOSIONS HEARD IN CENTRAL KYIV", "Explosions heard in central Kyiv"),
    ("Northwire: Harbour closed until further notice", "Harbour closed until further notice"),
    (
        (
            "All ferries between the harbour and the islands are suspended until Friday, the port "
            "authority said."
        ),
        (
            "All ferries between the harbour and the islands are suspended until Friday, the port "
            "authority announced."
        ),
    ),
    (
        "At least 12 people were killed when a shell hit a market in Kherson, the governor said.",
        (
            "At least 12 people were killed when a shell hit a market in Kherson on Monday, the "
            "governor said, Northwire reported."
        ),
    ),
    (
        "The mayor’s office said the bridge would stay closed for 48 hours.",
        "The mayor's office said the bridge would stay closed for 48 hours!",
    ),
    (
        "Ukraine's air force shot down 20 of 24 drones overnight, it said. Two people were hurt.",
        "Ukraine’s air force shot down 20 of 24 drones overnight, it said.",
    ),
    # Two names for a reporter at the end of a long sentence.
    (
        (
            "The two sides agreed to exchange 200 prisoners of war at the border crossing north of "
            "the city on Thursday morning, Northwire reported."
        ),
        (
            "The two sides agreed to exchange 200 prisoners of war at the border crossing north of "
            "the city on Thursday morning, Coastal reported."
        ),
    ),
    ("Die Fähren fahren bis Freitag nicht mehr.", "Die Fahren fahren bis Freitag nicht mehr"),
    ("Мэр сообщил о трёх взрывах в порту.", "Мэр сообщил о трёх взрывах в порту утром"),
    ("渡船服务今天暂停。", "渡船服务今天暂停"),
    ("U.S. President arrives in Warsaw for talks.", "U.S. President arrives in Warsaw for talks"),
]
# Other news, or a later stand of it.
OTHER = [
    ("Explosions heard in central Kyiv.", "Explosions heard in central Kharkiv."),
    ("Kyiv was hit by drones overnight again.", "Kharkiv was hit by drones overnight again."),
    (
        "At least 12 people were killed when a shell hit a market in Kherson, the governor said.",
        "At least 15 people were killed when a shell hit a market in Kherson, the governor said.",
    ),
    ("At least two killed in market attack", "At least nine killed in market attack"),
    # A flash, and the update that follows it.
    (
        (
            "The mayor resigned this morning. He leads the city since 2014 and has been under "
            "investigation for a year. His deputy takes over until the election in May."
        ),
        "The mayor resigned this morning.",
    ),
    # An opening that many updates share, not finished yet.
    (
        "Ukraine's air force said on Monday",
        (
            "Ukraine's air force said on Monday that it had shot down all of the drones that were "
            "launched against the capital during the night."
        ),
    ),
    (
        "Russian forces shelled a residential area in Kherson on Monday morning, killing 1.",
        "Russian forces shelled a residential area in Kharkiv on Monday morning, killing 1.",
    ),
    # The same news in other words need not be found.
    (
        "All ferries to the islands are suspended until Friday.",
        "No boat will sail for the islands before the end of the week, the port says.",
    ),
    ("Ferries are suspended.", "Ferries are suspended."),  # too short to say anything
    ("", ""),
    ("Police clear the square in the old town.", "Police close the square in the new town."),
]


def said(mine, theirs):
    return is_said(gist_of(mine), gist_of(theirs))


@pytest.mark.parametrize(("mine", "theirs"), SAME)
def test_the_same_sentence_typed_twice_is_found(mine, theirs):
    assert said(mine, theirs) or said(theirs, mine)


@pytest.mark.parametrize(("mine", "theirs"), OTHER)
def test_other_news_is_left_alone(mine, theirs):
    assert not said(mine, theirs)


def test_of_what_editors_type_most_is_judged_rightly():
    found = [said(*pair) or said(*reversed(pair)) for pair in SAME]
    wrong = [said(*pair) for pair in OTHER]
    recall, precision = sum(found) / len(SAME), sum(found) / (sum(found) + sum(wrong))
    assert (recall, precision) == (1, 1)


def test_a_flash_in_the_middle_of_a_longer_update_is_said_already():
    longer = "It is raining all over the coast. The mayor resigned this morning, at 9. More soon."
    assert said("The mayor resigned this morning, at 9.", longer)
    assert not said(longer + " His deputy takes over until May, and nobody is glad.", longer[:34])


def test_what_is_typed_travels_as_numbers_and_comes_back():
    gist = gist_of(SAME[4][0])
    assert unpacked(json.loads(json.dumps(packed(gist)))) == gist


@pytest.mark.parametrize(
    "data",
    [
        None, {}, "x", [1], [[]], [[[1], [2]]], [[[-1], [], []]], [[[True], [], []]],
        [[["a"], [], []]], [[[2**32], [], []]], [[[1.5], [], []]],
        [[[], [], []]] * (likeness.MOST_SENTENCES + 1),
        [[[1] * (likeness.MOST_WORDS + 1), [], []]],
    ],
)  # fmt: skip
def test_what_is_no_gist_is_refused(data):
    with pytest.raises(ValueError, match=r"\."):
        unpacked(data)


def test_a_long_text_is_compared_by_its_beginning():
    words = " ".join(f"word{n}" for n in range(likeness.MOST_WORDS * 2))
    gist = gist_of(words)
    assert sum(len(each.runs) for each in gist) == likeness.MOST_WORDS - likeness.RUN + 1
    assert unpacked(packed(gist)) == gist


def test_browsers_make_the_same_numbers():
    """tests/js/likeness.test.js holds the script to the same file."""
    for text, numbers in json.loads(GISTS.read_text()):
        assert packed(gist_of(text)) == numbers, text


def test_the_file_for_browsers_has_every_pair():
    texts = {text for text, _ in json.loads(GISTS.read_text())}
    assert texts == {text for pair in SAME + OTHER for text in pair}
