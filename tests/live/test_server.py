"""The same stream through a real uvicorn: across processes, and until its end."""

import signal
import socket

import pytest
from django.db import connection

from liveblog import actions
from liveblog.live.asgi import live_application
from liveblog.live.limits import Limits
from liveblog.live.messages import Message
from tests.cast import publish_entry
from tests.live.server import Follower, Process, in_this_process
from tests.live.stage import DEADLINE, django_stub, numbers
from tests.live.test_wakeups import eventually


@pytest.fixture
def site(settings, tmp_path):
    process = Process(connection.settings_dict, settings.MEDIA_ROOT, tmp_path / "stderr")
    yield process
    if process.popen.poll() is None:
        process.stop()


@pytest.fixture
def follow(site):
    followers = []

    def start(blog, query=""):
        followers.append(Follower(site.port, blog, query))
        return followers[-1]

    yield start
    for follower in followers:
        follower.close()


def test_what_this_process_publishes_reaches_the_readers_of_another(follow, blog, ada):
    reader = follow(blog)
    entry = publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [1]
    actions.withdraw(user=ada, entry_id=entry.pk)
    assert reader.next_delta()["entries"][0]["state"] == "withdrawn"


def test_a_reader_comes_back_to_what_it_missed(follow, blog, ada):
    reader = follow(blog)
    publish_entry(blog, ada)
    version = reader.next_delta()["version"]
    reader.close()
    publish_entry(blog, ada)
    assert numbers(follow(blog, f"?since={version}").next_delta()) == [2]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_process_stops_with_streams_open(site, follow, blog, number):
    readers = [follow(blog) for _ in range(5)]
    site.popen.send_signal(number)
    site.popen.wait(DEADLINE)
    for reader in readers:
        (farewell,) = until_farewell(reader)
        assert farewell.startswith("retry: ")
        assert reader.next_block() == []  # a proper end, not a cut connection
    assert site.log.read_text() == ""


def until_farewell(reader):
    while (block := reader.next_block())[0].startswith("event: heartbeat"):
        pass
    return block


@pytest.mark.parametrize("http", ["httptools", "liveblog.live.front:FrontProtocol"])
def test_a_reader_who_does_not_read_is_cut_off(blog, http):
    application = live_application(django_stub, limits=Limits(stall=0.1))
    with in_this_process(application, http=http) as (server, port):
        deaf = socket.create_connection(("127.0.0.1", port), timeout=DEADLINE)
        deaf.send(f"GET /live/{blog.slug}/events HTTP/1.1\r\nHost: testserver\r\n\r\n".encode())
        assert deaf.recv(12) == b"HTTP/1.1 200"
        flood(application.hub, blog)
        eventually(lambda: not server.server_state.connections)
        eventually(lambda: application.hub.readers(blog.pk) == 0)
        deaf.close()


def flood(hub, blog):
    """More than any socket buffers."""
    channel = hub._channels[blog.pk]
    loop = hub._tasks[0].get_loop()
    for number in range(30):
        message = Message(b"x" * 1_000_000, blog.version + 1 + number)
        loop.call_soon_threadsafe(loop.create_task, channel.deliver(message))
