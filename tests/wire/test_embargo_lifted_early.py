"""An agency lifts or moves its embargo by a new version: what waits for it is told, and waits no
longer for a time that does not hold any more. Nothing is published."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, WireTask
from tests.cast import again, publish_entry
from tests.wire.arriving import arrive, feed_of

UNTIL = timezone.now() + timedelta(hours=2)
HOUR = timedelta(hours=1)
FLAG = "The embargo on the item this is built from is over."


def closed(until=UNTIL):
    return {"embargo_closed": True, "embargo_until": until}


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def draft(feed, blog, ada):
    """Made in the inbox while the item was closed."""
    item = arrive(feed, **closed())
    return actions.use(user=ada, item_id=item.pk, blog_id=blog.pk).entry


def publish(entry, ada):
    now = again(entry)
    return actions.publish(user=ada, entry_id=entry.pk, revision=now.revision)


def test_it_is_offered_and_may_be_published(feed, draft, blog, ada):
    arrive(feed, version="2", body=draft.built_from.body)
    now = again(draft)
    assert (now.state, now.alert, now.embargo_until) == (Entry.State.DRAFT, FLAG, None)
    assert again(blog).version == blog.version
    task = WireTask.objects.get(closed_at=None)
    assert task.kind == "lifted"
    publish(draft, ada)
    assert again(task).answer == "Published"


def test_a_colleagues_save_is_not_refused_for_it(feed, draft, ada):
    arrive(feed, version="2")
    fields = {"headline": "Ferries go again"}
    actions.save_draft(user=ada, entry_id=draft.pk, revision=draft.revision, fields=fields)


def test_an_embargo_moved_moves_with_the_draft(feed, draft, ada):
    for number, until in (("2", UNTIL + HOUR), ("3", UNTIL - HOUR)):
        arrive(feed, version=number, **closed(until))
        assert again(draft).embargo_until == until
    assert not WireTask.objects.filter(kind="lifted").exists()
    with pytest.raises(actions.Blocked, match="Embargoed until"):
        publish(draft, ada)


def test_lifted_and_imposed_again_it_holds_again(feed, draft, ada):
    arrive(feed, version="2")
    arrive(feed, version="3", **closed())
    with pytest.raises(actions.Blocked, match="Embargoed until"):
        publish(draft, ada)
    arrive(feed, version="4")
    assert WireTask.objects.filter(kind="lifted").count() == 2
    publish(draft, ada)


def test_an_editors_own_embargo_stays(feed, draft, ada):
    own = UNTIL + 3 * HOUR
    fields = {"embargo_until": own}
    actions.save_draft(user=ada, entry_id=draft.pk, revision=draft.revision, fields=fields)
    arrive(feed, version="2")
    assert again(draft).embargo_until == own


def test_what_cites_it_is_free_too(feed, blog, ada):
    item = arrive(feed, **closed())
    entry = actions.cite(user=ada, item_id=item.pk, blog_id=blog.pk).entry
    arrive(feed, version="2")
    fields = {"body": "<p>Ferries are suspended.</p>"}
    now = again(entry)
    actions.publish(user=ada, entry_id=entry.pk, revision=now.revision, fields=fields)


def test_one_without_a_time_is_lifted_by_a_version_too(feed, blog, ada):
    item = arrive(feed, **closed(None))
    entry = actions.use(user=ada, item_id=item.pk, blog_id=blog.pk).entry
    arrive(feed, version="2")
    assert again(entry).alert == FLAG
    publish(entry, ada)


def test_an_older_version_lifts_nothing(feed, draft):
    arrive(feed, version="0")
    assert again(draft).embargo_until == UNTIL
    assert not WireTask.objects.exists()


def test_what_is_public_keeps_what_it_says(feed, blog, ada):
    over = timezone.now() - HOUR
    item = arrive(feed, **closed(over))
    entry = publish_entry(blog, ada, built_from=item.pk, embargo_until=over)
    arrive(feed, version="2")
    assert again(entry).embargo_until == over
