"""A kill in words alone: the item it means comes first among those that are offered."""

from datetime import timedelta

import pytest

from liveblog import actions
from liveblog.advisories import Message, Story, matches
from liveblog.models import WireTask
from tests.cast import credit, publish_entry
from tests.wire.arriving import AT, arrive, feed_of, killed

HOUR = timedelta(hours=1)
NORTHWIRE, COASTAL = 1, 2


def story(key, **fields):
    values = {"guid": f"urn:northwire:x{key}", "slugline": "", "take": "", "headline": "",
              "provider": NORTHWIRE, "at": AT - HOUR}  # fmt: skip
    return Story(key, **(values | fields))


STORIES = [
    story(1, slugline="BC-Harbor-Ferries", take="V9991", headline="Ferries suspended in storm"),
    story(2, slugline="BC-Harbor-Ferries", take="V9990", headline="Ferries to sail at noon"),
    story(3, slugline="Harbor-Bridge", headline="Bridge closed for the night"),
    story(4, guid="iptc7901:nw:157:2023-01-05", slugline="Wetter/Sturm", headline="Sturm an Küste"),
    story(5, guid="iptc7901:nw:158:2023-01-05", slugline="Wetter/Nebel", headline="Nebel am Hafen"),
    story(6, guid="urn:northwire:20230105:storm-eleven", headline="Waves of eleven meters at pier"),
    story(7, slugline="BC-Harbor-Ferries", take="V9991", provider=COASTAL, at=AT - 100 * HOUR),
    story(8, slugline="Parliament-Budget", headline="Parliament passes budget after long night"),
]


def best(text, stories=STORIES):
    found = matches(Message(text, frozenset({NORTHWIRE}), AT), stories)
    return [match.key for match in found]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Please kill the story Harbor-Ferries, V9991. A kill is mandatory.", 1),
        ("BC-Harbor-Ferries-KILL Kill the story slugged BC-Harbor-Ferries, V9990 of Thursday.", 2),
        ("BULLETIN KILL Eds: Please kill the story Harbor-Bridge. The bridge is open.", 3),
        ("Bitte die Meldung nw 157 nicht verwenden", 4),
        ("Please kill item nw 157", 4),
        ("Achtung Redaktionen: Please kill item nw158 (Wetter/Nebel)", 5),
        ("KILL KILL KILL urn:northwire:20230105:storm-eleven", 6),
        ("STORY WITHDRAWN: Parliament passes budget after long night", 8),
        ("Kill the story about suspended ferries in a storm", 1),
        ("Please kill the story headlined “Waves of eleven meters at pier”.", 6),
    ],
)
def test_what_is_named_comes_first(text, key):
    assert best(text)[0] == key


def test_the_other_providers_and_older_ones_come_later():
    found = best("Please kill the story Harbor-Ferries, V9991")
    assert found.index(1) < found.index(7)


@pytest.mark.parametrize(
    "text",
    [
        "Please kill the story Airport-Snow, V1234",
        "A kill is mandatory.",
        "Please kill item nw 1570",
        "",
    ],
)
def test_what_shares_nothing_is_not_offered(text):
    assert best(text) == []


def test_what_it_shares_is_said():
    (first, *_) = matches(
        Message("Please kill the story Harbor-Ferries, V9991", frozenset({NORTHWIRE}), AT), STORIES
    )
    assert first.why == "slug, number 9991"


def test_a_date_or_a_long_key_in_a_guid_is_no_number():
    dated = [story(1, guid="urn:northwire:20230105:20230105-4711abcdef0123")]
    assert best("Please kill item 20230105", dated) == []


def test_at_most_as_many_as_asked_for():
    many = [story(n, slugline="Harbor-Ferries") for n in range(50)]
    assert len(best("Please kill the story Harbor-Ferries", many)) == 10


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


def offered():
    task = WireTask.objects.get(kind="match")
    return [found.chain for found in actions.candidates_for(task.pk)]


def advisory(feed, headline="Please kill the story Harbor-Ferries, V9991"):
    said = {"headline": headline, "body": "", "signals": ["kill", "advisory"]}
    return arrive(feed, "urn:northwire:advisory", is_advisory=True, **said)


def test_the_chains_of_the_store_are_offered(feed):
    item = arrive(feed, slugline="Harbor-Ferries", take="V9991")
    arrive(feed, "urn:northwire:2", slugline="Parliament", headline="Budget passed")
    advisory(feed)
    assert offered() == [item.chain]


def test_the_message_itself_and_what_is_killed_already_are_not(feed):
    arrive(feed, slugline="Harbor-Ferries", take="V9991")
    killed(feed)
    advisory(feed)
    assert offered() == []


def test_what_is_in_use_is_offered_however_old(feed, blog, ada, northwire):
    item = arrive(feed, slugline="Harbor-Ferries", take="V9991")
    publish_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    type(item.chain).objects.update(moved_at=AT - 9999 * HOUR)
    advisory(feed)
    assert offered() == [item.chain]


def test_a_kill_by_a_feed_that_may_not_offers_the_item_it_named(feed, northwire):
    item = arrive(feed)
    killed(feed_of(northwire, retracts=[]))
    assert offered() == [item.chain]


def test_a_kill_in_words_as_a_version_of_the_story_means_the_story(feed):
    item = arrive(feed)
    said = {"headline": "KILL KILL KILL", "body": "", "signals": ["kill", "advisory"]}
    arrive(feed, version="2", is_advisory=True, **said)
    assert offered() == [item.chain]


def test_an_unknown_task_is_refused(db):
    with pytest.raises(actions.NotFound):
        actions.candidates_for(1)
