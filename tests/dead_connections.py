"""What a restart of PostgreSQL does to the connections that lie in psycopg's pool."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def idle_connections_ended(count):
    """Ends `count` connections of the pool; the block must have had them all discarded."""
    pool = connection.pool
    taken = [pool.getconn() for _ in range(count)]
    pids = [one.info.backend_pid for one in taken]
    with pool.connection() as another:  # none of those, however many the pool had
        for one in taken:
            pool.putconn(one)
        another.execute("SELECT pg_terminate_backend(pid, 10000) FROM unnest(%s) pid", [pids])
    yield
    assert not {one.info.backend_pid for one in pool._pool} & set(pids)
