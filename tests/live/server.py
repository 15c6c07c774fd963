"""A real uvicorn for the few tests that need one, and readers that speak HTTP to it."""

import http.client
import json
import os
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager

import uvicorn

from tests.browser.site import ROOT, database_url
from tests.live.stage import DEADLINE

# Without the net of --timeout-graceful-shutdown: it stops because its streams end, or never.
PROGRAM = [
    *(sys.executable, "-m", "uvicorn", "newsroom.asgi:application"),
    *("--loop", "uvloop", "--http", "liveblog.live.front:FrontProtocol", "--log-level", "warning"),
]


class Process:
    """The site in a process of its own, on the test database."""

    def __init__(self, database, media_root, log):
        listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = listener.getsockname()[1]
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "TEST_DATABASE_URL": database_url(database),
            "MEDIA_ROOT": str(media_root),
        }
        self.log = log
        with listener, log.open("wb") as stderr:
            self.popen = subprocess.Popen(
                [*PROGRAM, "--fd", str(listener.fileno())],
                pass_fds=[listener.fileno()],
                stderr=stderr,
                env=environment,
                cwd=ROOT,
            )

    def stop(self):
        """Ask it to stop, and wait until it has."""
        self.popen.terminate()
        try:
            return self.popen.wait(DEADLINE)
        finally:
            self.popen.kill()
            self.popen.wait()


@contextmanager
def in_this_process(application, http="httptools", **options):
    """uvicorn in a thread; yields it and its port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    config = uvicorn.Config(
        application, loop="uvloop", http=http, ws="none", log_config=None, lifespan="on", **options
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield server, listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(DEADLINE)
        listener.close()


class Follower:
    """A reader over HTTP."""

    def __init__(self, port, blog, query=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE)
        self.connection.request("GET", f"/live/{blog.slug}/events{query}")
        self.response = self.connection.getresponse()
        assert self.response.status == 200
        self.first = self.next_block()

    def next_block(self):
        """The lines of the next block; none of them when the response has ended properly."""
        lines = []
        while (line := self.response.readline().decode()) not in ("\n", ""):
            lines.append(line.rstrip("\n"))
        return lines

    def next_delta(self):
        block = self.next_block()
        while block and not block[0].startswith("id: "):
            block = self.next_block()
        return json.loads(block[1].removeprefix("data: "))

    def close(self):
        self.response.close()
        self.connection.close()
