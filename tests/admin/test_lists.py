"""Lists: found by state, live blog, key event and words, without counting large tables."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from liveblog.admin.base import BoundedPaginator
from tests.cast import draft_entry, publish_entry

LIST = "admin:liveblog_entry_changelist"


@pytest.fixture
def entries(blog, ada):
    publish_entry(blog, ada, "<p>Ferries are suspended.</p>", is_key_event=True)
    draft_entry(blog, ada, "<p>Schools close.</p>")


@pytest.mark.parametrize(
    ("query", "found", "missing"),
    [
        ("?state__exact=draft", "Schools close.", "Ferries are"),
        ("?is_key_event__exact=1", "Ferries are", "Schools close."),
        ("?q=schools", "Schools close.", "Ferries are"),
        ("?blog=999999", "0 entries", "Schools close."),
        ("?blog=x", "0 entries", "Schools close."),
    ],
)
def test_entries_are_found(adas, entries, query, found, missing):
    page = adas.open(reverse(LIST) + query)
    assert found in page
    assert missing not in page


def test_a_live_blogs_own_entries_are_found(adas, blog, entries):
    assert "2 entries" in adas.open(f"{reverse(LIST)}?blog={blog.pk}")


def test_times_are_in_the_blogs_zone(adas, entries):
    page = adas.open(reverse(LIST))
    assert " EST, " in page or " EDT, " in page


@pytest.mark.parametrize("query", ["?q=%00", "?p=99999", "?o=x", "?state__exact=nonsense", "?id=x"])
def test_nonsense_in_the_address_is_no_error(adas, entries, query):
    assert adas.open(reverse(LIST) + query).status == 200


def test_columns_of_other_rows_cannot_be_searched_by(adas, entries):
    answer = adas.client.get(f"{reverse(LIST)}?created_by__password__startswith=m")
    assert answer["Location"] == f"{reverse(LIST)}?e=1"  # the whole list


def queries_of(desk):
    with CaptureQueriesContext(connection) as queries:
        desk.open(reverse(LIST))
    return [query["sql"] for query in queries]


def test_a_longer_list_costs_no_more_queries(adas, ada, blog, entries):
    before = len(queries_of(adas))
    for _ in range(20):
        draft_entry(blog, ada)
    assert len(queries_of(adas)) == before


def test_no_list_counts_a_whole_table(adas, entries):
    counts = [sql for sql in queries_of(adas) if "COUNT(" in sql]
    assert counts
    assert all(f"LIMIT {BoundedPaginator.LIMIT}" in sql for sql in counts)


def test_the_front_page_shows_what_waits(adas, bens, ada, ben, blog):
    mine = draft_entry(blog, ada, "<p>Ada's draft.</p>")
    bens.write(blog).press("submit", body="<p>Ben's text.</p>")
    draft_entry(blog, ben, "<p>Ben's secret draft.</p>")
    page = adas.open(reverse("admin:index"))
    assert blog.headline in page
    assert "Ben&#x27;s text." in page
    assert str(mine).replace("'", "&#x27;") in page
    assert "secret" not in page
