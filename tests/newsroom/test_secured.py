"""What is answered before Django carries the security headers as well."""

import asyncio

import pytest

from newsroom.secured import secured


async def event_stream(scope, receive, send):
    headers = [(b"content-type", b"text/event-stream"), (b"x-frame-options", b"SAMEORIGIN")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b": hello\n\n"})


async def page_of_django(scope, receive, send):
    headers = [(b"Permissions-Policy", b"usb=()")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


def headers_of(app, path):
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(secured(app)({"type": "http", "path": path}, None, send))
    return {name.lower(): value for name, value in sent[0]["headers"]}


def test_an_event_stream_gets_every_header():
    headers = headers_of(event_stream, "/live/war/events")
    assert headers[b"content-security-policy"].startswith(b"default-src 'none'; base-uri 'none'")
    assert headers[b"cross-origin-resource-policy"] == b"cross-origin"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"content-type"] == b"text/event-stream"


def test_a_header_the_response_has_is_left_alone():
    assert headers_of(event_stream, "/live/war/events")[b"x-frame-options"] == b"SAMEORIGIN"


def test_a_response_that_went_through_the_middleware_is_left_alone():
    assert headers_of(page_of_django, "/live/war/") == {b"permissions-policy": b"usb=()"}


@pytest.mark.parametrize("kind", ["lifespan", "websocket"])
def test_other_conversations_pass_through(kind):
    heard = []

    async def app(scope, receive, send):
        heard.append((scope["type"], receive, send))

    asyncio.run(secured(app)({"type": kind}, "receive", "send"))
    assert heard == [(kind, "receive", "send")]
