"""Heartbeats, old streams, and the end of the process."""

import threading

import pytest

from tests.live.stage import DEADLINE


@pytest.fixture(autouse=True)
def _fast_clock(monkeypatch):
    monkeypatch.setattr("liveblog.live.hub.CLOCK_SECONDS", 0.01)


def test_a_heartbeat_is_a_named_event_without_an_id(live_with, blog):
    reader = live_with(heartbeat=0.01).follow(blog)
    assert reader.next_block().fields == {"event": "heartbeat", "data": "{}"}
    assert reader.next_block().fields == {"event": "heartbeat", "data": "{}"}


def test_heartbeats_go_on_while_the_database_does_not_answer(live_with, blog, monkeypatch):
    live, hangs = live_with(heartbeat=0.01), threading.Event()
    reader = live.follow(blog)
    monkeypatch.setattr("liveblog.live.reads.states", lambda _: hangs.wait(DEADLINE) and {})
    live.loop.call_soon_threadsafe(live.hub.wake)
    for _ in range(3):
        assert reader.next_block().fields["event"] == "heartbeat"
    hangs.set()


def test_an_old_stream_ends_with_a_word_on_when_to_come_back(live_with, blog):
    reader = live_with(heartbeat=0.01, age=0.01).follow(blog)
    blocks = list(iter(reader.next_block, None))
    assert 500 <= int(blocks[-1].fields["retry"]) <= 4500
    reader.done.result(DEADLINE)


def test_every_reader_is_let_go_when_the_process_stops(live, blog):
    readers = [live.follow(blog) for _ in range(3)]
    live.loop.call_soon_threadsafe(live.hub.say_farewell)
    for reader in readers:
        assert "retry" in reader.next_block().fields
        assert reader.next_block() is None
        reader.done.result(DEADLINE)


def test_a_reader_who_does_not_read_does_not_keep_the_process(live, blog):
    reader = live.follow(blog)
    with reader.not_reading():
        live.on_loop(live.hub.stop())
        reader.done.result(DEADLINE)


def test_nobody_joins_a_process_that_stops(live, blog):
    live.loop.call_soon_threadsafe(live.hub.say_farewell)
    stream = live.open(f"/live/{blog.slug}/events")
    assert (stream.status, "retry-after" in stream.headers) == (503, True)
