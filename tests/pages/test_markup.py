"""The live page's structure: what the live module finds and what works without it."""

from datetime import UTC, datetime

import pytest

from liveblog import actions, render
from liveblog.window import find_blog, load_window
from tests.cast import again, credit, publish_entry
from tests.pages.reading import live_page, regions

JAN_5 = datetime(2023, 1, 5, 18, tzinfo=UTC)
JAN_6 = datetime(2023, 1, 6, 18, tzinfo=UTC)


def test_main_carries_the_cursor_and_where_to_ask(blog, ada):
    publish_entry(blog, ada)
    main = live_page(blog).one("main", id="live-blog")
    assert main["data-slug"] == blog.slug
    assert main["data-version"] == str(again(blog).version)
    assert main["data-floor"] == ""
    assert main["data-changes"] == f"/live/{blog.slug}/changes"
    assert main["data-events"] == f"/live/{blog.slug}/events"
    assert (main["data-following"], main["data-status"]) == ("true", "live")


def test_a_page_cut_at_thirty_carries_its_floor(blog, ada):
    entries = [publish_entry(blog, ada) for _ in range(31)]
    main = live_page(blog).one("main", id="live-blog")
    assert main["data-floor"] == entries[1].sort_key


def test_an_ended_blog_is_not_followed(blog, ada):
    actions.end_coverage(user=ada, blog_id=blog.pk)
    main = live_page(blog).one("main", id="live-blog")
    assert (main["data-following"], main["data-status"]) == ("false", "ended")


def test_an_older_page_is_not_followed_and_leads_back(blog, ada):
    publish_entry(blog, ada)
    publish_entry(blog, ada)
    page = live_page(blog, before=2)
    assert page.one("main")["data-following"] == "false"
    back = [link for link in page.all("a") if link.text == "Back to the latest updates"]
    assert [link["href"] for link in back] == [f"/live/{blog.slug}/"]


def test_the_link_to_older_updates_stands_where_there_are_some(blog, ada):
    entries = [publish_entry(blog, ada) for _ in range(31)]
    assert live_page(blog).one("a", id="older")["href"] == "?before=2"
    actions.withdraw(user=ada, entry_id=entries[0].pk)
    assert live_page(blog).all("a", id="older") == []


def test_every_region_has_its_wrapper(blog):
    assert sorted(regions(blog)) == sorted(render.REGIONS)


@pytest.mark.parametrize("name", ["pinned", "key_events", "summary"])
def test_a_region_with_nothing_to_say_is_really_empty(name, blog):
    assert regions(blog)[name].children == []


def test_the_foot_is_empty_without_credits_byline_and_neighbours(blog):
    assert regions(blog)["credit_line"].children == []


def test_an_entry_carries_what_orders_it(blog, ada):
    entry = publish_entry(blog, ada, display_at=JAN_5)
    article = live_page(blog).one("article")
    assert article["id"] == "entry-1"
    assert (article["data-number"], article["data-seq"]) == ("1", str(entry.seq))
    assert article["data-sort"] == entry.sort_key
    assert article["data-day"] == "2023-01-05"
    assert article["data-day-label"] == "Thursday, Jan. 5, 2023"


def test_the_timeline_is_flat_with_a_heading_before_each_day(blog, ada):
    for moment in (JAN_5, JAN_5, JAN_6):
        publish_entry(blog, ada, display_at=moment)
    flat = live_page(blog).one("div", id="timeline").elements
    assert [found.get("id", found.get("data-day")) for found in map(attributes, flat)] == [
        "2023-01-06", "entry-3", "2023-01-05", "entry-2", "entry-1",
    ]  # fmt: skip


def attributes(element):
    return element.attributes


def test_a_day_heading_is_there_even_if_it_is_the_only_one(blog, ada):
    publish_entry(blog, ada, display_at=JAN_5)
    heading = live_page(blog).one("h2", class_="day")
    assert heading.text == "Thursday, Jan. 5, 2023"


def test_the_pinned_copy_leaves_the_anchor_to_the_timeline(blog, ada):
    entry = publish_entry(blog, ada)
    actions.pin(user=ada, entry_id=entry.pk)
    copy = regions(blog)["pinned"].one("article", class_="pinned-copy")
    assert "id" not in copy.attributes
    assert len(live_page(blog).all(id="entry-1")) == 1


def test_no_id_stands_twice(blog, ada):
    entry = publish_entry(blog, ada, is_key_event=True, key_event_title="Ferries stop")
    actions.pin(user=ada, entry_id=entry.pk)
    ids = [found["id"] for found in live_page(blog).all() if "id" in found.attributes]
    assert len(ids) > 5
    assert len(ids) == len(set(ids))


def test_the_live_module_finds_its_hidden_places(blog):
    page = live_page(blog)
    assert "hidden" in page.one(id="new-updates").attributes
    assert page.one(id="new-updates").one("button")["type"] == "button"
    assert page.one(id="announcer")["aria-live"] == "polite"
    assert "hidden" in page.one(id="connection").attributes
    assert page.one(id="own-zone").children == []
    assert [script["src"] for script in page.all("script", type="module")] == [
        "/static/newsroom/live.js",
        "/static/newsroom/frames.js",
    ]


def test_a_fragment_has_no_white_space_around_it(blog, ada):
    publish_entry(blog, ada)
    window = load_window(find_blog(blog.slug))
    html = [render.render_entry(window.entries[0]), *render.render_regions(window.chrome).values()]
    assert html == [piece.strip() for piece in html]


def test_rendering_asks_the_database_nothing(
    blog, ada, picture, northwire, django_assert_num_queries
):
    fields = {"images": [{"asset": picture().pk}], "attributions": [credit(northwire)]}
    for _ in range(3):
        entry = publish_entry(blog, ada, is_key_event=True, **fields)
    actions.pin(user=ada, entry_id=entry.pk)
    window = load_window(find_blog(blog.slug))
    with django_assert_num_queries(0):
        assert "Northwire reported" in render.render_page(window)


def test_the_skip_link_leads_to_the_updates(blog):
    page = live_page(blog)
    skip = page.one("a", class_="skip")
    assert (skip.text, skip["href"]) == ("Skip to updates", "#timeline")
    assert page.one(id="timeline")["tabindex"] == "-1"


def test_nothing_on_the_page_comes_from_elsewhere(blog, ada, picture):
    embed = {"url": "https://video.example/1", "provider": "Videotheque"}
    publish_entry(blog, ada, images=[{"asset": picture().pk}], embeds=[embed])
    page = live_page(blog)
    loaded = [found["src"] for found in page.all() if "src" in found.attributes]
    loaded += [link["href"] for link in page.all("link") if link["rel"] != "canonical"]
    assert len(loaded) > 5
    assert all(url.startswith("/") and not url.startswith("//") for url in loaded)
