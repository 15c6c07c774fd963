"""What a request gets instead of a stream: a status, one plain sentence, nothing else.

Nobody can tell from a 404 whether the blog is planned or unknown (SR-02): both are `NOT_FOUND`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from django.utils.encoding import iri_to_uri

from liveblog.live.protocol import Headers, Send

RETRY_AFTER = (5, 30)  # seconds; spread, so that they do not all come back at once


@dataclass(frozen=True, slots=True)
class Refusal:
    status: int
    sentence: str
    headers: dict[str, str] = field(default_factory=dict)

    def repeating(self, query: str) -> Refusal:
        """The same, its redirect with the query that was asked with."""
        if not query or "Location" not in self.headers:
            return self
        location = f"{self.headers['Location']}?{iri_to_uri(query)}"
        return replace(self, headers=self.headers | {"Location": location})


class Refused(Exception):
    """There will be no stream; the refusal says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.sentence)
        self.refusal = refusal


NOT_FOUND = Refusal(404, "There is nothing here.")
GONE = Refusal(410, "This live blog is no longer available.")
WRONG_METHOD = Refusal(405, "A stream of updates is read with GET.", {"Allow": "GET"})
WRONG_HOST = Refusal(400, "This site does not answer to that host name.")
UNREADABLE = Refusal(400, "The query cannot be read.")
FULL = Refusal(503, "There are too many open streams. Please try again soon.")
AWAY = Refusal(503, "The updates cannot be read just now. Please try again soon.")


def moved(path: str) -> Refusal:
    """307, so that a reader who comes back with a cursor keeps asking with it."""
    return Refusal(307, "This live blog has moved.", {"Location": path})


async def answer(send: Send, refusal: Refusal, common: Headers) -> None:
    """Send the refusal as the whole response, with the headers `common` to every answer."""
    body = refusal.sentence.encode() + b"\n"
    headers = [
        *common,
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        *((name.lower().encode(), value.encode()) for name, value in refusal.headers.items()),
    ]
    if refusal.status == 503:
        seconds = random.randint(*RETRY_AFTER)  # noqa: S311  no secret
        headers.append((b"retry-after", str(seconds).encode()))
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
