"""Every response carries the security headers; which policy, its path decides (SR-11)."""

import pytest
from django.test import Client

from liveblog import frames

pytestmark = [pytest.mark.urls("tests.newsroom.headers_site"), pytest.mark.django_db]

EVERYWHERE = [
    "/",
    "/no/such/page/",
    "/fails/",
    "/whoami",  # redirected to /whoami/
    "/admin/",  # redirected to the login
    "/admin/login/",
    "/static/admin/css/base.css",
    "/static/none.css",
    "/media/picture.jpg",
    "/live/war/changes",
    "/api/v1/blogs/",
]


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_response_has_the_headers(client, path):
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] in ("same-origin", "cross-origin")
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_refused_host_has_the_headers_too(client):
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "Content-Security-Policy" in response.headers


def test_a_public_page_trusts_its_own_files_and_nothing_else(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert policy == (
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; "
        f"frame-src {' '.join(frames.HOSTS)}; "
        "img-src 'self'; script-src 'self'; style-src 'self'"
    )


def test_only_public_pages_have_frames_and_of_named_hosts_alone(client):
    assert all(host.startswith("https://") and "*" not in host for host in frames.HOSTS)
    for path in ("/admin/login/", "/media/picture.jpg", "/api/docs/"):
        assert "frame-src" not in client.get(path).headers["Content-Security-Policy"]


def test_an_uploaded_file_runs_nothing(client):
    policy = client.get("/media/picture.jpg").headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; frame-ancestors 'none'; sandbox"


def test_the_admin_names_the_editors_import_map_by_digest(client):
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/live/war/changes", "/live/war/events", "/api/v1/blogs/"])
def test_what_partners_read_is_open_to_any_origin_without_cookies(client, path):
    headers = client.get(path, headers={"origin": "https://outlet.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/live/war/changes", "/api/v1/sources/"])
def test_a_proxy_may_give_the_answer_of_who_named_no_origin_to_who_does(client, path):
    """deploy/nginx keeps one for both, whatever `Vary` says: they are the same bytes."""
    anybody, outlet = (
        {
            name.lower(): value
            for name, value in client.get(path, headers=sent).headers.items()
            if name.lower().startswith("access")
        }
        for sent in ({}, {"origin": "https://outlet.example"})
    )
    assert anybody == outlet != {}


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/live/war/embed/"])
def test_other_pages_are_closed_to_other_origins(client, path):
    headers = client.get(path, headers={"origin": "https://outlet.example"}).headers
    assert "Access-Control-Allow-Origin" not in headers


def test_a_partners_preflight_may_send_a_key_but_not_write(client):
    response = client.options(
        "/api/v1/blogs/",
        headers={"origin": "https://outlet.example", "access-control-request-method": "GET"},
    )
    assert "authorization" in response.headers["Access-Control-Allow-Headers"]
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["/static/embed.js", "/media/picture.jpg", "/live/war/embed/"])
def test_what_other_sites_embed_may_be_loaded_by_them(client, path):
    assert client.get(path).headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/accounts/none/"])
def test_nothing_of_the_editors_is_stored_by_a_cache(client, path):
    assert client.get(path).headers["Cache-Control"] == "private, no-store"


def test_an_error_tells_nothing_about_itself(client):
    response = client.get("/fails/")
    assert response.status_code == 500
    assert b"a secret detail" not in response.content


def test_https_is_announced_for_two_years_once_the_site_has_it(client, settings):
    assert "Strict-Transport-Security" not in client.get("/").headers
    settings.SECURITY_HEADERS = settings.SECURITY_HEADERS | {
        "Strict-Transport-Security": "max-age=63072000"
    }
    assert client.get("/").headers["Strict-Transport-Security"] == "max-age=63072000"
