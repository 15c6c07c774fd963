"""A site that can be stopped and started again at the same address."""

import os
import socket
import subprocess
import sys

from django.db import connection

from tests.browser.site import ROOT, SERVER, STOP_SECONDS, database_url


class SiteThatRestarts:
    """The socket stays open in between: visitors wait, as behind a proxy."""

    def __init__(self, settings):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "TEST_DATABASE_URL": database_url(connection.settings_dict),
            "MEDIA_ROOT": str(settings.MEDIA_ROOT),
            "SITE_URL": self.url,
        }

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(self.listener.fileno())],
            pass_fds=[self.listener.fileno()],
            env=self.environment,
            cwd=ROOT,
        )

    def stop(self):
        self.process.terminate()
        self.process.wait(STOP_SECONDS)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.listener.close()
