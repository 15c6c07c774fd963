"""One item by several feeds: each counts as far as it may, whichever of them was first."""

import pytest

from liveblog import actions
from liveblog.models import Entry, WireItem, WireTask
from liveblog.wire.intake import take_in
from tests.cast import again, publish_entry
from tests.wire import files
from tests.wire.arriving import arrive, feed_of, killed
from tests.wire.lifecycles import InProcess, held

State = Entry.State
HERS = "urn:northwire:1"


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def public_feed(northwire):
    """The same agency's, for everybody: it may not retract."""
    return feed_of(northwire, retracts=[])


@pytest.fixture
def joint(northwire, coastal):
    """Coastal's, which brings what Northwire retracts too."""
    return feed_of(coastal, retracts=[northwire, coastal])


@pytest.fixture
def built(feed, blog, ada):
    return publish_entry(blog, ada, built_from=arrive(feed).pk)


def asked():
    return WireTask.objects.filter(kind="match", closed_at=None)


def test_a_kill_that_came_by_a_feed_that_may_not_counts_when_one_that_may_repeats_it(
    feed, public_feed, built
):
    killed(public_feed)
    assert again(built).state == State.PUBLISHED
    killed(feed)
    assert again(built).state == State.KILLED
    assert WireItem.objects.filter(pub_status="canceled").count() == 1
    assert not asked().exists()


def test_and_so_do_a_hold_and_its_release(feed, public_feed, built):
    for each in (public_feed, feed):
        arrive(each, **held(2))
    assert again(built).state == State.WITHDRAWN
    arrive(public_feed, version="3")
    assert not WireTask.objects.filter(kind="release").exists()
    arrive(feed, version="3")
    assert WireTask.objects.get(kind="release").entry == built


def test_a_kill_is_heard_when_its_feed_has_been_given_the_right_to_it(
    public_feed, northwire, blog, ada, chi
):
    story, kill = (files.ninjs(pubstatus=each).encode() for each in ("usable", "canceled"))
    (item,) = take_in(public_feed, "1", story, InProcess()).new
    entry = publish_entry(blog, ada, built_from=item.pk)
    take_in(public_feed, "2", kill, InProcess())
    take_in(public_feed, "2", kill, InProcess())
    assert again(entry).state == State.PUBLISHED
    fields = {"retracts": [northwire.pk]}
    actions.edit_feed(user=chi, feed_id=public_feed.pk, revision=1, fields=fields)
    take_in(again(public_feed), "2", kill, InProcess())
    assert again(entry).state == State.KILLED


def test_a_feed_that_is_given_a_right_is_asked_for_everything_again(feed, northwire, coastal, chi):
    def kept_after(*sources):
        type(feed).objects.update(etag='"1"')
        now, fields = again(feed), {"retracts": [source.pk for source in sources]}
        actions.edit_feed(user=chi, feed_id=feed.pk, revision=now.revision, fields=fields)
        return again(feed).etag

    assert kept_after(northwire) == '"1"'
    assert kept_after(northwire, coastal) == ""


def test_whoever_may_correct_anothers_item_is_heard(built, joint):
    arrive(joint, version="2", signals=["correction"])
    task = WireTask.objects.get(kind="correction")
    assert (task.entry, task.item.chain) == (built, again(built).built_from.chain)


def test_a_correction_of_what_another_never_sent_makes_no_item_of_theirs(joint, northwire):
    arrive(joint, version="2", signals=["correction"])
    assert not northwire.chains.exists()


def test_anothers_kill_of_the_same_guid_is_asked_about(built, coastal):
    killed(feed_of(coastal))
    assert again(built).state == State.PUBLISHED
    task = asked().get()
    assert [each.chain for each in actions.candidates_for(task.pk)] == [built.built_from.chain]


def test_also_if_the_kill_was_first(feed, coastal, blog, ada):
    killed(feed_of(coastal))
    assert not asked().exists()
    publish_entry(blog, ada, built_from=arrive(feed).pk)
    arrive(feed, version="3")
    assert asked().get().item.chain.source == coastal


def test_a_joint_kill_leaves_nothing_to_ask(built, joint):
    killed(joint)
    assert again(built).state == State.KILLED
    assert not asked().exists()
