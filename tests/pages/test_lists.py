"""The front page, a topic day by day, one entry's page, and the pages that say what is wrong."""

from datetime import UTC, datetime

import pytest

from liveblog import actions, listing, render
from liveblog.window import find_blog, load_chrome, load_window
from tests.cast import open_blog, plan_blog, publish_entry
from tests.pages.reading import read


def front():
    return read(render.render_front(listing.load_front()))


def topic_page(page=1):
    return read(render.render_topic(listing.load_topic("harbour-watch", page=page)))


def day(number):
    return datetime(2023, 1, number, 5, tzinfo=UTC)


def ended_blog(team, ada, topic, **fields):
    blog = open_blog(team, ada, topic, **fields)
    return actions.end_coverage(user=ada, blog_id=blog.pk)


def test_live_coverage_comes_first_with_its_newest_update(blog, ada):
    publish_entry(blog, ada, body="<p>Ferries stop.</p>")
    publish_entry(blog, ada, body="<p>The gates close.</p>", display_at=day(6))
    publish_entry(blog, ada, body="<p>Dry so far.</p>", display_at=day(5))
    latest = publish_entry(blog, ada, body="<p>Sirens.</p>")
    card = front().one("article", class_="live-card")
    assert card.one("h3").text == "Storm hits the harbour: Jan. 5"
    assert card.one("p", class_="latest").text.endswith("Sirens.")
    actions.kill(user=ada, entry_id=latest.pk, reason="Wrong place.")
    assert "Sirens" not in front().text


def test_recent_coverage_is_grouped_by_topic(blog, team, topic, ada):
    ended_blog(team, ada, topic, headline="Storm: Jan. 4", coverage_start=day(4))
    ended_blog(team, ada, None, headline="Election night", coverage_start=day(3))
    groups = [section.one("h2").text for section in front().all("section", class_="recent")]
    assert groups == ["Harbour watch", "Other coverage"]


def test_the_front_page_knows_no_planned_withdrawn_or_archived_blog(blog, team, topic, ada, chi):
    plan_blog(team, ada, topic, headline="Planned secret")
    gone = ended_blog(team, ada, topic, headline="Withdrawn secret")
    actions.withdraw_blog(user=chi, blog_id=gone.pk)
    old = ended_blog(team, ada, topic, headline="Archived long ago")
    actions.archive_blog(user=ada, blog_id=old.pk)
    text = front().text
    assert "secret" not in text
    assert "Archived" not in text


def test_an_empty_front_page_says_so(db):
    assert front().one("p", class_="empty").text == "There is no live coverage at the moment."


def test_the_front_page_costs_three_queries_however_many_blogs(
    blog, team, topic, ada, django_assert_num_queries
):
    for number in range(1, 5):
        publish_entry(open_blog(team, ada, topic), ada)
        ended_blog(team, ada, topic, coverage_start=day(number))
    with django_assert_num_queries(3):
        assert "Storm" in front().text


def test_a_topic_lists_its_blogs_day_by_day_newest_first(blog, team, topic, ada):
    ended_blog(team, ada, topic, headline="Storm: Jan. 4", coverage_start=day(4))
    publish_entry(blog, ada)
    rows = [row.text for row in topic_page().all("li", class_="day-row")]
    assert rows == [
        "Jan. 5, 2023 Storm hits the harbour: Jan. 5 Live 1 update",
        "Jan. 4, 2023 Storm: Jan. 4 0 updates",
    ]


def test_a_long_topic_goes_on_page_by_page(team, topic, ada, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    for number in (1, 2, 3):
        ended_blog(team, ada, topic, headline=f"Storm {number}", coverage_start=day(number))
    assert [link["href"] for link in topic_page().one("nav").all("a")] == ["?page=2"]
    last = topic_page(2)
    assert [row.text for row in last.all("h3")] == ["Storm 1"]
    assert [link["href"] for link in last.one("nav").all("a")] == ["/topics/harbour-watch/"]


@pytest.mark.parametrize("page", [1, 2, 99])
def test_a_topic_without_public_coverage_is_as_unknown_as_any_other(page, planned_blog):
    assert listing.load_topic("harbour-watch", page=page) is None
    assert listing.load_topic("nothing", page=page) is None


def test_the_page_of_one_update_names_its_live_blog(blog, ada):
    publish_entry(blog, ada, body="<p>Ferries stop.</p>", display_at=day(5))
    window = load_window(find_blog(blog.slug))
    page = read(render.render_entry_page(window.entries[0], load_chrome(window.blog)))
    assert page.one("title").text == "Ferries stop. – Storm hits the harbour: Jan. 5"
    assert page.one("h1").one("a")["href"] == f"/live/{blog.slug}/"
    assert page.one("h2", class_="day").text == "Thursday, Jan. 5, 2023 All times EST"
    assert page.one("article", id="entry-1").one("div", class_="prose").text == "Ferries stop."


@pytest.mark.parametrize("status", [400, 404, 410, 418, 500, 503])
def test_an_error_page_is_plain_kind_and_always_the_same(status):
    page = read(render.render_error(status))
    assert page.one("h1").text
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert render.render_error(status) == render.render_error(status)


def test_a_bad_question_is_answered_in_its_own_words():
    page = read(render.render_error(400, "“before” must be <a number>."))
    assert page.one("p", class_="standfirst").text == "“before” must be <a number>."
