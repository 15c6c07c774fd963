"""Other people's sites, on this machine: what they answer is said path by path."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """`pages` maps a path to bytes, (status, headers, bytes) or a function taking the handler.

    `seen` are the requests as "GET /path", `asked` their headers.
    """

    def __init__(self):
        self.pages, self.seen, self.asked = {}, [], []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.seen.append(f"{self.command} {self.path}")
                site.asked.append(self.headers)
                site.answer(self)

            do_POST = do_GET

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, *_):
                """Who is cut off in mid-sentence does not fill the test's output."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"

    def url(self, path="/"):
        return f"http://{self.host}{path}"

    def redirects(self, path, target, status=302):
        self.pages[path] = (status, {"Location": target}, b"")

    def answer(self, handler):
        page = self.pages.get(handler.path.partition("?")[0], (404, {}, b""))
        if callable(page):
            page(handler)
            return
        status, headers, body = page if isinstance(page, tuple) else (200, {}, page)
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def running(site):
    thread = threading.Thread(
        target=site.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()


def dripping(first, *, let_go):
    """Says `first`, then a byte at a time, for as long as anybody listens."""

    def answer(handler):
        handler.wfile.write(first)
        try:
            while not let_go.wait(0.02):
                handler.wfile.write(b"x")
                handler.wfile.flush()
        except OSError:
            pass

    return answer
