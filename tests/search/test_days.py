"""A day is the day printed beside an update: that of its live blog's own zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from liveblog.search import Asked, find
from tests.api.asking import problem, read
from tests.cast import open_blog, publish_entry

ZONES = ("America/New_York", "Pacific/Auckland", "Asia/Kolkata")
SEARCH = "/api/v1/search/"


@pytest.fixture
def midnights(team, ada):
    """A live blog per zone, with an update in the last and the first second of its day."""
    for zone in ZONES:
        blog = open_blog(team, ada, headline=zone, timezone=zone)
        here = ZoneInfo(zone)
        begin = datetime(2023, 3, 12, tzinfo=here)  # a day of 23 hours in New York
        end = datetime(2023, 3, 13, tzinfo=here)
        for name, at in (
            ("before", begin.timestamp() - 1), ("first", begin.timestamp()),
            ("last", end.timestamp() - 1), ("after", end.timestamp()),
        ):  # fmt: skip
            shown = datetime.fromtimestamp(at, here)
            publish_entry(blog, ada, "<p>Ferry.</p>", headline=name, display_at=shown)


def days_of(**asked):
    """Which updates are found, by zone, newest first."""
    found = find(Asked("ferry", newest=True, **asked), "page", size=50).entries
    return {
        zone: [entry.headline for entry in found if entry.blog.timezone == zone] for zone in ZONES
    }


def everywhere(*headlines):
    return {zone: list(headlines) for zone in ZONES}


def test_days_begin_and_end_at_each_live_blogs_own_midnight(midnights):
    day, every = date(2023, 3, 12), ("after", "last", "first", "before")
    assert days_of(first_day=day, last_day=day) == everywhere("last", "first")
    assert days_of(last_day=day) == everywhere("last", "first", "before")
    assert days_of(first_day=day) == everywhere("after", "last", "first")
    for end in ({"first_day": date.min}, {"last_day": date.max}):
        assert days_of(**end) == everywhere(*every)
    for end in ({"last_day": date.min}, {"first_day": date.max}):
        assert days_of(**end) == everywhere()


def test_page_and_api_count_the_same_days(midnights, client):
    query = {"q": "ferry", "from": "2023-03-12", "to": "2023-03-12"}
    by_api = read(client, SEARCH, **query)["results"]
    assert sorted(entry["headline"] for entry in by_api) == ["first"] * 3 + ["last"] * 3
    page = client.get("/search/", query).content.decode()
    assert page.count("March 12, 2023, ") == page.count('class="result"') == 6


def test_days_the_wrong_way_round_are_refused_with_the_mend(blog, client):
    query = {"q": "ferry", "from": "2023-01-07", "to": "2023-01-05"}
    refused = problem(client.get(SEARCH, query), 400)
    assert refused["errors"] == {"from": [refused["detail"]]}
    assert "“from” (2023-01-07) is a later day than “to” (2023-01-05)" in refused["detail"]
    assert refused["detail"].endswith("Exchange the two, or leave one out.")
    page = client.get("/search/", query)
    assert page.status_code == 400
    assert refused["detail"] in page.content.decode()
