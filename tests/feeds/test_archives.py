"""The newest fifty, and what stands behind them."""

import pytest

from liveblog import actions
from tests.cast import again, publish_entry
from tests.feeds import rules
from tests.feeds.reading import ask, atom, atom_ids, json_feed, links, rss, urn
from tests.feeds.stage import fill


def numbers_in(feed):
    return [int(url.split("/")[-2]) for entry in feed for url in links(entry, "alternate")]


def archive_of(feed):
    """The `before` of the archive a document names, or None."""
    (found,) = links(feed, "prev-archive") or [None]
    return found and int(found.partition("?before=")[2])


def test_fifty_updates_need_no_archive(blog, client):
    blog = fill(blog, 50)
    feed = atom(client, blog)
    assert numbers_in(feed) == list(range(50, 0, -1))
    assert links(feed, "prev-archive") == []
    assert "next_url" not in json_feed(client, blog)


@pytest.mark.parametrize(("count", "archive"), [(51, 51), (100, 51), (101, 101), (137, 101)])
def test_the_newest_fifty_lead_to_the_archives(count, archive, blog, client):
    blog = fill(blog, count)
    feed = atom(client, blog)
    assert numbers_in(feed) == list(range(count, count - 50, -1))
    assert archive_of(feed) == archive
    assert feed.find(rules.ARCHIVE) is None


def test_following_the_archives_reads_every_update(blog, client, settings):
    blog = fill(blog, 137)
    seen, before = [], None
    while True:
        feed = atom(client, blog, before)
        assert (feed.find(rules.ARCHIVE) is not None) is (before is not None)
        address = f"{settings.SITE_URL}/live/{blog.slug}/feed.atom"
        assert links(feed, "current") == ([address] if before else [])
        seen += numbers_in(feed)
        before = archive_of(feed)
        if before is None:
            break
    assert set(seen) == set(range(1, 138))


def test_following_next_url_reads_every_update_once(blog, client):
    blog = fill(blog, 137)
    seen, before = [], None
    while True:
        feed = json_feed(client, blog, before)
        seen += [item["_liveblog"]["number"] for item in feed["items"]]
        following = feed.get("next_url")
        if following is None:
            break
        before = int(following.partition("?before=")[2])
    assert seen == list(range(137, 0, -1))


def test_a_new_update_leaves_every_archive_as_it_is(blog, ada, northwire, client):
    blog = fill(blog, 100)
    archives = [("atom", 51), ("atom", 101), ("rss", 51), ("json", 51)]
    before = [ask(client, blog, *archive) for archive in archives]
    credit = {"source": northwire.pk, "relation": "reported"}
    publish_entry(blog, ada, attributions=[credit])
    actions.end_coverage(user=ada, blog_id=blog.pk)
    for archive, old in zip(archives, before, strict=True):
        new = ask(client, blog, *archive)
        assert (new.content, new["ETag"]) == (old.content, old["ETag"]), archive
        known = ask(client, blog, *archive, **{"if-none-match": old["ETag"]})
        assert known.status_code == 304


def test_a_correction_far_down_reaches_subscribers_of_the_newest(blog, ada, client):
    blog = fill(blog, 120)
    entry = blog.entries.get(number=3)
    actions.correct(
        user=ada, entry_id=entry.pk, revision=entry.revision, note="Two, not three.", fields={}
    )
    feed = atom(client, blog)
    assert numbers_in(feed) == [*range(120, 70, -1), 3]
    assert archive_of(feed) == 101


def test_a_kill_far_down_reaches_subscribers_and_its_archive(blog, ada, client):
    blog = fill(blog, 120)
    entry = blog.entries.get(number=3)
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong.")
    for before in (None, 51):
        feed = atom(client, blog, before)
        assert [gone.get("ref") for gone in feed.findall(rules.GONE)] == [urn(entry)]
        assert urn(entry) not in atom_ids(feed)


def test_kills_among_the_newest_make_room_for_older_ones(blog, ada, client):
    blog = fill(blog, 60)
    for entry in blog.entries.filter(number__gt=55):
        actions.kill(user=ada, entry_id=entry.pk, reason="Wrong.")
    feed = atom(client, blog)
    assert numbers_in(feed) == list(range(55, 5, -1))
    assert len(feed.findall(rules.GONE)) == 5


def test_a_tombstone_stays_while_its_neighbours_do(blog, ada, client):
    blog = fill(blog, 110)
    entry = blog.entries.get(number=108)
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong.")
    fields = {"timezone": "Europe/Kyiv"}  # touches every entry: more than a document repeats
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=again(blog).revision, fields=fields)
    feed = atom(client, blog)
    assert numbers_in(feed)[:3] == [110, 109, 107]
    assert [gone.get("ref") for gone in feed.findall(rules.GONE)] == [urn(entry)]


def test_rss_names_its_archives_too(blog, client, settings):
    blog = fill(blog, 60)
    address = f"{settings.SITE_URL}/live/{blog.slug}/feed.rss"
    assert links(rss(client, blog), "prev-archive") == [f"{address}?before=51"]
    archive = rss(client, blog, 51)
    assert links(archive, "current") == [address]
    assert archive.find(rules.ARCHIVE) is not None


@pytest.mark.parametrize("before", ["x", "0", "-1", "٣", "1e3", "9" * 30])
def test_a_bad_number_is_answered_in_a_sentence(before, blog, ada, client):
    publish_entry(blog, ada)
    answer = ask(client, blog, "atom", before)
    assert answer.status_code == 400
    assert "must be the number of an update" in answer.content.decode()


@pytest.mark.parametrize("before", [1, 3, 500])
def test_there_is_nothing_below_a_number_never_given(before, blog, ada, client):
    publish_entry(blog, ada)
    assert ask(client, again(blog), "atom", before).status_code == 404
