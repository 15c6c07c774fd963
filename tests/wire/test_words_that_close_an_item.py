"""What only words say: an item they close, and the news that is about such words."""

import pytest

from tests.wire import files


def may(**fields):
    return files.may(files.ninjs(**fields))[0]


@pytest.mark.parametrize(
    "headline",
    [
        "EU extends arms embargo until 2027",
        "Oil embargo: what it means",
        "Sperrfrist im Mietrecht verlängert",
        "Hold, hold, hold: the referee's call",
        "Elimination of polio mandatory, WHO says",
        "Editors' note sparks row",
        "Minister put on hold",
        "Test flight succeeds",
    ],
)
def test_news_of_an_embargo_or_a_kill_is_news(headline):
    assert may(headline=headline) == "usable"


def test_the_embargo_a_story_is_about_closes_nothing():
    assert may(body_xhtml="<p>The bank imposed an embargo to stop arms.</p>") == "usable"
    assert may(ednote="The embargo has been lifted.") == "usable"


@pytest.mark.parametrize(
    "headline",
    [
        "*** EMBARGO *** Budget",
        "EMBARGOED UNTIL 0001 GMT: Budget",
        "Ferries - KILL",
        "PICTURE KILL: Ferries",
        "ANNULÉE - Ferries",
        "ANULADA: Ferries",
        "MELDUNG ZURÜCKGEZOGEN: Ferries",
        "WITHHOLD: Ferries",
        "DISREGARD: Ferries",
        "TEST - please ignore",
        "NOTE TO EDITORS: Ferries",
    ],
)
def test_a_headline_that_speaks_to_editors_closes_its_item(headline):
    assert may(headline=headline) == "blocked"


@pytest.mark.parametrize(
    "note",
    [
        "Embargo",
        "Do not publish before 1800 GMT",
        "Not for use before 1800 GMT",
        "Frei ab 18 Uhr",
        "Kill this story.",
        "The story has been withdrawn.",
        "Please disregard.",
        "MAGS OUT, ONLINE OUT",
    ],
)
def test_a_note_that_forbids_its_item_closes_it(note):
    assert may(ednote=note) == "blocked"


@pytest.mark.parametrize("slug", ["Ferries/KILL", "BC-NW--Ferries-HOLD"])
def test_a_slug_that_ends_in_a_kill_or_a_hold_closes_its_item(slug):
    assert may(slugline=slug) == "blocked"


def test_terms_that_forbid_the_web_close_an_item():
    assert may(usageterms="No online use.") == "blocked"
    assert may(usageterms="No online use in Japan.") == "usable"  # shown to whoever picks it
