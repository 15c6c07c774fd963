"""Tests of the tests: nothing that a test committed is there for the next one."""

import threading

import pytest
from django.contrib.auth.models import Permission
from django.db import OperationalError, connection, transaction

from liveblog.models import EntryWords, Team, WireChain
from tests import emptying
from tests.cast import publish_entry, wire_item

pytestmark = pytest.mark.django_db(transaction=True)

TRIES_MADE = 50
FAILS = f"""DO $$ BEGIN
IF nextval('tries') < {TRIES_MADE} THEN RAISE 'deadlock detected' USING ERRCODE = '40P01'; END IF;
END $$"""


def rows():
    """Of every table that is emptied, how many rows it has, unless none."""
    counted = {}
    with connection.cursor() as cursor:
        for name in emptying.tables("default", connection.settings_dict["NAME"]):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")
            counted[name] = cursor.fetchone()[0]
    return {name: count for name, count in counted.items() if count}


def test_all_that_was_committed_is_gone(blog, ada, chi, northwire, picture):
    publish_entry(blog, ada, "<p>Ferries stop.</p>", images=[{"asset": picture().pk}])
    wire_item(northwire)
    assert EntryWords.objects.exists()
    assert WireChain.objects.exists()
    emptying.empty(connection)
    assert rows() == {}


def test_what_the_migrations_wrote_stays(team):
    before = Permission.objects.order_by("pk").in_bulk()
    emptying.empty(connection)
    assert Permission.objects.order_by("pk").in_bulk() == before != {}


def test_a_database_of_the_tests_own_is_left_alone(team, tmp_path, monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("needs SQLite")
    with monkeypatch.context() as patch:
        connection.close()
        patch.setitem(connection.settings_dict, "NAME", str(tmp_path / "own.sqlite3"))
        emptying.empty(connection)
        connection.close()
    assert Team.objects.get() == team


@pytest.mark.postgresql
def test_nobody_who_reads_is_waited_for(team):
    """Who would be waited for is told as one that cannot be locked at once."""
    reading, read = threading.Event(), threading.Event()

    def read_on():
        with transaction.atomic():
            assert Team.objects.count() == 1
            reading.set()
            read.wait(60)
        connection.close()

    reader = threading.Thread(target=read_on)
    reader.start()
    reading.wait(60)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '30s'")
        emptying.empty(connection)
    assert reader.is_alive()
    read.set()
    reader.join()


@pytest.fixture
def ended(monkeypatch):
    """PostgreSQL ends it so many times, as it may where a site still writes."""
    once = emptying.empty_once

    def tried(connection):
        with connection.cursor() as cursor:
            cursor.execute(FAILS)
        once(connection)

    def times(number):
        # A sequence goes on where a transaction is rolled back.
        cursor.execute(f"CREATE SEQUENCE tries MAXVALUE 99 START {TRIES_MADE - number}")
        monkeypatch.setattr(emptying, "empty_once", tried)

    with connection.cursor() as cursor:
        yield times
        cursor.execute("DROP SEQUENCE tries")
    monkeypatch.undo()


@pytest.mark.postgresql
def test_where_a_site_still_writes_it_is_tried_again(team, ended):
    ended(emptying.TRIES - 1)
    emptying.empty(connection)
    assert not Team.objects.exists()


@pytest.mark.postgresql
def test_what_always_fails_is_told(ended):
    ended(emptying.TRIES)
    with pytest.raises(OperationalError, match="deadlock detected"):
        emptying.empty(connection)
