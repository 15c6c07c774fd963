"""Ada's script, with every scope."""

import pytest

from tests.api.scripting import Script


@pytest.fixture
def script(ada):
    return Script(ada)
