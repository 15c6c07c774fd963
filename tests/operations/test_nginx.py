"""The shipped nginx site, run as it is, in front of an application that answers what it was asked.

Only what belongs to a machine is changed: ports, the certificate, directories.
"""

import http.client
import json
import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from scripts import shipped_nginx
from scripts.with_postgres import free_port

NGINX = shipped_nginx.PROGRAM
pytestmark = pytest.mark.skipif(not NGINX, reason="needs nginx")


class Application(BaseHTTPRequestHandler):
    """Answers with the headers it got; a stream says one thing and waits until it is let go."""

    protocol_version = "HTTP/1.1"
    go_on = threading.Event()

    def do_GET(self):
        if not self.path.endswith("/events"):
            return self.answer(json.dumps(dict(self.headers.items())).encode())
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"data: one\n\n")
        self.go_on.wait(30)
        return None

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(b"taken")

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def application(handler):
    """Runs it in a thread; answers the server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def behind_nginx(tmp_path_factory, handler):
    """For a fixture: the port of the shipped site in front of one application."""
    directory = tmp_path_factory.mktemp("nginx")
    with application(handler) as server, nginx(directory, server.server_port) as port:
        yield port


@contextmanager
def nginx(directory, *applications):
    """Runs the shipped site with its snapshot; answers the port."""
    port = free_port()
    nodes = [f"127.0.0.1:{node}" for node in applications]
    text = shipped_nginx.site(directory, f"127.0.0.1:{port}", f"127.0.0.1:{free_port()}", nodes)
    off = "#error_page 502 504 = @snapshot"
    assert off in text
    text = text.replace(off, off.removeprefix("#"))
    main = shipped_nginx.main(directory, text, "daemon on; master_process off;")
    (directory / "main").write_text(main)
    command = [NGINX, "-p", directory, "-c", directory / "main"]
    started = subprocess.run(command, capture_output=True, text=True, check=False)
    assert started.returncode == 0, started.stderr  # its sockets are open when it answers
    yield port
    subprocess.run([*command, "-s", "stop"], check=True, capture_output=True)


def ask(port, path, method="GET", source="127.0.0.1", **more):
    visitor = http.client.HTTPConnection("127.0.0.1", port, 30, source_address=(source, 0))
    visitor.request(
        method, path, headers={"Host": "live.example.org"} | more.pop("headers", {}), **more
    )
    answer = visitor.getresponse()
    body = answer.read()
    visitor.close()
    return SimpleNamespace(status=answer.status, body=body, headers=answer.headers)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    yield from behind_nginx(tmp_path_factory, Application)


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """nginx and its snapshot; the application is away."""
    directory = tmp_path_factory.mktemp("alone")
    for name, text in {
        "live/storm/index.html": "The storm",
        "live/storm/_before/31/index.html": "The storm's beginning",
        "live/storm/7/index.html": "Wrong",
        "live/storm/7/index.html.410": "",
        "_errors/410.html": "Taken down",
        "_errors/404.html": "Not there",
        ".newsroom-export": "memory",
    }.items():
        path = directory / "snapshot" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    with nginx(directory, free_port()) as port:
        yield port


def test_what_a_visitor_claims_is_not_passed_on(site):
    claims = ["X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "X_Forwarded_For"]
    told = json.loads(ask(site, "/", headers=dict.fromkeys(claims, "203.0.113.9")).body)
    assert "203.0.113.9" not in str(told)
    assert (told["X-Forwarded-For"], told["Host"]) == ("127.0.0.1", "live.example.org")


def test_an_event_reaches_a_reader_while_the_stream_goes_on(site):
    reader = http.client.HTTPConnection("127.0.0.1", site, timeout=30)
    reader.request("GET", "/live/storm/events")
    stream = reader.getresponse()
    assert stream.readline() == b"data: one\n"  # held back, it would come with the end alone
    Application.go_on.set()
    stream.close()
    reader.close()


@pytest.mark.parametrize("path", ["/readyz", "/metrics"])
def test_what_is_for_the_machine_is_for_the_machine(path, site):
    assert ask(site, path).status == 200
    assert ask(site, path, source="127.0.0.2").status == 403


@pytest.mark.parametrize("path", ["/admin/", "/api/v1/media/"])
def test_pictures_are_taken_from_people_and_scripts(path, site):
    assert ask(site, path, "POST", body=b"." * 2_000_000).body == b"taken"
    assert ask(site, path, "POST", headers={"Content-Length": str(22 * 2**20)}).status == 413


def test_an_agencys_file_is_taken_at_its_own_door(site):
    path = "/api/v1/wires/northwire/"
    assert ask(site, path, "POST", body=b"." * 2_000_000).body == b"taken"
    refused = ask(site, path, "POST", headers={"Content-Length": str(6 * 2**20)})
    assert (refused.status, refused.headers["Content-Type"]) == (413, "application/problem+json")


@pytest.mark.parametrize(
    "path",
    ["/live/storm/", "/search/", "/api/v1/blogs/", "/accounts/login/", "/api/v1/wires/",
     "/api/v1/wires/a/b/"],
)  # fmt: skip
def test_nothing_else_takes_more_than_a_megabyte(path, site):
    refused = ask(site, path, "POST", headers={"Content-Length": "2000000"})
    assert refused.status == 413
    assert b"20 MB" in refused.body


def test_a_script_is_refused_in_its_own_words(site):
    refused = ask(site, "/api/v1/media/", "POST", headers={"Content-Length": str(22 * 2**20)})
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.headers["Access-Control-Allow-Origin"] == "*"
    assert set(json.loads(refused.body)) == {"type", "title", "status", "detail", "errors"}


def test_guessing_passwords_is_slowed_down(site):
    last = [ask(site, "/accounts/login/") for _ in range(20)][-1]
    assert (last.status, last.headers["Retry-After"]) == (429, "5")


def test_readers_keep_their_pages_while_the_application_is_away(alone):
    assert ask(alone, "/live/storm/").body == b"The storm"
    assert ask(alone, "/live/storm/?x=1").body == b"The storm"
    assert ask(alone, "/live/storm/?before=31").body == b"The storm's beginning"
    assert ask(alone, "/live/storm/", "POST").status in (403, 405)


def test_what_was_killed_is_not_there_either(alone):
    killed = ask(alone, "/live/storm/7/")
    assert (killed.status, killed.body) == (410, b"Taken down")


@pytest.mark.parametrize("path", ["/nothing", "/.newsroom-export", "/live/.x/"])
def test_what_is_not_in_the_snapshot_is_not_found(path, alone):
    assert ask(alone, path).status == 404


@pytest.mark.parametrize(
    "path",
    ["/live/storm/changes?since=3", "/live/storm/events", "/search/?q=pier", "/preview/x/",
     "/admin/", "/accounts/login/", "/healthz", "/api/v1/blogs/", "/api/v1/media/"],
)  # fmt: skip
def test_what_only_the_application_can_answer_is_asked_for_again(path, alone):
    """An open page would take 404 for “gone” and load itself anew, again and again."""
    later = ask(alone, path)
    assert (later.status, later.headers["Retry-After"]) == (503, "5")
