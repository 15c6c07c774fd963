"""A PostgreSQL for one command: there while it runs, gone when it ends, however it ends."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

CONNECTS = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(connection.execute("SHOW server_version_num").fetchone()[0])
"""
WAITS = """
import os, time
print(os.environ["TEST_DATABASE_URL"], flush=True)
time.sleep(300)
"""


def start(code, space, **environment):
    inherited = {n: v for n, v in os.environ.items() if "DATABASE_URL" not in n}
    return subprocess.Popen(
        [sys.executable, "scripts/with_postgres.py", sys.executable, "-c", code],
        env=inherited | {"TMPDIR": str(space)} | environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def space():
    """A directory for temporary files which the server's own user may enter."""
    with tempfile.TemporaryDirectory() as directory:
        Path(directory).chmod(0o755)
        yield Path(directory)


def test_the_command_finds_a_server_and_nothing_is_left(space):
    process = start(CONNECTS, space)
    output, _ = process.communicate()
    assert process.returncode == 0
    assert int(output) >= 150000
    assert list(space.iterdir()) == []


def test_the_commands_failure_is_passed_on(space):
    process = start("raise SystemExit(7)", space)
    process.communicate()
    assert process.returncode == 7


def test_a_signal_stops_the_server_too(space):
    process = start(WAITS, space)
    url = process.stdout.readline().strip()
    process.send_signal(signal.SIGTERM)
    process.communicate()
    assert process.returncode == 143
    assert list(space.iterdir()) == []
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_a_server_given_from_outside_is_used_as_it_is(space):
    process = start(WAITS.replace("300", "0"), space, TEST_DATABASE_URL="postgres://db.example/x")
    output, _ = process.communicate()
    assert output.strip() == "postgres://db.example/x"
