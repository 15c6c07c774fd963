"""What readers see of one update."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from liveblog import actions
from liveblog.models import Embed, LiveBlog, RightsProfile
from tests.cast import again, allow, credit, publish_entry, wire_item
from tests.pages.reading import entry_of, regions

NIGHT = datetime(2023, 1, 6, 2, 34, tzinfo=UTC)  # 9:34 p.m. on Jan. 5 in New York


def test_the_time_is_a_label_with_the_moment_beside_it_and_the_permalink(blog, ada):
    publish_entry(blog, ada, display_at=NIGHT)
    link = entry_of(blog).one("a", class_="permalink")
    assert (link["href"], link.text) == (f"/live/{blog.slug}/1/", "9:34 p.m.")
    assert link.one("time")["datetime"] == "2023-01-05T21:34:00-05:00"


def test_the_text_finds_its_own_direction(blog, ada):
    publish_entry(blog, ada, body="<p>توقفت العبارات.</p>")
    prose = entry_of(blog).one("div", class_="prose")
    assert (prose["dir"], prose.text) == ("auto", "توقفت العبارات.")


def test_attributions_and_authors_stand_in_one_line(blog, ada, northwire, coastal):
    publish_entry(
        blog,
        ada,
        attributions=[credit(northwire), credit(coastal, "according_to")],
        authors=[{"name": "Ada Lind"}, {"name": "Ben Okri"}, {"name": "Chi Oba"}],
    )
    line = entry_of(blog).one("p", class_="signature").text
    assert line == (
        "Northwire reported · According to The Coastal Press · By Ada Lind, Ben Okri and Chi Oba"
    )


@pytest.mark.parametrize(
    ("relation", "line"),
    [
        ("reported", "Northwire reported, citing The Coastal Press"),
        ("according_to", "According to Northwire, citing The Coastal Press"),
        ("told", "As told to Northwire, citing The Coastal Press"),
        ("contributed", "Northwire contributed to this report, citing The Coastal Press"),
    ],
)
def test_every_credit_can_stand_on_its_own(relation, line, blog, ada, northwire, coastal):
    publish_entry(blog, ada, attributions=[credit(northwire, relation, via=coastal)])
    assert entry_of(blog).one("p", class_="signature").text == line


def test_an_entry_without_credits_has_no_such_line(blog, ada):
    publish_entry(blog, ada)
    assert entry_of(blog).all(class_="signature") == []


def opened_in_the_morning(blog):
    LiveBlog.objects.filter(pk=blog.pk).update(published_at=NIGHT.replace(day=5, hour=12))


def test_what_comes_late_says_when_it_was_added(blog, ada):
    with time_machine.travel(NIGHT, tick=False):
        opened_in_the_morning(blog)
        publish_entry(blog, ada, display_at=NIGHT.replace(hour=1))
    assert entry_of(blog).one("p", class_="entry-note").text == "Added at 9:34 p.m."


def test_what_comes_late_by_a_day_names_the_day(blog, ada):
    with time_machine.travel(NIGHT.replace(day=7), tick=False):
        opened_in_the_morning(blog)
        publish_entry(blog, ada, display_at=NIGHT)
    assert entry_of(blog).one(class_="entry-note").text == "Added at 9:34 p.m., Jan. 6, 2023"


def test_what_was_caught_up_at_the_opening_is_not_late(blog, ada):
    publish_entry(blog, ada, display_at=NIGHT)
    assert entry_of(blog).all(class_="entry-note") == []


def test_unconfirmed_reports_are_marked(blog, ada, northwire, coastal):
    publish_entry(blog, ada, verification="unconfirmed")
    both = [credit(northwire), credit(coastal)]
    publish_entry(blog, ada, verification="confirmed", attributions=both)
    assert entry_of(blog, 1).one(class_="badge").text == "Unconfirmed"
    assert entry_of(blog, 2).all(class_="badge") == []


def test_a_key_event_is_marked_and_titled(blog, ada):
    publish_entry(blog, ada, is_key_event=True, key_event_title="Ferries stop")
    article = entry_of(blog)
    assert article.one(class_="badge-key").text == "Key event"
    assert article.one(class_="entry-title").text == "Ferries stop"


def test_a_title_for_the_list_is_not_shown_once_it_is_no_key_event(blog, ada):
    publish_entry(blog, ada, key_event_title="Ferries stop")
    assert entry_of(blog).all(class_="entry-title") == []


def test_a_correction_stands_under_its_entry_with_kind_note_and_time(blog, ada):
    entry = publish_entry(blog, ada)
    with time_machine.travel(NIGHT, tick=False):
        actions.correct(
            user=ada,
            entry_id=entry.pk,
            revision=again(entry).revision,
            note="The ferries stopped at 5 p.m., not at 6 p.m.",
            fields={},
        )
    assert entry_of(blog).one("p", class_="correction").text == (
        "Correction 9:34 p.m., Jan. 5, 2023 The ferries stopped at 5 p.m., not at 6 p.m."
    )


def test_pictures_load_late_and_say_what_they_show(blog, ada, picture):
    publish_entry(blog, ada, images=[{"asset": picture().pk, "caption": "The pier at noon."}])
    figure = entry_of(blog).one("figure", class_="picture")
    image = figure.one("img")
    assert (image["loading"], image["alt"]) == ("lazy", "A pier in a storm")
    assert (image["width"], image["height"]) == ("64", "36")
    assert figure.one("figcaption").text == "The pier at noon. Ada / Newsroom"


def test_an_embed_is_a_card_of_our_own_with_a_link(blog, ada):
    embed = {
        "url": "https://www.social.example/1",
        "author": "Harbour Office",
        "text": "No ferries today.\n\n<b>None</b>.",
    }
    publish_entry(blog, ada, body="", embeds=[embed])
    card = entry_of(blog).one("figure", class_="embed")
    assert card.one("blockquote").text == "No ferries today. <b>None</b>."
    assert card.one("p", class_="embed-provider").text == "social.example"
    assert card.one("a")["href"] == "https://www.social.example/1"
    assert card.one("a")["rel"] == "noopener nofollow"


def test_an_embed_with_an_unreadable_address_still_has_its_card(blog, ada):
    publish_entry(blog, ada, embeds=[{"url": "https://[harbour"}])
    assert entry_of(blog).one("figure", class_="embed").one("a").text == "Open the original"


def test_the_place_of_an_embed_to_come_is_kept(blog, ada):
    publish_entry(blog, ada, body="", embeds=[{"url": "https://social.example/1"}])
    Embed.objects.update(url="", to_fill=True)
    article = entry_of(blog)
    assert article.one("p", class_="embed-to-fill").text.startswith("An embedded item belongs here")
    assert article.all("figure") == []


def test_withheld_copy_leaves_time_and_credit_only(blog, ada, northwire, picture):
    allow(northwire, page="whole")
    publish_entry(
        blog,
        ada,
        body="<p>Secret copy.</p>",
        headline="Secret headline",
        built_from=wire_item(northwire).pk,
        attributions=[credit(northwire)],
        images=[{"asset": picture().pk}],
    )
    RightsProfile.objects.update(page="none")
    article = entry_of(blog)
    assert "Secret" not in article.text
    assert article.all("img") == []
    assert article.one("p", class_="withheld").text == (
        "The text of this update cannot be shown here."
    )
    assert "Northwire reported" in article.text


def test_a_withheld_headline_is_in_no_list_either(blog, ada, northwire):
    allow(northwire, page="whole")
    copy = wire_item(northwire).pk
    publish_entry(blog, ada, headline="Secret headline", built_from=copy, is_key_event=True)
    RightsProfile.objects.update(page="none")
    assert regions(blog)["key_events"].one("a").text == "Update 1"


def test_a_key_events_title_is_withheld_with_the_copy_it_may_repeat(blog, ada, northwire):
    allow(northwire, page="whole")
    copy = wire_item(northwire).pk
    publish_entry(blog, ada, is_key_event=True, key_event_title="Secret words", built_from=copy)
    RightsProfile.objects.update(page="none")
    assert regions(blog)["key_events"].one("a").text == "Update 1"


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        (["confirmed"], "Confirmed at 9:44 p.m.; first reported as unconfirmed"),
        (
            ["attributed"],
            "Attributed to a source at 9:44 p.m.; first reported as unconfirmed",
        ),
        (["attributed", "confirmed"], "Confirmed at 9:54 p.m.; first reported as unconfirmed"),
        (
            ["confirmed", "unconfirmed"],
            "Unconfirmed since 9:54 p.m.; for a time reported as confirmed",
        ),
        (
            ["attributed", "unconfirmed", "confirmed"],
            "Confirmed at 10:04 p.m.; first reported as unconfirmed",
        ),
    ],
)
def test_readers_are_told_when_a_report_was_confirmed(blog, ada, northwire, coastal, way, sentence):
    both = [credit(northwire), credit(coastal)]
    with time_machine.travel(NIGHT, tick=False) as clock:
        opened_in_the_morning(blog)
        entry = publish_entry(blog, ada, verification="unconfirmed", attributions=both)
        for verification in way:
            clock.shift(timedelta(minutes=10))
            entry = actions.edit(
                user=ada,
                entry_id=entry.pk,
                revision=entry.revision,
                fields={"verification": verification},
            )
    assert entry_of(blog).one(class_="entry-note").text == sentence
