"""Starts what is measured, and stops every bit of it again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from bench.report import ROOT
from scripts import shipped_nginx
from scripts.serve import HOST, web
from scripts.with_postgres import free_port

FILES = 24_000


class Stage(ExitStack):
    """Everything started on it, and its directory, is gone when it closes."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(self.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        self.directory.chmod(0o755)  # nginx's workers are another user

    def start(
        self,
        command: list[str],
        environment: dict[str, str],
        fds: tuple[int, ...] = (),
        cwd: Path = ROOT,
        output: IO[bytes] | None = None,
    ) -> subprocess.Popen[bytes]:
        log = self.enter_context((self.directory / "log").open("ab"))
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, **environment},
            pass_fds=fds,
            stdout=output or log,
            stderr=log,
            start_new_session=True,
        )
        self.callback(stop, process)
        return process

    def log(self) -> str:
        """The last of what the started programs said."""
        return (self.directory / "log").read_text(encoding="utf-8", errors="replace")[-2000:]


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and the group it leads."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def site(stage: Stage, environment: dict[str, str]) -> tuple[str, subprocess.Popen[bytes]]:
    """One web process as `make run` starts it; answers its address."""
    with socket.create_server((HOST, 0), backlog=4096) as listener:
        port = listener.getsockname()[1]
        url = f"http://{HOST}:{port}"
        process = stage.start(
            [sys.executable, *web(listener)],
            {**environment, "SITE_URL": url},
            (listener.fileno(),),
        )
    wait_for(stage, f"{url}/healthz")
    return url, process


def nginx(stage: Stage, name: str, server: str, modules: str = "") -> tuple[str, int]:
    """nginx with one worker and this server block; answers its address and process id."""
    port = free_port()
    return port_of(port), run_nginx(
        stage, name, port, f"server {{ listen {HOST}:{port} backlog=4096; {server} }}", modules
    )


def deployed(stage: Stage, url: str) -> str:
    """deploy/nginx before a site, as it is shipped; its address."""
    port, home = free_port(), stage.directory / "deployed"
    site = url.removeprefix("http://")
    text = shipped_nginx.site(home, f"{HOST}:{port} backlog=4096", f"{HOST}:{free_port()}", [site])
    limit = "limit_conn newsroom_connections 20;"
    if limit not in text:
        raise ValueError(f"deploy/nginx has no “{limit}”.")
    run_nginx(stage, home.name, port, text.replace(limit, ""))  # wrk has one address
    return port_of(port)


def port_of(port: int) -> str:
    return f"http://{HOST}:{port}"


def run_nginx(stage: Stage, name: str, port: int, sites: str, modules: str = "") -> int:
    if shipped_nginx.PROGRAM is None:
        raise RuntimeError("there is no nginx")
    home = stage.directory / name
    home.mkdir()
    (home / "nginx.conf").write_text(
        f"{modules}\ndaemon off; worker_processes 1; pid {home}/pid; error_log {home}/error;\n"
        f"worker_rlimit_nofile {FILES}; events {{ worker_connections {FILES}; }}\n"
        "http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;\n"
        f"client_body_temp_path {home}/body; proxy_temp_path {home}/proxy;\n"
        f"fastcgi_temp_path {home}/fastcgi; uwsgi_temp_path {home}/uwsgi;\n"
        f"scgi_temp_path {home}/scgi; default_type text/html; charset utf-8;\n"
        f"open_file_cache max=100; types {{}}\n{sites} }}\n",
        encoding="utf-8",
    )
    process = stage.start(
        [shipped_nginx.PROGRAM, "-p", str(home), "-c", str(home / "nginx.conf")], {}
    )
    wait_for(stage, f"{port_of(port)}/")
    return process.pid


def wait_for(stage: Stage, url: str, seconds: float = 30) -> None:
    """Until something answers there, whatever it says."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=2).close()  # noqa: S310
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{url} did not answer in {seconds:.0f} s.\n{stage.log()}")
