"""A worker in the test's own process, and a site written out as files."""

from tests.static_export.conftest import written
from tests.worker.conftest import worker

__all__ = ["worker", "written"]
