"""Everybody's desk."""

import pytest

from tests.admin.desk import Desk


@pytest.fixture
def adas(ada):
    return Desk(ada)


@pytest.fixture
def bens(ben):
    return Desk(ben)


@pytest.fixture
def chis(chi):
    return Desk(chi)


@pytest.fixture
def dovs(dov):
    return Desk(dov)


@pytest.fixture
def nobodys(db):
    return Desk()


@pytest.fixture
def roots(root):
    return Desk(root)
