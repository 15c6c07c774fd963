"""Everybody's desk."""

import pytest
from django.contrib.auth.models import User

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
def root(db):
    """Whoever runs the site: may do everything."""
    return User.objects.create_superuser("root", password="root-password-1234")


@pytest.fixture
def roots(root):
    return Desk(root)
