"""The importer's command, and the files it reads."""

import io

import pytest
from django.core.management import call_command

from tests.imports.storm_pages import REAL


@pytest.fixture
def page_file(tmp_path):
    """`page_file(text)`: the path of a file with that text."""

    def write(text):
        path = tmp_path / "page.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


@pytest.fixture
def run(page_file):
    """`run(text, "--dry-run")`: what the command says."""

    def command(text, *arguments):
        out = io.StringIO()
        call_command("import_page", page_file(text), *arguments, stdout=out)
        return out.getvalue()

    return command


@pytest.fixture
def real_page():
    if not REAL.exists():
        pytest.skip(f"needs the reference page beside the clone: ../{REAL.name}")
    return str(REAL)
