"""Where readers, feeds, partners and search engines meet an entry's tags, and where not."""

import json
import re

import pytest

from liveblog import actions
from liveblog.documents import entry_document
from liveblog.models import RightsProfile
from liveblog.search import Asked, find
from tests.cast import allow, publish_entry, wire_item
from tests.feeds.reading import ask, json_feed
from tests.pages.reading import entry_of

TAGS = ["Power cuts", "évacuation"]


@pytest.fixture
def tagged(blog, ada):
    return publish_entry(blog, ada, tags=TAGS)


def numbers(text, outlet="page"):
    return [entry.number for entry in find(Asked(text), outlet, size=9).entries]


def test_readers_see_them_in_their_order(tagged, blog):
    shown = entry_of(blog).one("ul", class_="tags")
    assert [tag.text for tag in shown.all("li")] == TAGS


def test_an_entry_without_tags_has_no_list_of_them(blog, ada, client):
    publish_entry(blog, ada)
    page = client.get(blog.get_absolute_url()).content.decode()
    assert 'class="tags"' not in page
    assert "keywords" not in page


def test_search_engines_are_told(tagged, blog, client):
    page = client.get(blog.get_absolute_url()).content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert data["liveBlogUpdate"][0]["keywords"] == TAGS


def test_partners_have_them(tagged, blog, client):
    listed = client.get(f"/api/v1/blogs/{blog.slug}/entries/").json()["results"]
    assert listed[0]["tags"] == TAGS
    delta = client.get(f"/api/v1/blogs/{blog.slug}/changes/?since=0").json()
    assert delta["entries"][0]["tags"] == TAGS


def test_feeds_carry_them_after_their_own_marks(blog, ada, client):
    publish_entry(blog, ada, tags=TAGS, is_key_event=True)
    assert json_feed(client, blog)["items"][0]["tags"] == ["key-event", *TAGS]
    for kind, element in (("atom", '<category term="{}"'), ("rss", "<category>{}</category>")):
        content = ask(client, blog, kind).content.decode()
        assert all(element.format(name) in content for name in ["key-event", *TAGS])


def test_an_outlet_that_gets_nothing_gets_no_tag(blog, ada, northwire, client):
    copy = wire_item(northwire).pk
    entry = publish_entry(blog, ada, headline="Sea", tags=TAGS, built_from=copy)
    allow(northwire, page="excerpt", excerpt_words=2, feed="none")
    assert entry_document(entry, "page")["tags"] == TAGS
    assert entry_document(entry, "public_api")["tags"] == []
    assert numbers("cuts") == numbers("power cuts") == [1]
    assert numbers("cuts", "public_api") == []
    assert "Power cuts" not in ask(client, blog, "atom").content.decode()
    RightsProfile.objects.update(page="none")
    assert 'class="tags"' not in client.get(blog.get_absolute_url()).content.decode()


def test_an_update_is_found_by_its_tag(tagged, blog, ada, client):
    assert numbers("evacuation") == numbers("power evac") == [1]
    assert "<mark>évacuation</mark>" in client.get("/search/?q=evacuation").content.decode()
    actions.edit(user=ada, entry_id=tagged.pk, revision=tagged.revision, fields={"tags": []})
    assert numbers("evacuation") == []


def test_no_phrase_runs_from_one_tag_into_the_next(blog, ada):
    publish_entry(blog, ada, headline="Night", tags=["storm", "surge"])
    assert numbers('"storm surge"') == numbers('"night storm"') == []
    assert numbers("storm surge night") == [1]


def test_a_withdrawn_update_takes_its_tags_along(tagged, blog, ada, client):
    actions.withdraw(user=ada, entry_id=tagged.pk)
    assert numbers("evacuation") == []
    gone = client.get(f"/api/v1/blogs/{blog.slug}/changes/?since=0").json()["entries"][0]
    assert "tags" not in gone
