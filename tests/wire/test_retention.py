"""What agencies sent is kept no longer than their feeds say; what was used stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.models import WireChain, WireItem, WireMessage, WireTask, WireWords
from tests.cast import again, credit, draft_entry, publish_entry
from tests.wire.arriving import AT, arrive, feed_of, killed

MONTH = timedelta(days=30)


@pytest.fixture
def feed(northwire):
    return feed_of(northwire, retention_days=30)


def purge(after=MONTH, **limit):
    """As it will be so long from now."""
    return actions.purge_due(now=timezone.now() + after, **limit)


def file_of(feed, n=1):
    return WireMessage.objects.create(
        feed=feed, name=f"{n}.xml", digest=str(n), size=1, raw=b"x", received_at=timezone.now()
    )


def test_a_file_is_emptied_at_the_end_of_its_days_and_remembered(feed):
    message = file_of(feed)
    at = message.received_at + MONTH
    assert actions.purge_due(now=at - timedelta(microseconds=1)) == 0
    assert actions.purge_due(now=at) == 1
    assert (again(message).raw, again(message).purged_at) == (None, at)
    assert actions.purge_due(now=at) == 0


def test_an_unused_item_goes_and_its_chain_stays(feed):
    item = arrive(feed)
    assert purge() == 1
    chain = WireChain.objects.get()
    assert (chain.pk, chain.newest) == (item.chain_id, None)
    assert not WireItem.objects.exists()
    assert not WireWords.objects.exists()


def test_all_versions_go(feed):
    arrive(feed)
    arrive(feed, version="2")
    assert purge() + purge() == 2
    assert not WireItem.objects.exists()


@pytest.mark.parametrize("use", ["built from", "cited", "a draft", "its picture"])
def test_what_is_used_stays(feed, blog, ada, northwire, picture, use):
    item = arrive(feed)
    if use == "built from":
        publish_entry(blog, ada, built_from=item.pk)
    elif use == "cited":
        publish_entry(blog, ada, attributions=[{**credit(northwire), "item": item.pk}])
    elif use == "a draft":
        draft_entry(blog, ada, built_from=item.pk)
    else:
        picture(wire_item=item)
    assert purge() == 0
    assert again(item.chain).newest == item


def test_what_an_editor_was_told_about_stays(feed):
    item = arrive(feed, signals=["kill", "advisory"], is_advisory=True)
    assert WireTask.objects.get().item == item
    assert purge() == 0


def test_a_kill_outlives_what_it_killed(feed, blog, ada):
    arrive(feed)
    killed(feed)
    purge()
    purge()
    assert not WireItem.objects.exists()
    item = arrive(feed, version="3")
    assert again(item.chain).pub_status == "canceled"


def test_the_killed_copy_of_an_update_is_the_audit_copy_and_stays(feed, blog, ada):
    item = arrive(feed)
    publish_entry(blog, ada, built_from=item.pk)
    killed(feed)
    assert purge() == 0
    assert again(item).body


def test_a_hold_outlives_the_days_of_what_it_holds(feed, blog, ada):
    item = arrive(feed)
    draft = draft_entry(blog, ada, built_from=item.pk)
    arrive(feed, version="2", pub_status="withheld")
    purge()
    arrive(feed, version="0")
    assert again(item.chain).pub_status == "withheld"
    assert again(draft).built_from == item


@pytest.mark.parametrize("first", ["1", "2"])
def test_a_hold_or_an_embargo_outlives_every_item(feed, first):
    closings = {
        "urn:northwire:1": {"pub_status": "withheld"},
        "urn:northwire:2": {"embargo_closed": True},
    }
    for guid, closing in closings.items():
        story = {"guid": guid, "version": "1", "version_at": AT}
        for message in sorted([story, {"guid": guid, "version": "2", "version_at": AT, **closing}],
                              key=lambda each: each["version"] != first):  # fmt: skip
            arrive(feed, **message)
    while purge():
        pass
    assert not WireItem.objects.exists()
    held, closed = (arrive(feed, guid, version_at=AT).chain for guid in closings)
    assert again(held).pub_status == "withheld"
    assert again(closed).embargo_unsure
    later = timezone.now() + timedelta(seconds=1)
    for guid in closings:
        chain = again(arrive(feed, guid, version="3", version_at=later).chain)
        assert (chain.pub_status, chain.embargo_unsure) == ("usable", False)


def test_what_comes_again_newer_than_its_hold_is_released(feed):
    chain = arrive(feed, version="2", pub_status="withheld").chain
    purge()
    arrive(feed, version="3", version_at=timezone.now() + timedelta(seconds=1))
    assert again(chain).pub_status == "usable"


def test_the_newest_that_is_left_is_shown(feed, blog, ada):
    used = arrive(feed)
    publish_entry(blog, ada, built_from=used.pk)
    arrive(feed, version="3", headline="Third")
    last = arrive(feed, version="2", headline="Second")
    assert again(used.chain).newest.headline == "Third"
    WireTask.objects.all().delete()
    purge()
    assert set(WireItem.objects.all()) == {used, last}
    assert again(used.chain).newest == last


def test_what_a_feed_still_lists_is_no_news_when_it_comes_again(feed):
    item = arrive(feed)
    moved = again(item.chain).moved_at
    purge()
    arrive(feed, version_at=AT)
    assert again(item.chain).moved_at == moved
    arrive(feed, version="2", version_at=timezone.now() + timedelta(seconds=1))
    assert again(item.chain).moved_at > moved


def test_each_feed_has_its_own_days(feed, northwire):
    longer = feed_of(northwire, retention_days=60)
    arrive(feed, "urn:northwire:1")
    kept = arrive(longer, "urn:northwire:2")
    assert purge() == 1
    assert WireItem.objects.get() == kept


def test_ten_thousand_go_a_piece_at_a_time(feed, northwire):
    now = timezone.now()
    chains = WireChain.objects.bulk_create(
        WireChain(source=northwire, guid=f"urn:northwire:{n}") for n in range(10_000)
    )
    WireItem.objects.bulk_create(
        WireItem(chain=chain, feed=feed, version="1", received_at=now) for chain in chains
    )
    assert purge(limit=50) == 50
    assert WireItem.objects.count() == 9_950
    assert purge(limit=50) == 50
