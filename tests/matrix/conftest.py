"""The world, built once for all of these tests: each leaves it as it found it."""

import pytest
from django.db import transaction
from django.test import override_settings

from tests.matrix import world as worlds


@pytest.fixture(scope="package")
def _built(django_db_setup, django_db_blocker, tmp_path_factory):
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        outermost = transaction.get_connection().atomic_blocks[-1]
        outermost._from_testcase = True  # as Django's own TestCase does: a test's, not ours
        yield worlds.build(), media
        transaction.set_rollback(True)


@pytest.fixture
def world(_built, db, settings):
    """Whatever a test changes is rolled back after it."""
    built, settings.MEDIA_ROOT = _built
    return built
