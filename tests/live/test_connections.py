"""A stream that was given away: its connection alone keeps the contract of every reader."""

import asyncio
import re

import pytest

from liveblog.live.asgi import live_application
from liveblog.live.connection import ConnectionReader
from liveblog.live.limits import Limits
from liveblog.live.messages import LAST_CHUNK, Message
from tests.cast import publish_entry
from tests.live.server import Follower, in_this_process
from tests.live.stage import django_stub, numbers
from tests.live.test_wakeups import eventually
from tests.live.wire import Wire, request

FRONT = "liveblog.live.front:FrontProtocol"
LIMITS = Limits(heartbeat=15.0, age=3600.0, stall=45.0, backlog=1000)


class Connection:
    """Takes bytes like a transport, and keeps what its reader has not read."""

    def __init__(self):
        self.written, self.waiting = [], 0
        self.closed = self.aborted = self.reads = False

    def write(self, data):
        self.written.append(bytes(data))
        self.waiting += 0 if self.reads else len(data)

    def get_write_buffer_size(self):
        return self.waiting

    def close(self):
        self.closed = True

    def abort(self):
        self.aborted = True

    @property
    def text(self):
        return b"".join(self.written).decode()


class Stage:
    """One reader on one connection; `now` is the loop's time."""

    def __init__(self, *, reads=True):
        self.connection, self.left = Connection(), []
        self.connection.reads = reads
        self.reader = ConnectionReader(LIMITS, "203.0.113.7", self.left.append)

    def begin(self, first=b"retry: 1\n\n"):
        async def begin():
            self.reader.begin(lambda *_: self.connection, [], first)
            return asyncio.get_running_loop().time()

        self.now = asyncio.run(begin())
        return self

    def deliver(self, *versions, size=10):
        for version in versions:
            self.reader.deliver(Message(f"<{version}>".encode().ljust(size, b"."), version))

    def after(self, seconds):
        self.reader.look_at_the_clock(self.now + seconds)


def test_every_delta_is_written_once_in_order():
    stage = Stage().begin()
    stage.deliver(3, 4, 4, 2, 5)
    assert re.findall(r"<(\d)>", stage.connection.text) == ["3", "4", "5"]


def test_what_comes_while_it_joins_is_written_after_its_first_block():
    stage = Stage()
    stage.deliver(3)
    stage.begin(first=b"first\n\n")
    assert stage.connection.text.index("first") < stage.connection.text.index("<3>")


def test_a_reader_for_whom_too_much_waits_is_dropped():
    stage = Stage(reads=False).begin()
    stage.deliver(1, 2, 3, size=600)
    assert stage.connection.aborted
    assert "<3>" not in stage.connection.text


def test_one_block_larger_than_what_may_wait_has_time_to_be_read():
    stage = Stage(reads=False).begin(first=b"x" * 5000)
    stage.deliver(1, size=600)
    assert not stage.connection.aborted
    stage.deliver(2, 3, size=600)
    assert stage.connection.aborted


def test_a_heartbeat_comes_after_every_silence():
    stage = Stage().begin()
    for seconds in (LIMITS.heartbeat, LIMITS.heartbeat * 1.5, LIMITS.heartbeat * 2.1):
        stage.after(seconds)
    assert stage.connection.text.count("event: heartbeat") == 2


def test_who_does_not_read_is_dropped_after_a_while():
    stage = Stage(reads=False).begin()
    stage.after(20)
    stage.after(20 + LIMITS.stall - 1)
    assert not stage.connection.aborted
    stage.after(20 + LIMITS.stall)
    assert stage.connection.aborted


def test_an_old_stream_ends_properly():
    stage = Stage().begin()
    stage.after(LIMITS.age * 1.2)
    stage.reader.end()
    stage.deliver(1)
    assert stage.connection.written[-1].endswith(LAST_CHUNK)
    assert stage.connection.closed
    assert stage.connection.text.count("retry:") == 2


def test_who_does_not_take_the_end_is_dropped():
    stage = Stage(reads=False).begin()
    stage.reader.end()
    stage.after(1)
    stage.after(1 + LIMITS.stall)
    assert stage.connection.aborted


def test_a_stream_that_is_let_go_while_it_joins_ends_with_its_first_block():
    stage = Stage()
    stage.reader.end()
    stage.begin()
    assert stage.connection.closed
    assert stage.connection.written[-1].endswith(LAST_CHUNK)


def test_its_place_is_given_back_once():
    stage = Stage().begin()
    stage.reader.connection_lost(None)
    stage.reader.connection_lost(None)
    stage.deliver(1)
    assert stage.left == [stage.reader]


def test_a_connection_that_went_while_it_joined_gives_its_place_back():
    stage = Stage()
    stage.reader.begin(lambda *_: None, [], b"")
    assert stage.left == [stage.reader]


@pytest.fixture
def served():
    with in_this_process(live_application(django_stub, limits=Limits()), http=FRONT) as served:
        yield served


def test_the_server_keeps_nothing_of_it(served, blog, ada):
    server, port = served
    reader = Follower(port, blog)
    eventually(lambda: not server.server_state.connections and not server.server_state.tasks)
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [1]
    reader.close()
    hub = server.config.loaded_app.app.hub
    eventually(lambda: hub.readers(blog.pk) == 0)


def test_a_pipelined_request_behind_a_stream_is_not_answered(served, blog):
    _, port = served
    with Wire(port) as wire:
        wire.send(request(f"/live/{blog.slug}/events"), request("/"))
        status, headers, _ = wire.answer(bodiless=True)
        assert (status, headers["content-type"]) == (200, "text/event-stream")
        assert b"retry:" in wire.reading.readline() + wire.reading.readline()
