"""What goes over the wire: server-sent events (HTML standard, section 9.2)."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

# A named event without an id: a page can tell a half-open connection from a quiet evening, and
# its cursor stays where it was.
HEARTBEAT = b"event: heartbeat\ndata: {}\n\n"

# Milliseconds until a browser reconnects; spread, so that they do not all come back at once.
RETRY_MS = (2_000, 5_000)
RETRY_SOON_MS = (500, 4_500)

LAST_CHUNK = b"0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Message:
    """A delta as bytes: whoever applies it stands at `version`.

    `rewound` says that the blog is behind the `since` that was asked for (a restored backup):
    it is for readers whose version is higher, not lower.
    """

    data: bytes
    version: int
    empty: bool = False
    rewound: bool = False
    chunk: bytes = field(init=False, repr=False)  # as part of a chunked response

    def __post_init__(self) -> None:
        object.__setattr__(self, "chunk", chunked(self.data))


def chunked(data: bytes) -> bytes:
    """One chunk of a chunked response (RFC 9112, 7.1)."""
    return b"%x\r\n%b\r\n" % (len(data), data)


def encode(delta: Mapping[str, Any]) -> Message:
    """One event from a reader's delta; JSON has no line breaks of its own to split it at."""
    version: int = delta["version"]
    moved = delta["entries"] or delta["blog"] or delta["reset"]
    return Message(
        data=b"id: %d\ndata: %b\n\n" % (version, orjson.dumps(delta)),
        version=version,
        empty=not moved and version == delta["since"],
        rewound=delta["since"] > version,
    )


def opening(version: int | None) -> bytes:
    """The first block. A reader who named no cursor is told the one it starts at.

    An id without data fires no event, and the browser sends it back when it reconnects.
    """
    retry = b"retry: %d\n" % random.randint(*RETRY_MS)  # noqa: S311  no secret
    return retry + (b"\n" if version is None else b"id: %d\n\n" % version)


def farewell() -> bytes:
    """The last block of a stream that the server ends: come back soon."""
    return b"retry: %d\n\n" % random.randint(*RETRY_SOON_MS)  # noqa: S311  no secret
