"""What opens an agency's server: headers the operator keeps, shown to that server alone."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from liveblog.models import WireFeed
from liveblog.outbound import OutboundError, is_admitted

IN_CLEAR = (
    "This feed is asked with a secret, which is not sent without encryption. Give it an https "
    "address, or let the operator name its server in OUTBOUND_ALLOW."
)


def headers_for(feed: WireFeed | None, url: str) -> dict[str, str]:
    """The headers to ask `url` with: the feed's own, if the address is of its own origin.

    Raises `OutboundError` rather than sending them in clear.
    """
    if feed is None:
        return {}  # an item that came by hand
    own = kept_for(feed)
    if not own:
        return {}
    try:
        parts, home = urlsplit(url), urlsplit(feed.address)
        if _origin(parts) != _origin(home):
            return {}
    except ValueError:
        return {}  # no address at all; whoever asks it says so
    if parts.scheme != "https" and not is_admitted(parts):
        raise OutboundError(IN_CLEAR, permanent=True)
    return own


def kept_for(feed: WireFeed) -> dict[str, str]:
    """What WIRE_HEADERS has for a feed: {name: value}."""
    return dict(settings.NEWSROOM_WIRE_HEADERS.get(feed.slug, {}))


def _origin(parts: SplitResult) -> tuple[str, str | None, int]:
    default = 443 if parts.scheme == "https" else 80
    return parts.scheme, parts.hostname, parts.port or default
