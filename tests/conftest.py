"""What every test may use. The cast: Ada the editor, Ben the reporter, Chi the chief, Dov on
another team, Pia at a partner outlet."""

import gc
import os
import shutil
from pathlib import Path

import pytest

from tests.cast import *  # noqa: F403  the cast is everybody's

TESTS = Path(__file__).parent


@pytest.fixture(scope="session", autouse=True)
def emptied_where_it_has_rows():
    """After a test that commits, instead of writing all tables anew."""
    from django.test import TransactionTestCase

    from tests.emptying import emptied

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptied)
        yield


@pytest.fixture(autouse=True)
def own_media_root(settings, tmp_path):
    """A test's uploads end with the test."""
    settings.MEDIA_ROOT = tmp_path / "media"


def pytest_unconfigure(config):
    """The run's own directory goes with the run (its xdist workers only borrow it)."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.get("NEWSROOM_TEST_DIR", ""), ignore_errors=True)


@pytest.fixture(autouse=True)
def no_fragment_of_another_test():
    """A test that sets something else for the whole site sees it in every fragment."""
    from liveblog.render.store import STORE

    STORE.clear()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    from tests.scheduling import BrowserBesideTheRest

    return BrowserBesideTheRest(config, log) if config.getvalue("dist") == "load" else None


def pytest_collection_finish():
    """What was collected stays: thousands of tests, which no search for garbage need look at."""
    gc.collect()
    gc.freeze()


# What asks a test for more rounds than it has by itself: see CONTRIBUTING.
LONGER = {"NEWSROOM_RACES", "NEWSROOM_MUTANTS", "NEWSROOM_CUTS", "NEWSROOM_PUBLISHES"}
MANY = 1000  # tests: the whole suite, and not a few of them by name
DATABASE = {"db", "transactional_db", "django_db_setup", "_built", "seeded"}


def in_a_browser(item):
    return "browser" in item.path.relative_to(TESTS).parts


def uses_the_database(item):
    """Whether its answer may depend on which database there is."""
    if item.get_closest_marker("once"):
        return False
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("postgresql")
    return bool(marked or DATABASE & set(item.fixturenames))


def pytest_collection_modifyitems(config, items):
    """Browser tests come last, and of each kind the long ones first: see `tests/scheduling.py`.
    Tests that need PostgreSQL are skipped where there is none, and what depends on no database
    has had its run on SQLite.

    Playwright's event loop stays in the process once it runs: no asyncio.run() after it.
    """
    from django.conf import settings

    long = 0 if LONGER & set(os.environ) else 600  # seconds; asked for more, it takes its time
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(long))
    items.sort(key=lambda item: (in_a_browser(item), not item.get_closest_marker("long")))
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        if len(items) > MANY:
            config.hook.pytest_deselected(items=[i for i in items if not uses_the_database(i)])
            items[:] = filter(uses_the_database, items)
        return
    skip = pytest.mark.skip(reason="needs PostgreSQL")
    for item in items:
        if item.get_closest_marker("postgresql"):
            item.add_marker(skip)
