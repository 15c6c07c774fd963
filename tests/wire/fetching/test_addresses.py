"""Feeds with an address: what the worker asks, stores, and says of how it goes."""

import gzip
from datetime import timedelta
from functools import partial

import pytest

from liveblog.actions.feed_polling import LONGEST_PAUSE, pause_after
from liveblog.inbox.asked import Asked
from liveblog.inbox.chains import listed
from liveblog.models import WireFeed, WireItem, WireMessage
from liveblog.outbound import fetch
from tests.cast import again
from tests.wire import files
from tests.wire.fetching.conftest import XML, later

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_an_address_has_is_stored_and_the_next_look_planned(feed, look):
    (brought,) = look()
    feed = again(feed)
    assert (brought.new, brought.known, brought.error) == (1, 0, "")
    assert WireItem.objects.get().headline == "Ferries suspended"
    assert (feed.lease, feed.leased_until, feed.attempts, feed.error) == ("", None, 0, "")
    assert feed.succeeded_at == feed.tried_at
    assert feed.next_attempt_at == feed.succeeded_at + timedelta(seconds=60)
    assert feed.item_at is not None
    assert feed.lag_seconds > 0


def test_a_feed_is_not_asked_before_it_is_due_nor_while_it_is_paused(feed, look, site):
    look()
    assert look() == []
    WireFeed.objects.update(is_active=False)
    with later():
        assert look() == []
    assert len(site.seen) == 1


def test_an_unchanged_feed_is_asked_conditionally_and_that_is_a_success(feed, look, site):
    modified = "Mon, 02 Mar 2026 21:34:10 GMT"
    site.pages["/feed"] = (
        200,
        {**XML, "ETag": '"1"', "Last-Modified": modified},
        site.pages["/feed"][2],
    )
    look()
    site.pages["/feed"] = (304, {"ETag": '"1"'}, b"")
    with later():
        (brought,) = look()
    assert site.asked[1]["If-None-Match"] == '"1"'
    assert site.asked[1]["If-Modified-Since"] == modified
    assert (brought.new, brought.error) == (0, "")
    feed = again(feed)
    assert (feed.etag, feed.last_modified, feed.error) == ('"1"', modified, "")
    assert feed.succeeded_at > feed.item_at


def test_the_same_bytes_are_not_read_again(feed, look, monkeypatch):
    look()
    monkeypatch.setattr("liveblog.wire.reader.Reader.read", None)
    with later():
        (brought,) = look()
    assert (brought.new, brought.known, brought.error) == (0, 0, "")
    assert WireMessage.objects.count() == 1


def test_a_new_item_comes_beside_those_known(feed, look, site):
    look()
    second = "<item><title>Harbour open</title><guid>nw-1043</guid></item>"
    first = files.rss().partition("<item>")[2].partition("</item>")[0]
    site.pages["/feed"] = (200, XML, files.rss(f"<item>{first}</item>", second).encode())
    with later():
        (brought,) = look()
    assert (brought.new, brought.known) == (1, 1)


def test_what_stands_on_top_of_a_feed_stands_on_top_of_the_inbox(feed, look, site):
    hours = (12, 11, 11, 10)
    items = [
        f"<item><title>{place}</title><guid>nw-{place}</guid>"
        f"<pubDate>Mon, 02 Mar 2026 {hour}:00:00 GMT</pubDate></item>"
        for place, hour in enumerate(hours, start=1)
    ]
    site.pages["/feed"] = (200, XML, files.rss(*items).encode())
    look()
    chains, _ = listed(Asked())
    assert [chain.newest.headline for chain in chains] == ["1", "2", "3", "4"]


def test_a_feed_that_fails_rests_longer_each_time_and_recovers(feed, look, site):
    good = site.pages["/feed"]
    site.pages["/feed"] = (500, {}, b"")
    for attempts in (1, 2, 3):
        with later(3600 * attempts):
            assert "answered 500" in look()[0].error
            feed = again(feed)
            rest = feed.next_attempt_at - feed.tried_at
        assert (feed.attempts, rest) == (attempts, pause_after(attempts, timedelta(seconds=60)))
        assert feed.succeeded_at is None
    site.pages["/feed"] = good
    with later(3600 * 5):
        look()
    feed = again(feed)
    assert (feed.attempts, feed.error) == (0, "")


def test_the_pause_doubles_up_to_a_ceiling():
    minute = timedelta(seconds=60)
    pauses = [pause_after(n, minute) for n in (1, 2, 3, 4, 40, 4000)]
    assert pauses == [minute, 2 * minute, 4 * minute, *[LONGEST_PAUSE] * 3]
    assert pause_after(9, timedelta(hours=2)) == timedelta(hours=2)


@pytest.mark.parametrize("status", [429, 503])
def test_the_wait_an_agency_asks_for_is_kept(feed, look, site, status):
    site.pages["/feed"] = (status, {"Retry-After": "1800"}, b"")
    look()
    feed = again(feed)
    assert feed.next_attempt_at - feed.tried_at == timedelta(seconds=1800)


def test_a_redirect_is_followed(feed, look, site):
    site.pages["/new"] = site.pages["/feed"]
    site.redirects("/feed", "/new", status=301)
    assert look()[0].new == 1


def test_what_is_packed_is_unpacked(feed, look, site):
    packed = gzip.compress(files.rss().encode())
    site.pages["/feed"] = (200, {**XML, "Content-Encoding": "gzip"}, packed)
    assert look()[0].new == 1


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ((200, {"Content-Type": "text/html"}, b"<html><body>Sign in</body></html>"), "no format"),
        ((200, XML, b"<rss><channel><item>"), "anything to read"),
        ((200, XML, b""), "empty"),
        ((200, XML, b"x" * (5 * 1024 * 1024 + 1)), "larger than 5,120 kB"),
        ((200, {**XML, "Content-Encoding": "gzip"}, b"not packed"), "cannot be unpacked"),
        ((404, {}, b""), "answered 404"),
    ],
)
def test_what_is_no_feed_is_said_and_tried_again(feed, look, site, answer, sentence):
    good = site.pages["/feed"]
    site.pages["/feed"] = answer
    assert sentence in look()[0].error
    assert sentence in again(feed).error
    assert not WireItem.objects.exists()
    site.pages["/feed"] = good
    with later():
        assert look()[0].new == 1


@pytest.mark.parametrize(
    "answer",
    [
        files.rss(" ").encode(),
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Northwire</title></feed>',
        b"[]",
        b'{"items": []}',
        b'{"data": {"items": []}}',
        b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet/></newsMessage>',
    ],
)
def test_an_agency_that_has_nothing_just_now_has_not_failed(feed, look, site, answer):
    good = site.pages["/feed"]
    site.pages["/feed"] = (200, XML, answer)
    (brought,) = look()
    feed = again(feed)
    assert (brought.new, brought.error, feed.error, feed.attempts) == (0, "", "", 0)
    assert feed.next_attempt_at - feed.tried_at == timedelta(seconds=60)
    site.pages["/feed"] = good
    with later():
        assert look()[0].new == 1


def test_an_encoding_that_only_the_server_names_is_read(feed, look, site):
    words = "Паромы не ходят"
    xml = files.rss(f"<item><title>{words}</title><guid>nw-9</guid></item>")
    said = {"Content-Type": 'application/rss+xml; charset="Windows-1251"'}
    site.pages["/feed"] = (200, said, xml.partition("?>")[2].encode("cp1251"))
    look()
    assert WireItem.objects.get().headline == words


def test_an_answer_that_never_ends_is_cut(feed, look, endless, monkeypatch):
    hurried = partial(fetch, seconds=0.3)
    monkeypatch.setattr("liveblog.wire.looking.fetch", hurried)
    assert "took too long" in look()[0].error


def test_an_address_inside_our_network_is_not_asked(feed, look, site, canary):
    site.redirects("/feed", canary.url("/"))
    look()
    assert again(feed).error
    assert canary.seen == []
