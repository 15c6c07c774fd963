"""The worker as a process: it ends when asked, with 0, and any number of it may run."""

import logging
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, WorkerHeartbeat
from liveblog.worker import BEAT, FORGOTTEN, Stop
from tests.browser.site import ROOT, database_url
from tests.cast import draft_entry
from tests.dead_connections import idle_connections_ended

pytestmark = pytest.mark.django_db(transaction=True)

DEADLINE = 60  # seconds, for what hangs; nothing is measured with it


@contextmanager
def process(*arguments):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TEST_DATABASE_URL": database_url(connection.settings_dict),
    }
    command = [sys.executable, "manage.py", "worker", *arguments]
    running = subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def wait_for(condition):
    """Wait on a condition with a deadline; the pause is the look's, not a guess."""
    pause, deadline = threading.Event(), timezone.now() + timedelta(seconds=DEADLINE)
    while not condition():
        assert timezone.now() < deadline, "it did not happen"
        pause.wait(0.05)


def due(blog, user):
    """An entry that is due at this moment, whatever the clock said when it was scheduled."""
    entry = draft_entry(blog, user)
    at = timezone.now() + timedelta(hours=1)
    actions.schedule(user=user, entry_id=entry.pk, revision=entry.revision, at=at)
    Entry.objects.filter(pk=entry.pk).update(scheduled_for=timezone.now())
    return entry


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_worker_with_0(number):
    with process() as running:
        wait_for(WorkerHeartbeat.objects.exists)
        running.send_signal(number)
        assert running.wait(DEADLINE) == 0
    assert not WorkerHeartbeat.objects.exists()


def test_once_does_one_round_and_ends_with_0(blog, ada):
    entry = due(blog, ada)
    with process("--once") as running:
        assert running.wait(DEADLINE) == 0
    assert Entry.objects.get(pk=entry.pk).state == Entry.State.PUBLISHED


def test_two_workers_publish_every_entry_once(blog, ada):
    with process() as one, process() as other:
        wait_for(lambda: WorkerHeartbeat.objects.count() == 2)
        for _ in range(5):
            due(blog, ada)
        wait_for(lambda: Entry.objects.public().count() == 5)
        for running in (one, other):
            running.terminate()
            assert running.wait(DEADLINE) == 0
    blog.refresh_from_db()
    assert (blog.last_number, blog.version, blog.public_entries) == (5, 6, 5)


def test_a_wait_ends_when_an_end_is_asked_for():
    with Stop() as stop:
        asking = threading.Timer(0.01, stop.ask)
        asking.start()
        stop.wait(DEADLINE * 100)  # longer than a test may take
        assert stop.asked
        asking.join()


def test_asking_often_blocks_nobody():
    with Stop() as stop:
        for _ in range(10_000):
            stop.ask()
        assert stop.asked


@pytest.fixture
def worker_log(caplog):
    caplog.set_level(logging.INFO, "liveblog.worker")
    return lambda: [record.getMessage() for record in caplog.records]


def test_the_database_going_away_is_told_once(worker, worker_log, monkeypatch):
    def away(**_):
        raise OperationalError("server closed the connection\nunexpectedly")

    with monkeypatch.context() as patched:
        patched.setattr(actions, "publish_due", away)
        assert [worker.look() for _ in range(3)] == [1.0, 1.0, 1.0]
    worker.look()
    assert len(worker_log()) == 1
    assert "server closed the connection unexpectedly" in worker_log()[0]


@pytest.mark.postgresql
def test_a_restart_of_the_database_is_survived_with_one_line(blog, ada):
    with process() as running:
        wait_for(WorkerHeartbeat.objects.exists)
        end_other_sessions()
        due(blog, ada)
        wait_for(Entry.objects.public().exists)
        running.terminate()
        told = running.communicate(timeout=DEADLINE)[1].splitlines()
    assert running.returncode == 0
    assert len(told) == 1
    assert "the database cannot be used" in told[0]


def end_other_sessions():
    """What a restart of the server does to the worker's."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    # This process's own pool too: each dead connection in it would cost a later test a wait.
    connection.pool.check()


@pytest.mark.postgresql
def test_a_worker_that_lost_its_database_keeps_no_dead_connection(worker, monkeypatch):
    def away(**_):
        raise OperationalError("connection refused")

    with monkeypatch.context() as gone:
        gone.setattr(actions, "publish_due", away)
        worker.look()
    with idle_connections_ended(4):
        worker.look()


def test_once_says_in_one_sentence_that_the_database_is_away(monkeypatch):
    def away(**_):
        raise OperationalError("connection refused")

    monkeypatch.setattr(actions, "publish_due", away)
    with pytest.raises(CommandError, match="cannot be used: connection refused"):
        call_command("worker", "--once")


def test_the_heartbeat_is_one_row_that_moves(worker):
    start = timezone.now()
    for seconds in (0, 1, BEAT.seconds + 1):
        with time_machine.travel(start + timedelta(seconds=seconds), tick=False):
            worker.look()
    beat = WorkerHeartbeat.objects.get()
    assert beat.at == start + BEAT + timedelta(seconds=1)


def test_the_heartbeat_of_a_worker_that_died_is_forgotten_in_time(worker):
    WorkerHeartbeat.objects.create(name="worker-0", at=timezone.now() - FORGOTTEN * 2)
    worker.look()
    assert WorkerHeartbeat.objects.get().name == "worker-1"


def test_sessions_that_have_ended_are_cleared_away(worker):
    for key, hours in {"ended": -1, "open": 1}.items():
        end = timezone.now() + timedelta(hours=hours)
        Session.objects.create(session_key=key, session_data="", expire_date=end)
    worker.look()
    assert Session.objects.get().session_key == "open"
