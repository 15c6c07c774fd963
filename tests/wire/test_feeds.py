"""Feeds are set up by chiefs, and what is said of them is checked with a sentence."""

import pytest

from liveblog import actions
from liveblog.actions.feed_fields import FORMATS
from liveblog.actions.feeds import key_digest
from liveblog.models import WireFeed
from liveblog.wire.formats import AUTO, PARSERS
from tests.cast import again
from tests.wire.arriving import arrive, feed_of


@pytest.fixture
def fields(northwire):
    return {
        "name": "Northwire English",
        "kind": "address",
        "address": "https://northwire.example/feed.xml",
        "provider": northwire.pk,
    }


@pytest.fixture
def wire_folder(settings, tmp_path):
    settings.WIRE_FOLDER = str(tmp_path / "wires")
    (tmp_path / "wires" / "northwire").mkdir(parents=True)
    return tmp_path / "wires"


def refusal(user, fields, **more):
    with pytest.raises(actions.Invalid) as caught:
        actions.create_feed(user=user, fields=fields | more)
    return {name: " ".join(texts) for name, texts in caught.value.errors.items()}


def test_a_new_feed_is_due_at_once_and_retracts_its_providers_items(fields, chi, northwire):
    feed = actions.create_feed(user=chi, fields=fields)
    assert (feed.slug, feed.interval, feed.retention_days) == ("northwire-english", 60, 30)
    assert list(feed.retracts.all()) == [northwire]
    assert feed.next_attempt_at is not None


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_only_a_chief_sets_feeds_up(fields, who, northwire, request):
    user, feed = request.getfixturevalue(who), feed_of(northwire)
    calls = [
        lambda: actions.create_feed(user=user, fields=fields),
        lambda: actions.edit_feed(user=user, feed_id=feed.pk, revision=1, fields={"name": "X"}),
        lambda: actions.set_feed_active(user=user, feed_id=feed.pk, active=False),
        lambda: actions.new_push_key(user=user, feed_id=feed.pk),
    ]
    for call in calls:
        with pytest.raises(actions.NotAllowed, match="chief"):
            call()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "empty"),
        ("slug", "a b", "letters, digits and hyphens"),
        ("kind", "satellite", "one of address, folder, push"),
        ("address", "", "Say the web address"),
        ("address", "ftp://northwire.example/", "begin with http"),
        ("address", "https://ada:secret@northwire.example/", "user name"),
        ("address", "https://northwire.example:8443/", "port 8443"),
        ("form", "pdf", "one of auto"),
        ("provider", None, "Choose one of the sources"),
        ("provider", 99_999, "Choose one of the sources"),
        ("credited", 99_999, "Choose one of the sources"),
        ("retracts", [99_999], "Choose one of the sources"),
        ("timezone", "Mars/Base", "no time zone “Mars/Base”"),
        ("timezone", "../../etc/passwd", "no time zone"),
        ("levels", {"9": 9}, "from 1"),
        ("levels", {"9": True}, "from 1"),
        ("levels", {"": 1}, "a code is empty"),
        ("services", ["eca"], "codes"),
        ("services", {"eca": ""}, "cannot be empty"),
        ("interval", 4, "from 5 to 86,400"),
        ("interval", "60", "whole number"),
        ("retention_days", 0, "from 1 to 3,650"),
    ],
)
def test_what_cannot_be_taken_is_said(fields, chi, field, value, sentence):
    assert sentence in refusal(chi, fields, **{field: value})[field]
    assert not WireFeed.objects.exists()


@pytest.mark.parametrize(
    "address", ["../elsewhere", "/etc", ".", "northwire/../..", "northwire/.taken", "link"]
)
def test_a_folder_lies_below_the_one_the_operator_named(fields, chi, wire_folder, address):
    (wire_folder / "link").symlink_to("/etc")
    told = refusal(chi, fields, kind="folder", address=address)["address"]
    assert "WIRE_FOLDER" in told or "hidden" in told


def test_without_wire_folder_there_are_no_folders(fields, chi, settings):
    settings.WIRE_FOLDER = ""
    assert "WIRE_FOLDER" in refusal(chi, fields, kind="folder", address="northwire")["address"]


def test_a_folder_is_stored_relative_and_belongs_to_one_feed(fields, chi, wire_folder):
    inside = str(wire_folder / "northwire")
    feed = actions.create_feed(user=chi, fields=fields | {"kind": "folder", "address": inside})
    assert feed.address == "northwire"
    again_ = fields | {"kind": "folder", "address": "northwire/", "name": "Another"}
    assert "Northwire English" in refusal(chi, again_)["address"]


def test_a_second_chiefs_save_is_refused_with_what_stands(fields, chi):
    feed = actions.create_feed(user=chi, fields=fields)
    actions.edit_feed(user=chi, feed_id=feed.pk, revision=1, fields={"name": "Northwire World"})
    with pytest.raises(actions.Stale) as caught:
        actions.edit_feed(user=chi, feed_id=feed.pk, revision=1, fields={"name": "Mine"})
    assert caught.value.current["name"] == "Northwire World"
    assert caught.value.current["provider"] == feed.provider_id
    assert caught.value.revision == 2


def test_another_address_starts_over(fields, chi):
    feed = actions.create_feed(user=chi, fields=fields)
    WireFeed.objects.update(etag='"1"', last_modified="x", attempts=3, error="It is away.")
    actions.edit_feed(
        user=chi, feed_id=feed.pk, revision=1, fields={"address": "https://northwire.example/2"}
    )
    feed = again(feed)
    assert (feed.etag, feed.last_modified, feed.attempts, feed.error) == ("", "", 0, "")


def test_a_feed_keeps_its_provider_once_items_have_come(chi, northwire, coastal):
    feed = feed_of(northwire)
    arrive(feed)
    with pytest.raises(actions.Invalid, match="make another feed"):
        actions.edit_feed(user=chi, feed_id=feed.pk, revision=1, fields={"provider": coastal.pk})


def test_what_a_feed_retracts_is_chosen(chi, northwire, coastal):
    feed = feed_of(northwire)
    fields = {"retracts": [coastal.pk, northwire.pk]}
    actions.edit_feed(user=chi, feed_id=feed.pk, revision=1, fields=fields)
    assert set(feed.retracts.all()) == {northwire, coastal}


def test_a_paused_feed_rests_and_goes_on_at_once(fields, chi):
    feed = actions.create_feed(user=chi, fields=fields)
    actions.set_feed_active(user=chi, feed_id=feed.pk, active=False)
    assert not again(feed).is_active
    actions.set_feed_active(user=chi, feed_id=feed.pk, active=True)
    assert again(feed).is_active


def test_a_key_is_shown_once_and_ends_the_one_before(chi, northwire):
    feed = feed_of(northwire, kind="push")
    _, first = actions.new_push_key(user=chi, feed_id=feed.pk)
    _, second = actions.new_push_key(user=chi, feed_id=feed.pk)
    assert first != second
    assert again(feed).key_digest == key_digest(second)
    assert second not in str(vars(again(feed)))


def test_only_a_feed_that_is_sent_to_us_has_a_key(fields, chi):
    feed = actions.create_feed(user=chi, fields=fields)
    with pytest.raises(actions.WrongState, match="sends to us"):
        actions.new_push_key(user=chi, feed_id=feed.pk)


def test_what_happens_to_feeds_is_in_the_log(
    fields, chi, caplog, django_capture_on_commit_callbacks
):
    caplog.set_level("INFO", "newsroom.security")
    with django_capture_on_commit_callbacks(execute=True):
        feed = actions.create_feed(user=chi, fields=fields | {"kind": "push"})
        _, key = actions.new_push_key(user=chi, feed_id=feed.pk)
    assert "feed.created" in caplog.text
    assert "key.created" in caplog.text
    assert key not in caplog.text


def test_the_formats_are_those_that_are_read():
    assert [AUTO, *PARSERS] == FORMATS
