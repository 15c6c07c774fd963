"""Asking Django for an answer that is meant for everybody, and catching it whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from liveblog.live.addresses import Address
from liveblog.live.expiry import WANTED
from liveblog.live.protocol import EDITION, ASGIApp, Event, Headers, Scope, Send
from liveblog.live.reads import Edition

# Any origin that is not the site's: with it Django says who else may read the answer.
_ELSEWHERE = b"https://everybody.invalid"


@dataclass(slots=True)
class Captured:
    """What Django answered."""

    status: int = 500
    headers: Headers = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)

    def header(self, name: bytes) -> bytes:
        return b", ".join(value for key, value in self.headers if key.lower() == name)

    @property
    def shared(self) -> bool:
        """Whether it may be given to others: public for a moment at least, nobody's own."""
        return (
            self.status == 200
            and b"s-maxage=" in self.header(b"cache-control")
            and b"cookie" not in self.header(b"vary").lower()
            and not self.header(b"set-cookie")
            and not self.header(b"content-encoding")
        )

    @property
    def anybodys(self) -> bool:
        """Whether it is an error that all who asked at once may be told: the same for everybody,
        and dear to come by while the database is away."""
        return self.status >= 500 and not self.header(b"set-cookie")

    async def replay(self, send: Send, *, with_body: bool) -> None:
        """Send it on as it came."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        body = bytes(self.body) if with_body else b""
        await send({"type": "http.response.body", "body": body})


async def capture(
    django: ASGIApp, scope: Scope, address: Address, etag: bytes, edition: Edition | None
) -> Captured:
    """The answer to the question itself: by GET, without cookies and in no encoding.

    Host, scheme and the caller's address are those of `scope`: somebody did ask. `etag` is that
    of an answer which may still hold, or empty; `edition` that of the live blog which it is about.
    """
    found = Captured()

    async def receive() -> Event:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(event: Event) -> None:
        if event["type"] == "http.response.start":
            found.status, found.headers = event["status"], list(event["headers"])
        else:
            found.body += event.get("body", b"")

    await django({**_scope(scope, address, etag), EDITION: edition}, receive, send)
    return found


def _scope(scope: Scope, address: Address, etag: bytes) -> Scope:
    own = [(name, value) for name, value in scope["headers"] if name in (b"host", WANTED)]
    headers = [*own, (b"origin", _ELSEWHERE)]
    if etag:
        headers.append((b"if-none-match", etag))
    return {
        **scope,
        "method": "GET",
        "path": address.path,
        "raw_path": quote(address.path).encode("ascii"),
        "query_string": address.query.encode("ascii"),
        "headers": headers,
    }
