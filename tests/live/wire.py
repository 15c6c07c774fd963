"""HTTP/1.1 by hand, over one connection: what a browser's library would hide is what is tested."""

import socket

from tests.live.stage import DEADLINE


class Wire:
    """A connection to 127.0.0.1 and the answers that come back on it."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=DEADLINE)
        self.reading = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.reading.close()
        self.socket.close()

    def send(self, *requests):
        self.socket.sendall(b"".join(requests))

    def answer(self, *, bodiless=False):
        """Status, headers and body of the next answer; None when the server has closed."""
        line = self.reading.readline()
        if not line:
            return None
        status, headers = int(line.split()[1]), {}
        while (line := self.reading.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        length = 0 if bodiless or status == 304 else int(headers.get("content-length", 0))
        return status, headers, self.reading.read(length)


def request(path, *lines, method="GET", version="1.1", body=b""):
    """One request as bytes."""
    head = [f"{method} {path} HTTP/{version}", "Host: testserver", *lines]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
