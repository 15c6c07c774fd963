"""Whether the process lives, and whether it can do its work."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from liveblog.models import WorkerHeartbeat


@pytest.fixture
def worker(db):
    return WorkerHeartbeat.objects.create(name="desk:1", at=timezone.now())


def checks(client, status):
    response = client.get("/readyz")
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    return response.json()["checks"]


def test_a_process_lives_without_asking_the_database(client):
    response = client.get("/healthz")  # no database in this test: pytest would refuse it
    assert response.json() == {"status": "alive"}
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_nothing_can_be_sent_there(path, client, db):
    assert client.post(path).status_code == 405
    assert client.head(path).status_code in (200, 503)


def test_a_site_whose_parts_all_work_is_ready(client, worker):
    assert checks(client, 200) == dict.fromkeys(["database", "migrations", "worker", "media"], "ok")


def test_a_worker_that_never_was_or_fell_silent_is_missed(client, db):
    assert checks(client, 503)["worker"] == "not running: start manage.py worker"
    WorkerHeartbeat.objects.create(name="desk:1", at=timezone.now() - timedelta(seconds=31))
    assert checks(client, 503)["worker"] != "ok"


def test_a_migration_that_is_missing_is_told(client, worker):
    MigrationRecorder(connection).record_unapplied("liveblog", "0001_initial")
    assert checks(client, 503)["migrations"] == "not applied: run manage.py migrate"


def test_pictures_that_cannot_be_stored_are_told(client, worker, settings, tmp_path):
    (tmp_path / "file").write_text("not a directory")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    told = checks(client, 503)["media"]
    assert told == "pictures cannot be stored: the directory cannot be written"
    assert str(tmp_path) not in told


def test_a_database_that_is_away_is_told_without_a_word_about_it(client, db, monkeypatch):
    def away(*_):
        raise OperationalError("SECRET host db.internal refused newsroom")

    monkeypatch.setattr(connection, "cursor", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == "does not answer"
    assert response.json()["checks"]["worker"].startswith("not known")
    assert b"SECRET" not in response.content


def test_a_load_balancer_need_not_speak_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
