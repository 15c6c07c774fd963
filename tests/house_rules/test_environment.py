"""Every variable the project reads is explained in .env.example and docs, and no other."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
READ = re.compile(
    r'\b(?:text|boolean|integer|secret|words|one_of|rate|host_ports|headers)\(\s*"([A-Z_]+)"'
)
NOT_FOR_OPERATORS = {"ENV_FILE"}  # the tests' way around a developer's .env


def variables_read(*sources):
    return {name for source in sources for name in READ.findall(source)} - NOT_FOR_OPERATORS


def variables_explained(example):
    return set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))


def test_every_variable_is_explained():
    files = [*ROOT.glob("newsroom/*.py"), *ROOT.glob("scripts/*.py")]
    read = variables_read(*(path.read_text() for path in files))
    assert read == variables_explained((ROOT / ".env.example").read_text())


@pytest.mark.parametrize("line", ['X = text("NEW")', 'X = integer(\n    "NEW", default=1)'])
def test_a_variable_that_is_not_explained_is_noticed(line):
    assert variables_read(line) - variables_explained("#DEBUG=false\n") == {"NEW"}


def test_the_reference_names_the_same_variables():
    reference = (ROOT / "docs" / "reference" / "settings.md").read_text()
    named = set(re.findall(r"^\| `([A-Z_]+)` \|", reference, re.MULTILINE))
    assert named == variables_explained((ROOT / ".env.example").read_text())
