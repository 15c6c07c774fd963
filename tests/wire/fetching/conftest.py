"""An agency's site on this machine, and the worker's way of looking at it."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog.wire.fetching import Fetching
from tests.outbound.conftest import canary, site  # noqa: F401
from tests.outbound.sites import dripping
from tests.wire import files
from tests.wire.arriving import feed_of

XML = {"Content-Type": "application/rss+xml"}


@pytest.fixture
def feed(northwire, site):  # noqa: F811
    site.pages["/feed"] = (200, XML, files.rss().encode())
    return feed_of(
        northwire, kind="address", address=site.url("/feed"), next_attempt_at=timezone.now()
    )


@pytest.fixture
def look():
    """Does everything that is due now; returns what was brought."""
    told = []
    fetching = Fetching(told=told.append)

    def finish():
        told.clear()
        fetching.finish()
        return list(told)

    return finish


@pytest.fixture
def endless(site):  # noqa: F811
    """The agency sends a byte now and then, for ever."""
    let_go = threading.Event()
    site.pages["/feed"] = dripping(b"HTTP/1.1 200 OK\r\n\r\n<rss>", let_go=let_go)
    yield
    let_go.set()


def later(seconds=3600):
    """The worker's clock, so much later."""
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=True)
