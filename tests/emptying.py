"""Empties the database after a test that committed: what has rows, and not all tables.

Content types and permissions stay as the migrations left them; Django would write the same again.
Emptied by DELETE a table is not locked for those who read: a site may still do so.
"""

from functools import cache

from django.db import OperationalError, connections, transaction

STAY = {"django_content_type", "auth_permission"}
TRIES = 5


def emptied(case):
    """In place of `TransactionTestCase._fixture_teardown`."""
    for name in case._databases_names(include_mirrors=False):
        empty(connections[name])


def empty(connection):
    """A site may still write: of it and this, which wait for each other then, PostgreSQL ends one.
    The emptying is tried again.
    """
    for left in reversed(range(TRIES)):
        try:
            empty_once(connection)
            return
        except OperationalError as error:
            if not left or "deadlock" not in str(error):
                raise


def empty_once(connection):
    there = tables(connection.alias, connection.settings_dict["NAME"])
    if not there:  # a test has put another database in its place: its own affair
        return
    quoted = {name: connection.ops.quote_name(name) for name in there}
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # SQLite has one writer at a time
            everything = ", ".join(quoted.values())
            cursor.execute(f"LOCK TABLE {everything} IN SHARE ROW EXCLUSIVE MODE")
        rows = (f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {it})" for name, it in quoted.items())
        cursor.execute(" UNION ALL ".join(rows))
        for (name,) in cursor.fetchall():
            cursor.execute(f"DELETE FROM {quoted[name]}")


@cache
def tables(alias, _database):
    found = connections[alias].introspection.django_table_names(only_existing=True)
    return sorted(set(found) - STAY)
