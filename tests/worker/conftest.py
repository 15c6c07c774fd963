"""A worker in the test's own process."""

import pytest

from liveblog.worker import Stop, Worker


@pytest.fixture
def worker(db):
    with Stop() as stop:
        yield Worker("worker-1", stop)
