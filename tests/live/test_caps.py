"""How many streams there may be."""

import pytest
from django.test import RequestFactory

from liveblog.live.limits import RESERVED_FILES, limits_from_settings
from liveblog.live.questions import address_of


def events(blog):
    return f"/live/{blog.slug}/events"


def test_a_stream_too_many_is_asked_to_come_back(live_with, blog):
    live = live_with(streams=2)
    live.follow(blog), live.follow(blog)
    stream = live.open(events(blog))
    assert stream.status == 503
    assert 5 <= int(stream.headers["retry-after"]) <= 30


def test_whoever_leaves_makes_room(live_with, blog):
    live = live_with(streams=1)
    live.follow(blog).close()
    assert live.follow(blog).status == 200


def test_what_was_refused_takes_no_place(live_with, blog):
    live = live_with(streams=1)
    for _ in range(3):
        assert live.open(events(blog) + "-unknown").status == 299
        live.open("/live/unknown/events").close()
    assert live.follow(blog).status == 200


def test_one_address_cannot_take_every_place(live_with, blog):
    live = live_with(streams_per_address=1)
    live.follow(blog, client="203.0.113.7")
    assert live.open(events(blog), client="203.0.113.7").status == 503
    assert live.follow(blog, client="203.0.113.8").status == 200


def test_a_proxy_that_names_nobody_is_not_taken_for_one_reader(live_with, blog, settings):
    settings.TRUSTED_PROXIES = ["10.0.0.1"]
    live = live_with(streams_per_address=1)
    live.follow(blog, client="10.0.0.1")
    assert live.follow(blog, client="10.0.0.1").status == 200


@pytest.mark.parametrize(
    ("connection", "forwarded", "address"),
    [
        ("203.0.113.7", None, "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.2.3.4", "198.51.100.1"),
        ("10.0.0.1", None, None),
        ("10.0.0.1", "unknown", None),
        ("10.0.0.1", "10.0.0.2, 10.0.0.3", None),
        ("", "198.51.100.1", None),
        ("::ffff:203.0.113.7", None, "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", None, "2001:db8:1:2::/64"),
    ],
)
def test_only_trusted_proxies_say_who_is_asking(settings, connection, forwarded, address):
    settings.TRUSTED_PROXIES = ["10.0.0.0/8", "not an address"]
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR=connection, headers=headers)
    assert address_of(request) == address


def test_the_operator_sets_the_caps(settings):
    settings.NEWSROOM_MAX_STREAMS = 700
    settings.NEWSROOM_MAX_STREAMS_PER_ADDRESS = 7
    limits = limits_from_settings()
    assert (limits.streams, limits.streams_per_address) == (700, 7)


def test_streams_leave_descriptors_for_the_pages(settings, monkeypatch):
    settings.NEWSROOM_MAX_STREAMS = 12_000
    monkeypatch.setattr("liveblog.live.limits.open_files", lambda: 1024)
    assert limits_from_settings().streams == 1024 - RESERVED_FILES
