"""The events in the life of an agency's item, each in every order its messages may arrive in:
embargoes, terms, rights, repeats.

What the chain stands at, what every entry that uses it is, which tasks are open and what may still
be published: none of it may depend on which wire was faster, but for what readers had seen.
"""

import pytest
from django.utils import timezone

from liveblog.models import WireItem, WireMessage
from tests.cast import again, allow
from tests.wire import files
from tests.wire.arriving import feed_of
from tests.wire.lifecycles import (
    ALL,
    GUID,
    LATER,
    MUCH_LATER,
    Newsroom,
    Told,
    changed,
    embargoed,
    g2,
    held,
    must_be_dead,
    orders,
    tasks,
    version,
)


@pytest.fixture
def told(story, blog, ada, northwire):
    return Told(story, blog, ada, northwire)


# 8 · embargo
UNPUBLISHED = {"draft": "draft", "citing draft": "draft", "own words": "published"}


@orders(one=embargoed(1), two=embargoed(2, MUCH_LATER))
def test_an_embargo_may_be_moved_later(told):
    assert (told.chain.embargo_until, told.chain.embargo_unsure) == (MUCH_LATER, False)
    assert told.may_publish() == "wait"
    assert told.states() == UNPUBLISHED


@orders(one=embargoed(1), two=version(2))
def test_a_later_version_lifts_an_embargo_and_publishes_nothing(told):
    assert told.may_publish() == "usable"
    if told.before("one", "two"):
        assert told.states() == UNPUBLISHED


@orders(one=version(1), two=embargoed(2), three=version(3))
def test_an_embargo_that_comes_late_takes_down_until_it_is_lifted(told):
    assert told.may_publish() == "usable"
    if told.before("one", "two", "three"):
        assert told.states() == ALL | {"published": "withdrawn", "scheduled": "in_review"}
        assert told.tasks() == tasks(release=("3", ("published",)))
    elif told.before("three", "two") and told.before("one", "two"):
        assert (told.states(), told.tasks()) == (ALL, {})


@pytest.mark.parametrize(
    "closed",
    [
        g2(2, meta="<embargoed/>"),
        g2(2, meta="<embargoed>2099-01-05T12:00:00</embargoed>"),
        g2(2, meta="<embargoed>tomorrow</embargoed>"),
        files.ninjs(uri=GUID, version=2, ednote="Embargoed until 0001 Friday").encode(),
    ],
    ids=["indefinite", "zone-less", "unreadable", "prose only"],
)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_embargo_without_a_certain_time_stays_closed(order, closed, blog, ada, northwire):
    room = Newsroom(blog, ada, northwire, feed_of(northwire))
    for each in order:
        room.hears([version(1), closed][each])
    assert room.chain.embargo_unsure
    assert room.may_publish() == "blocked"
    assert room.states().get("published") in (None, "withdrawn")


@orders(one=embargoed(1), hold=held(2), release=embargoed(3))
def test_neither_a_hold_nor_its_release_lifts_an_embargo(told):
    assert told.chain.embargo_until == LATER
    assert told.may_publish() == "wait"
    assert told.states() == UNPUBLISHED


# 9 · not for publication, 15 · tests and heartbeats
@orders(one=version(1, is_advisory=True), two=version(2, is_advisory=True))
def test_an_advisory_is_never_publishable(told):
    assert told.chain.is_advisory
    assert told.may_publish() == "blocked"
    assert "published" not in told.states()


@orders(test=files.ap(altids={"itemid": GUID}, version=1,
                      signals=["newscontent", "Test"]).encode(),
        heartbeat=files.ninjs(uri=GUID, version=3, headline="TEST TEST TEST").encode())  # fmt: skip
def test_a_test_message_is_no_news(told):
    assert told.chain.is_advisory
    assert "published" not in told.states()


# 10 · usage terms, 13 · onward syndication
@orders(one=version(1, usage_terms="No Use in Japan"), two=changed(2, usage_terms="Web only"))
def test_terms_are_those_of_the_version_used(told, client):
    allow(told.source, page="whole", public_api="none")
    assert told.first.usage_terms == "No Use in Japan"
    delta = client.get(f"/api/v1/blogs/{told.blog.slug}/changes/?since=0").json()
    bodies = {each["id"]: each.get("body_text") for each in delta["entries"]}
    assert bodies[str(told.entries["published"].public_id)] == ""
    assert bodies[str(told.entries["own words"].public_id)] == "Ferries are suspended."


# 11 · rights expiry, 12 · retention
def expired(room):
    entry = room.entries.get("published")
    if entry and again(entry).state == "published":
        type(entry).objects.filter(pk=entry.pk).update(rights_expired_at=timezone.now())


def purged(_):
    WireMessage.objects.update(raw=None, purged_at=timezone.now())


@orders(one=version(1), expired=expired, purged=purged, kill=g2(2, "stat:canceled"))
def test_what_has_expired_or_was_purged_is_killed_all_the_same(told):
    must_be_dead(told, used=told.before("one", "kill"))


# 14 · no longer relevant
@orders(one=version(1, expires_at=timezone.now()), two=changed(2, expires_at=timezone.now()))
def test_an_item_that_expires_takes_nothing_down(told):
    assert told.states() == ALL


# 16 · repeat on another service
@orders(one=version(1, services=["politics"]), repeat=version(1, services=["economy"], level=3))
def test_a_repeat_on_another_service_is_one_item_with_both(told):
    assert set(WireItem.objects.get(chain=told.chain).services) == {"politics", "economy"}
    assert (told.states(), told.tasks()) == (ALL, {})
