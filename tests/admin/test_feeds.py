"""Feeds in the admin: chiefs set them up, editors see how they do."""

import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from liveblog.actions.feeds import key_digest
from liveblog.admin.feed_admin import without_secrets
from liveblog.admin.feed_health import health_of
from liveblog.models import WireFeed, WireMessage
from tests.admin.desk import change_url
from tests.cast import again
from tests.wire.arriving import feed_of

ADD, LIST = reverse("admin:liveblog_wirefeed_add"), reverse("admin:liveblog_wirefeed_changelist")
ADDRESS = "https://northwire.example/feed?key=opensesame"
SILENT = "Nobody has looked for 10 minutes although it is due: is manage.py worker running?"
NOW = datetime(2026, 3, 2, 22, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def feed(northwire):
    return feed_of(northwire, kind="address", address=ADDRESS, levels={"9": 5})


def test_chi_adds_a_feed(chis, northwire, coastal):
    page = chis.open(ADD).press(
        name="Northwire English", provider=str(northwire.pk), address=ADDRESS,
        levels="9 = 5\nx=1", services="eca = Economy", timezone="Europe/Helsinki",
        retracts="northwire\nThe Coastal Press",
    )  # fmt: skip
    feed = WireFeed.objects.get()
    assert page.url == change_url(feed)
    assert (feed.slug, feed.interval, feed.retention_days) == ("northwire-english", 60, 30)
    assert (feed.levels, feed.services) == ({"9": 5, "x": 1}, {"eca": "Economy"})
    assert set(feed.retracts.all()) == {northwire, coastal}


def test_a_new_feed_retracts_its_providers_items_if_nothing_is_said(chis, northwire):
    chis.open(ADD).press(name="Northwire", provider=str(northwire.pk), address=ADDRESS)
    assert list(WireFeed.objects.get().retracts.all()) == [northwire]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "The name cannot be empty."),
        ({"provider": ""}, "Choose one of the sources."),
        ({"address": "northwire"}, "begin with http"),
        ({"levels": "9"}, "Write “9” as “code = meaning”."),
        ({"levels": "9 = hot"}, "must mean a level from 1"),
        ({"retracts": "Nobody"}, "There is no source “Nobody”."),
        ({"timezone": "Mars"}, "There is no time zone “Mars”"),
        ({"interval": "1"}, "from 5 to 86,400"),
        ({"kind": "folder", "address": "../x"}, "WIRE_FOLDER"),
    ],
)
def test_a_feed_is_refused_with_everything_typed_still_there(chis, feed, typed, sentence):
    page = chis.open(change_url(feed)).press(services="eca = Economy", **typed)
    assert sentence in page
    assert page.form.values["services"] == "eca = Economy"
    assert again(feed).revision == feed.revision


def test_a_saved_form_changes_only_what_was_typed(chis, feed, northwire):
    chis.open(change_url(feed)).press(name="Northwire World")
    changed = again(feed)
    assert (changed.name, changed.levels, changed.address) == ("Northwire World", {"9": 5}, ADDRESS)
    assert list(changed.retracts.all()) == [northwire]


def test_a_second_chiefs_save_shows_what_stands(chis, feed, northwire, coastal):
    page = chis.open(change_url(feed))
    WireFeed.objects.update(revision=2, name="Northwire World", levels={"1": 1})
    feed.retracts.add(coastal)
    refused = page.press(name="Mine")
    assert refused.status == 409
    assert "Northwire World" in refused
    assert "1 = 1" in refused
    assert "Coastal Press" in refused


def test_the_same_form_sent_twice_is_saved_once(chis, feed):
    page = chis.open(change_url(feed))
    page.press(name="Northwire World")
    assert "Saved already." in page.press(name="Northwire World")


def test_an_editor_looks_and_changes_nothing(adas, feed):
    page = adas.open(change_url(feed))
    assert page.status == 200
    assert page.form is None
    assert "https://northwire.example/feed?…" in page
    assert "opensesame" not in page
    for verb in ("pause", "key"):
        assert adas.do(feed, verb).status == 403
    assert adas.open(ADD).status == 403


def test_a_reporter_does_not_know_of_feeds(bens, feed):
    assert bens.open(LIST).status == 403
    assert bens.open(change_url(feed)).status == 404


def test_a_feed_is_paused_and_goes_on(chis, feed):
    chis.do(feed, "pause")
    assert not again(feed).is_active
    assert "Paused." in chis.open(LIST)
    chis.do(feed, "resume")
    assert again(feed).is_active


def test_a_key_is_shown_once(chis, northwire):
    feed = feed_of(northwire, slug="northwire-sends")
    page = chis.verb(feed, "key").press()
    key = re.search(r"[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}", page.html)[0]
    assert key_digest(key) == again(feed).key_digest
    assert "/api/v1/wires/northwire-sends/" in page
    assert key not in chis.open(change_url(feed))


def test_loading_the_page_of_a_key_anew_does_not_end_it(chis, northwire):
    feed = feed_of(northwire)
    asked = chis.verb(feed, "key")
    asked.press()
    kept = again(feed).key_digest
    assert asked.press().status == 409
    assert again(feed).key_digest == kept


def test_the_last_files_say_what_was_refused_in_them(adas, feed):
    WireMessage.objects.create(
        feed=feed, name="x", digest="1", size=9, raw=b"", received_at=timezone.now(),
        refused=[{"guid": "nw-1", "why": "It has <b>no</b> text."}],
    )  # fmt: skip
    page = adas.open(change_url(feed))
    assert "nw-1: It has &lt;b&gt;no&lt;/b&gt; text." in page.html


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "It waits for its first look."),
        ({"is_active": False}, "Paused. No item has come yet."),
        ({"kind": "push"}, "Nothing can be sent yet: make its key."),
        ({"kind": "push", "key_digest": "x"}, "Nothing has been sent yet."),
        ({"tried": 12}, "Last asked 12 seconds ago; no item has come yet."),
        (
            {"tried": 12, "item": 180, "lag_seconds": 40},
            "Last asked 12 seconds ago; last new item 3 minutes ago, 40 seconds behind the agency.",
        ),
        ({"kind": "push", "tried": 12, "item": 12},
         "Sent to us 12 seconds ago; last new item 12 seconds ago."),
        (
            {"tried": 12, "succeeded": 600, "error": "Away.", "next": 240},
            "Failing: Away. It last worked 10 minutes ago; the next look is in 4 minutes.",
        ),
        ({"tried": 12, "error": "It is away.", "next": 240},
         "Failing: It is away. It never worked; the next look is in 4 minutes."),
        ({"kind": "push", "tried": 12, "succeeded": 60, "error": "It is empty."},
         "The last file was refused: It is empty. It last worked 1 minute ago."),
        (
            {"tried": 900, "next": -600},
            f"Last asked 15 minutes ago; no item has come yet. {SILENT}",
        ),
    ],
)  # fmt: skip
def test_how_a_feed_does_is_one_sentence(fields, said):
    moments = {"tried": "tried_at", "succeeded": "succeeded_at", "item": "item_at"}
    row = {
        moments.get(name, name): NOW - timedelta(seconds=value) if name in moments else value
        for name, value in fields.items()
        if name != "next"
    }
    if "next" in fields:
        row["next_attempt_at"] = NOW + timedelta(seconds=fields["next"])
    assert health_of(WireFeed(**row), NOW) == said


@pytest.mark.parametrize(
    ("address", "shown"),
    [(ADDRESS, "https://northwire.example/feed?…"), ("northwire/in", "northwire/in"),
     ("https://northwire.example/feed", "https://northwire.example/feed")],
)  # fmt: skip
def test_keys_in_an_address_are_not_shown_to_everybody(address, shown):
    assert without_secrets(address) == shown
