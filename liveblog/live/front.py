"""uvicorn's protocol with a shortcut: what is in memory is answered while its request is parsed,
and an event stream is let out of the server, so that nothing of it stays but its connection.

Run it with `uvicorn --http liveblog.live.front:FrontProtocol`. Everything else goes the way it goes
under any ASGI server, and so does all of it under another server: the same answers, slower.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from liveblog.live.protocol import TAKE_OVER, Headers

if TYPE_CHECKING:
    from liveblog.live.shortcut import Shortcut

STREAM = b"/events"


class FrontProtocol(HttpToolsProtocol):
    """One connection."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        # Imported late: uvicorn loads this module before the application has set Django up.
        from liveblog.live.shortcut import shortcut_of

        self._shortcut = shortcut_of(self.app)
        self._answered = False  # the request being parsed
        self._idle: asyncio.TimerHandle | None = None
        self._active_at = 0.0

    def on_message_begin(self) -> None:
        self._answered = False
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        if self._shortcut and self._goes_on() and self._answer_at_once(self._shortcut):
            return
        super().on_headers_complete()
        if self.url.partition(b"?")[0].endswith(STREAM) and self.scope["http_version"] == "1.1":
            extensions: dict[str, Any] = {TAKE_OVER: self._give_away}
            self.scope["extensions"] = extensions

    def on_body(self, body: bytes) -> None:
        if not self._answered:
            super().on_body(body)

    def on_message_complete(self) -> None:
        if not self._answered:
            super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_idling()
        super().connection_lost(exc)

    @property
    def _busy(self) -> bool:
        cycle: Any = self.cycle  # none before the first request that goes the long way
        return cycle is not None and not cycle.response_complete

    def _goes_on(self) -> bool:
        """Nothing is being answered on this connection, and it is kept after this."""
        parser = self.parser
        return (
            not self._busy
            and not self.flow.write_paused  # whoever does not read what was answered waits
            and parser.should_keep_alive()
            and not parser.should_upgrade()
            and parser.get_http_version() == "1.1"
        )

    def _answer_at_once(self, shortcut: Shortcut) -> bool:
        method, headers = self.parser.get_method(), self.headers
        found = shortcut.answer(method, self.url, headers, lambda: self._is_https(shortcut))
        if found is None:
            return False
        self._answered = True
        status, lines, body = found
        defaults = shortcut.default_lines(self.server_state.default_headers)
        self.transport.write(b"".join((status, defaults, lines, b"\r\n", body)))
        self.server_state.total_requests += 1
        self._active_at = self.loop.time()
        if self._idle is None:
            self._idle = self.loop.call_later(self.timeout_keep_alive, self._look_whether_idle)
        return True

    def _is_https(self, shortcut: Shortcut) -> bool:
        """What X-Forwarded-Proto says, where uvicorn's own settings trust this peer's word."""
        if self.scheme == "https":
            return True
        forwarded = [value for name, value in self.headers if name == b"x-forwarded-proto"]
        trusted = self.client is not None and self.client[0] in shortcut.proxies
        return trusted and forwarded == [b"https"]

    def _look_whether_idle(self) -> None:
        """One timer a connection, not one a request: it looks when the last answer was."""
        self._idle = None
        if self._busy or self.transport.is_closing():
            return  # uvicorn's own timer comes after what is being answered
        rest = self._active_at + self.timeout_keep_alive - self.loop.time()
        if rest <= 0:
            self.transport.close()
        else:
            self._idle = self.loop.call_later(rest, self._look_whether_idle)

    def _forget_idling(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _give_away(
        self, heir: asyncio.Protocol, status: int, headers: Headers
    ) -> asyncio.Transport | None:
        """Begin a chunked response and leave the connection to `heir`; None: it is gone already.

        Nothing here refers to the connection afterwards: parser, headers and the request's task
        are freed, and the server no longer waits for it when it stops.
        """
        cycle, transport = self.cycle, self.transport
        gone = cycle.disconnected or transport.is_closing()
        cycle.response_started = cycle.response_complete = True
        if gone:
            return None
        self._forget_idling()
        self._unset_keepalive_if_required()
        self.connections.discard(self)
        every = [*self.server_state.default_headers, *headers]
        lines = b"".join(b"%b: %b\r\n" % header for header in every)
        transport.write(STATUS_LINE[status] + lines + b"transfer-encoding: chunked\r\n\r\n")
        transport.set_protocol(heir)
        return transport
