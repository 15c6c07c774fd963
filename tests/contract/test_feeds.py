"""After any day in the newsroom the feeds say what the documents say."""

from random import Random

import pytest

from liveblog import documents
from liveblog.feeds import selection
from liveblog.models import Entry
from liveblog.window import find_blog, with_rows
from tests.cast import wire_item
from tests.contract.newsday import NewsDay
from tests.feeds import reading, rules


@pytest.fixture
def after_a_day(blog, ada, chi, northwire, coastal, picture):
    def make(seed, steps=50):
        pictures = [picture(), picture(caption="The lighthouse.")]
        item = wire_item(northwire, guid=f"urn:northwire:{seed}")
        day = NewsDay(Random(seed), blog, [ada, chi], [northwire, coastal], pictures, item)
        for _ in range(steps):
            day.step()
        return find_blog(blog.slug)

    return make


def everything(blog):
    """Number → document with the rights of feeds, of every entry that is or was public."""
    rows = list(Entry.objects.ever_public().filter(blog=blog))
    with_rows(rows)
    for row in rows:
        row.blog = blog
    return {row.number: documents.entry_document(row, "feed") for row in rows}


def read_all(client, blog):
    """Every item and every tombstone, by number, along `next_url`."""
    items, gone, before = {}, {}, None
    while True:
        feed = reading.json_feed(client, blog, before)
        items |= {item["_liveblog"]["number"]: item for item in feed["items"]}
        gone |= {each["number"]: each for each in feed["_liveblog"]["tombstones"]}
        following = feed.get("next_url")
        if following is None:
            return items, gone
        before = int(following.partition("?before=")[2])


@pytest.mark.parametrize("seed", range(2))
def test_the_feeds_equal_the_documents(seed, after_a_day, client, monkeypatch):
    monkeypatch.setattr(selection, "SIZE", 5)
    blog = after_a_day(seed)
    known = everything(blog)
    published = {n for n, each in known.items() if each["state"] == "published"}
    items, gone = read_all(client, blog)
    assert set(items) == published
    for number, item in items.items():
        assert item["_liveblog"]["rights"] == known[number]["rights"]
        assert item.get("content_text", "") == known[number]["body_text"]
        assert item["date_modified"] == known[number]["updated_at"]
        assert known[number]["body_html"] in item["content_html"]
    pub_status = {"killed": "canceled", "withdrawn": "withheld"}
    for number, each in gone.items():
        assert each["pub_status"] == pub_status[known[number]["state"]]

    atom, tombstones, before = [], set(), None
    while True:
        feed = reading.atom(client, blog, before)
        atom += reading.atom_ids(feed)
        tombstones |= {each.get("ref") for each in feed.findall(rules.GONE)}
        links = reading.links(feed, "prev-archive")
        if not links:
            break
        before = int(links[0].partition("?before=")[2])
    assert set(atom) == {item["id"] for item in items.values()}
    assert not tombstones & set(atom)
    newest = sorted(published, reverse=True)[: selection.SIZE]
    assert {items[n]["id"] for n in newest} <= set(reading.ids(client, blog, "rss"))
