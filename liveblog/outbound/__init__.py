"""The one client through which everything is fetched that somebody gave an address for (SR-20).

Addresses come from editors, from pages they lead to and from redirects: none is trusted. A name
is resolved once and the address it gave is the one connected to, if it is public; time, size and
redirects are limited; no cookie, proxy or credential of this machine is ever used.
"""

from liveblog.outbound.addresses import is_admitted
from liveblog.outbound.client import MAX_BYTES, Fetched, fetch
from liveblog.outbound.errors import OutboundError

__all__ = ["MAX_BYTES", "Fetched", "OutboundError", "fetch", "is_admitted"]
