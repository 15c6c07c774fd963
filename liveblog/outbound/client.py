"""`fetch`: one question, its redirects, and an answer of limited size in limited time."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import SplitResult, urljoin

import requests
from django.conf import settings
from requests_hardened.ip_filter import InvalidIPAddress
from urllib3.exceptions import HTTPError

from liveblog.outbound.addresses import checked, is_admitted
from liveblog.outbound.errors import OutboundError
from liveblog.outbound.line import NOT_PUBLIC, TOO_SLOW, Line, session

CONNECT_SECONDS: Final = 5.0
TOTAL_SECONDS: Final = 15.0  # all redirects together
MAX_BYTES: Final = 5 * 1024 * 1024  # after decompression
MAX_REDIRECTS: Final = 3
BLOCK: Final = 64 * 1024

_REDIRECTS = {301, 302, 303, 307, 308}
_TRY_AGAIN = {408, 425, 429}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `status` is 2xx, or 304 to a conditional question. `url` is where it came from."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def content_type(self) -> str:
        """ "text/html", in lower case and without parameters; empty when none was said."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def etag(self) -> str:
        return self.headers.get("ETag", "")

    @property
    def last_modified(self) -> str:
        return self.headers.get("Last-Modified", "")


@dataclass(slots=True)
class _Question:
    """What is asked. `own` headers may hold credentials: they go to the first origin alone."""

    url: str
    shared: dict[str, str]
    own: dict[str, str]
    body: bytes | None
    redirects: int
    max_bytes: int
    line: Line
    answer: list[Fetched] = field(default_factory=list)
    failure: list[BaseException] = field(default_factory=list)

    def ask(self) -> None:
        """Runs in a thread of its own, because a name server cannot be hurried."""
        try:
            self.answer.append(_follow(self))
        except BaseException as error:  # noqa: BLE001  raised again where it was asked
            self.failure.append(error)
        finally:
            self.line.close()


def fetch(
    url: str,
    *,
    accept: str = "*/*",
    etag: str = "",
    last_modified: str = "",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    redirects: int = MAX_REDIRECTS,
    max_bytes: int = MAX_BYTES,
    seconds: float = TOTAL_SECONDS,
) -> Fetched:
    """Ask `url` (GET, or POST with a `body`, which is never redirected), or raise `OutboundError`.

    `etag` and `last_modified` are those of the answer before: 304 means it still stands.
    """
    line = Line(seconds)
    question = _Question(
        url=url,
        shared=_headers(accept, etag, last_modified),
        own=dict(headers or {}),
        body=body,
        redirects=0 if body is not None else redirects,
        max_bytes=max_bytes,
        line=line,
    )
    thread = threading.Thread(target=question.ask, name="outbound", daemon=True)
    thread.start()
    thread.join(line.left)
    if thread.is_alive():
        line.cut()
        raise OutboundError(TOO_SLOW, permanent=False)
    for failure in question.failure:
        raise failure
    return question.answer[0]


def _headers(accept: str, etag: str, last_modified: str) -> dict[str, str]:
    """What every question says, whoever is asked."""
    said = {
        "User-Agent": f"Newsroom (+{settings.SITE_URL})",
        "Accept": accept,
        "Accept-Encoding": "gzip, deflate",
        "If-None-Match": etag,
        "If-Modified-Since": last_modified,
    }
    return {name: value for name, value in said.items() if value}


def _follow(question: _Question) -> Fetched:
    """The answer at the end of the redirects."""
    first = _origin(checked(question.url))
    url = question.url
    for hops_left in range(question.redirects, -1, -1):
        parts = checked(url)
        own = question.own if _origin(parts) == first else {}
        found = _once(question, url, parts, question.shared | own)
        if isinstance(found, Fetched):
            return found
        if not hops_left:
            break
        url = found
    raise OutboundError("The address redirects too often.", permanent=True)


def _origin(parts: SplitResult) -> tuple[str, str]:
    return parts.scheme, parts.netloc.lower()


def _once(
    question: _Question, url: str, parts: SplitResult, headers: Mapping[str, str]
) -> Fetched | str:
    """One request: its answer, or where it redirects to."""
    line = question.line
    line.require_time()
    try:
        with (
            session(line, parts.scheme, headers, admitted=is_admitted(parts)) as http,
            http.request(
                "GET" if question.body is None else "POST",
                url,
                data=question.body,
                allow_redirects=False,
                stream=True,
                timeout=(min(CONNECT_SECONDS, line.left), max(line.left, 0.1)),
            ) as response,
        ):
            if response.status_code in _REDIRECTS and response.headers.get("Location"):
                return _target(url, response)
            _require_success(response)
            content = _content(response, question.max_bytes)
            line.require_time()  # a line that was cut looks like one that ended
    except OutboundError:
        raise
    except InvalidIPAddress:
        raise OutboundError(NOT_PUBLIC, permanent=True) from None
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        line.require_time()
        raise _spoken(error) from error
    return Fetched(url, response.status_code, response.headers, content)


def _target(url: str, response: requests.Response) -> str:
    """Where a redirect leads; `requests` reads headers as Latin-1, servers write UTF-8."""
    location = response.headers["Location"].encode("latin-1", "replace").decode("utf-8", "replace")
    return urljoin(url, location)


def _require_success(response: requests.Response) -> None:
    status = response.status_code
    if 200 <= status < 300 or status == 304:
        return
    wait = response.headers.get("Retry-After", "")
    raise OutboundError(
        f"The other site answered {status}{f' {response.reason}' if status < 600 else ''}."[:200],
        permanent=status < 500 and status not in _TRY_AGAIN,
        status=status,
        retry_after=_seconds(wait),
    )


def _seconds(wait: str) -> int | None:
    """What Retry-After asks for: seconds, or a date (RFC 9110 §10.2.3)."""
    if wait.isascii() and wait.isdecimal() and len(wait) < 8:
        return int(wait)
    try:
        at = parsedate_to_datetime(wait)
    except (TypeError, ValueError):
        return None
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(int((aware - datetime.now(UTC)).total_seconds()), 0)


def _content(response: requests.Response, limit: int) -> bytes:
    """The body, counted while it is unpacked: a small file can hold a very large one."""
    declared = response.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdecimal() and int(declared[:20]) > limit:
        raise _too_large(limit)
    content = bytearray()
    for block in response.iter_content(BLOCK):
        content += block
        if len(content) > limit:
            raise _too_large(limit)
    return bytes(content)


def _too_large(limit: int) -> OutboundError:
    return OutboundError(f"What is there is larger than {limit // 1024:,} kB.", permanent=True)


def _spoken(error: Exception) -> OutboundError:
    """What went wrong below, as an editor understands it."""
    known: list[tuple[Any, str, bool]] = [
        (requests.exceptions.SSLError, "The other site's certificate cannot be trusted.", False),
        (requests.exceptions.InvalidURL, "This is not a web address.", True),
        (requests.exceptions.Timeout, TOO_SLOW, False),
        (requests.exceptions.ContentDecodingError, "The answer cannot be unpacked.", True),
        (requests.exceptions.ConnectionError, "The other site cannot be reached.", False),
        (UnicodeError, "This is not a web address.", True),
    ]
    for kind, sentence, permanent in known:
        if isinstance(error, kind):
            return OutboundError(sentence, permanent=permanent)
    return OutboundError("The other site's answer cannot be read.", permanent=False)
