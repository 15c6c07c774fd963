"""Which addresses may be asked at all: of URLs by their spelling, of machines by their number."""

from __future__ import annotations

import ipaddress
import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from urllib3.util import parse_url

from liveblog.outbound.errors import OutboundError

MAX_URL: Final = 2000
PORTS: Final = {"http": 80, "https": 443}

_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_UNICAST = ipaddress.ip_network("2000::/3")
# Global by their number, and yet not: `ipaddress` calls several of them public.
_SPECIAL = tuple(
    ipaddress.ip_network(text)
    for text in (
        "100.64.0.0/10",  # carrier-grade NAT
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # 6to4 relays
        "2001::/23",  # Teredo, ORCHID and other protocols
        "2002::/16",  # 6to4: carries any IPv4 address
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)


def is_public(address: str) -> bool:
    """Whether an IP address, as text, is an ordinary one of the public internet."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ip.version == 6 and ip not in _UNICAST:
        return False  # NAT64, mapped, unique local, link-local, site-local, multicast, …
    return (
        ip.is_global
        and not (ip.is_multicast or ip.is_private or ip.is_reserved)
        and not any(ip in network for network in _SPECIAL if network.version == ip.version)
    )


def is_admitted(parts: SplitResult) -> bool:
    """Whether the operator named exactly this host and port in OUTBOUND_ALLOW."""
    host = (parts.hostname or "").lower()
    named = f"[{host}]" if ":" in host else host
    if parse_url(parts.geturl()).host != named:
        return False  # what connects reads the address differently
    return f"{named}:{parts.port or PORTS[parts.scheme]}" in settings.NEWSROOM_OUTBOUND_ALLOW


def checked(url: str) -> SplitResult:
    """The parts of a URL that may be asked, or `OutboundError` saying why it may not."""
    if len(url) > MAX_URL:
        raise OutboundError("The web address is too long.", permanent=True)
    if _ODD.search(url):
        raise OutboundError("The web address contains blanks or backslashes.", permanent=True)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise OutboundError("This is not a web address.", permanent=True) from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise OutboundError(
            "Only addresses that begin with http:// or https:// are fetched.", permanent=True
        )
    if "@" in parts.netloc:
        raise OutboundError("A web address with a user name in it is not fetched.", permanent=True)
    if port is not None and port not in PORTS.values() and not is_admitted(parts):
        raise OutboundError(f"Nothing is fetched from port {port}.", permanent=True)
    return parts
