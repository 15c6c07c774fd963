"""Searching all live blogs by the API."""

import pytest

from liveblog import actions
from tests.api.asking import V1, problem, read
from tests.cast import credit, open_blog, publish_entry

SEARCH = f"{V1}search/"


@pytest.fixture
def two_blogs(blog, team, ada, northwire):
    other = open_blog(team, ada, headline="Another day")
    publish_entry(blog, ada, attributions=[credit(northwire)])
    publish_entry(other, ada, headline="Ferries")
    return blog, other


def test_it_answers_entries_with_the_blog_they_are_in(two_blogs, client):
    storm, other = two_blogs
    answer = read(client, SEARCH, q="ferries", sort="newest")
    assert (answer["next"], answer["previous"]) == (None, None)
    assert [row["blog"] for row in answer["results"]] == [other.slug, storm.slug]
    entry = storm.entries.get()
    whole = read(client, f"{V1}entries/{entry.public_id}/")
    assert answer["results"][1] == {"blog": storm.slug, **whole}


def test_it_takes_the_filters_of_the_page(two_blogs, client):
    storm, _ = two_blogs
    for narrowing in ({"source": "northwire"}, {"topic": "harbour-watch"}):
        found = read(client, SEARCH, q="ferries", **narrowing)["results"]
        assert [row["blog"] for row in found] == [storm.slug]
    assert read(client, SEARCH, q="ferries", to="2001-01-01")["results"] == []


def test_a_killed_entry_is_not_found(two_blogs, ada, client):
    storm, other = two_blogs
    actions.kill(user=ada, entry_id=storm.entries.get().pk, reason="Wrong.")
    assert [row["blog"] for row in read(client, SEARCH, q="ferries")["results"]] == [other.slug]


def test_its_pages_keep_the_question(two_blogs, client, monkeypatch):
    monkeypatch.setattr("liveblog.api.views.search.SIZE", 1)
    first = read(client, SEARCH, q="ferries", sort="newest", utm_source="letter")
    assert first["next"].endswith("/api/v1/search/?q=ferries&sort=newest&page=2")
    second = read(client, SEARCH, q="ferries", sort="newest", page=2)
    assert second["next"] is None
    assert second["previous"].endswith("?q=ferries&sort=newest&page=1")
    assert first["results"] != second["results"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "“q” is missing: say what to look for."),
        ({"q": "  "}, "“q” is missing: say what to look for."),
        ({"q": "x" * 201}, "“q” is longer than 200 characters."),
        ({"q": "a\x00"}, "“q” contains characters that are not text."),
        ({"q": "a", "from": "5 Jan"}, "“from” must be a date such as 2023-01-05."),
        ({"q": "a", "page": "51"}, "“page” must be a whole number from 1 to 50."),
        ({"q": "a", "text": "b"}, "There is no parameter “text” here."),
    ],
)
def test_nonsense_is_a_problem(query, sentence, blog, client):
    assert problem(client.get(SEARCH, query), 400)["detail"] == sentence


def test_only_reading_is_possible(blog, client):
    assert client.post(SEARCH, {"q": "a"}).status_code == 405
