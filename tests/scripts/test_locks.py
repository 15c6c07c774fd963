"""What is locked can be installed where Newsroom promises to run: Debian 12 has Python 3.11.2."""

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parent.parent.parent
DEBIANS = "3.11.2"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_runs_on_debians_python(name):
    locked = re.findall(r"^([\w.-]+)==", (ROOT / name).read_text(), re.MULTILINE)
    wants = {package: metadata(package)["Requires-Python"] or "" for package in locked}
    assert len(wants) > 25
    assert [f"{one} wants {what}" for one, what in wants.items()
            if DEBIANS not in SpecifierSet(what)] == []  # fmt: skip
