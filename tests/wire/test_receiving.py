"""What an agency's item does to the entries built from it, and to those that cite it."""

import pytest

from liveblog import actions
from liveblog.models import Entry, WireChain, WireItem, WireTask
from tests.cast import again, credit, draft_entry, publish_entry
from tests.wire.arriving import arrive, feed_of, killed


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


def test_the_same_version_again_is_the_same_row(feed):
    first = arrive(feed)
    assert arrive(feed).pk == first.pk
    assert WireItem.objects.count() == 1


def test_a_kill_takes_what_is_built_from_it_and_what_cites_it(feed, blog, ada, northwire):
    item = arrive(feed)
    built = publish_entry(blog, ada, built_from=item.pk)
    draft = draft_entry(blog, ada, built_from=item.pk)
    citing = publish_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    own = publish_entry(blog, ada, attributions=[credit(northwire)])
    killed(feed)
    assert again(built).state == again(draft).state == Entry.State.KILLED
    assert again(citing).state == Entry.State.WITHDRAWN
    assert "Northwire has killed" in again(citing).alert
    assert again(own).state == Entry.State.PUBLISHED
    told = WireTask.objects.filter(kind="kill").values_list("entry", flat=True)
    assert set(told) == {built.pk, draft.pk, citing.pk}


def test_a_kill_before_the_item_is_remembered(feed, blog, ada):
    killed(feed, version="7")
    item = arrive(feed, version="1")
    assert item.chain.pub_status == "canceled"
    with pytest.raises(actions.Blocked, match="killed"):
        publish_entry(blog, ada, built_from=item.pk)


def test_nothing_unkills(feed):
    item = arrive(feed)
    killed(feed)
    later = arrive(feed, version="3")
    assert again(item.chain).pub_status == "canceled"
    assert "stays killed" in later.warnings[-1]


def test_a_hold_withdraws_and_its_release_is_offered(feed, blog, ada):
    item = arrive(feed)
    entry = publish_entry(blog, ada, built_from=item.pk)
    arrive(feed, version="2", pub_status="withheld", body="")
    assert again(entry).state == Entry.State.WITHDRAWN
    arrive(feed, version="3")
    entry = again(entry)
    assert entry.state == Entry.State.WITHDRAWN
    assert WireTask.objects.get(kind="release", closed_at=None).entry == entry
    actions.restore(user=ada, entry_id=entry.pk, revision=entry.revision)
    assert again(entry).state == Entry.State.PUBLISHED


def test_a_correction_and_an_update_are_put_before_the_editors(feed, blog, ada):
    item = arrive(feed)
    entry = publish_entry(blog, ada, built_from=item.pk)
    seen = again(entry)
    arrive(feed, version="2", body="<p>Most ferries are suspended.</p>")
    arrive(feed, version="3", signals=["correction"])
    now = again(entry)
    assert (now.body, now.revision, now.seq) == (seen.body, seen.revision, seen.seq)
    open_tasks = WireTask.objects.filter(entry=entry, closed_at=None)
    assert set(open_tasks.values_list("kind", flat=True)) == {"correction"}, "it is the newest"
    assert "corrected" in now.alert


def test_a_feed_that_may_not_kill_is_asked_about(feed, northwire, blog, ada):
    item = arrive(feed)
    entry = publish_entry(blog, ada, built_from=item.pk)
    killed(feed_of(northwire, retracts=[]))
    assert again(entry).state == Entry.State.PUBLISHED
    assert WireTask.objects.get().kind == "match"


def test_another_providers_item_of_the_same_guid_is_another_story(feed, coastal, blog, ada):
    item = arrive(feed)
    entry = publish_entry(blog, ada, built_from=item.pk)
    killed(feed_of(coastal))
    assert again(entry).state == Entry.State.PUBLISHED
    assert WireChain.objects.count() == 2


def test_ten_comes_after_nine(feed):
    arrive(feed, version="10", headline="Ten")
    item = arrive(feed, version="9", headline="Nine")
    assert again(item.chain).newest.headline == "Ten"


def test_an_attribution_sent_back_by_a_form_stays_bound_to_its_item(feed, blog, ada, northwire):
    item = arrive(feed)
    entry = publish_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    fields = {"attributions": [credit(northwire, "according_to")]}
    entry = actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    assert entry.attributions.get().item == item
    fields = {"attributions": []}
    entry = actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    killed(feed)
    assert again(entry).state == Entry.State.PUBLISHED


def test_what_cites_a_killed_item_is_not_published(feed, blog, ada, northwire):
    item = arrive(feed)
    draft = draft_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    killed(feed)
    draft = again(draft)
    with pytest.raises(actions.Blocked, match="killed an item this cites"):
        actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)
    fields = {"attributions": []}
    actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision, fields=fields)
    assert again(draft).state == Entry.State.PUBLISHED
