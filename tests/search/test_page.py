"""The readers' search page."""

from datetime import UTC, datetime

import pytest

from liveblog import actions
from tests.cast import credit, open_blog, publish_entry


def show(client, **query):
    response = client.get("/search/", query)
    assert response.status_code == 200, response.content
    return response.content.decode()


def results(client, **query):
    """The addresses of the updates found, in order."""
    page = show(client, **query)
    return [part.split('"')[0] for part in page.split('result-time"><a href="')[1:]]


@pytest.fixture
def storm(blog, ada, northwire):
    at = datetime(2023, 1, 5, 23, 30, tzinfo=UTC)
    publish_entry(
        blog, ada, "<p>The ferry waits.</p>", headline="Ferry & <b>", display_at=at,
        attributions=[credit(northwire)],
    )  # fmt: skip
    at = datetime(2023, 1, 7, tzinfo=UTC)
    publish_entry(blog, ada, "<p>One ferry sails, at last.</p>", display_at=at)
    return blog


def test_without_a_question_there_is_the_form_alone(storm, client):
    page = show(client)
    assert '<form class="search-form" action="/search/" method="get" role="search">' in page
    assert "result-time" not in page
    assert "No update" not in page


def test_words_are_marked_and_markup_is_text(storm, client):
    page = show(client, q="ferry")
    assert "<mark>Ferry</mark> &amp; &lt;b&gt;" in page
    assert 'value="&quot;&gt;&lt;script&gt;"' in show(client, q='"><script>')


def test_relevance_puts_headlines_first_and_newest_the_newest(storm, client):
    first, second = (f"/live/{storm.slug}/{number}/" for number in (1, 2))
    assert results(client, q="ferry") == [first, second]
    assert results(client, q="ferry", sort="newest") == [second, first]


NARROWED = [
    ({"source": "northwire"}, [1]),
    ({"source": "nobody"}, []),
    ({"topic": "harbour-watch"}, [2, 1]),
    ({"topic": "other"}, []),
    ({"from": "2023-01-06"}, [2]),
    ({"to": "2023-01-05"}, [1]),
    ({"from": "2023-01-05", "to": "2023-01-07"}, [2, 1]),
    ({"from": "0001-01-01", "to": "9999-12-31"}, [2, 1]),
    ({"from": "", "to": "", "source": "", "topic": "", "sort": "newest", "page": ""}, [2, 1]),
    ({"unknown": "x", "utm_source": "letter"}, [2, 1]),
]
NONSENSE = [
    ({"from": "yesterday"}, "“from” must be a date such as 2023-01-05."),
    ({"to": "2023-02-30"}, "“to” is a date that does not exist."),
    ({"from": "2023-01-07", "to": "2023-01-05"}, "no update can be between them."),
    ({"sort": "best"}, "“sort” must be one of relevance, newest."),
    ({"page": "0"}, "“page” must be a whole number from 1 to 50."),
    ({"page": "51"}, "“page” must be a whole number from 1 to 50."),
    ({"q": "x" * 10_000}, "“q” is longer than 200 characters."),
    ({"q": "fer\x00ry"}, "“q” contains characters that are not text."),
    ({"topic": "a\x00"}, "“topic” contains characters that are not text."),
]


def test_it_can_be_narrowed(storm, client):
    for narrowing, numbers in NARROWED:
        found = results(client, q="ferry", **({"sort": "newest"} | narrowing))
        wanted = [f"/live/{storm.slug}/{number}/" for number in numbers]
        assert found == wanted, narrowing


def test_nonsense_gets_one_plain_sentence(storm, client):
    for nonsense, sentence in NONSENSE:
        response = client.get("/search/", {"q": "ferry"} | nonsense)
        assert response.status_code == 400, nonsense
        assert sentence in response.content.decode()


def test_what_finds_nothing_says_why(storm, client):
    assert "No update has all of these words." in show(client, q="zeppelin 😀")
    assert "There is no word to look for in that." in show(client, q="***")
    narrowed = show(client, q="ferry", source="nobody")
    assert '<a href="/search/?q=ferry">Search everything</a>' in narrowed


def test_results_come_in_pages_that_keep_the_question(storm, ada, client):
    for number in range(20):
        publish_entry(storm, ada, f"<p>Ferry {number} & co.</p>")
    first = show(client, q="ferry", topic="harbour-watch", sort="newest")
    assert first.count('class="result"') == 20
    address = "/search/?q=ferry&amp;topic=harbour-watch&amp;sort=newest&amp;page=2"
    assert f'rel="next" href="{address}"' in first
    second = show(client, q="ferry", topic="harbour-watch", sort="newest", page=2)
    assert second.count('class="result"') == 2
    assert 'rel="next"' not in second
    beyond = show(client, q="ferry", page=50)
    assert "There are no more updates with these words." in beyond


def test_it_is_not_for_search_engines_and_cached_like_any_page(storm, client):
    response = client.get("/search/", {"q": "ferry"})
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=1"
    assert not response.cookies
    again = client.get("/search/", {"q": "ferry"}, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert "Disallow: /search\n" in client.get("/robots.txt").content.decode()
    assert client.post("/search/", {"q": "ferry"}).status_code == 405


def test_what_is_not_public_is_nowhere_in_it(storm, team, ada, chi, client):
    actions.kill(user=ada, entry_id=storm.entries.get(number=2).pk, reason="Wrong.")
    other = open_blog(team, ada, headline="Gone by noon")
    publish_entry(other, ada, "<p>A ferry canary.</p>")
    actions.withdraw_blog(user=chi, blog_id=other.pk)
    assert results(client, q="ferry") == [f"/live/{storm.slug}/1/"]
    assert "canary" not in show(client, q="ferry").replace('value="canary"', "")


def test_a_page_costs_the_same_however_much_is_found(
    storm, ada, client, django_assert_max_num_queries
):
    for _ in range(20):
        publish_entry(storm, ada, "<p>Ferry.</p>")
    with django_assert_max_num_queries(12):
        show(client, q="ferry", source="northwire")
    with django_assert_max_num_queries(12):
        show(client, q="ferry")
