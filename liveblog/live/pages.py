"""A stored answer: its bytes, made once, in every form in which they are sent."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

import brotli

from liveblog.live.addresses import Address
from liveblog.live.protocol import Headers
from liveblog.live.reads import Edition

MIN_COMPRESSED = 500  # bytes; below that the headers weigh more
GZIP_LEVEL = 6
BROTLI_QUALITY = 5  # 11 takes forty times as long for a tenth less
OVERHEAD = 2_000  # bytes of a stored page beside its content

# Made anew for every way and time the bytes are sent, or of one connection alone.
_NOT_KEPT = frozenset(
    {b"content-length", b"content-encoding", b"date", b"connection", b"etag", b"x-accel-expires"}
)
# What a 304 repeats (RFC 9110, 15.4.5), and what protects whoever gets it.
_NOT_IN_304 = frozenset({b"content-type", b"content-language"})


@dataclass(frozen=True, slots=True)
class Form:
    """One encoding: headers and body of a 200, and the headers of a 304, as lines of HTTP/1.1
    without the status line and the end, and as pairs for ASGI."""

    body: bytes
    headers: Headers
    headers_304: Headers
    lines: bytes
    lines_304: bytes


@dataclass(slots=True)
class Page:
    """`edition` is the blog's before it was rendered; of a page about the whole site, the number
    of doubts that were settled by then. `made` is the event loop's time of the rendering, or of
    the last time Django said that it still holds.
    """

    address: Address
    blog_id: int | None
    edition: Edition | int
    made: float
    etag: bytes
    plain: Form
    gzip: Form
    brotli: Form
    size: int
    asked_at: float = 0.0

    def same_blog(self, edition: Edition | int) -> bool:
        """Whether both are of one live blog, or both of the whole site."""
        if isinstance(self.edition, int) or isinstance(edition, int):
            return isinstance(self.edition, int) and isinstance(edition, int)
        return self.edition[0] == edition[0]

    def form(self, encoding: str) -> Form:
        """In the encoding `br`, `gzip` or none at all."""
        if encoding == "br":
            return self.brotli
        return self.gzip if encoding == "gzip" else self.plain


def page_from(
    address: Address,
    headers: Headers,
    body: bytes,
    *,
    blog_id: int | None,
    edition: Edition | int,
    made: float,
) -> Page:
    """Compress an answer of Django's and set its headers, once for all who will get it."""
    etag = next((value for name, value in headers if name.lower() == b"etag"), b"")
    kept = [(name.lower(), value) for name, value in headers if name.lower() not in _NOT_KEPT]
    varying = _varying(kept)
    plain = _form(varying, body, etag)
    zipped = packed = plain
    if len(body) >= MIN_COMPRESSED:
        zipped = _compressed(varying, gzip.compress(body, GZIP_LEVEL), etag, b"gzip")
        packed = _compressed(varying, brotli.compress(body, quality=BROTLI_QUALITY), etag, b"br")
    size = sum(len(form.body) for form in {id(f): f for f in (plain, zipped, packed)}.values())
    return Page(address, blog_id, edition, made, etag, plain, zipped, packed, size + OVERHEAD)


def weak(etag: bytes) -> bytes:
    """The same page in other bytes has a weak validator (RFC 9110, 8.8.3.3)."""
    return etag if not etag or etag.startswith(b"W/") else b"W/" + etag


def lines(headers: Headers) -> bytes:
    """Headers as they stand in a message of HTTP/1.1."""
    return b"".join(b"%b: %b\r\n" % header for header in headers)


def _varying(headers: Headers) -> Headers:
    """Every cache in between must know that there are several encodings."""
    named = b", ".join(value for name, value in headers if name == b"vary")
    rest = [header for header in headers if header[0] != b"vary"]
    if b"accept-encoding" not in named.lower():
        named = b", ".join(filter(None, [named, b"Accept-Encoding"]))
    return [*rest, (b"vary", named)]


def _compressed(headers: Headers, body: bytes, etag: bytes, encoding: bytes) -> Form:
    return _form([*headers, (b"content-encoding", encoding)], body, weak(etag))


def _form(headers: Headers, body: bytes, etag: bytes) -> Form:
    common = [*headers, (b"etag", etag)] if etag else headers
    full = [*common, (b"content-length", str(len(body)).encode())]
    unchanged = [
        header
        for header in common
        if header[0] not in _NOT_IN_304 and header[0] != b"content-encoding"
    ]
    return Form(body, full, unchanged, lines(full), lines(unchanged))
