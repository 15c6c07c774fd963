"""The server's shortcut answers while it parses, and is HTTP/1.1 all the same."""

import threading
from contextlib import suppress
from types import SimpleNamespace

import pytest

from liveblog.live.asgi import live_application
from liveblog.live.limits import Limits
from tests.live.server import in_this_process
from tests.live.test_wakeups import eventually
from tests.live.wire import Wire, request

FRONT = "liveblog.live.front:FrontProtocol"
PAGE = b"<p>" + b"The ferry is back in service. " * 100 + b"</p>"


class Django:
    """Says the same of every page, and counts."""

    def __init__(self):
        self.asked = []

    async def __call__(self, scope, receive, send):
        self.asked.append(scope["path"])
        body = b""
        while (event := await receive())["type"] == "http.request":
            body += event["body"]
            if not event.get("more_body"):
                break
        content = PAGE if scope["path"].startswith("/live/") else b"body: " + body
        headers = [
            (b"content-type", b"text/html"),
            (b"etag", b'"one"'),
            (b"cache-control", b"public, max-age=0, s-maxage=1"),
            (b"content-length", str(len(content)).encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": content})


@pytest.fixture
def django():
    return Django()


@pytest.fixture
def served(django):
    """The port; its keep-alive timeout is as short as the test wants."""

    def start(**options):
        application = live_application(django, limits=Limits())
        return in_this_process(application, http=FRONT, **options)

    return start


@pytest.fixture
def port(served, blog):
    with served() as (_, number):
        yield number


@pytest.fixture
def page(port, blog):
    """An address of which the answer is in memory, without a doubt."""
    path = f"/live/{blog.slug}/"
    with Wire(port) as wire:
        wire.send(request("/live/none/"), request(path))
        wire.answer(), wire.answer()
    return path


def test_what_is_in_memory_is_not_asked_of_django(port, page, django):
    before = len(django.asked)
    with Wire(port) as wire:
        for _ in range(3):
            wire.send(request(page))
            status, headers, body = wire.answer()
            assert (status, body, headers["etag"]) == (200, PAGE, '"one"')
            assert {"date", "vary", "cache-control"} <= headers.keys()
    assert len(django.asked) - before <= 1  # a wake-up that came late made one doubt


def test_a_proxy_is_told_the_second_in_which_it_is_answered(port, page, monkeypatch):
    with Wire(port) as wire:
        for second in (1_700_000_000, 1_700_000_007):
            clock = SimpleNamespace(time=lambda s=second: s + 0.9)
            monkeypatch.setattr("liveblog.live.expiry.time", clock)
            wire.send(request(page, "X-Accel-Wanted: 1"))
            assert wire.answer()[1]["x-accel-expires"] == f"@{second}"
        wire.send(request(page))
        assert "x-accel-expires" not in wire.answer()[1]


def test_requests_sent_together_are_answered_in_their_order(port, page):
    with Wire(port) as wire:
        wire.send(
            request(page),
            request("/first/"),
            request(page, method="HEAD"),
            request("/second/", "Content-Length: 3", method="POST", body=b"abc"),
            request(page, 'If-None-Match: "one"'),
        )
        assert wire.answer()[2] == PAGE
        assert wire.answer()[2] == b"body: "
        assert wire.answer(bodiless=True)[1]["content-length"] == str(len(PAGE))
        assert wire.answer()[2] == b"body: abc"
        status, headers, _ = wire.answer()
        assert (status, "content-length" in headers) == (304, False)


def test_a_body_is_never_taken_for_a_request(port, page):
    hidden = request("/hidden/")
    with Wire(port) as wire:
        wire.send(request(page, f"Content-Length: {len(hidden)}", body=hidden), request("/after/"))
        assert wire.answer()[2] == PAGE
        assert wire.answer()[2] == b"body: "
        wire.send(request(page, "Connection: close"))
        assert wire.answer()[2] == PAGE
        assert wire.answer() is None


def test_many_requests_of_a_reader_who_does_not_read_wait(port, page):
    many = 3000  # ten megabytes: more than any socket buffers
    with Wire(port) as wire:
        sending = threading.Thread(target=wire.send, args=[request(page)] * many)
        sending.start()
        answers = [wire.answer() for _ in range(many)]
        sending.join()
    assert {(status, len(body)) for status, _, body in answers} == {(200, len(PAGE))}


@pytest.mark.parametrize(
    ("lines", "version"), [(["Connection: close"], "1.1"), ([], "1.0"), (["Connection: x"], "1.0")]
)
def test_the_connection_ends_where_it_should(port, page, lines, version):
    with Wire(port) as wire:
        wire.send(request(page, *lines, version=version))
        assert wire.answer()[2] == PAGE
        assert wire.answer() is None


def test_an_idle_connection_is_closed(served, blog):
    with served(timeout_keep_alive=0.05) as (server, port), Wire(port) as wire:
        with suppress(ConnectionError):  # a request may come as the connection is being closed
            for _ in range(3):
                wire.send(request(f"/live/{blog.slug}/"))
                wire.answer()
        eventually(lambda: not server.server_state.connections)


def test_an_address_of_any_length_is_answered(port, page):
    with Wire(port) as wire:
        wire.send(request(f"{page}?utm_source={'x' * 4000}"), request(page + "%ff"))
        assert wire.answer()[0] == 200
        assert wire.answer()[2] == PAGE  # Django's: that is no address of ours


@pytest.mark.parametrize(
    "lines", ["Host: evil.example", "Upgrade: websocket\r\nConnection: Upgrade"]
)
def test_what_looks_odd_goes_the_long_way(port, page, django, lines):
    before = len(django.asked)
    with Wire(port) as wire:
        wire.send(request(page, lines))
        assert wire.answer()[0] in {200, 400}
    assert lines.startswith("Upgrade") or len(django.asked) == before + 1


def test_only_a_trusted_proxy_is_believed_that_it_is_https(port, page, django, settings):
    settings.SECURE_SSL_REDIRECT = True
    before = len(django.asked)
    with Wire(port) as wire:
        wire.send(request(page, "X-Forwarded-Proto: https"), request(page))
        wire.answer(), wire.answer()
    assert len(django.asked) == before + 1
