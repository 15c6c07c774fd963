"""Feeds that want to be shown something: to whom it is sent, and to whom never."""

import pytest

from liveblog.inbox.pictures import add_pictures
from liveblog.models import WireItem
from liveblog.outbound import OutboundError
from liveblog.wire.credentials import IN_CLEAR, headers_for
from tests.cast import again, draft_entry
from tests.outbound.sites import Site, running
from tests.wire.fetching.conftest import later

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = {"X-Api-Key": "s3cret"}


@pytest.fixture
def secret(feed, settings):
    settings.NEWSROOM_WIRE_HEADERS = {feed.slug: SECRET}


@pytest.fixture
def elsewhere(site, settings):
    """Another server that may be asked, but is not this agency's."""
    with running(Site()) as other:
        settings.NEWSROOM_OUTBOUND_ALLOW = [site.host, other.host]
        yield other


def test_the_feeds_own_server_is_shown_them(feed, look, site, secret):
    (brought,) = look()
    assert (brought.new, brought.error) == (1, "")
    assert site.asked[0]["X-Api-Key"] == "s3cret"


def test_a_feed_without_any_shows_nothing(feed, look, site, settings):
    settings.NEWSROOM_WIRE_HEADERS = {"another": SECRET}
    look()
    assert "X-Api-Key" not in site.asked[0]


def test_a_redirect_elsewhere_does_not_get_them(feed, look, site, secret, elsewhere):
    elsewhere.pages["/feed"] = site.pages["/feed"]
    site.pages["/feed"] = (302, {"Location": elsewhere.url("/feed")}, b"")
    (brought,) = look()
    assert brought.new == 1
    assert "X-Api-Key" in site.asked[0]
    assert "X-Api-Key" not in elsewhere.asked[0]


def test_they_are_never_sent_in_clear(feed, secret, settings):
    settings.NEWSROOM_OUTBOUND_ALLOW = []
    feed.address = "http://wires.example.net/feed"
    with pytest.raises(OutboundError, match="not sent without encryption"):
        headers_for(feed, feed.address)
    feed.address = "https://wires.example.net/feed"
    assert headers_for(feed, "https://WIRES.example.net:443/picture") == SECRET


@pytest.mark.parametrize(
    "url",
    [
        "https://wires.example.net.evil.example/",
        "https://wires.example.net:8443/",
        "http://wires.example.net/",
        "https://wires.example.net@evil.example/",
        "https://[/",
        "",
    ],
)
def test_another_origin_is_shown_nothing(feed, secret, url):
    feed.address = "https://wires.example.net/feed"
    assert headers_for(feed, url) == {}


def test_a_feed_that_would_send_them_in_clear_says_so(feed, look, secret, settings):
    settings.NEWSROOM_OUTBOUND_ALLOW = []
    look()
    assert again(feed).error == IN_CLEAR


def test_its_pictures_are_asked_with_them_and_others_without(
    feed, look, site, secret, elsewhere, blog, ada
):
    look()
    item = WireItem.objects.get()
    for where in (site, elsewhere):
        where.pages["/picture"] = (404, {}, b"")
    item.media = [{"kind": "picture", "url": where.url("/picture")} for where in (site, elsewhere)]
    with later():
        add_pictures(ada, draft_entry(blog, ada), item)
    assert site.asked[-1]["X-Api-Key"] == "s3cret"
    assert "X-Api-Key" not in elsewhere.asked[-1]


def test_the_feeds_page_names_them_and_never_shows_them(client, chi, feed, secret):
    client.force_login(chi)
    page = client.get(f"/admin/liveblog/wirefeed/{feed.pk}/change/").content.decode()
    assert "X-Api-Key" in page
    assert "s3cret" not in page
