"""Pictures, hands and other feeds in the life of an agency's item."""

import pytest

from liveblog import actions
from liveblog.models import Entry, WireTask
from liveblog.wire.intake import take_in
from tests.cast import again, allow, credit, publish_entry
from tests.wire import files
from tests.wire.arriving import arrive, feed_of, killed
from tests.wire.lifecycles import InProcess, embargoed, held, version

PUBLISHED, WITHDRAWN = Entry.State.PUBLISHED, Entry.State.WITHDRAWN


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def item(feed):
    return arrive(feed)


@pytest.fixture
def built(item, blog, ada):
    return publish_entry(blog, ada, built_from=item.pk)


def showing(item, picture, blog, ada, body):
    images = [{"asset": picture(wire_item=item).pk, "caption": ""}]
    return publish_entry(blog, ada, body, images=images)


def test_a_killed_picture_leaves_the_text_and_withdraws_what_was_only_it(
    feed, item, picture, blog, ada
):
    with_text = showing(item, picture, blog, ada, "<p>The pier.</p>")
    alone = showing(item, picture, blog, ada, "")
    killed(feed)
    assert (again(with_text).state, again(alone).state) == (PUBLISHED, WITHDRAWN)
    told = WireTask.objects.filter(kind="kill").values_list("entry", flat=True)
    assert set(told) == {with_text.pk, alone.pk}


def test_a_held_picture_takes_its_update_down_and_cannot_be_published(
    feed, item, picture, blog, ada
):
    entry = showing(item, picture, blog, ada, "<p>The pier.</p>")
    arrive(feed, **held(2))
    assert again(entry).state == WITHDRAWN
    with pytest.raises(actions.Blocked, match="holding"):
        showing(item, picture, blog, ada, "<p>The pier.</p>")


def test_what_is_held_or_embargoed_is_not_cited(feed, item, blog, ada, northwire):
    cites = [{**credit(northwire), "item": item.pk}]
    arrive(feed, **held(2))
    with pytest.raises(actions.Blocked, match="holding"):
        publish_entry(blog, ada, attributions=cites)
    arrive(feed, **embargoed(3))
    with pytest.raises(actions.Blocked, match="Embargoed until"):
        publish_entry(blog, ada, attributions=cites)


def test_a_release_is_offered_also_after_its_hold_was_acknowledged(feed, built, ada):
    arrive(feed, **held(2))
    actions.acknowledge(user=ada, task_id=WireTask.objects.get(kind="hold").pk)
    arrive(feed, **version(3))
    assert WireTask.objects.get(kind="release", closed_at=None).entry == built


def test_another_feed_releases_nothing(feed, built, northwire):
    arrive(feed, **held(2))
    arrive(feed_of(northwire, retracts=[]), **version(3))
    assert again(built).state == WITHDRAWN
    assert again(again(built).built_from.chain).pub_status == "withheld"


def test_who_holds_anothers_item_releases_it(northwire, coastal, built):
    joint = feed_of(coastal, retracts=[northwire, coastal])
    arrive(joint, **held(2))
    assert again(built).state == WITHDRAWN
    arrive(joint, **version(3))
    assert again(again(built).built_from.chain).pub_status == "usable"


def test_a_hold_put_on_by_hand_outlasts_older_versions(feed, item, chi):
    advisory = {"signals": ["hold", "advisory"], "is_advisory": True}
    arrive(feed, "urn:northwire:note", headline="HOLD HOLD HOLD", **advisory)
    task = WireTask.objects.get(kind="match")
    actions.match_kill(user=chi, task_id=task.pk, chain_ids=[item.chain_id])
    arrive(feed, version="0")
    assert again(item.chain).pub_status == "withheld"
    arrive(feed, version="2")
    assert again(item.chain).pub_status == "usable"


def test_nothing_is_begun_from_what_is_killed(feed, item, blog, ada):
    killed(feed)
    with pytest.raises(actions.Blocked, match="killed"):
        actions.create_draft(user=ada, blog_id=blog.pk, fields={"built_from": item.pk})


def test_a_partner_hears_of_a_correction_after_delivery(feed, built, blog, ada, client):
    allow(built.built_from.chain.source, page="whole", public_api="whole")
    api = f"/api/v1/blogs/{blog.slug}/changes/?since="
    delivered = client.get(api + "0").json()["version"]
    arrive(feed, version="2", signals=["correction"])
    assert client.get(api + str(delivered)).json()["entries"] == []
    entry = again(built)
    actions.correct(user=ada, entry_id=entry.pk, revision=entry.revision, note="Two ferries run.")
    (told,) = client.get(api + str(delivered)).json()["entries"]
    assert told["corrections"][0]["kind"] == "correction"


def test_a_telegram_with_bells_is_urgent_and_its_bells_are_not_kept(feed):
    bells = "\x07" * 5
    (item,) = take_in(
        feed, "telegram", files.telegram(text=f"{bells}Ferries suspended =\r\n   All.").encode(),
        InProcess(),
    ).new  # fmt: skip
    assert (item.urgency, item.headline) == (2, "Ferries suspended")
