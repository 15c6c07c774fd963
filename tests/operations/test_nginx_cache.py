"""What the shipped nginx site keeps of public answers, and what it never keeps."""

import time
from http.server import BaseHTTPRequestHandler
from itertools import count

import pytest

from tests.operations.test_nginx import NGINX, ask, behind_nginx

pytestmark = pytest.mark.skipif(not NGINX, reason="needs nginx")
KEPT = "public, max-age=0, s-maxage=60"  # a minute: no test waits for the end of a second
numbers = count()


class Application(BaseHTTPRequestHandler):
    """Numbers its answers; the path says which kind is asked for."""

    protocol_version = "HTTP/1.1"
    asked = count(1)

    def do_GET(self):
        encoding = self.headers.get("Accept-Encoding", "identity")
        body = f"{next(self.asked)} {encoding}".encode()
        self.send_response(410 if "gone" in self.path else 200)
        self.send_header("Cache-Control", "no-store" if "secret" in self.path else KEPT)
        self.send_header("Vary", "Accept-Encoding, Origin")
        self.send_header("ETag", f'"{encoding}"')
        if "ends" in self.path:
            self.send_header("X-Accel-Expires", f"@{int(time.time()) - 1}")
        if "cookie" in self.path:
            self.send_header("Set-Cookie", "session=1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    yield from behind_nginx(tmp_path_factory, Application)


def fresh(path):
    """An address nobody has asked for."""
    return f"{path}?n={next(numbers)}"


def twice(site, path, **more):
    return ask(site, path, **more).body, ask(site, path, **more).body


@pytest.mark.parametrize(
    "path",
    ["/", "/live/storm/", "/live/storm/changes", "/live/storm/feed.atom", "/live/gone/7/",
     "/api/v1/blogs/storm/changes/"],
)  # fmt: skip
def test_the_second_reader_is_answered_without_the_application(path, site):
    first, second = twice(site, fresh(path))
    assert first == second


@pytest.mark.parametrize("path", ["/secret", "/cookie", "/admin/desk/storm/", "/accounts/logout/"])
def test_what_is_not_for_everybody_is_not_kept(path, site):
    first, second = twice(site, fresh(path))
    assert first != second


@pytest.mark.parametrize("name", ["Cookie", "Authorization"])
@pytest.mark.parametrize("page", ["/live/storm/", "/api/v1/blogs/storm/"])
def test_somebody_known_is_answered_by_the_application_and_leaves_nothing(page, name, site):
    path = fresh(page)
    known, again = twice(site, path, headers={name: "x"})
    stranger, other = twice(site, path)
    assert len({known, again, stranger}) == 3
    assert stranger == other
    assert ask(site, path, headers={name: "x"}).body != stranger


@pytest.mark.parametrize(
    ("accepted", "kept"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0.0, gzip;q=0", "identity"),
        ("brotli, x-gzip", "identity"),
    ],
)
def test_an_encoding_is_one_of_three(accepted, kept, site):
    asked = ask(site, fresh("/"), headers={"Accept-Encoding": accepted})
    assert asked.body.decode().split()[1] == kept


def test_browsers_that_word_it_differently_share_one_answer(site):
    path = fresh("/live/storm/")
    chrome = ask(site, path, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
    firefox = ask(site, path, headers={"Accept-Encoding": "br,gzip"})
    plain = ask(site, path)
    assert chrome.body == firefox.body != plain.body


def test_another_host_has_answers_of_its_own(site):
    path = fresh("/")
    assert ask(site, path).body != ask(site, path, headers={"Host": "evil.example"}).body


def test_who_has_it_already_is_told_so_by_nginx(site):
    path = fresh("/live/storm/")
    ask(site, path)
    assert ask(site, path, headers={"If-None-Match": '"identity"'}).status == 304


def test_the_last_second_that_the_application_names_is_the_last(site):
    """nginx takes the second in which a page came for none, and would keep this for two."""
    gone, again = twice(site, fresh("/ends"))
    assert gone != again
