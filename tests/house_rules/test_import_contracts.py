"""Imports go one way; the contracts are in pyproject.toml."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# Where a line is planted, the line, and what the report must say.
OFFENCES = [
    ("models/__init__.py", "from liveblog import actions", "liveblog.models -> liveblog.actions"),
    ("changes.py", "from liveblog import actions", "liveblog.changes -> liveblog.actions"),
    ("rights.py", "from django.db import models", "liveblog.rights -> django"),
    ("sanitise.py", "import requests", "liveblog.sanitise -> requests"),
    ("apps.py", "import newsroom.settings", "liveblog.apps -> newsroom.settings"),
    ("misc.py", "x = 'a module the layers do not name'", "- liveblog.misc"),
]


def contracts(root):
    """Runs import-linter on the tree at `root`."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tree_keeps_the_contracts():
    result = contracts(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("name", "line", "report"), OFFENCES)
def test_a_forbidden_import_is_noticed(tmp_path, name, line, report):
    for folder in ("liveblog", "newsroom"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "liveblog" / name).open("a") as module:
        module.write(f"\n{line}\n")
    result = contracts(tmp_path)
    assert result.returncode == 1
    assert report in result.stdout
