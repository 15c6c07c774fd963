"""The site a browser test visits: a real uvicorn in a process of its own, on the test database."""

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent.parent
STOP_SECONDS = 60

# The socket is open before the server is: a visitor who comes early waits instead of failing.
SERVER = """
import socket, sys, uvicorn
config = uvicorn.Config("newsroom.asgi:application", loop="uvloop", lifespan="auto",
                        http="liveblog.live.front:FrontProtocol",
                        log_level="warning", timeout_graceful_shutdown=1)
uvicorn.Server(config).run(sockets=[socket.socket(fileno=int(sys.argv[1]))])
"""


@dataclass
class Site:
    """A running site: where it answers and where its uploads are."""

    url: str
    media_root: Path
    process: subprocess.Popen

    def must_be_alive(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"The site ended by itself: exit code {self.process.returncode}.")


@contextmanager
def running(database, media_root, *, extra=None):
    """Yields a `Site`. `database` is a connection's settings_dict, of the test database."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    process = launched(listener, url, database, media_root, extra)
    try:
        site = Site(url, media_root, process)
        yield site
        site.must_be_alive()
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise


def launched(listener, url, database, media_root, extra=None):
    """The process of a site that answers at `listener`."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TEST_DATABASE_URL": database_url(database),
        "TEST_MEDIA_ROOT": str(media_root),
        "SITE_URL": url,
        **(extra or {}),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(listener.fileno())],
        pass_fds=[listener.fileno()],
        env=environment,
        cwd=ROOT,
    )
    listener.close()  # the server's copy is the only one now: when it dies, visitors see it
    return process


def database_url(database):
    if database["ENGINE"] == "django.db.backends.sqlite3":
        return f"sqlite:///{database['NAME']}"
    login = quote(database["USER"], safe="")
    if database["PASSWORD"]:
        login += ":" + quote(database["PASSWORD"], safe="")
    return f"postgres://{login}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
