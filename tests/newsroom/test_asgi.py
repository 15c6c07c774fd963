"""The application a server runs answers event streams with the site's security headers."""

import asyncio
import importlib

from django.template import engines

from newsroom import asgi
from newsroom.asgi import application


def headers_of(path):
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "http.disconnect"}

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": b"since=no-number",
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
    }
    asyncio.run(application(scope, receive, send))
    return dict(sent[0]["headers"])


def test_an_event_stream_carries_every_security_header():
    headers = headers_of("/live/war/events")
    assert headers[b"content-security-policy"].startswith(b"default-src 'none'; base-uri 'none'")
    assert headers[b"cross-origin-resource-policy"] == b"cross-origin"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"permissions-policy"]
    assert headers[b"referrer-policy"] == b"strict-origin-when-cross-origin"


def test_the_public_templates_are_parsed_before_the_first_reader_comes():
    engines["django"].engine.template_loaders[0].reset()  # other tests have been here
    importlib.reload(asgi)  # what a process does when it starts
    engine = engines["django"].engine
    known = engine.template_loaders[0].get_template_cache
    assert any("liveblog/_entry.html" in str(key) for key in known)
