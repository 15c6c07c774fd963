"""The security headers for what is answered before Django: event streams, cached pages."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from newsroom import policies

Message = Mapping[str, Any]
Scope = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_MARK = b"permissions-policy"  # set by newsroom.middleware alone, which sets them all


def secured(app: App) -> App:
    """Wraps an ASGI application: a response without the headers gets them (SR-11)."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = completed(scope["path"], list(message.get("headers", [])))
                message = {**message, "headers": headers}
            await send(message)

        await app(scope, receive, send_secured)

    return application


def completed(path: str, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The response's headers with those added that it has not."""
    present = {name.lower() for name, _ in headers}
    if _MARK in present:
        return headers
    wanted = {n.lower().encode(): v for n, v in policies.security_headers(path).items()}
    return headers + [(n, v.encode()) for n, v in wanted.items() if n not in present]
