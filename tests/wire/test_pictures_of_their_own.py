"""A picture that came with a story is often an item of its own, with a guid of its own: what its
agency says of that reaches it, and so does what leads a page."""

import pytest

from liveblog import actions, outbound
from liveblog.inbox import pictures
from liveblog.models import Entry, WireChain, WireTask
from liveblog.wire.intake import take_in
from tests.cast import again, plan_blog, publish_entry
from tests.images_drawn import png
from tests.wire import files
from tests.wire.arriving import arrive, feed_of, killed
from tests.wire.lifecycles import LATER, InProcess, held

State = Entry.State
PICTURE = "urn:northwire:picture-7"
PIER = {
    "uri": PICTURE, "type": "picture", "body_text": "The pier.", "byline": "Jane Doe / Northwire",
    "renditions": {"main": {"href": "https://northwire.example/7.png", "mimetype": "image/png"}},
}  # fmt: skip


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def story(feed):
    data = files.ninjs(usageterms="", associations={"pier": PIER}).encode()
    (item,) = take_in(feed, "story", data, InProcess()).new
    return item


@pytest.fixture
def fetched(monkeypatch):
    def answer(url, **_):
        return outbound.Fetched(url=url, status=200, headers={}, body=png())

    monkeypatch.setattr(pictures.outbound, "fetch", answer)


@pytest.fixture
def asset(story, fetched, blog, ada):
    """The picture, as the inbox takes it in beside a draft of its story."""
    draft = actions.use(user=ada, item_id=story.pk, blog_id=blog.pk).entry
    (found,) = pictures.add_pictures(ada, draft, story).taken
    actions.discard(user=ada, entry_id=draft.pk, revision=again(draft).revision)
    return found


def showing(asset, blog, ada, body="<p>Own words.</p>"):
    return publish_entry(blog, ada, body, images=[{"asset": asset.pk, "caption": ""}])


def lead(asset, blog, ada):
    fields = {"lead_image": asset.pk, "lead_caption": "The pier"}
    return actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields=fields
    )


def test_its_own_kill_takes_it_out_and_leaves_the_story(feed, story, asset, blog, ada, client):
    with_words, alone = (showing(asset, blog, ada, body) for body in ("<p>Own words.</p>", ""))
    copy = publish_entry(blog, ada, built_from=story.pk)
    address = again(asset).file.url
    killed(feed, PICTURE)
    assert [again(each).state for each in (with_words, alone, copy)] == [
        State.PUBLISHED, State.WITHDRAWN, State.PUBLISHED,
    ]  # fmt: skip
    assert client.get(address).status_code == 410
    assert address not in client.get(blog.get_absolute_url()).content.decode()
    told = WireTask.objects.filter(kind="kill").values_list("entry", flat=True)
    assert set(told) == {with_words.pk, alone.pk}
    assert again(story.chain).pub_status == "usable"


def test_its_kill_may_stand_in_the_story_that_brought_it(feed, asset, blog, ada):
    showing(asset, blog, ada)
    gone = PIER | {"pubstatus": "canceled"}
    data = files.ninjs(version="3", usageterms="", associations={"pier": gone}).encode()
    take_in(feed, "story", data, InProcess())
    assert again(asset).killed_at


def test_the_storys_kill_still_takes_it(feed, story, asset, blog, ada):
    killed(feed, story.chain.guid, version="3")
    assert again(asset).killed_at


def test_one_killed_before_it_was_wanted_is_not_taken_in(feed, story, fetched, blog, ada):
    killed(feed, PICTURE)
    draft = actions.use(user=ada, item_id=story.pk, blog_id=blog.pk).entry
    found = pictures.add_pictures(ada, draft, story)
    assert found.taken == []
    assert "killed" in found.message


def test_its_hold_takes_its_updates_down_until_its_release(feed, asset, blog, ada):
    entry = showing(asset, blog, ada)
    arrive(feed, **held(2) | {"guid": PICTURE})
    assert again(entry).state == State.WITHDRAWN
    with pytest.raises(actions.Blocked, match="holding"):
        showing(asset, blog, ada)
    arrive(feed, PICTURE, version="3")
    assert WireTask.objects.get(kind="release").entry == entry


def test_its_correction_is_told_to_whoever_shows_it(feed, asset, blog, ada):
    entry = showing(asset, blog, ada)
    arrive(feed, PICTURE, version="1")
    arrive(feed, PICTURE, version="2", signals=["correction"])
    assert WireTask.objects.get(kind="correction").entry == entry


def test_it_is_bound_to_its_chain_before_that_has_any_item(asset, blog, ada):
    entry = showing(asset, blog, ada)
    chain = WireChain.objects.get(guid=PICTURE)
    assert (again(asset).own_chain, chain.items.count()) == (chain, 0)
    assert again(entry).state == State.PUBLISHED


@pytest.mark.parametrize("whose", ["its own", "the story's"])
@pytest.mark.parametrize(
    "closing", [held(3), {"version": "3", "embargo_closed": True, "embargo_until": LATER}],
    ids=["held", "embargoed"],
)  # fmt: skip
def test_what_is_held_leads_no_page(closing, whose, feed, story, asset, blog, ada, client):
    lead(asset, blog, ada)
    address = again(asset).file.url.rpartition("/")[2].partition(".")[0]
    assert address in client.get(blog.get_absolute_url()).content.decode()
    before = again(blog)
    guid = PICTURE if whose == "its own" else story.chain.guid
    arrive(feed, **closing | {"guid": guid})
    page = client.get(blog.get_absolute_url()).content.decode()
    assert address not in page
    assert "The pier" not in page
    now = again(blog)
    assert now.chrome_seq == now.version == before.version + 1
    with pytest.raises(actions.Invalid, match=r"holding|embargo"):
        lead(asset, blog, ada)
    with pytest.raises(actions.Invalid, match=r"holding|embargo"):
        actions.create_blog(
            user=ada, team_id=blog.team_id, fields={"headline": "x", "lead_image": asset.pk}
        )


def test_a_planned_live_blog_opens_without_it(feed, asset, team, ada):
    planned = plan_blog(team, ada)
    lead(asset, planned, ada)
    arrive(feed, **held(2) | {"guid": PICTURE})
    assert (again(planned).lead_image, again(planned).version) == (None, 0)


def test_a_copy_of_its_live_blog_begins_without_it(feed, asset, blog, ada):
    lead(asset, blog, ada)
    type(blog).objects.filter(pk=blog.pk).update(status="ended")
    WireChain.objects.filter(guid=PICTURE).update(pub_status="withheld")
    copy = actions.copy_blog(user=ada, blog_id=blog.pk, with_picture=True)
    assert copy.lead_image is None
