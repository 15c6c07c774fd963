"""Attributions, pictures, embeds and authors: ordered rows, kept with the update."""

import pytest

from liveblog.models import Entry
from tests.admin.desk import rows
from tests.cast import again, credit, publish_entry

EMBED = {"url": "https://social.example/1", "title": "The pier", "author": "Harbour", "text": "Go."}


def test_attributions_keep_their_order_relation_and_via(adas, blog, northwire, coastal):
    typed = rows(
        "attributions",
        {"source": northwire.pk, "relation": "reported", "via": coastal.pk, "person": "Jo Doe"},
        {"source": coastal.pk, "relation": "told"},
    )
    adas.write(blog).press("publish", body="<p>x</p>", **typed)
    found = Entry.objects.get().attributions.values_list("source", "relation", "via", "person")
    assert list(found) == [
        (northwire.pk, "reported", coastal.pk, "Jo Doe"),
        (coastal.pk, "told", None, ""),
    ]


def test_the_place_decides_the_order(adas, ada, blog, northwire, coastal):
    entry = publish_entry(blog, ada, attributions=[credit(northwire), credit(coastal)])
    moved = {"attributions-0-ORDER": "2", "attributions-1-ORDER": "1"}
    adas.entry(entry).press("save", **moved)
    sources = again(entry).attributions.values_list("source", flat=True)
    assert list(sources) == [coastal.pk, northwire.pk]


def test_a_row_taken_out_is_gone(adas, ada, blog, northwire, coastal):
    entry = publish_entry(blog, ada, attributions=[credit(northwire), credit(coastal)])
    adas.entry(entry).press("save", **{"attributions-0-DELETE": "on"})
    assert [row.source for row in again(entry).attributions.all()] == [coastal]


def test_an_update_may_be_an_embed_alone(adas, blog):
    adas.write(blog).press("publish", **rows("embeds", EMBED))
    embed = Entry.objects.get().embeds.get()
    assert (embed.url, embed.title, embed.text) == (EMBED["url"], "The pier", "Go.")


def test_an_imported_place_is_kept_until_its_address_is_known(adas, ada, blog):
    entry = publish_entry(blog, ada, embeds=[{"to_fill": True, "title": "A message"}])
    adas.entry(entry).press("save", headline="Still open")
    assert again(entry).embeds.get().to_fill
    adas.entry(entry).press("save", **{"embeds-0-url": EMBED["url"], "embeds-0-to_fill": None})
    assert (again(entry).embeds.get().url, again(entry).embeds.get().to_fill) == (
        EMBED["url"],
        False,
    )


def test_a_picture_comes_with_a_caption_of_its_own(adas, blog, picture):
    asset = picture()
    typed = rows("images", {"asset": asset.pk, "caption": "The pier at noon."})
    adas.write(blog).press("publish", **typed)
    assert Entry.objects.get().images.get().caption == "The pier at noon."


def test_a_killed_picture_is_not_offered(adas, blog, picture):
    asset = picture(caption="A wrong picture")
    adas.do(asset, "kill", word="KILL")
    assert "A wrong picture" not in adas.write(blog)


def test_an_author_is_printed_under_the_name_of_the_person(adas, ben, blog):
    typed = rows("authors", {"user": ben.pk}, {"name": "A guest"})
    adas.write(blog).press("publish", body="<p>x</p>", **typed)
    found = Entry.objects.get().entry_authors.values_list("user", "name")
    assert list(found) == [(ben.pk, "Ben"), (None, "A guest")]


def test_an_author_who_left_the_team_stays_on_the_update(adas, ada, ben, blog):
    entry = publish_entry(blog, ada, authors=[{"user": ben.pk, "name": "Ben"}])
    ben.memberships.all().delete()
    adas.entry(entry).press("save", headline="Ferries")
    assert again(entry).entry_authors.get().user == ben
    assert again(entry).headline == "Ferries"


def test_an_empty_row_counts_for_nothing(adas, blog):
    page = adas.write(blog)
    page.press("publish", body="<p>x</p>", **{"attributions-0-relation": "told"})
    assert not Entry.objects.get().attributions.exists()


@pytest.mark.parametrize("name", ["attributions", "images", "embeds", "authors"])
def test_untouched_rows_are_no_change(adas, ada, ben, blog, northwire, picture, name):
    typed = {
        "attributions": [credit(northwire, person="Jo")],
        "images": [{"asset": picture().pk, "caption": "x"}],
        "embeds": [EMBED],
        "authors": [{"user": ben.pk, "name": "Benjamin"}],
    }
    entry = publish_entry(blog, ada, **{name: typed[name]})
    adas.entry(entry).press("save")
    assert again(entry).revision == entry.revision
