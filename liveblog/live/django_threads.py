"""Django behind the fast path: whole requests in threads, without its middleware changing between
threads and event loop several times a request.

Django's own ASGI handler parses, reads bodies and writes answers; only the middle is another.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import Any, TypeVar

from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from liveblog.live.protocol import Receive, Scope, Send

Result = TypeVar("Result")


class DjangoInThreads(ASGIHandler):
    """An ASGI application; at most `threads` requests are inside Django at once, others wait.

    A body is read before a thread is taken: a slow sender holds none.
    """

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="newsroom-django")
        super().__init__()

    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"Django answers http alone, not {scope['type']}.")
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        # What a request binds to its context (language, script prefix, log fields) ends with it.
        run = partial(copy_context().run)
        try:
            response = await self._in_a_thread(run, self._answer, scope, body)
        finally:
            body.close()
        if response.streaming:
            await self._stream(response, run, send)
        else:
            await self.send_response(response, send)

    async def _in_a_thread(
        self, run: Callable[..., Result], function: Callable[..., Result], *arguments: Any
    ) -> Result:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, run, function, *arguments)

    def _answer(self, scope: Scope, body: Any) -> Any:
        """One request from its first signal to its last: connections belong to the thread."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        request, refusal = self.create_request(scope, body)
        response: Any = refusal if request is None else self.get_response(request)
        response._handler_class = self.__class__  # noqa: SLF001  as Django's own handlers do
        if isinstance(response, FileResponse):
            response.block_size = self.chunk_size
        if not response.streaming:
            response.close()  # tells that the request is finished; the content stays
        return response

    async def _stream(self, response: Any, run: Callable[..., Any], send: Send) -> None:
        """A file, or what is made while it is sent, a part at a time."""
        parts: Iterator[bytes] = iter(response)
        try:
            await send(
                {
                    "type": "http.response.start",
                    "status": response.status_code,
                    "headers": headers_of(response),
                }
            )
            while (part := await self._in_a_thread(run, next, parts, None)) is not None:
                await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            await self._in_a_thread(run, response.close)


def headers_of(response: HttpResponseBase) -> list[tuple[bytes, bytes]]:
    """A response's headers and cookies in ASGI's form."""
    headers = [(name.encode("ascii"), value.encode("latin-1")) for name, value in response.items()]
    cookies = [cookie.output(header="").strip() for cookie in response.cookies.values()]
    return headers + [(b"Set-Cookie", cookie.encode("ascii")) for cookie in cookies]
