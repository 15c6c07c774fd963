"""The shapes of ASGI (asgi.readthedocs.io, HTTP connection scope and lifespan)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Scope = dict[str, Any]
Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

# In the scope of a request whose answer is to be kept: public id and version of its live blog, of
# which it may show a later state, but never an earlier one.
EDITION = "newsroom.edition"

# An extension of the scope, where the server knows it: give the connection to a protocol, with
# status and headers of a chunked response; answers its transport, or None if it is gone already.
TAKE_OVER = "newsroom.take_over"
TakeOver = Callable[[asyncio.Protocol, int, Headers], "asyncio.Transport | None"]
