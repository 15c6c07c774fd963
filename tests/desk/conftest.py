"""Everybody at the desk of one live blog."""

import pytest

from tests.desk.people import Person


@pytest.fixture
def adas(ada, blog):
    return Person(ada, blog)


@pytest.fixture
def bens(ben, blog):
    return Person(ben, blog)


@pytest.fixture
def chis(chi, blog):
    return Person(chi, blog)


@pytest.fixture
def dovs(dov, blog):
    return Person(dov, blog)


@pytest.fixture
def nobodys(blog):
    return Person(None, blog)
