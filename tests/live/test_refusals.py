"""What is answered instead of a stream, and how."""

import pytest

from liveblog import actions
from tests.cast import again


def events(slug):
    return f"/live/{slug}/events"


@pytest.fixture
def withdrawn_blog(blog, chi):
    return actions.withdraw_blog(user=chi, blog_id=blog.pk)


def test_a_planned_blog_answers_like_one_that_never_was(live, planned_blog):
    planned = live.open(events(planned_blog.slug))
    unknown = live.open(events("nobody-ever-wrote-this"))
    assert planned.status == unknown.status == 404
    assert (planned.headers, planned.body) == (unknown.headers, unknown.body)


@pytest.mark.parametrize("slug", ["a b", "%00", "\x00", "x" * 161, "'; DROP", "\ud800", "..", "%"])
def test_what_is_no_slug_answers_like_one_that_never_was(live, slug):
    assert live.open(events(slug)).status == 404


def test_a_withdrawn_blog_is_gone(live, withdrawn_blog):
    stream = live.open(events(withdrawn_blog.slug))
    assert (stream.status, stream.body) == (410, "This live blog is no longer available.\n")


def test_a_withdrawn_blog_is_gone_for_who_comes_with_a_cursor(live, blog, chi):
    reader = live.follow(blog)
    actions.withdraw_blog(user=chi, blog_id=blog.pk)
    assert "retry" in reader.body
    assert live.open(f"{events(blog.slug)}?since=0").status == 410


def test_a_former_address_leads_to_the_present_one(live, blog, ada):
    fields = {"slug": "sturm-über-dem-hafen"}
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=blog.revision, fields=fields)
    stream = live.open(f"{events(blog.slug)}?since=3")
    assert stream.status == 307
    assert stream.headers["location"] == "/live/sturm-%C3%BCber-dem-hafen/events?since=3"
    assert live.follow(again(blog), since=3).status == 200


def test_a_redirect_cannot_be_made_to_carry_another_header(live, blog, ada):
    fields = {"slug": "day-two"}
    actions.edit_blog(user=ada, blog_id=blog.pk, revision=blog.revision, fields=fields)
    stream = live.open(f"{events(blog.slug)}?x=\r\nSet-Cookie: a=b")
    assert "\r" not in stream.headers["location"]
    assert "\n" not in stream.headers["location"]


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "BREW"])
@pytest.mark.parametrize("slug", ["storm-hits-the-harbour-jan-5", "unknown"])
def test_only_get_is_answered(live, blog, method, slug):
    stream = live.open(events(slug), method=method)
    assert (stream.status, stream.headers["allow"]) == (405, "GET")


def test_asking_permission_across_origins_is_for_django(live, blog):
    asking = [(b"origin", b"https://b.example"), (b"access-control-request-method", b"GET")]
    assert live.open(events(blog.slug), method="OPTIONS", headers=asking).status == 299


@pytest.mark.parametrize(
    "path", ["/", "/live/a/", "/live/a/changes", "/live/a/events/", "/live/a/b/events", "/events"]
)
def test_everything_else_is_for_django(live, path):
    stream = live.open(path)
    assert (stream.status, stream.body) == (299, path)


def test_http_is_for_django_where_only_https_is_served(live, blog, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert live.open(events(blog.slug)).status == 299
    assert live.follow(blog, scheme="https").status == 200


@pytest.mark.parametrize("host", [b"evil.example", b"", b"testserver@evil.example"])
def test_a_host_that_is_not_ours_is_refused(live, blog, host):
    stream = live.open(events(blog.slug), host=host)
    assert (stream.status, stream.body) == (400, "This site does not answer to that host name.\n")


@pytest.mark.parametrize("query", ["", "?since=x", "?since=0"])
@pytest.mark.parametrize("slug", ["storm-hits-the-harbour-jan-5", "unknown"])
def test_every_answer_has_the_headers_of_the_site(live, blog, slug, query):
    headers = live.open(events(slug) + query).headers
    assert headers["x-set"] == "1"
    assert headers["access-control-allow-origin"] == "*"
    assert "no-store" in headers["cache-control"]


def test_a_stream_is_an_event_stream_that_no_proxy_collects(live, blog):
    headers = live.follow(blog).headers
    assert headers["content-type"] == "text/event-stream"
    assert headers["x-accel-buffering"] == "no"
    assert "no-transform" in headers["cache-control"]


def test_what_goes_wrong_while_joining_is_asked_to_be_tried_again(live, blog, monkeypatch, caplog):
    monkeypatch.setattr("liveblog.live.reads.find", broken)
    stream = live.open(events(blog.slug))
    assert stream.status == 503
    assert int(stream.headers["retry-after"]) > 0
    assert "secret" not in stream.body
    assert "A stream cannot be joined." in caplog.text


def broken(slug):
    raise RuntimeError("a secret detail")
