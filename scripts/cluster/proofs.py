"""What several nodes promise, each proven by doing it. A proof answers one line, or raises."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg

from scripts.cluster.machine import Cluster
from scripts.cluster.readers import Readers
from scripts.cluster.script import Failed, Load, Published, ask, eventually
from scripts.cluster.watching import Watches

WORD, BY_WIRE = "Kittiwake", "Fulmar"
READING = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE query LIKE '%liveblog_entry%' AND pid <> pg_backend_pid()"
)
LISTENING = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE query = 'LISTEN newsroom_wake' AND datname = current_database()"
)

STANDING = (
    "SELECT count(DISTINCT process.id) FROM liveblog_reach reach"
    " JOIN liveblog_webprocess process ON process.id = reach.process_id"
    " JOIN liveblog_liveblog blog ON blog.id = reach.blog_id"
    " WHERE blog.slug = %s AND reach.version >= %s AND reach.readers > reach.behind"
    " AND process.at > now() - interval '30 seconds'"
)


def from_node_to_node(cluster: Cluster) -> str:
    a, b, script = cluster.nodes["A"], cluster.nodes["B"], cluster.script
    since = script.version(b)
    with Readers(script.slug, since, (b, 1)) as readers:
        script.publish(a, "The first ferry is late.")  # the first of a process loads its code
        readers.wait_for(since + 1)
        began = time.monotonic()
        script.publish(a, "The second ferry is late.")
        readers.wait_for(since + 2)
        took = time.monotonic() - began
    return f"an update published on node A is with a reader of node B after {took * 1000:.0f} ms"


def killed_node(cluster: Cluster) -> str:
    script, b = cluster.script, cluster.nodes["B"]
    since = script.version(b)
    with Readers(script.slug, since, (cluster.nginx, 30), (b, 5)) as readers:
        load = Load(script, cluster.nginx)
        load.wait_for(5)
        cluster.kill_node("A")
        eventually(lambda: readers.broken, "no reader of node A lost its connection")
        load.wait_for(10)
        seqs = everything(cluster, load.stop(), since)
        readers.wait_for(max(seqs))
        readers.must_have_seen(seqs)
        lost = readers.broken
    cluster.start_node("A")
    cluster.wait_for_node("A")
    return (
        f"node A killed while {len(seqs)} updates were published: nothing is lost, {lost} of 30 "
        f"readers behind nginx came back, each has every update once"
    )


def killed_update(cluster: Cluster, within: float) -> str:
    a, script = cluster.nodes["A"], cluster.script
    since = script.version(a)
    entry = script.publish(a, f"{WORD} has left the harbour.")

    def kill() -> float:
        ordered = time.monotonic()
        script.kill(a, entry)
        return ordered

    return f"a kill {_gone(cluster, entry, since, WORD, kill, within)}"


def kill_by_wire(cluster: Cluster, within: float) -> str:
    since = cluster.script.version(cluster.nodes["A"])
    told = cluster.ask_agency("item", BY_WIRE)
    entry = Published(told["id"], told["number"])

    def kill() -> float:
        ordered: float = cluster.ask_agency("kill", BY_WIRE)["ordered"]
        return ordered

    said = _gone(cluster, entry, since, BY_WIRE, kill, within, on_order=True)
    return f"an agency's kill, come in as a file, {said}"


def _gone(
    cluster: Cluster,
    entry: Published,
    since: int,
    word: str,
    kill: Callable[[], float],
    within: float,
    *,
    on_order: bool = False,
) -> str:
    """The word is seen everywhere, killed, and seen nowhere `within` so many seconds.

    They count from the moment the kill was done, or with `on_order` from when it was ordered.
    """
    live, api = f"/live/{cluster.script.slug}", f"/api/v1/blogs/{cluster.script.slug}"
    paths = [
        *(f"{live}/", f"{live}/{entry.number}/", f"{live}/changes?since={since}", "/"),
        *(f"{live}/feed.{kind}" for kind in ("atom", "rss", "json")),
        *(f"{api}/entries/", f"{api}/changes/?since={since}", f"/api/v1/entries/{entry.id}/"),
    ]
    watches = Watches([*cluster.nodes.values(), cluster.nginx], paths, word.encode())
    try:
        watches.wait_until_seen()
        ordered = kill()
        killed = ordered if on_order else time.monotonic()
        watches.wait_until_gone(killed)
    finally:
        watches.stop()
    for watch in watches.all:
        if watch.seen_at - killed > within:
            raise Failed(f"{watch.path} showed it {watch.seen_at - killed:.2f} s after the kill")
    nodes, nginx = (
        max(watch.seen_at - ordered for watch in watches.all if watch.port in ports)
        for ports in (cluster.nodes.values(), [cluster.nginx])
    )
    return (
        f"is gone from {len(paths)} addresses of both nodes and nginx: last seen "
        f"{nodes:.2f} s after it was ordered at a node, {nginx:.2f} s at nginx"
    )


def where_nodes_stand(cluster: Cluster) -> str:
    """Every node says by itself that a kill has arrived at its readers."""
    script, (a, b) = cluster.script, cluster.nodes.values()
    since = script.version(b)
    with Readers(script.slug, since, (a, 1), (b, 1)) as readers:
        entry = script.publish(a, "Gannets have been seen.")
        readers.wait_for(since + 1)
        began = time.monotonic()
        script.kill(a, entry)
        readers.wait_for(since + 2)
        eventually(
            lambda: standing(cluster, since + 2) == len(cluster.nodes),
            "a node does not say that its readers have the kill",
        )
        took = time.monotonic() - began
    return f"both nodes say {took:.2f} s after a kill was ordered that their readers have it"


def standing(cluster: Cluster, version: int) -> int:
    with psycopg.connect(cluster.database.url) as connection:
        row = connection.execute(STANDING, [cluster.script.slug, version]).fetchone()
    return int(row[0]) if row else 0


def replica_that_lags(cluster: Cluster) -> str:
    """Held back for as long as something is published and killed, then let go."""
    script, (a, b) = cluster.script, cluster.nodes.values()
    page = f"/live/{script.slug}/"

    def shows(word: str, *, everywhere: bool) -> bool:
        return all((word.encode() in ask(node, page).body) == everywhere for node in (a, b))

    script.publish(a, "Guillemots are at sea.")
    eventually(lambda: shows("Guillemots", everywhere=True), "an update is not to be seen")
    eventually(lambda: on_replica(cluster, READING), "nothing was read from the replica")
    on_replica(cluster, "SELECT pg_wal_replay_pause()")
    entry = script.publish(a, "Razorbills are at sea.")
    eventually(lambda: shows("Razorbills", everywhere=True), "a replica that lags was believed")
    script.kill(a, entry)
    eventually(lambda: shows("Razorbills", everywhere=False), "a killed update is still there")
    on_replica(cluster, "SELECT pg_wal_replay_resume()")
    script.publish(b, "Puffins are at sea.")
    eventually(lambda: shows("Puffins", everywhere=True), "an update is not to be seen")
    if not shows("Razorbills", everywhere=False):
        raise Failed("a killed update came back from the replica")
    return "a replica renders pages; held back, it is passed over: updates come and kills stay"


def on_replica(cluster: Cluster, statement: str) -> int:
    with psycopg.connect(cluster.database.replica_url) as connection:
        row = connection.execute(statement).fetchone()
    return int(row[0] or 0) if row else 0


def restarted_database(cluster: Cluster) -> str:
    script, (a, b) = cluster.script, cluster.nodes.values()
    since = script.version(a)
    quiet_page = f"/live/{cluster.quiet}/"
    for node in (a, b):
        ask(node, quiet_page)
    with Readers(script.slug, since, (a, 10), (b, 10), (cluster.nginx, 10)) as readers:
        load = Load(script, cluster.nginx)
        load.wait_for(5)
        cluster.database.crash()
        with ThreadPoolExecutor() as together:
            pages = list(together.map(lambda node: ask(node, quiet_page).status, (a, b)))
        if pages != [200, 200]:
            raise Failed("a page that had been asked for was not there without the database")
        cluster.database.start()
        began = time.monotonic()
        eventually(lambda: listening(cluster) == len(cluster.nodes), "a hub does not listen again")
        took = time.monotonic() - began
        load.wait_for(5)
        accepted = load.stop() + [script.publish(node, "All clear.") for node in (a, b)]
        seqs = everything(cluster, accepted, since)
        readers.wait_for(max(seqs))
        readers.must_have_seen(seqs)
    return (
        f"PostgreSQL crashed and restarted while {len(seqs)} updates were published: every hub "
        f"listens again after {took:.1f} s, {len(readers.all)} readers have every update once"
    )


def everything(cluster: Cluster, accepted: list[Published], since: int) -> list[int]:
    """All seqs after `since`. What was accepted must be among them, a wake-up later at most."""
    found: dict[str, int] = {}

    def complete() -> bool:
        found.update(cluster.script.seqs(cluster.nodes["B"], since))
        return found.keys() >= {entry.id for entry in accepted}

    eventually(complete, "an accepted update is not there")
    return list(found.values())


def listening(cluster: Cluster) -> int:
    with psycopg.connect(cluster.database.url) as connection:
        row = connection.execute(LISTENING).fetchone()
    return int(row[0]) if row else 0


def proofs(cluster: Cluster, within: float) -> Iterator[str]:
    """What each proof says, in their order; `within` is how many seconds a killed update may be
    seen."""
    yield from_node_to_node(cluster)
    yield killed_node(cluster)
    yield killed_update(cluster, within)
    yield kill_by_wire(cluster, within)
    yield where_nodes_stand(cluster)
    if cluster.database.replica_url:
        yield replica_that_lags(cluster)
    yield restarted_database(cluster)
