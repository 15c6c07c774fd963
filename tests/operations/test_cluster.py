"""Two nodes, a worker and nginx on one database keep what `make cluster` proves."""

import os
import signal

import psycopg
import pytest
from django.db import connection

from liveblog import actions
from scripts import shipped_nginx
from scripts.cluster import __main__ as command
from scripts.cluster.database import Stock
from scripts.cluster.machine import Cluster
from scripts.cluster.proofs import proofs
from scripts.cluster.script import Failed, ask
from tests.browser.site import database_url
from tests.cast import open_blog

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
MOMENT = 30  # seconds a killed update may be seen: what is shown here depends on no machine's speed


class Borrowed:
    """The test's own database. Others use its server, so it alone goes away."""

    def __init__(self, stock):
        self.url, self.replica_url = database_url(connection.settings_dict), ""
        self._name = connection.settings_dict["NAME"]
        self._elsewhere = self.url.removesuffix(self._name) + "template1"
        self._stock = stock

    def start(self):
        self._run(f'ALTER DATABASE "{self._name}" ALLOW_CONNECTIONS true')

    def crash(self):
        self._run(
            f'ALTER DATABASE "{self._name}" ALLOW_CONNECTIONS false',
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{self._name}'",
        )

    def stop(self):
        self.start()

    def stock(self, environment):
        return self._stock

    def _run(self, *statements):
        with psycopg.connect(self._elsewhere, autocommit=True) as elsewhere:
            for statement in statements:
                elsewhere.execute(statement)


@pytest.fixture
def database(transactional_db, blog, other_blog, chi):
    _, key = actions.create_token(user=chi, name="Cluster", scopes=["publish", "takedown"])
    connection.close()
    yield Borrowed(Stock(key, blog.slug, other_blog.slug))
    connection.close()


@pytest.fixture
def other_blog(team, ada):
    return open_blog(team, ada, headline="Snow closes the pass: Jan. 5")


@pytest.mark.postgresql
@pytest.mark.long
@pytest.mark.skipif(not shipped_nginx.PROGRAM, reason="needs nginx")
def test_several_nodes_keep_what_they_promise(database):
    cluster = Cluster()
    try:
        cluster.start(database)
        assert len(list(proofs(cluster, within=MOMENT))) == 6
    except Failed as failed:
        pytest.fail(f"{failed}\n{cluster.logs()}")
    finally:
        cluster.close()
    assert not cluster.home.exists()
    for port in (*cluster.nodes.values(), cluster.nginx):
        with pytest.raises(OSError):
            ask(port, "/healthz")


@pytest.mark.parametrize("number", SIGNALS)
def test_whoever_stops_it_leaves_nothing_behind(number, monkeypatch):
    before = {each: signal.getsignal(each) for each in SIGNALS}
    started = []

    def start(cluster):
        started.append(cluster)
        cluster._start("sleeper", ["sleep", "600"])
        os.kill(os.getpid(), number)
        signal.pause()

    monkeypatch.setattr(Cluster, "start", start)
    monkeypatch.setattr(Cluster, "_environment", dict(os.environ), raising=False)
    monkeypatch.setattr("sys.argv", ["cluster"])
    try:
        assert command.main() == 130
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    (cluster,) = started
    assert cluster._processes["sleeper"].returncode == -signal.SIGTERM
    assert not cluster.home.exists()
