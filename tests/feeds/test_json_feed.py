"""The JSON Feed of a live blog."""

from liveblog import actions
from tests.cast import again, credit, publish_entry
from tests.feeds.reading import json_feed, urn


def test_the_feed_says_what_it_is_of(blog, ada, client, settings):
    publish_entry(blog, ada)
    feed = json_feed(client, blog)
    address = f"{settings.SITE_URL}/live/{blog.slug}/"
    assert feed["title"] == "Storm hits the harbour: Jan. 5"
    assert feed["description"] == "The latest on the storm."
    assert (feed["home_page_url"], feed["feed_url"]) == (address, f"{address}feed.json")
    assert feed["language"] == "en"
    assert feed["authors"] == [{"name": "Newsroom", "url": f"{settings.SITE_URL}/"}]
    assert "expired" not in feed


def test_the_extension_says_what_json_feed_cannot(blog, ada, northwire, client):
    publish_entry(blog, ada, attributions=[credit(northwire)])
    more = json_feed(client, blog)["_liveblog"]
    assert more["id"] == urn(blog)
    assert (more["version"], more["status"]) == (again(blog).version, "live")
    assert more["coverage_start"] == "2023-01-05T00:00:00-05:00"
    assert more["credit_line"] == "Some information in this report came from Northwire."
    assert more["tombstones"] == []


def test_a_live_blog_that_has_ended_is_expired(blog, ada, client):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    feed = json_feed(client, blog)
    assert feed["expired"] is True
    assert feed["_liveblog"]["status"] == "ended"
    assert feed["_liveblog"]["coverage_end"]


def test_an_entry_has_all_the_api_knows_of_it(blog, ada, northwire, coastal, picture, client):
    entry = publish_entry(
        blog, ada, headline="No ferries", is_key_event=True, urgency=2,
        attributions=[credit(northwire, via=coastal)], images=[{"asset": picture().pk}],
        embeds=[{"url": "https://social.example/1", "title": "A ferry"}],
        authors=[{"user": ada.pk, "name": "Ada"}],
    )  # fmt: skip
    (item,) = json_feed(client, blog)["items"]
    assert item["id"] == urn(entry)
    assert item["title"] == "No ferries"
    assert item["content_text"] == "Ferries are suspended."
    assert "<p>Ferries are suspended.</p>" in item["content_html"]
    assert '<a href="https://social.example/1">A ferry</a>' in item["content_html"]
    assert item["authors"] == [{"name": "Ada"}]
    assert item["tags"] == ["key-event"]
    assert item["image"] == item["attachments"][0]["url"]
    assert item["attachments"][0]["mime_type"] == "image/png"
    more = item["_liveblog"]
    assert (more["number"], more["version"], more["pub_status"]) == (1, entry.seq, "usable")
    assert (more["urgency"], more["rights"]) == (2, "whole")
    assert more["credit_line"] == "Northwire"
    assert more["attribution"] == [
        {
            "agency": "northwire", "name": "Northwire", "verb": "reported",
            "via": "The Coastal Press", "text": "Northwire reported, citing The Coastal Press",
        }
    ]  # fmt: skip


def test_what_has_no_headline_has_no_title(blog, ada, client):
    publish_entry(blog, ada)
    (item,) = json_feed(client, blog)["items"]
    assert "title" not in item


def test_a_correction_is_told(blog, ada, client):
    entry = publish_entry(blog, ada)
    actions.correct(
        user=ada, entry_id=entry.pk, revision=entry.revision, note="It was noon.", fields={}
    )
    (item,) = json_feed(client, blog)["items"]
    correction = item["_liveblog"]["correction"]
    assert (correction["kind"], correction["note"]) == ("correction", "It was noon.")


def test_killed_and_withdrawn_entries_are_tombstones(blog, ada, client):
    withdrawn, killed = (publish_entry(blog, ada) for _ in range(2))
    actions.withdraw(user=ada, entry_id=withdrawn.pk)
    actions.kill(user=ada, entry_id=killed.pk, reason="Wrong.")
    feed = json_feed(client, blog)
    assert feed["items"] == []
    tombstones = {gone.pop("id"): gone for gone in feed["_liveblog"]["tombstones"]}
    assert tombstones[urn(withdrawn)]["pub_status"] == "withheld"
    assert tombstones[urn(killed)]["pub_status"] == "canceled"
    assert set(tombstones[urn(killed)]) == {"number", "pub_status", "when"}
