"""Tests of the tests: what PostgreSQL ends because of a deadlock is tried again."""

import pytest
from django.db import OperationalError, connection

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

# A sequence goes on where a transaction is rolled back.
FAILS = """DO $$ BEGIN
IF nextval('tries') < {} THEN RAISE 'deadlock detected' USING ERRCODE = '40P01'; END IF;
END $$"""


@pytest.fixture
def tries():
    with connection.cursor() as cursor:
        cursor.execute("CREATE SEQUENCE tries")
        yield
        cursor.execute("DROP SEQUENCE tries")


def test_all_tables_are_emptied_at_another_try(tries):
    connection.ops.execute_sql_flush([FAILS.format(4)])


def test_what_always_fails_is_told(tries):
    with pytest.raises(OperationalError, match="deadlock detected"):
        connection.ops.execute_sql_flush([FAILS.format(9)])
