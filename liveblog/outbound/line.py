"""One connection with an end: pinned to a checked address, cut when its time is up."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests_hardened.ip_filter_adapter import IPFilterAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

from liveblog.outbound.addresses import is_public
from liveblog.outbound.errors import OutboundError

NOT_PUBLIC = "This address leads into a private network and is not fetched."
TOO_SLOW = "The other site took too long to answer."


class Line:
    """What one fetch talks through, however many redirects it takes. `seconds` is all it has."""

    def __init__(self, seconds: float) -> None:
        self.ends = time.monotonic() + seconds
        self._guard: socket.socket | None = None
        self._lock = threading.Lock()
        self._cut = False

    @property
    def left(self) -> float:
        return max(self.ends - time.monotonic(), 0.0)

    def require_time(self) -> None:
        if self._cut or not self.left:
            raise OutboundError(TOO_SLOW, permanent=False)

    def opened(self, connect: Callable[[], socket.socket]) -> socket.socket:
        """A connected socket that `cut` reaches, also when TLS has taken it over."""
        self.require_time()
        made = connect()
        with self._lock:
            if self._guard is not None:
                self._guard.close()
            # Of the same connection: TLS takes the descriptor away from the first one.
            self._guard = made.dup()
        if self._cut:
            self.cut()
        return made

    def cut(self) -> None:
        """End whatever is being read. A server that sends a byte now and then is not waited for."""
        with self._lock:
            self._cut = True
            if self._guard is not None:
                with suppress(OSError):
                    self._guard.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        with self._lock:
            if self._guard is not None:
                self._guard.close()
            self._guard = None


def adapter(line: Line, scheme: str, *, admitted: bool) -> HTTPAdapter:
    """What `requests` connects with: to checked addresses alone, unless `admitted`."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return line.opened(lambda: _connected(self, super(Plain, self)._new_conn, admitted))

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return line.opened(lambda: _connected(self, super(Secure, self)._new_conn, admitted))

    connections: dict[str, Any] = {"http": Plain, "https": Secure}

    class Pinned(IPFilterAdapter):  # type: ignore[misc]  # the package is not typed
        def get_connection_with_tls_context(self, *args: Any, **options: Any) -> Any:
            pool = super().get_connection_with_tls_context(*args, **options)
            pool.ConnectionCls = connections[scheme]
            return pool

    class Admitted(HTTPAdapter):
        def get_connection_with_tls_context(self, *args: Any, **options: Any) -> Any:
            pool: Any = super().get_connection_with_tls_context(*args, **options)
            pool.ConnectionCls = connections[scheme]
            return pool

    made: HTTPAdapter = Admitted() if admitted else Pinned(is_https_proto=scheme == "https")
    return made


def _connected(
    connection: HTTPConnection, connect: Callable[[], socket.socket], admitted: bool
) -> socket.socket:
    """Connect, if the number the name was resolved to is one that may be asked."""
    if not admitted and not is_public(connection.host.strip("[]")):
        raise OutboundError(NOT_PUBLIC, permanent=True)
    return connect()


def session(line: Line, scheme: str, headers: Mapping[str, str], *, admitted: bool) -> Any:
    """A `requests` session for one question: nothing of this machine's, nothing kept."""
    made = requests.Session()
    made.trust_env = False  # no proxies, no .netrc
    made.adapters.clear()
    made.mount(f"{scheme}://", adapter(line, scheme, admitted=admitted))
    made.headers.clear()
    made.headers.update(headers)
    return made
