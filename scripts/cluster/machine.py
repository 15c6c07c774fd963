"""The cluster: every process of it on loopback ports, every file in one temporary directory."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from scripts import shipped_nginx
from scripts.cluster.database import Database, Own
from scripts.cluster.script import Failed, Script, ask, eventually
from scripts.serve import HOST, ROOT, web, worker
from scripts.with_postgres import free_port

STOP_SECONDS = 15
LOG_LINES = 12

Process = subprocess.Popen[bytes]


class Cluster(ExitStack):
    """Nothing of it is left when it closes. `nodes` are ports, as is `nginx`."""

    database: Database
    script: Script
    quiet: str  # the live blog in which nothing happens
    account: str

    def __init__(self) -> None:
        super().__init__()
        temporary = tempfile.TemporaryDirectory(prefix="newsroom-cluster-")
        self.home = Path(self.enter_context(temporary))
        self.home.chmod(0o755)  # PostgreSQL and nginx's workers are other users than root
        self.nodes = {"A": free_port(), "B": free_port()}
        self.nginx = free_port()
        self.url = f"http://{HOST}:{self.nginx}"
        self._processes: dict[str, Process] = {}

    def start(self, database: Database | None = None) -> None:
        """Everything, until it is ready for readers."""
        self.database = database or Own(self.home / "postgres")
        self.callback(self.database.stop)
        self.database.start()
        self._environment = self._given()
        key, slug, self.quiet, self.account = self.database.stock(self._environment)
        self.script = Script(key, slug)
        self._environment["DATABASE_REPLICA_URL"] = self.database.replica_url
        self._start("worker", [sys.executable, *worker()])
        for name in self.nodes:
            self.start_node(name)
        self._start_nginx()
        for name in self.nodes:
            self.wait_for_node(name)
        self._until("nginx", self.nginx, "/healthz")

    def close(self) -> None:
        for process in self._processes.values():
            process.terminate()  # all at once; each is waited for below
        super().close()

    def start_node(self, name: str) -> None:
        """At the port it has always had: nginx knows no other."""
        with socket.create_server((HOST, self.nodes[name]), backlog=1024) as listener:
            command = [sys.executable, *web(listener)]
            self._start(f"node {name}", command, (listener.fileno(),))

    def wait_for_node(self, name: str) -> None:
        self._until(f"node {name}", self.nodes[name], "/readyz")

    def kill_node(self, name: str) -> None:
        """As a machine dies: no farewell."""
        process = self._processes[f"node {name}"]
        process.send_signal(signal.SIGKILL)
        process.wait()

    def ask_agency(self, what: str, word: str) -> dict[str, Any]:
        """Let the agency send its item, or the item's kill; see `scripts.cluster.agency`."""
        command = [sys.executable, "-m", "scripts.cluster.agency", what, self.script.slug, word]
        done = subprocess.run(
            command, cwd=ROOT, env=self._environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise Failed(f"the agency's message was not taken in: {done.stderr[-1000:]}")
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    def logs(self) -> str:
        """The last lines of everything that said something."""
        found = []
        for path in sorted([*self.home.glob("*.log"), *self.home.glob("*/log")]):
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES:]
            if lines:
                found.append("\n".join([f"--- {path.relative_to(self.home)}", *lines]))
        return "\n".join(found)

    def _given(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "scripts.cluster.settings",
            "ENV_FILE": os.devnull,
            "DEBUG": "false",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "SITE_URL": self.url,
            "DATABASE_URL": self.database.url,
            "LISTEN_DATABASE_URL": "",
            "CACHE_URL": "",
            "MEDIA_ROOT": str(self.home / "media"),
            "STATIC_EXPORT_DIR": "",
            "API_RATE": "off",
            "LOG_LEVEL": "WARNING",
        }

    def _start(self, name: str, command: list[str], fds: tuple[int, ...] = ()) -> None:
        with (self.home / f"{name.replace(' ', '-')}.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self._environment,
                pass_fds=fds,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl+C is for us; we stop the others in order
            )
        self._processes[name] = process
        self.callback(stop, process)

    def _start_nginx(self) -> None:
        if shipped_nginx.PROGRAM is None:
            raise Failed("there is no nginx: apt-get install nginx")
        home = self.home / "nginx"
        home.mkdir()
        nodes = [f"{HOST}:{port}" for port in self.nodes.values()]
        listen, redirects = f"{HOST}:{self.nginx}", f"{HOST}:{free_port()}"
        sites = shipped_nginx.site(home, listen, redirects, nodes)
        text = shipped_nginx.main(home, sites, "daemon off; worker_processes 1;")
        (home / "nginx.conf").write_text(text, encoding="utf-8")
        command = [shipped_nginx.PROGRAM, "-p", str(home), "-c", str(home / "nginx.conf")]
        self._start("nginx", command)

    def _until(self, name: str, port: int, path: str) -> None:
        def ready() -> bool:
            if self._processes[name].poll() is not None:
                raise Failed(f"{name} ended by itself")
            return ask(port, path).status == 200

        eventually(ready, f"{name} did not become ready", pause=0.25)


def stop(process: Process) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
