"""A SQLite file that is put in another's place, as when a backup is restored, is noticed."""

import asyncio
import shutil
import sqlite3

import pytest
from django.db import OperationalError, connection

from liveblog.live.database_thread import DatabaseThread
from liveblog.live.wakeups import SqliteWakeUps


@pytest.fixture
def path(tmp_path):
    return made(tmp_path / "newsroom.sqlite3", "before")


def made(path, word):
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE said (word TEXT)")
        database.execute("INSERT INTO said VALUES (?)", [word])
    database.close()
    return path


def asked(path):
    connection.settings_dict["NAME"] = str(path)
    with connection.cursor() as cursor:
        return cursor.execute("SELECT word FROM said").fetchone()[0]


@pytest.fixture
def ask(path, monkeypatch):
    """Ask the database in a hub's thread."""
    if connection.vendor != "sqlite":
        pytest.skip("needs SQLite")
    monkeypatch.setitem(connection.settings_dict, "NAME", str(path))
    with asyncio.Runner() as runner:
        thread = runner.run(started())
        yield lambda: runner.run(thread.call(asked, path))
        runner.run(thread.stop())


async def started():
    return DatabaseThread("newsroom-test")


def test_what_is_there_now_is_read(ask, path, tmp_path):
    assert ask() == "before"
    made(tmp_path / "backup.sqlite3", "after").replace(path)
    assert ask() == "after"


def test_a_file_that_is_away_is_a_database_that_is_away(ask, path, tmp_path):
    assert ask() == "before"
    shutil.move(path, tmp_path / "away.sqlite3")
    with pytest.raises(OperationalError):
        ask()
    assert not path.exists(), "an empty database would have been made"
    shutil.move(tmp_path / "away.sqlite3", path)
    assert ask() == "before"


def test_wake_ups_are_those_of_the_file_that_is_there_now(path, tmp_path):
    async def listened():
        woken = asyncio.Event()
        wake_ups = SqliteWakeUps(woken.set, str(path))
        wake_ups.interval = 0.01
        listening = asyncio.create_task(wake_ups.listen())
        await woken.wait()
        made(tmp_path / "backup.sqlite3", "after").replace(path)
        await listening

    with pytest.raises(OSError, match="another file"):
        asyncio.run(listened())
