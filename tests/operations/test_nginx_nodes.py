"""A node of several goes away: reading goes to another, writing is done once or not at all."""

from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler

import pytest

from scripts.with_postgres import free_port
from tests.operations.test_nginx import NGINX, application, ask, nginx

pytestmark = pytest.mark.skipif(not NGINX, reason="needs nginx")
ENTRY = "/api/v1/entries/7/"


class Node(BaseHTTPRequestHandler):
    """Takes every request, notes it, and answers."""

    protocol_version = "HTTP/1.1"
    dies = False

    def do_GET(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.taken.append(f"{self.command} {self.path}")
        if self.dies:
            self.close_connection = True
            return
        self.send_response(self.server.statuses.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_PATCH = do_PUT = do_DELETE = do_GET

    def log_message(self, *_):
        pass


class Dying(Node):
    """Ends between a request and its answer: nobody knows what it has done."""

    dies = True


@contextmanager
def node(handler):
    with application(handler) as server:
        server.taken, server.statuses = [], {}
        yield server


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """nginx in front of a node that dies and one that lives."""
    with ExitStack() as stack:
        nodes = [stack.enter_context(node(handler)) for handler in (Dying, Node)]
        ports = [server.server_port for server in nodes]
        port = stack.enter_context(nginx(tmp_path_factory.mktemp("nginx"), *ports))
        yield port, nodes


def test_a_file_of_the_new_release_is_found_while_nodes_are_upgraded(tmp_path):
    file = "/static/newsroom/live.1a2b3c.js"
    with node(Node) as old, node(Node) as new:
        old.statuses[file] = 404
        with nginx(tmp_path, old.server_port, new.server_port) as port:
            assert sent((port, [old, new]), "GET", file)[0] == [200, 200]
            new.statuses[file] = 404
            assert ask(port, file).status == 404


def sent(site, method, path):
    """The statuses of as many requests as there are nodes, and how often one was taken."""
    port, nodes = site
    answers = [ask(port, path, method, body=b"x").status for _ in nodes]
    return answers, sum(node.taken.count(f"{method} {path}") for node in nodes)


@pytest.mark.parametrize("path", [ENTRY, "/admin/", "/live/storm/"])
def test_who_reads_notices_nothing(path, site):
    assert sent(site, "GET", path) == ([200, 200], 3)


@pytest.mark.parametrize("method", ["POST", "PATCH", "PUT", "DELETE"])
def test_a_script_is_told_and_nothing_is_sent_twice(method, site):
    answers, taken = sent(site, method, ENTRY)
    assert (sorted(answers), taken) == ([200, 503], 2)


def test_an_editor_is_told_and_nothing_is_sent_twice(site):
    answers, taken = sent(site, "POST", "/admin/liveblog/entry/add/")
    assert (sorted(answers), taken) == ([200, 503], 2)


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_what_a_node_that_is_not_there_never_got_is_sent_to_another(method, tmp_path):
    with node(Node) as alive, nginx(tmp_path, free_port(), alive.server_port) as port:
        assert sent((port, [alive, alive]), method, ENTRY)[0] == [200, 200]
