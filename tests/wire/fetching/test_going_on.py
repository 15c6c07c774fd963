"""Nothing waits for an agency, and nothing is lost when something dies or is changed meanwhile."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, WireFeed, WireItem, WireMessage
from liveblog.wire import intake
from liveblog.wire.fetching import Fetching
from liveblog.worker import Stop, Worker
from tests.browser.site import ROOT, database_url
from tests.cast import again
from tests.wire import files
from tests.wire.arriving import feed_of
from tests.wire.fetching.conftest import XML, later
from tests.worker.test_process import due

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_slow_agency_delays_nothing_that_is_due(feed, blog, ada, endless):
    with Stop() as stop:
        worker = Worker("worker-1", stop)
        worker.round()
        assert not worker._wires.looks[0].is_over
        due(blog, ada)
        worker.round()
        assert Entry.objects.public().count() == 1
        worker._wires.let_go()
    assert again(feed).lease == ""


def test_a_feed_another_worker_looks_at_is_left_alone(feed, look, site):
    until = timezone.now() + timedelta(seconds=30)
    WireFeed.objects.update(lease="worker-2", leased_until=until)
    assert look() == []
    assert site.seen == []


def test_what_a_look_finds_at_an_address_that_was_changed_is_dropped(feed, chi):
    fetching = Fetching()
    fetching.step()
    fetching.looks[0].thread.join()
    fields = {"address": "https://northwire.example/2"}
    actions.edit_feed(user=chi, feed_id=feed.pk, revision=1, fields=fields)
    WireFeed.objects.update(next_attempt_at=None)
    fetching.finish()
    assert not WireItem.objects.exists()


def test_one_item_that_cannot_be_stored_does_not_lose_those_after_it(feed, look, monkeypatch, site):
    first = "<item><title>Harbour open</title><guid>nw-1</guid></item>"
    second = "<item><title>Harbour closed</title><guid>nw-2</guid></item>"
    site.pages["/feed"] = (200, XML, files.rss(first, second).encode())
    real = actions.receive

    def receive(**options):
        if options["fields"]["guid"] == "nw-1":
            raise ValueError("odd")
        return real(**options)

    monkeypatch.setattr(actions, "receive", receive)
    (brought,) = look()
    assert (brought.new, brought.refused) == (1, [f"nw-1: {intake.NOT_STORED}"])
    assert WireMessage.objects.get().refused == [{"guid": "nw-1", "why": intake.NOT_STORED}]


def test_a_flash_does_not_wait_for_another_agencys_thousand_items(feed, site, coastal):
    many = [f"<item><title>Pier {n}</title><guid>nw-{n}</guid></item>" for n in range(30)]
    site.pages["/feed"] = (200, XML, files.rss(*many).encode())
    site.pages["/hot"] = (200, XML, files.rss().encode())
    soon = timezone.now() + timedelta(microseconds=1)
    feed_of(coastal, kind="address", address=site.url("/hot"), next_attempt_at=soon)
    order, real = [], actions.receive

    def receive(**options):
        order.append(options["feed"].provider_id)
        return real(**options)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(actions, "receive", receive)
        fetching = Fetching()
        fetching.step()
        for begun in fetching.looks:
            begun.thread.join()
        fetching.finish()
    assert len(order) == 31
    assert order.index(coastal.pk) < 3


def test_when_the_database_goes_away_in_mid_file_nothing_is_left_out(feed, monkeypatch):
    real, away = actions.receive, [True]

    def receive(**options):
        if away:
            away.pop()
            raise OperationalError("server closed the connection")
        return real(**options)

    monkeypatch.setattr(actions, "receive", receive)
    fetching = Fetching()
    with pytest.raises(OperationalError):
        fetching.finish()
    fetching.finish()
    assert WireItem.objects.count() == 1


def test_a_file_that_a_worker_died_over_is_gone_on_with(feed, look, site):
    """Also when the agency's address has other items by now."""
    intake.kept(feed, "feed.xml", files.rss().encode())
    site.pages["/feed"] = (304, {}, b"")
    with later():
        assert sum(brought.new for brought in look()) == 1
    assert WireMessage.objects.get().taken_at is not None


DIES = """
import os
import django
django.setup()
from liveblog import actions
from liveblog.wire.fetching import Fetching
real, stored = actions.receive, []
def receive(**options):
    if stored:
        os._exit(9)
    stored.append(real(**options))
    return stored[0]
actions.receive = receive
Fetching().finish()
"""


def test_a_worker_that_is_killed_between_two_items_leaves_none_out(feed, look, site):
    items = [f"<item><title>Pier {n}</title><guid>nw-{n}</guid></item>" for n in range(3)]
    site.pages["/feed"] = (200, XML, files.rss(*items).encode())
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TEST_DATABASE_URL": database_url(connection.settings_dict),
        "OUTBOUND_ALLOW": site.host,
    }
    died = subprocess.run([sys.executable, "-c", DIES], cwd=ROOT, env=environment, check=False)
    assert (died.returncode, WireItem.objects.count()) == (9, 1)
    site.pages["/feed"] = (304, {}, b"")  # the agency has nothing new to say
    with later():
        assert sum(brought.new for brought in look()) == 2
    assert again(feed).error == ""


def test_also_what_was_pushed_or_has_been_paused_is_gone_on_with(northwire, look):
    feed = feed_of(northwire, kind="push", is_active=False)
    intake.kept(feed, "sent", files.ninjs().encode())
    with later():
        assert look()[0].new == 1
        assert look() == []
    assert again(feed).lease == ""


def test_a_file_that_cannot_be_read_is_not_gone_on_with_for_ever(northwire, look):
    feed = feed_of(northwire, kind="push")
    intake.kept(feed, "sent", b"hello")
    with later():
        assert "no format" in look()[0].refused[0]
        assert look() == []
    assert "no format" in WireMessage.objects.get().refused[0]["why"]


def test_the_command_says_what_each_feed_brought(feed, capsys):
    call_command("fetch_wires", once=True)
    shown = capsys.readouterr().out.split("\n")
    assert shown[1].split() == [feed.slug, "1", "0", "0"]
    call_command("fetch_wires", once=True)
    assert "No feed is due." in capsys.readouterr().out


def test_a_worker_that_ends_gives_its_feeds_back(feed, site):
    fetching = Fetching()
    fetching.step()
    assert again(feed).lease
    fetching.looks[0].thread.join()
    fetching.let_go()
    assert again(feed).lease == ""
