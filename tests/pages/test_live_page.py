"""What readers see around the updates."""

from datetime import UTC, datetime

import pytest

from liveblog import actions
from tests.cast import again, credit, open_blog, publish_entry
from tests.pages.reading import live_page, regions

NIGHT = datetime(2023, 1, 6, 2, 34, tzinfo=UTC)  # 9:34 p.m. on Jan. 5 in New York


def edit(blog, ada, **fields):
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=again(blog).revision, fields=fields)


def test_the_head_has_kicker_headline_and_standfirst_with_the_zone(blog):
    head = regions(blog)["head"]
    assert head.one("p", class_="kicker").text == "Breaking News"
    assert head.one("h1").text == "Storm hits the harbour: Jan. 5"
    assert head.one("p", class_="standfirst").text == "The latest on the storm. All times EST."


def test_the_topic_is_named_and_linked(blog):
    line = regions(blog)["head"].one("p", class_="coverage")
    assert "For full coverage of the storm on the coast, visit Harbour watch" in line.text
    assert line.one("a")["href"] == "/topics/harbour-watch/"


def test_a_topic_without_subject_makes_a_whole_sentence(blog, topic, ada):
    actions.edit_topic(user=ada, topic_id=topic.pk, revision=1, fields={"subject": ""})
    line = regions(blog)["head"].one("p", class_="coverage")
    assert line.text.startswith("For full coverage, visit Harbour watch")


def test_a_blog_without_a_topic_has_no_such_line(blog, ada):
    edit(blog, ada, topic=None)
    assert regions(blog)["head"].all("p", class_="coverage") == []


def test_the_lead_picture_has_size_alt_caption_and_credit(blog, ada, picture):
    edit(blog, ada, lead_image=picture().pk)
    figure = regions(blog)["head"].one("figure")
    image = figure.one("img")
    assert (image["width"], image["height"], image["alt"]) == ("64", "36", "A pier in a storm")
    assert figure.one("figcaption").text == "The pier. Ada / Newsroom"
    assert "loading" not in image.attributes


def test_a_killed_lead_picture_is_gone_from_head_and_shared_links(blog, ada, picture):
    asset = picture()
    edit(blog, ada, lead_image=asset.pk)
    actions.kill_media(user=ada, asset_id=asset.pk)
    page = live_page(blog)
    assert page.all("img") == []
    assert "/static/" in page.one("meta", property="og:image")["content"]


def test_live_coverage_says_so_with_its_day(blog):
    status = regions(blog)["status"]
    assert status.one("p", class_="status").text == "Live"
    assert status.one("p", class_="date").text == "Thursday, Jan. 5, 2023"


def test_ended_coverage_says_when_it_ended(blog, ada):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    edit(blog, ada, coverage_end=NIGHT)
    ended = regions(blog)["status"].one("p", class_="status")
    assert ended.text == "Coverage ended 9:34 p.m."
    assert ended.one("time")["datetime"] == "2023-01-05T21:34:00-05:00"


def test_an_end_on_another_day_names_that_day(blog, ada):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    edit(blog, ada, coverage_end=datetime(2023, 1, 7, 2, 34, tzinfo=UTC))
    ended = regions(blog)["status"].one("p", class_="status")
    assert ended.text == "Coverage ended 9:34 p.m., Jan. 6, 2023"


def test_what_we_know_stands_point_by_point(blog, ada):
    edit(blog, ada, summary_points=["Ferries stand still.", "The old town is dry."])
    summary = regions(blog)["summary"]
    assert summary.one("h2").text == "What we know"
    assert [point.text for point in summary.all("li")] == [
        "Ferries stand still.", "The old town is dry.",
    ]  # fmt: skip


def test_key_events_are_listed_newest_first_by_their_titles(blog, ada):
    publish_entry(blog, ada, is_key_event=True, key_event_title="Ferries stop")
    publish_entry(blog, ada, is_key_event=True, headline="The gates close")
    publish_entry(blog, ada, is_key_event=True, body="<p>Sirens in the old town.</p>")
    publish_entry(blog, ada)
    titles = [link.text for link in regions(blog)["key_events"].all("a")]
    assert titles == ["Sirens in the old town.", "The gates close", "Ferries stop"]


def test_key_events_of_several_days_name_the_day(blog, ada):
    publish_entry(blog, ada, is_key_event=True, display_at=NIGHT)
    times = [found.text for found in regions(blog)["key_events"].all("time")]
    publish_entry(blog, ada, is_key_event=True, display_at=NIGHT.replace(day=7))
    later = [found.text for found in regions(blog)["key_events"].all("time")]
    assert times == ["9:34 p.m."]
    assert later == ["Jan. 6, 9:34 p.m.", "Jan. 5, 9:34 p.m."]


def test_more_than_five_key_events_are_folded_away(blog, ada):
    for number in range(7):
        publish_entry(blog, ada, is_key_event=True, key_event_title=f"Event {number}")
    folded = regions(blog)["key_events"].one("details").all("a")
    assert [link.text for link in folded] == ["Event 1", "Event 0"]


def test_the_foot_has_credit_line_byline_and_note(blog, ada, northwire):
    edit(blog, ada, byline="The harbour desk", author_blurb="Six people by the sea.")
    publish_entry(blog, ada, attributions=[credit(northwire)])
    foot = regions(blog)["credit_line"]
    assert foot.one("p", class_="credit-line").text == (
        "Some information in this report came from Northwire."
    )
    assert foot.one("div", class_="byline").text == "The harbour desk Six people by the sea."


def test_the_days_before_and_after_are_linked(blog, team, topic, ada):
    for day in (4, 6):
        start = datetime(2023, 1, day, 5, tzinfo=UTC)
        open_blog(team, ada, topic, headline=f"Storm: Jan. {day}", coverage_start=start)
    links = regions(blog)["credit_line"].one("nav").all("a")
    assert [link.text for link in links] == [
        "Previous day, Jan. 4 Storm: Jan. 4", "Next day, Jan. 6 Storm: Jan. 6",
    ]  # fmt: skip


def test_the_pinned_entry_is_marked_and_shown_on_top(blog, ada):
    entry = publish_entry(blog, ada, body="<p>Stay indoors.</p>", display_at=NIGHT)
    actions.pin(user=ada, entry_id=entry.pk)
    pinned = regions(blog)["pinned"]
    assert pinned.one(class_="badge-pinned").text == "Pinned"
    assert "Jan. 5" in pinned.text
    assert "Stay indoors." in pinned.text


def test_head_elements_name_the_page_for_search_and_sharing(blog, ada, settings):
    page = live_page(blog)
    assert page.one("title").text == "Storm hits the harbour: Jan. 5 – Newsroom"
    assert page.one("meta", name="description")["content"] == "The latest on the storm."
    assert page.one("link", rel="canonical")["href"] == f"{settings.SITE_URL}/live/{blog.slug}/"
    assert page.one("meta", property="og:title")["content"] == "Storm hits the harbour: Jan. 5"


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("pa-Arab", "rtl"), ("az-Latn", "ltr"),
     ("he", "rtl"), ("ru", "ltr"), ("fa-Latn-IR", "ltr")],
)  # fmt: skip
def test_language_and_direction_are_the_blogs(language, direction, blog, ada):
    edit(blog, ada, language=language)
    page = live_page(blog)
    for element in (page.one("html"), page.one("main")):
        assert (element["lang"], element["dir"]) == (language, direction)


def test_nobody_writes_markup_into_the_page_by_a_field(blog, ada):
    hostile = '<b onclick="x">"bold"</b>'
    edit(blog, ada, kicker=hostile, headline=hostile, standfirst=hostile, byline=hostile,
         summary_points=[hostile], author_blurb=hostile)  # fmt: skip
    page = live_page(blog)
    assert page.all("b") == []
    assert page.one("h1").text == hostile


def test_an_imported_caption_is_shown_without_its_picture(blog, ada, client):
    edit(blog, ada, lead_caption="A pier in a storm, on Jan. 4.")
    assert "A pier in a storm, on Jan. 4." in client.get(f"/live/{blog.slug}/").content.decode()


def test_the_caption_of_a_killed_picture_goes_with_it(blog, ada, picture, client):
    asset = picture()
    edit(blog, ada, lead_caption="A pier in a storm, on Jan. 4.", lead_image=asset.pk)
    actions.kill_media(user=ada, asset_id=asset.pk)
    assert "A pier in a storm, on" not in client.get(f"/live/{blog.slug}/").content.decode()
