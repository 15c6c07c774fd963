"""Streams outlive a database that is away, and nothing committed is lost."""

import pytest
from django.db import OperationalError, connection

from liveblog.live import reads
from tests.cast import publish_entry
from tests.live.stage import numbers


class Away:
    """Fails like a database that does not answer, until `back` is called."""

    def __init__(self, monkeypatch, name):
        self.monkeypatch, self.name, self.real = monkeypatch, name, getattr(reads, name)
        self.asked = 0
        monkeypatch.setattr(reads, name, self)

    def __call__(self, *arguments):
        self.asked += 1
        raise OperationalError("the connection was refused")

    def back(self):
        self.monkeypatch.setattr(reads, self.name, self.real)


@pytest.mark.parametrize("name", ["states", "delta"])
def test_what_was_published_meanwhile_arrives_when_it_is_back(
    live, blog, ada, monkeypatch, name, only_looks
):
    reader = live.follow(blog)
    away = Away(monkeypatch, name)
    publish_entry(blog, ada)
    looked(live, away)
    away.back()
    assert numbers(reader.next_delta()) == [1]


def looked(live, away, times=3):
    """Make the hub look while it cannot."""
    for _ in range(times):
        live.on_loop(live.hub._looks.look())
    assert away.asked >= times


def test_it_is_told_once(live, blog, monkeypatch, caplog):
    live.follow(blog)
    away = Away(monkeypatch, "states")
    looked(live, away)
    away.back()
    live.on_loop(live.hub._looks.look())
    live.on_loop(live.hub._looks.look())
    told = [record.message for record in caplog.records if record.name == "liveblog.live.looks"]
    assert told == [
        "The database does not answer; open streams wait for it.",
        "The database answers again.",
    ]


def test_a_reader_who_needs_nothing_joins_all_the_same(live, blog, monkeypatch):
    live.follow(blog)
    Away(monkeypatch, "states"), Away(monkeypatch, "find"), Away(monkeypatch, "delta")
    assert live.follow(blog).status == 200


def test_a_reader_who_must_be_caught_up_is_asked_to_come_back(live, blog, monkeypatch):
    live.follow(blog)
    away = Away(monkeypatch, "delta")
    stream = live.open(f"/live/{blog.slug}/events?since=0")
    assert (stream.status, "retry-after" in stream.headers) == (503, True)
    away.back()
    assert live.follow(blog, since=0).next_delta()["since"] == 0


def test_a_blog_that_cannot_be_read_keeps_no_other_waiting(
    live, blog, other_blog, ada, monkeypatch, caplog
):
    reader, other = live.follow(blog), live.follow(other_blog)
    monkeypatch.setattr("liveblog.live.reads.reader_delta", fails_for(blog, reads.reader_delta))
    publish_entry(blog, ada)
    publish_entry(other_blog, ada)
    assert numbers(other.next_delta()) == [1]
    monkeypatch.undo()
    live.on_loop(live.hub._looks.look())
    assert numbers(reader.next_delta()) == [1]
    assert caplog.text.count("cannot be read") == 1


def fails_for(broken, real):
    def fail(blog, since):
        if blog.pk == broken.pk:
            raise ValueError("a template is broken")
        return real(blog, since)

    return fail


def test_no_dead_connection_is_left_for_whoever_comes_next(live, blog, monkeypatch, no_wake_ups):
    discarded = []
    monkeypatch.setattr("liveblog.live.looks.discard_dead_connections", lambda: discarded.append(1))
    live.follow(blog)
    live.on_loop(live.hub._looks.look())
    assert not discarded
    away = Away(monkeypatch, "states")
    looked(live, away)
    away.back()
    live.on_loop(live.hub._looks.look())
    assert discarded


@pytest.mark.postgresql
def test_streams_survive_a_restart_of_the_server(live, blog, ada):
    reader = live.follow(blog)
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [1]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert len(cursor.fetchall()) >= 2
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [2]
