"""What an answer costs does not depend on how much there is to choose from."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from liveblog.models import Attribution, Correction, Entry, EntryAuthor, EntryWords, LiveBlog
from liveblog.words import indexed
from tests.api.asking import V1, entries, of, read
from tests.cast import credit, publish_entry

START = datetime(2023, 1, 5, 12, tzinfo=UTC)


@pytest.fixture(params=[50, 1000])
def busy(request, blog, northwire):
    """A live blog with that many entries, each with rows of its own."""
    rows = Entry.objects.bulk_create(
        Entry(
            blog=blog, number=n, seq=n + 1, first_seq=n + 1, state="published",
            body=f"<p>Report {n}.</p>", body_text=f"Report {n}.", published_at=START,
            updated_at=START, display_at=START + timedelta(minutes=n),
        )
        for n in range(1, request.param + 1)
    )  # fmt: skip
    for row_type, values in (
        (Attribution, {"source": northwire}),
        (EntryAuthor, {"name": "Ada"}),
        (Correction, {"note": "Two.", "at": START}),
        (EntryWords, {"body": indexed("Report")}),
    ):
        row_type.objects.bulk_create(row_type(entry=row, **values) for row in rows)
    counters = {"version": request.param + 1, "last_number": request.param}
    LiveBlog.objects.filter(pk=blog.pk).update(**counters)
    return blog


QUESTIONS = [
    {}, {"page_size": 200}, {"before": 40}, {"after": 10}, {"state": "all"},
    {"text": "report", "source": "northwire", "author": "ada", "key_event": "false"},
]  # fmt: skip


def count(queries):
    return [query["sql"] for query in queries if "COUNT(" in query["sql"].upper()]


def test_a_page_of_entries_costs_nine_queries_at_most(busy, client, django_assert_max_num_queries):
    for question in QUESTIONS:
        with django_assert_max_num_queries(9) as asked:
            assert len(entries(client, busy, **question)) > 0
        assert not count(asked.captured_queries)


def test_a_delta_costs_eight_queries_at_most(busy, client, django_assert_max_num_queries):
    for since in (0, 1, 30):
        with django_assert_max_num_queries(8) as asked:
            assert read(client, of(busy, "changes/"), since=since)["entries"]
        assert not count(asked.captured_queries)


def test_lists_of_everything_cost_one_query(busy, client, django_assert_num_queries):
    for kind in ("blogs/", "blogs/versions/", "sources/", "topics/"):
        with django_assert_num_queries(1):
            assert read(client, f"{V1}{kind}")


def test_one_entry_costs_six_queries(blog, ada, northwire, client, django_assert_num_queries):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    with django_assert_num_queries(6):
        read(client, f"{V1}entries/{entry.public_id}/")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by statistics")
@pytest.mark.parametrize("address", ["entries/", "entries/?before=30", "changes/?since=30"])
def test_no_answer_sorts_every_entry_of_a_blog(
    address, blog, ada, client, django_assert_num_queries
):
    for _ in range(40):
        publish_entry(blog, ada)
    with django_assert_num_queries(7 + ("before" in address)) as asked:
        client.get(of(blog, address))
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[1]['sql']}")
        plan = str(cursor.fetchall())
    assert "entry_number" in plan or "entry_seq" in plan
    assert "TEMP B-TREE" not in plan
