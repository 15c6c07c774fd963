"""Pages of a list: by number, from either side, built from the site's own URL."""

import pytest

from liveblog import actions
from tests.api.asking import V1, numbers, of, problem, read
from tests.cast import open_blog, publish_entry

SITE = "http://127.0.0.1:8000"


@pytest.fixture
def seven(blog, ada):
    return [publish_entry(blog, ada) for _ in range(7)]


def follow(client, address, direction):
    """The numbers on every page from `address` on in one direction."""
    pages = []
    while address:
        assert address.startswith(f"{SITE}/api/v1/")
        page = read(client, address.removeprefix(SITE))
        pages.append([row.get("number", row.get("slug")) for row in page["results"]])
        address = page[direction]
    return pages


def test_next_leads_to_the_end_and_previous_back(seven, blog, client):
    first = SITE + of(blog, "entries/?page_size=3")
    assert follow(client, first, "next") == [[7, 6, 5], [4, 3, 2], [1]]
    last = SITE + of(blog, "entries/?page_size=3&before=2")
    assert follow(client, last, "previous") == [[1], [4, 3, 2], [7, 6, 5]]


def test_the_ends_of_the_list_are_said(seven, blog, client):
    page = read(client, of(blog, "entries/"))
    assert (page["next"], page["previous"]) == (None, None)
    page = read(client, of(blog, "entries/"), page_size=7)
    assert (page["next"], page["previous"]) == (None, None)


def test_what_is_published_meanwhile_neither_repeats_nor_hides_an_entry(seven, blog, ada, client):
    first = read(client, of(blog, "entries/"), page_size=3)
    publish_entry(blog, ada)
    actions.withdraw(user=ada, entry_id=seven[4].pk)
    second = read(client, first["next"].removeprefix(SITE))
    assert [entry["number"] for entry in second["results"]] == [4, 3, 2]


def test_a_page_may_continue_after_what_was_taken_down(seven, blog, ada, client):
    actions.kill(user=ada, entry_id=seven[3].pk, reason="Wrong.")
    assert numbers(client, blog, before=4) == [3, 2, 1]


def test_filters_stay_in_the_addresses_and_trackers_do_not(seven, blog, client):
    page = read(client, of(blog, "entries/"), page_size=2, text="ferries", utm_source="letter")
    assert page["next"] == SITE + of(blog, "entries/?page_size=2&text=ferries&before=6")
    assert page["previous"] is None


def test_a_page_between_two_knows_both_neighbours(seven, blog, client):
    page = read(client, of(blog, "entries/"), page_size=2, before=6)
    assert page["next"].endswith("?page_size=2&before=4")
    assert page["previous"].endswith("?page_size=2&after=5")


def test_a_page_that_ends_with_nothing_newer_has_no_previous(seven, blog, client):
    page = read(client, of(blog, "entries/"), page_size=2, before=99)
    assert (page["results"][0]["number"], page["previous"]) == (7, None)
    page = read(client, of(blog, "entries/"), page_size=2, after=5)
    assert (page["results"][0]["number"], page["previous"]) == (7, None)
    assert page["next"].endswith("before=6")


def test_a_page_beyond_the_end_is_empty(seven, blog, client):
    page = read(client, of(blog, "entries/"), before=1)
    assert page == {"next": None, "previous": None, "results": []}


def test_the_host_header_has_no_say_in_the_addresses(seven, blog, client):
    hostile = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Prefix": "/evil"}
    page = client.get(of(blog, "entries/?page_size=2"), headers={"host": "localhost"} | hostile)
    assert page.json()["next"].startswith(SITE)


def test_fifty_at_a_time_unless_asked_otherwise(blog, ada, client):
    for _ in range(51):
        publish_entry(blog, ada)
    assert len(numbers(client, blog)) == 50
    assert len(numbers(client, blog, page_size=200)) == 51


def test_both_directions_at_once_is_no_question(seven, blog, client):
    body = problem(client.get(of(blog, "entries/"), {"before": 5, "after": 2}), 400)
    assert body["detail"] == "“before” and “after” exclude each other."


def test_live_blogs_have_pages_too(team, ada, client):
    for day in (1, 2, 3):
        start = f"2023-01-0{day}T00:00:00Z"
        open_blog(team, ada, headline=f"Day {day}", coverage_start=start)
    open_blog(team, ada, headline="Day 3, second", coverage_start="2023-01-03T00:00:00Z")
    pages = follow(client, f"{SITE}{V1}blogs/?page_size=1", "next")
    assert pages == [["day-3-second"], ["day-3"], ["day-2"], ["day-1"]]
    second = read(client, f"{V1}blogs/")["results"][1]["id"]
    pages = follow(client, f"{SITE}{V1}blogs/?page_size=1&before={second}", "previous")
    assert pages == [["day-2"], ["day-3"], ["day-3-second"]]


def test_a_page_of_blogs_continues_after_one_that_was_withdrawn(team, ada, chi, client):
    fire = open_blog(team, ada, headline="Fire", coverage_start="2023-01-02T00:00:00Z")
    open_blog(team, ada, headline="Flood", coverage_start="2023-01-01T00:00:00Z")
    actions.withdraw_blog(user=chi, blog_id=fire.pk)
    page = read(client, f"{V1}blogs/", before=fire.public_id)
    assert [blog["headline"] for blog in page["results"]] == ["Flood"]


def test_a_planned_blog_is_no_place_to_continue_after(planned_blog, client):
    planned = client.get(f"{V1}blogs/", {"before": planned_blog.public_id})
    unknown = client.get(f"{V1}blogs/", {"before": "00000000-0000-4000-8000-000000000000"})
    problem(planned, 400)
    assert planned.content == unknown.content


def test_sources_are_listed_by_slug(blog, ada, northwire, coastal, client):
    publish_entry(blog, ada, attributions=[{"source": northwire.pk, "relation": "reported"}])
    publish_entry(blog, ada, attributions=[{"source": coastal.pk, "relation": "reported"}])
    first = f"{SITE}{V1}sources/?page_size=1"
    assert follow(client, first, "next") == [["coastal-press"], ["northwire"]]
    second = read(client, f"{V1}sources/?page_size=1&after=coastal-press")
    assert second["previous"].endswith("?page_size=1&before=northwire")
