"""What Django alone can do: an async view with a queue per reader. Run under uvicorn.

GET /events is the stream; the body of a POST to /publish goes to every reader.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path

if not settings.configured:
    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[])

queues: set[asyncio.Queue[bytes]] = set()


async def events(_request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(stream(), content_type="text/event-stream")


async def stream() -> AsyncIterator[bytes]:
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    queues.add(queue)
    try:
        yield b": welcome\n\n"
        while True:
            yield await queue.get()
    finally:
        queues.discard(queue)


async def publish(request: HttpRequest) -> HttpResponse:
    event = b"data: " + request.body + b"\n\n"
    for queue in queues:
        queue.put_nowait(event)
    return HttpResponse(status=204)


urlpatterns = [path("events", events), path("publish", publish)]


def application() -> object:
    from django.core.asgi import get_asgi_application

    return get_asgi_application()
