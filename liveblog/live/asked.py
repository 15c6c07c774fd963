"""What a request's headers say that makes a difference to a stored answer."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from liveblog.live.expiry import WANTED
from liveblog.live.protocol import Headers

# Whoever sends one of these asks for more than a stored answer is.
_BEYOND = frozenset(
    {
        b"authorization",
        b"content-length",
        b"transfer-encoding",
        b"upgrade",
        b"expect",
        b"if-match",
        b"if-unmodified-since",
        b"access-control-request-method",
    }
)
LONGEST = 500  # bytes of a header's value: what is remembered below must have a bound
_ENCODING = re.compile(r"\s*([\w*-]+)\s*(?:;\s*q\s*=\s*([0-9.]+)\s*)?")


class Asked(NamedTuple):
    """`etags` is If-None-Match as it came. `proto` is X-Forwarded-Proto, believed by nobody yet.
    `second`: whether to name the last second in which the answer may be given (`expiry`).
    """

    host: bytes
    encoding: str
    etags: bytes
    accept: bytes
    proto: bytes
    second: bool

    def has(self, etag: bytes) -> bool:
        """Whether whoever asks holds this already. Compared weakly, as a GET is."""
        return bool(self.etags) and bool(etag) and _named(self.etags, etag)


def read(headers: Headers) -> Asked | None:
    """None: only Django can answer this."""
    host = encodings = etags = accept = proto = b""
    second = False
    for name, value in headers:
        if name in _BEYOND:
            return None
        if name == b"host":
            if host:
                return None
            host = value
        elif name == b"accept-encoding":
            encodings = value
        elif name == b"if-none-match":
            etags = value if not etags else etags + b"," + value
        elif name == b"accept":
            accept = value
        elif name == b"x-forwarded-proto":
            proto = value
        elif name == WANTED:
            second = True
    return Asked(host, best(encodings), etags, accept, proto, second)


def best(accepted: bytes) -> str:
    """The best of `br`, `gzip` and none that Accept-Encoding allows."""
    return _best(accepted) if len(accepted) <= LONGEST else ""


@lru_cache(maxsize=1024)
def _best(accepted: bytes) -> str:
    weights: dict[str, float] = {}
    for part in accepted.decode("latin-1").lower().split(","):
        if match := _ENCODING.fullmatch(part):
            try:
                weights[match[1]] = float(match[2] or 1)
            except ValueError:
                weights[match[1]] = 0.0
    for name in ("br", "gzip"):
        if weights.get(name, weights.get("*", 0.0)) > 0:
            return name
    return ""


def is_ours(host: bytes) -> bool:
    """Whether the site answers to this Host header. Who it does not answer to, Django tells."""
    return len(host) <= LONGEST and _is_ours(host)


@lru_cache(maxsize=1024)
def _is_ours(host: bytes) -> bool:
    domain, _ = split_domain_port(host.decode("latin-1"))
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def takes_json(accept: bytes) -> bool:
    """Whether JSON is among what is accepted, plainly; what is subtle is left to Django."""
    return len(accept) <= LONGEST and _takes_json(accept)


@lru_cache(maxsize=256)
def _takes_json(accept: bytes) -> bool:
    if b"q=0" in accept and b"q=0." not in accept:
        return False
    named = {part.split(b";")[0].strip() for part in accept.lower().split(b",")}
    return not accept or bool(named & {b"*/*", b"application/json", b"application/*"})


def _named(etags: bytes, etag: bytes) -> bool:
    opaque = etag.removeprefix(b"W/")
    if etags.removeprefix(b"W/") == opaque or etags.strip() == b"*":
        return True
    return any(one.strip().removeprefix(b"W/") == opaque for one in etags.split(b","))
