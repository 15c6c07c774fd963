"""What every test may use. The cast: Ada the editor, Ben the reporter, Chi the chief, Dov on
another team, Pia at a partner outlet."""

import os
import shutil
from pathlib import Path

import pytest

from tests.cast import *  # noqa: F403  the cast is everybody's

TESTS = Path(__file__).parent


@pytest.fixture(autouse=True)
def own_media_root(settings, tmp_path):
    """A test's uploads end with the test."""
    settings.MEDIA_ROOT = tmp_path / "media"


def pytest_unconfigure(config):
    """The run's own directory goes with the run (its xdist workers only borrow it)."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.get("NEWSROOM_TEST_DIR", ""), ignore_errors=True)


def pytest_collection_modifyitems(items):
    """Browser tests come last; tests that need PostgreSQL are skipped where there is none.

    Playwright's event loop stays in the process once it runs: no asyncio.run() after it.
    """
    from django.conf import settings

    items.sort(key=lambda item: "browser" in item.path.relative_to(TESTS).parts)
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        return
    skip = pytest.mark.skip(reason="needs PostgreSQL")
    for item in items:
        if item.get_closest_marker("postgresql"):
            item.add_marker(skip)
