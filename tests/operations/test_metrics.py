"""What Prometheus is told, and that nobody else is told anything."""

import importlib.util
import re
from datetime import timedelta

import pytest
from django.core.checks import run_checks
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from liveblog import actions, metrics
from liveblog.live.cache import MicroCache
from liveblog.live.limits import Limits, Places
from liveblog.live.versions import Versions
from liveblog.models import WebProcess
from tests.cast import draft_entry, in_an_hour, publish_entry
from tests.wire.arriving import feed_of

TOKEN = "a-long-and-random-token"
ASK = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def told(settings):
    """Asks for the metrics: `{name with labels: value}`."""
    settings.METRICS_TOKEN = TOKEN
    client = Client()

    def ask():
        answer = client.get("/metrics", headers=ASK)
        assert answer.status_code == 200
        lines = answer.content.decode().splitlines()
        pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
        return {name: float(value) for name, value in pairs}

    ask.client = client
    return ask


@pytest.mark.parametrize(
    "sent", [{}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}, {"cookie": TOKEN}]
)
def test_without_the_token_there_is_no_such_address(sent, client, settings, db):
    settings.METRICS_TOKEN = TOKEN
    answer = client.get("/metrics", headers=sent)
    nowhere = client.get("/live/none/")
    assert (answer.status_code, answer.content) == (404, nowhere.content)
    assert client.post("/metrics", headers=sent).status_code == 404


@pytest.mark.parametrize("sent", ["Bearer ", "Bearer", ""])
def test_without_a_token_set_nothing_opens_it(sent, client, settings):
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics", headers={"authorization": sent}).status_code == 404


def test_requests_are_told_by_name_and_status_never_by_path(told, blog):
    told.client.get(blog.get_absolute_url())
    told.client.get("/live/CANARY/")
    found = told()
    assert found['newsroom_request_seconds_count{route="live",status="200"}'] >= 1
    assert found['newsroom_request_seconds_count{route="live",status="404"}'] >= 1
    assert [name for name in found if "CANARY" in name or blog.slug in name] == []


def test_publishes_kills_and_live_blogs_are_counted(told, blog, ada, chi):
    publish_entry(blog, ada)
    wrong = publish_entry(blog, ada)
    draft_entry(blog, ada)
    actions.kill(user=chi, entry_id=wrong.pk, reason="wrong")
    found = told()
    assert found["newsroom_publishes_total"] == 2
    assert found["newsroom_kills_total"] == 1
    assert found["newsroom_live_blogs"] == 1
    assert found["newsroom_database_up"] == 1


def test_every_metric_of_the_handbook_is_told(told, blog, northwire, settings):
    feed_of(northwire, item_at=timezone.now())
    told.client.get(blog.get_absolute_url())
    handbook = (settings.BASE_DIR / "docs/operators/monitoring.md").read_text()
    names = set(re.findall(r"`(newsroom_[a-z_]+)", handbook))
    found = {name.partition("{")[0] for name in told()}
    assert names - found == {"newsroom_request_seconds"}
    assert found - names >= {f"newsroom_request_seconds_{part}" for part in ("count", "sum")}


def test_an_update_that_is_late_shows(told, blog, ada, monkeypatch):
    entry = draft_entry(blog, ada)
    actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())
    assert told()["newsroom_due_entries"] == 0
    later = in_an_hour().replace(year=in_an_hour().year + 1)
    monkeypatch.setattr(metrics.timezone, "now", lambda: later)
    found = told()
    assert found["newsroom_due_entries"] == 1
    assert found["newsroom_due_entries_late_seconds"] > 3600


def test_a_web_process_that_fell_silent_shows(told, db):
    for name, minutes in (("alive", 0), ("silent", 5), ("forgotten", 90)):
        at = timezone.now() - timedelta(minutes=minutes)
        WebProcess.objects.create(name=name, at=at)
    assert told()["newsroom_web_processes_silent"] == 1


def test_open_streams_are_counted(told, db):
    before = told()["newsroom_streams_open"]
    places = Places(Limits())
    with places.one("192.0.2.1"), places.one(None):
        assert told()["newsroom_streams_open"] == before + 2
    assert told()["newsroom_streams_open"] == before


def test_a_database_that_is_away_is_told_and_breaks_nothing(told, db, monkeypatch):
    def away():
        raise OperationalError("gone")

    monkeypatch.setattr(metrics, "_entries", away)
    found = told()
    assert found["newsroom_database_up"] == 0
    assert "newsroom_publishes_total" not in found


def test_a_token_without_the_package_is_an_operators_mistake(client, settings, monkeypatch):
    settings.METRICS_TOKEN = TOKEN
    found = importlib.util.find_spec
    for module in ("liveblog.checks", "liveblog.views.metrics", "newsroom.request_metrics"):
        monkeypatch.setattr(
            f"{module}.find_spec",
            lambda name: None if name == "prometheus_client" else found(name),
        )
    assert "newsroom.E050" in {message.id for message in run_checks()}
    assert client.get("/metrics", headers=ASK).status_code == 404


def test_how_public_answers_came_about_is_told(told, db):
    cache = MicroCache(Versions(), 1000)
    before = told()['newsroom_pages_total{how="hit"}']
    cache.answered["hit"] += 3
    assert told()['newsroom_pages_total{how="hit"}'] == before + 3


def test_feeds_tell_whether_they_fail_and_how_long_nothing_came(told, northwire):
    feed_of(northwire, slug="one", error="It is away.")
    feed_of(northwire, slug="two", item_at=timezone.now())
    feed_of(northwire, slug="paused", error="It is away.", is_active=False)
    found = told()
    assert found['newsroom_wire_feed_failing{feed="one"}'] == 1
    assert found['newsroom_wire_feed_failing{feed="two"}'] == 0
    assert found['newsroom_wire_feed_silent_seconds{feed="two"}'] >= 0
    assert not [name for name in found if "paused" in name]
