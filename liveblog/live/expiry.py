"""Until which second a proxy may keep an answer.

nginx counts whole seconds from the one in which an answer came, and takes the last one whole: what
may be kept for a second it would give for two. Told the last second itself, it keeps it for one at
most (`X-Accel-Expires`, which nginx obeys before `Cache-Control` and passes on to nobody).
Only a proxy that asks for it is told (`X-Accel-Wanted`): other answers are the same bytes always.
"""

from __future__ import annotations

import re
import time

HEADER = "X-Accel-Expires"
WANTED = b"x-accel-wanted"  # as the server has the names of headers
MOST = 60  # seconds; what is kept for longer may be kept for one more

_SHARED = re.compile(r"\bs-maxage=([0-9]{1,9})\b")
_ANYWHERE = re.compile(r"\bmax-age=([0-9]{1,9})\b")


def this_second() -> int:
    """The last second in which an answer that is kept for one second is given."""
    return int(time.time())


def accel_expires() -> tuple[bytes, bytes]:
    """The header as a pair for ASGI, of an answer that is kept for one second."""
    return HEADER.lower().encode(), b"@%d" % this_second()


def last_second(cache_control: str) -> str:
    """The header's value for an answer with this `Cache-Control`; "" where nothing need be said."""
    found = _SHARED.search(cache_control) or _ANYWHERE.search(cache_control)
    seconds = int(found[1]) if found else 0
    return f"@{this_second() + seconds - 1}" if 1 <= seconds <= MOST else ""
