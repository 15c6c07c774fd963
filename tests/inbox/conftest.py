"""Everybody at the inbox, and a feed of Northwire's."""

import pytest

from tests.inbox.people import browser
from tests.wire.arriving import feed_of


@pytest.fixture
def feed(northwire):
    return feed_of(northwire, name="Northwire main", slug="northwire-main")


@pytest.fixture
def bens(ben):
    return browser(ben)


@pytest.fixture
def adas(ada):
    return browser(ada)


@pytest.fixture
def chis(chi):
    return browser(chi)
