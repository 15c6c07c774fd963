"""A live application for every test, and the database it reads from other threads."""

import asyncio

import pytest

from liveblog.live.limits import Limits
from tests.cast import open_blog
from tests.live.kept import Pages
from tests.live.stage import Live


@pytest.fixture(autouse=True)
def _committed(transactional_db):
    """What a test writes is committed: the hub reads it on connections of its own."""


@pytest.fixture
def live_with(_committed):
    """Starts a live application with limits of the test's choice."""
    started = []

    def start(**limits):
        started.append(Live(Limits(**limits)))
        return started[-1]

    yield start
    for one in started:
        one.close()


@pytest.fixture
def live(live_with):
    return live_with()


@pytest.fixture
def pages(_committed):
    """Public pages, kept in memory in front of Django."""
    started = Pages()
    yield started
    started.close()


@pytest.fixture
def only_wake_ups(monkeypatch):
    """The look once a second is taken away."""
    monkeypatch.setattr("liveblog.live.hub.LOOK_SECONDS", 3600)


@pytest.fixture
def no_wake_ups(monkeypatch):
    """Every wake-up is lost."""

    async def silence(self):
        await asyncio.Event().wait()

    monkeypatch.setattr("liveblog.live.wakeups.WakeUps.run", silence)


@pytest.fixture
def only_looks(monkeypatch, no_wake_ups):
    """The look below them has to find everything."""
    monkeypatch.setattr("liveblog.live.hub.LOOK_SECONDS", 0.02)


@pytest.fixture
def other_blog(team, ada):
    return open_blog(team, ada, headline="Snow closes the pass: Jan. 5")
