"""An embargo that is over is told to editors. It publishes nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, WireChain, WireTask
from tests.cast import again, credit, draft_entry, publish_entry
from tests.wire.arriving import arrive, feed_of, killed

UNTIL = timezone.now() + timedelta(hours=2)
CLOSED = {"embargo_closed": True, "embargo_until": UNTIL}
FLAG = "The embargo on the item this is built from is over."


def lift(at=UNTIL, **limit):
    """What the worker does at a moment."""
    with time_machine.travel(at, tick=False):
        return actions.lift_due(**limit)


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def item(feed):
    return arrive(feed, **CLOSED)


def test_it_is_over_at_its_very_moment(item):
    assert lift(UNTIL - timedelta(microseconds=1)) == 0
    assert lift() == 1
    assert again(item.chain).lifted_at == again(item.chain).moved_at == UNTIL


def test_waiting_drafts_are_flagged_and_nothing_is_published(item, blog, ada):
    draft = draft_entry(blog, ada, built_from=item.pk)
    lift()
    entry = again(draft)
    assert (entry.state, entry.alert, entry.revision) == (Entry.State.DRAFT, FLAG, draft.revision)
    assert WireTask.objects.get().kind == "lifted"
    assert again(blog).version == blog.version


def test_it_is_told_once(item, feed, blog, ada):
    draft = draft_entry(blog, ada, built_from=item.pk)
    with time_machine.travel(UNTIL, tick=False):
        assert [actions.lift_due(), actions.lift_due()] == [1, 0]
        actions.acknowledge(user=ada, task_id=WireTask.objects.get().pk)
        arrive(feed, version="2", **CLOSED)
    assert WireTask.objects.filter(kind="lifted").count() == 1
    assert "new version" in again(draft).alert


def test_what_was_begun_afterwards_needs_no_telling(item, feed, blog, ada):
    now = timezone.now()
    WireChain.objects.update(embargo_until=now)
    actions.lift_due()
    draft_entry(blog, ada, built_from=item.pk)
    arrive(feed, version="2", embargo_closed=True, embargo_until=now)
    assert not WireTask.objects.filter(kind="lifted").exists()


def test_publishing_answers_it(item, feed, blog, ada):
    now = timezone.now()
    draft = draft_entry(blog, ada, built_from=item.pk)
    WireChain.objects.update(embargo_until=now)
    actions.lift_due()
    actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)
    assert WireTask.objects.get().closed_by == ada


def test_an_embargo_moved_later_is_lifted_later(item, feed):
    lift()
    later = UNTIL + timedelta(hours=1)
    arrive(feed, version="2", embargo_closed=True, embargo_until=later)
    assert lift(UNTIL + timedelta(minutes=1)) == 0
    assert lift(later) == 1


def test_a_killed_or_held_item_is_not_offered(item, feed):
    arrive(feed, version="2", pub_status="withheld", **CLOSED)
    assert lift() == 0
    killed(feed, version="3")
    assert lift() == 0


def test_an_embargo_nobody_knows_the_end_of_is_never_over(feed):
    arrive(feed, embargo_closed=True)
    assert lift(UNTIL + timedelta(days=999)) == 0


def test_citing_an_item_is_no_reason_to_be_told(item, blog, ada, northwire):
    draft_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    lift()
    assert not WireTask.objects.exists()


def test_a_piece_at_a_time(northwire):
    WireChain.objects.bulk_create(
        WireChain(source=northwire, guid=f"urn:northwire:{n}", embargo_until=UNTIL)
        for n in range(10_000)
    )
    assert lift(limit=30) == 30
    assert lift(limit=30) == 30
    assert WireChain.objects.filter(lifted_at=UNTIL).count() == 60


def test_an_update_that_a_late_embargo_took_down_is_offered_again(feed, blog, ada):
    entry = publish_entry(blog, ada, built_from=arrive(feed).pk)
    arrive(feed, version="2", **CLOSED)
    assert again(entry).state == Entry.State.WITHDRAWN
    lift()
    assert again(entry).state == Entry.State.WITHDRAWN
    waiting = set(WireTask.objects.filter(closed_at=None).values_list("kind", flat=True))
    assert waiting == {"update", "release"}


def test_what_a_published_update_carries_is_left_alone(item, blog, ada):
    WireChain.objects.update(embargo_until=None)
    entry = publish_entry(blog, ada, built_from=item.pk)
    WireChain.objects.update(embargo_until=UNTIL)
    lift()
    assert (again(entry).alert, again(entry).seq) == ("", entry.seq)
