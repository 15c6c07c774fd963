"""A site that is killed in the middle of things, and started again at the same address."""

import random
import socket

from tests.browser.site import launched

# Below the ports that outgoing connections get: nobody takes it while the site is down.
PORTS = range(20_000, 30_000)


class MortalSite:
    def __init__(self, database, media_root):
        self.database, self.media_root = database, media_root
        listener = self.listen()
        self.port = listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = launched(listener, self.url, database, media_root)

    def listen(self):
        for port in random.sample(PORTS, 50):
            try:
                return socket.create_server(("127.0.0.1", port), backlog=128)
            except OSError:
                continue
        raise RuntimeError("No port is free.")

    def kill(self):
        """As a power cut does: nothing is finished."""
        self.process.kill()
        self.process.wait()

    def start(self):
        listener = socket.create_server(("127.0.0.1", self.port), backlog=128)
        self.process = launched(listener, self.url, self.database, self.media_root)
