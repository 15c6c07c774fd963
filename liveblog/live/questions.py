"""What a request asks for: which live blog, from which version, and who is asking."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from django.conf import settings
from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest

from liveblog.changes import BadCursor, parse_cursor
from liveblog.live.protocol import Scope
from liveblog.live.refusals import UNREADABLE, WRONG_HOST, WRONG_METHOD, Refusal, Refused

PATH = re.compile(r"/live/([^/]+)/events")
IPv6_SUBSCRIBER = 64  # bits: whoever has one address of such a network has all of them

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Question:
    """`since` is None without a cursor; `address` is None when nobody knows it."""

    slug: str
    since: int | None
    address: str | None
    query: str


def slug_of(scope: Scope) -> str | None:
    """The slug in the address of a stream; None for every other request."""
    if scope["type"] != "http":
        return None
    match = PATH.fullmatch(scope["path"])
    return match[1] if match and not is_for_django(scope) else None


def is_for_django(scope: Scope) -> bool:
    """Asking permission across origins, and http where only https is served, are its business."""
    if scope["method"] == "OPTIONS":
        return any(name == b"access-control-request-method" for name, _ in scope["headers"])
    return bool(settings.SECURE_SSL_REDIRECT) and scope.get("scheme") == "http"


def read(slug: str, scope: Scope) -> Question:
    """The question of a request for a stream. Raises `Refused` for what cannot be asked."""
    if scope["method"] != "GET":
        raise Refused(WRONG_METHOD)
    try:
        request = ASGIRequest(scope, BytesIO())
        request.get_host()
        since = cursor_of(request)
    except DisallowedHost:
        raise Refused(WRONG_HOST) from None
    except BadCursor as error:
        raise Refused(Refusal(400, str(error))) from None
    except (SuspiciousOperation, UnicodeDecodeError):
        raise Refused(UNREADABLE) from None
    return Question(slug, since, address_of(request), request.META["QUERY_STRING"])


def cursor_of(request: HttpRequest) -> int | None:
    """`Last-Event-ID` wins: a browser repeats the `?since=` of its first request for ever."""
    text = request.headers.get("Last-Event-ID") or request.GET.get("since")
    return parse_cursor(text) if text else None


def address_of(request: HttpRequest) -> str | None:
    """Who asks: the connection's address, or the one its trusted proxies vouch for.

    Proxies append to X-Forwarded-For, so it is read from its end, for as long as the hop before
    is one of TRUSTED_PROXIES. A trusted proxy that names nobody leaves the address unknown.
    """
    proxies = trusted_networks(tuple(getattr(settings, "TRUSTED_PROXIES", ())))
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    for hop in (request.META.get("REMOTE_ADDR", ""), *reversed(forwarded)):
        address = parsed(hop.strip())
        if address is None:
            return None
        if not any(address in network for network in proxies):
            return subscriber(address)
    return None


@lru_cache(maxsize=4)
def trusted_networks(proxies: tuple[str, ...]) -> tuple[Network, ...]:
    """Addresses and networks; a word that is neither trusts nobody."""
    found = []
    for proxy in proxies:
        try:
            found.append(ipaddress.ip_network(proxy, strict=False))
        except ValueError:
            continue
    return tuple(found)


def parsed(text: str) -> Address | None:
    """An address, an IPv4 one in IPv6 clothes as what it is."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def subscriber(address: Address) -> str:
    """What the cap counts: an IPv4 address, or an IPv6 network of one subscriber."""
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((int(address), IPv6_SUBSCRIBER), strict=False))
