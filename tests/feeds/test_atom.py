"""The Atom feed of a live blog."""

from datetime import UTC, datetime

from liveblog import actions
from tests.cast import again, credit, publish_entry
from tests.feeds import rules
from tests.feeds.reading import ATOM, atom, atom_ids, json_feed, links, rss, urn
from tests.pages.reading import read

NIGHT = datetime(2023, 1, 6, 2, 34, tzinfo=UTC)


def entries(feed):
    return feed.findall(f"{ATOM}entry")


def test_the_feed_says_what_it_is_of(blog, ada, client, settings):
    publish_entry(blog, ada)
    feed = atom(client, blog)
    assert feed.findtext(f"{ATOM}title") == "Storm hits the harbour: Jan. 5"
    assert feed.findtext(f"{ATOM}subtitle") == "The latest on the storm."
    assert feed.findtext(f"{ATOM}id") == urn(blog)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    address = f"{settings.SITE_URL}/live/{blog.slug}/"
    assert links(feed, "alternate") == [address]
    assert links(feed, "self") == [f"{address}feed.atom"]
    topic = feed.find(f"{ATOM}category")
    assert (topic.get("term"), topic.get("label")) == ("harbour-watch", "Harbour watch")


def test_a_live_blog_without_updates_has_a_feed(blog, client):
    assert entries(atom(client, blog)) == []


def test_the_feed_is_as_new_as_the_last_public_change(blog, ada, client):
    publish_entry(blog, ada)
    feed = atom(client, blog)
    assert rules.rfc_3339(feed.findtext(f"{ATOM}updated")) == again(blog).updated_at


def test_an_entry_has_its_text_title_author_and_credit(blog, ada, northwire, client, settings):
    northwire.url = "https://northwire.example/"
    northwire.save()
    entry = publish_entry(
        blog, ada, "<p>Ferries are <em>suspended</em>.</p>", headline="No ferries",
        attributions=[credit(northwire)], is_key_event=True,
        authors=[{"user": ada.pk, "name": "Ada"}],
    )  # fmt: skip
    (shown,) = entries(atom(client, blog))
    assert shown.findtext(f"{ATOM}id") == urn(entry)
    assert shown.findtext(f"{ATOM}title") == "No ferries"
    assert "<p>Ferries are <em>suspended</em>.</p>" in shown.findtext(f"{ATOM}content")
    assert "Northwire reported" in shown.findtext(f"{ATOM}content")
    assert shown.findtext(f"{ATOM}author/{ATOM}name") == "Ada"
    assert shown.findtext(f"{ATOM}contributor/{ATOM}name") == "Northwire"
    assert links(shown, "via") == ["https://northwire.example/"]
    assert links(shown, "alternate") == [f"{settings.SITE_URL}/live/{blog.slug}/1/"]
    assert shown.find(f"{ATOM}category").get("term") == "key-event"


def test_an_address_that_is_no_url_is_no_link(blog, ada, northwire, client):
    northwire.url = "javascript:alert(1)"
    northwire.save()
    publish_entry(blog, ada, attributions=[credit(northwire)])
    (shown,) = entries(atom(client, blog))
    assert links(shown, "via") == []


def test_an_entry_without_headline_is_titled_by_its_first_words(blog, ada, client):
    publish_entry(blog, ada, "<p>" + "Waves " * 20 + "</p>")
    (shown,) = entries(atom(client, blog))
    assert shown.findtext(f"{ATOM}title") == "Waves " * 14 + "…"


def test_an_entry_of_a_picture_alone_has_a_title_and_a_text(blog, ada, picture, client):
    publish_entry(blog, ada, "", images=[{"asset": picture().pk}])
    (shown,) = entries(atom(client, blog))
    assert shown.findtext(f"{ATOM}title") == "Update 1"
    assert 'alt="A pier in a storm"' in shown.findtext(f"{ATOM}content")
    assert "Ada / Newsroom" in shown.findtext(f"{ATOM}content")
    assert len(links(shown, "enclosure")) == 1


def test_a_correction_says_what_was_wrong_and_moves_the_date(blog, ada, client):
    entry = publish_entry(blog, ada)
    before = rules.rfc_3339(entries(atom(client, blog))[0].findtext(f"{ATOM}updated"))
    actions.correct(
        user=ada, entry_id=entry.pk, revision=entry.revision, note="It was noon.", fields={}
    )
    (shown,) = entries(atom(client, blog))
    assert "<strong>Correction:</strong> It was noon." in shown.findtext(f"{ATOM}content")
    assert rules.rfc_3339(shown.findtext(f"{ATOM}updated")) > before


def test_killed_and_withdrawn_entries_are_tombstones(blog, ada, client):
    kept, withdrawn, killed = (publish_entry(blog, ada) for _ in range(3))
    actions.withdraw(user=ada, entry_id=withdrawn.pk, note="Not yet.")
    actions.kill(user=ada, entry_id=killed.pk, reason="Wrong.")
    feed = atom(client, blog)
    assert atom_ids(feed) == [urn(kept)]
    tombstones = {gone.get("ref"): gone.get("when") for gone in feed.findall(rules.GONE)}
    assert set(tombstones) == {urn(withdrawn), urn(killed)}
    assert rules.rfc_3339(tombstones[urn(killed)]) == again(killed).updated_at


def test_a_restored_entry_is_newer_than_its_tombstone(blog, ada, client):
    entry = actions.withdraw(user=ada, entry_id=publish_entry(blog, ada).pk)
    gone = atom(client, blog).find(rules.GONE)
    actions.restore(user=ada, entry_id=entry.pk, revision=entry.revision)
    feed = atom(client, blog)
    assert feed.findall(rules.GONE) == []
    (shown,) = entries(feed)
    assert rules.rfc_3339(shown.findtext(f"{ATOM}updated")) > rules.rfc_3339(gone.get("when"))


def test_characters_that_xml_cannot_carry_are_left_out(blog, ada, client):
    blog.headline = "Storm\x0b\ufffe & <sea>"
    blog.save()
    entry = publish_entry(blog, ada)
    type(entry).objects.filter(pk=entry.pk).update(
        body="<p>Be\x08ep</p>", body_text="Be\x08ep", headline="\x07Alarm"
    )
    feed = atom(client, blog)
    assert feed.findtext(f"{ATOM}title") == "Storm & <sea>"
    rss(client, blog)
    json_feed(client, blog)
    assert entries(feed)[0].findtext(f"{ATOM}title") == "Alarm"
    assert "<p>Beep</p>" in entries(feed)[0].findtext(f"{ATOM}content")


def test_ids_stay_when_the_address_changes(blog, ada, client):
    publish_entry(blog, ada)
    before = atom(client, blog)
    actions.edit_blog(
        user=ada, blog_id=blog.pk, revision=again(blog).revision, fields={"slug": "the-storm"}
    )
    after = atom(client, again(blog))
    assert (before.findtext(f"{ATOM}id"), atom_ids(before)) == (
        after.findtext(f"{ATOM}id"), atom_ids(after),
    )  # fmt: skip


def test_nobody_writes_markup_into_a_feed_by_a_field(blog, ada, picture, client):
    hostile = '"><script>alert(1)</script>]]>'
    publish_entry(
        blog, ada, headline=hostile, images=[{"asset": picture(caption=hostile, alt=hostile).pk}],
        embeds=[{"url": "https://social.example/1", "title": hostile, "text": hostile}],
    )  # fmt: skip
    (shown,) = entries(atom(client, blog))
    content = read(shown.findtext(f"{ATOM}content"))
    assert content.all("script") == []
    assert content.one("img")["alt"] == hostile
    assert content.one("a").text == hostile
    assert shown.findtext(f"{ATOM}title") == hostile
