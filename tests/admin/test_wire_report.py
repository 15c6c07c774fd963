"""The report of the wires as a page: for editors and chiefs, of a period they say."""

import csv

import pytest
from django.urls import reverse

from liveblog.models import Entry
from tests.cast import credit, publish_entry
from tests.wire.arriving import arrive, feed_of

URL = "/admin/wires/report/"


@pytest.fixture
def item(northwire):
    return arrive(feed_of(northwire, name="=Northwire & <world>"), subjects=[["a", "b"]])


@pytest.fixture
def entry(blog, ada, item, northwire):
    return publish_entry(blog, ada, built_from=item.pk, attributions=[credit(northwire)])


def test_it_shows_what_was_received_and_used(chis, entry):
    page = chis.open(URL)
    assert page.status == 200
    assert "=Northwire &amp; &lt;world&gt;" in page
    assert "1 received, 1 used" in page
    assert "100.0 %" in page
    assert '<svg role="img"' in page
    assert "No agency has corrected, held or killed anything" in page


@pytest.mark.parametrize("query", ["", "?days=1", "?days=30", "?start=2023-01-01&end=2023-12-31",
                                   "?start=2023-01-01&end=2023-01-01"])  # fmt: skip
def test_periods(adas, entry, query):
    assert adas.open(URL + query).status == 200


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("days=2", "Select a valid choice"),
        ("start=yesterday", "Enter a valid date"),
        ("end=2023-01-05", "Say from which day"),
        ("start=2023-01-05&end=2023-01-04", "The first day is after the last."),
        ("start=2021-01-05&end=2023-01-04", "366 days at most"),
        ("start=0001-01-01&end=0001-01-02", "Say days of the years 1900 to 2999"),
        ("start=9999-12-01&end=9999-12-31", "Say days of the years 1900 to 2999"),
        ("start=9999-12-31", "Say days of the years 1900 to 2999"),
        ("table=agencies", "A file needs both"),
        ("table=passwords&format=csv", "Select a valid choice"),
    ],
)
def test_a_question_that_makes_no_sense_is_answered_in_words(adas, query, sentence):
    page = adas.open(f"{URL}?{query}")
    assert page.status == 400
    assert sentence in page


@pytest.mark.parametrize("table", ["agencies", "delays", "blogs", "sources", "retractions",
                                   "uncredited", "overquoted", "expiries"])  # fmt: skip
def test_every_table_is_a_file(adas, entry, table):
    answer = adas.client.get(f"{URL}?days=7&table={table}&format=csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert f"wires-{table}-" in answer["Content-Disposition"]
    assert list(csv.reader(answer.content.decode().splitlines()))


def test_a_file_is_called_by_the_days_it_tells_of(adas, entry):
    query = "start=2023-01-01&end=2023-01-07&table=delays&format=csv"
    answer = adas.client.get(f"{URL}?{query}")
    assert "wires-delays-2023-01-01-2023-01-07.csv" in answer["Content-Disposition"]


def test_a_feeds_name_is_no_formula(adas, entry):
    answer = adas.client.get(f"{URL}?table=agencies&format=csv").content.decode()
    assert ",'=Northwire & <world>," in answer


def test_reporters_and_strangers_do_not_see_it(bens, nobodys, adas, entry):
    assert bens.open(URL).status == 403
    assert URL not in bens.open(reverse("admin:index"))
    assert URL in adas.open(reverse("admin:index"))
    assert nobodys.client.get(URL).status_code == 302
    assert adas.client.post(URL).status_code == 405


def test_another_teams_updates_are_not_in_it(dovs, entry):
    page = dovs.open(URL)
    assert "1 received, 0 used" in page
    assert entry.blog.headline not in page


def test_a_row_leads_to_its_update(adas, blog, ada, item):
    entry = publish_entry(blog, ada, built_from=item.pk)
    page = adas.open(URL)
    assert f'href="/admin/liveblog/entry/{entry.pk}/change/"' in page
    assert Entry.objects.get().body not in page
