"""Readers of the live page."""

import pytest

from tests.browser.live_page.reader import Reader


@pytest.fixture
def reader(page, blog, running_site):
    return Reader(page, blog, running_site)


@pytest.fixture
def another_reader(context, blog, running_site):
    """Somebody who opens the page when the test says so, in a tab of the same browser."""
    return Reader(context.new_page(), blog, running_site)
