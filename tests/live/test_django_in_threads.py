"""Django behind the fast path: whole requests in threads, nothing of one left for the next."""

import asyncio
import threading
from pathlib import Path

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.urls import path
from django.utils import translation

from liveblog.live.django_threads import DjangoInThreads
from tests.live.stage import DEADLINE

together = threading.Barrier(2)


def echo(request):
    translation.activate("de")
    return HttpResponse(
        f"{request.method} {request.body.decode()} {request.headers.get('x-canary')}"
    )


def language(request):
    return HttpResponse(translation.get_language())


def meet(request):
    together.wait(DEADLINE)
    return HttpResponse("met")


def parts(request):
    return StreamingHttpResponse(iter([b"one ", b"two"]))


def file(request):
    return FileResponse(Path(__file__).open("rb"))


urlpatterns = [
    path("echo", echo), path("language", language), path("meet", meet), path("parts", parts),
    path("file", file),
]  # fmt: skip


@pytest.fixture
def django(settings, db):
    settings.ROOT_URLCONF = __name__
    settings.ALLOWED_HOSTS = ["testserver"]
    return DjangoInThreads(2)


async def asked(django, path, method="GET", body=(b"",), headers=()):
    parts = [{"type": "http.request", "body": p, "more_body": True} for p in body[:-1]]
    parts.append(
        {"type": "http.disconnect"}
        if body[-1] is None
        else {"type": "http.request", "body": body[-1], "more_body": False}
    )
    sent, gone = [], asyncio.Event()

    async def receive():
        if parts:
            return parts.pop(0)
        return await gone.wait()

    async def send(event):
        sent.append(event)

    scope = {
        "type": "http", "method": method, "path": path, "query_string": b"",
        "headers": [(b"host", b"testserver"), *headers], "http_version": "1.1",
    }  # fmt: skip
    await django(scope, receive, send)
    return b"".join(event.get("body", b"") for event in sent)


def test_a_body_that_comes_in_parts_is_whole(django):
    answer = asyncio.run(asked(django, "/echo", "POST", (b"a", b"b", b"c")))
    assert answer == b"POST abc None"


def test_a_header_with_an_underscore_stands_for_no_other(django):
    headers = [(b"x_canary", b"spoofed")]
    assert asyncio.run(asked(django, "/echo", headers=headers)) == b"GET  None"


def test_who_goes_away_while_sending_is_not_answered(django):
    assert asyncio.run(asked(django, "/echo", "POST", (b"a", None))) == b""


def test_what_one_request_sets_is_not_there_in_the_next(django):
    async def one_after_another():
        before = await asked(django, "/language")
        await asked(django, "/echo")
        return before, [await asked(django, "/language") for _ in range(4)]

    before, after = asyncio.run(one_after_another())
    assert set(after) == {before}


def test_requests_run_side_by_side(django):
    async def both():
        return await asyncio.gather(asked(django, "/meet"), asked(django, "/meet"))

    assert asyncio.run(both()) == [b"met", b"met"]


@pytest.mark.parametrize("address", ["/parts", "/file"])
def test_what_is_made_while_it_is_sent_arrives_whole(django, address):
    expected = b"one two" if address == "/parts" else Path(__file__).read_bytes()
    assert asyncio.run(asked(django, address)) == expected


def test_other_protocols_are_none_of_its_business(django):
    with pytest.raises(ValueError, match="websocket"):
        asyncio.run(django({"type": "websocket"}, None, None))
