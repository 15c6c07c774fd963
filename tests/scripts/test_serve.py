"""`make run`: the web server and the worker live and end together."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

WAITS = "import os, time; os.write(1, b'%d\\n' % os.getpid()); time.sleep(300)"
ENDS = "raise SystemExit(3)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + WAITS


@pytest.fixture
def serving():
    """Starts the pair with the given programs in place of uvicorn and the worker."""
    started = []

    def start(web, worker, stop_seconds=12):
        code = textwrap.dedent(f"""
            import asyncio, scripts.serve as serve
            serve.STOP_SECONDS = {stop_seconds}
            programs = (["-c", {web!r}], ["-c", {worker!r}])
            raise SystemExit(asyncio.run(serve.run(*programs, "http://site", 1)))
        """)
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def read_until_both_run(process):
    """The process ids of the two programs, once both have said theirs."""
    ids = []
    while len(ids) < 2:
        line = process.stdout.readline()
        assert line, process.stderr.read()  # it has ended
        if line.strip().isdigit():
            ids.append(int(line))
    return ids


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_both(serving, number):
    process = serving(WAITS, WAITS)
    ids = read_until_both_run(process)
    process.send_signal(number)
    assert process.wait() == 0
    assert not any(is_running(pid) for pid in ids)


def test_when_the_worker_ends_the_web_server_is_stopped_and_the_exit_code_says_so(serving):
    process = serving(WAITS, ENDS)
    _, errors = process.communicate()
    assert process.returncode == 1
    assert errors == "The worker ended by itself, exit code 3.\n"


def test_when_the_web_server_ends_the_worker_is_stopped(serving):
    process = serving(ENDS, WAITS)
    _, errors = process.communicate()
    assert process.returncode == 1
    assert errors == "The web server ended by itself, exit code 3.\n"


def test_what_does_not_stop_is_killed(serving):
    process = serving(STUBBORN, WAITS, stop_seconds=0.2)
    ids = read_until_both_run(process)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate()
    assert "The web server did not stop in 0.2 seconds: killed." in errors
    assert not any(is_running(pid) for pid in ids)


def run_on(port):
    return subprocess.run(
        [sys.executable, "-m", "scripts.serve"],
        env=os.environ | {"PORT": str(port), "ENV_FILE": os.devnull},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_taken_port_is_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run_on(port)
    assert result.returncode == 1
    assert result.stderr.startswith(f"Port {port} is taken: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["99999", "http"])
def test_a_port_that_is_none_is_one_sentence(port):
    result = run_on(port)
    assert result.returncode == 1
    assert result.stderr.startswith("PORT must be a ")
    assert result.stderr.count("\n") == 1
