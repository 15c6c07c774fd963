"""Few packages, every one pinned with its hashes."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MOST = 29  # direct runtime dependencies (SR-30: about 25, each earning its place)
PINNED = re.compile(r"^[a-z0-9._-]+==\S+ \\$", re.MULTILINE)


def requirements(text):
    return [line for line in text.splitlines() if line and not line.startswith(("#", "-"))]


def unpinned(lock):
    """Packages of a lock that have no exact version or no hash."""
    entries = re.split(r"\n(?=[a-z0-9])", "\n" + lock)[1:]
    return [e.split("\n")[0] for e in entries if not PINNED.match(e) or "--hash=sha256:" not in e]


def test_runtime_needs_few_packages():
    assert len(requirements((ROOT / "requirements.txt").read_text())) <= MOST


def test_every_range_has_an_upper_end():
    ranges = requirements((ROOT / "requirements.txt").read_text())
    assert [r for r in ranges if "<" not in r and not r.startswith("tzdata")] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_pins_every_package_with_hashes(name):
    lock = (ROOT / name).read_text()
    assert len(PINNED.findall(lock)) > 30
    assert unpinned(lock) == []


@pytest.mark.parametrize("line", ["requests==2.34.2", "requests>=2.34 \\\n    --hash=sha256:0"])
def test_a_package_without_version_or_hash_is_noticed(line):
    assert unpinned(line + "\n    # via -r requirements.txt") != []


def test_both_locks_agree():
    def versions(name):
        return set(re.findall(r"^([a-z0-9._-]+==\S+)", (ROOT / name).read_text(), re.MULTILINE))

    assert versions("requirements.lock") <= versions("requirements-dev.lock")
