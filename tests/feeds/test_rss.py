"""The RSS feed of a live blog."""

from email.utils import parsedate_to_datetime

from liveblog import actions
from tests.cast import publish_entry
from tests.feeds.reading import links, rss, urn


def test_the_channel_says_what_it_is_of(blog, ada, client, settings):
    publish_entry(blog, ada)
    channel = rss(client, blog)
    address = f"{settings.SITE_URL}/live/{blog.slug}/"
    assert channel.findtext("title") == "Storm hits the harbour: Jan. 5"
    assert channel.findtext("link") == address
    assert channel.findtext("description") == "The latest on the storm."
    assert links(channel, "self") == [f"{address}feed.rss"]
    assert channel.findtext("category") == "Harbour watch"


def test_an_item_has_its_text_author_and_date(blog, ada, client, settings):
    entry = publish_entry(
        blog, ada, headline="No ferries", authors=[{"user": ada.pk, "name": "Ada"}]
    )
    item = rss(client, blog).find("item")
    assert item.findtext("title") == "No ferries"
    assert item.findtext("description").startswith("<p>Ferries are suspended.</p>")
    assert item.findtext("guid") == urn(entry)
    assert item.findtext("link") == f"{settings.SITE_URL}/live/{blog.slug}/1/"
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == "Ada"
    published = parsedate_to_datetime(item.findtext("pubDate"))
    assert published == entry.published_at.replace(microsecond=0)


def test_a_killed_item_is_no_longer_there(blog, ada, client):
    entry = publish_entry(blog, ada)
    actions.kill(user=ada, entry_id=entry.pk, reason="Wrong.")
    assert rss(client, blog).findall("item") == []


def test_what_is_not_confirmed_says_so(blog, ada, client):
    publish_entry(blog, ada, verification="unconfirmed")
    item = rss(client, blog).find("item")
    assert item.findtext("description").startswith("<p><strong>Unconfirmed</strong></p>")
    assert item.findtext("category") == "unconfirmed"
