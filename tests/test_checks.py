"""Every operator's mistake has a check with an id, a sentence and a hint."""

import io
from zoneinfo import ZoneInfoNotFoundError

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import OperationalError, connection

from liveblog import checks

SQLITE = "django.db.backends.sqlite3"
IMMEDIATE = {"transaction_mode": "IMMEDIATE"}


def found(**options):
    """The ids of Newsroom's messages; each of them must come with a hint."""
    messages = [m for m in run_checks(**options) if str(m.id).startswith("newsroom.")]
    assert all(message.hint for message in messages)
    return [message.id for message in messages]


def test_a_good_installation_has_nothing_to_say():
    assert found() == []


@pytest.mark.parametrize(
    ("url", "ids"),
    [
        ("live.example.org", ["newsroom.E001"]),
        ("ftp://live.example.org", ["newsroom.E001"]),
        ("https://example.org/live", ["newsroom.E002"]),
        ("https://example.org/?a=b", ["newsroom.E002"]),
    ],
)
def test_a_site_url_must_be_a_scheme_and_a_host(settings, url, ids):
    settings.SITE_URL = url
    assert [i for i in found() if i != "newsroom.W001"] == ids


@pytest.mark.parametrize(
    ("logo", "ids"),
    [("", []), ("https://cdn.example/logo.png", []), ("/logo.png", ["newsroom.E031"])],
)
def test_a_logo_is_named_by_its_whole_address(settings, logo, ids):
    settings.SITE_LOGO = logo
    assert found() == ids


@pytest.mark.parametrize(
    ("folder", "ids"),
    [("", []), ("wires", ["newsroom.E060"]), ("{}/wires", ["newsroom.W004"]), ("{}", [])],
)
def test_the_folder_of_the_wires_is_there_and_can_be_written(settings, tmp_path, folder, ids):
    settings.WIRE_FOLDER = folder.format(tmp_path)
    assert found() == ids


@pytest.fixture
def a_file(tmp_path):
    (tmp_path / "file").touch()
    return tmp_path / "file"


@pytest.fixture
def database(settings, monkeypatch):
    """Changes the settings of the database, without a database behind them."""

    def change(**changes):
        monkeypatch.setitem(settings.DATABASES, "default", settings.DATABASES["default"] | changes)

    return change


def test_pictures_need_a_writable_directory(settings, a_file):
    settings.MEDIA_ROOT = a_file / "media"
    assert found() == ["newsroom.E003"]


def test_sqlite_needs_a_writable_directory(database, a_file):
    database(ENGINE=SQLITE, OPTIONS=IMMEDIATE, NAME=a_file / "db.sqlite3")
    assert found() == ["newsroom.E004"]


def test_times_need_the_time_zone_database(monkeypatch):
    def missing(name):
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(checks, "ZoneInfo", missing)
    assert found() == ["newsroom.E005"]


def test_a_transaction_around_every_request_is_refused(database):
    database(ATOMIC_REQUESTS=True)
    assert found() == ["newsroom.E006"]


def test_sqlite_must_begin_its_transactions_immediately(database, tmp_path):
    database(ENGINE=SQLITE, OPTIONS={}, NAME=tmp_path / "db.sqlite3")
    assert found() == ["newsroom.E007"]


@pytest.mark.parametrize(
    ("vendor", "version", "ids"),
    [
        ("sqlite", (3, 36, 9), ["newsroom.E008"]),
        ("sqlite", (3, 37, 0), []),
        ("postgresql", (14, 12), ["newsroom.E009"]),
        ("postgresql", (15,), []),
    ],
)
def test_an_old_database_is_named(monkeypatch, vendor, version, ids):
    monkeypatch.setattr(connection, "vendor", vendor)
    monkeypatch.setattr(connection, "get_database_version", lambda: version)
    monkeypatch.setattr(checks, "has_fts5", lambda _: True)
    assert [message.id for message in checks.database_versions(databases=["default"])] == ids


def test_an_sqlite_that_cannot_search_is_named(monkeypatch):
    monkeypatch.setattr(connection, "vendor", "sqlite")
    monkeypatch.setattr(connection, "get_database_version", lambda: (3, 50))
    monkeypatch.setattr(checks, "has_fts5", lambda _: False)
    (message,) = checks.database_versions(databases=["default"])
    assert message.id == "newsroom.E040"


def test_a_database_that_is_away_is_named(monkeypatch):
    def refuse():
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "get_database_version", refuse)
    (message,) = checks.database_versions(databases=["default"])
    assert message.id == "newsroom.E010"
    assert "connection refused" in message.msg


@pytest.mark.django_db
def test_the_database_in_use_is_new_enough():
    assert found(databases=["default"]) == []


def test_cookies_of_an_https_site_must_not_travel_over_http(settings):
    settings.SITE_URL = "https://live.example.org"
    settings.SESSION_COOKIE_SECURE = False
    assert found() == ["newsroom.W001"]


def test_sqlite_in_production_is_a_warning_of_the_deployment_check(database, tmp_path):
    database(ENGINE=SQLITE, OPTIONS=IMMEDIATE, NAME=tmp_path / "db.sqlite3")
    assert found() == []
    assert found(include_deployment_checks=True) == ["newsroom.W002"]


def test_private_addresses_that_may_be_fetched_are_named_at_deployment(settings):
    settings.NEWSROOM_OUTBOUND_ALLOW = ["wires.example.net:8443"]
    assert found() == []
    assert "newsroom.W003" in found(include_deployment_checks=True)


def test_the_command_shows_the_id_and_the_hint(settings):
    settings.SITE_URL = "https://example.org/live"
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    with pytest.raises(SystemCheckError, match=r"newsroom\.E002[\s\S]*HINT: "):
        call_command("check", stdout=io.StringIO(), stderr=io.StringIO())
