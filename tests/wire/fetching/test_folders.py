"""Feeds with a folder: whole files are taken, oldest first, and none is ever lost."""

import os
import time

import pytest
from django.utils import timezone

from liveblog.models import WireItem, WireMessage
from liveblog.wire import folders
from liveblog.wire.fetching import Fetching
from tests.cast import again
from tests.wire import files
from tests.wire.arriving import feed_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(settings, tmp_path):
    settings.WIRE_FOLDER = str(tmp_path / "wires")
    path = tmp_path / "wires" / "northwire"
    path.mkdir(parents=True)
    return path


@pytest.fixture
def feed(northwire, folder):
    return feed_of(northwire, kind="folder", address="northwire", next_attempt_at=timezone.now())


@pytest.fixture
def put(folder):
    """Puts a file there whose last change is so many seconds ago."""

    def put(name, content, age=60):
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
        at = time.time() - age
        os.utime(folder / name, (at, at))
        return folder / name

    return put


def look():
    told = []
    Fetching(told=told.append).finish()
    return told


def kept(folder, shelf):
    return sorted(path.name for path in (folder / shelf).iterdir())


def there(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_files_are_taken_oldest_first_and_put_away(feed, folder, put):
    put("b.json", files.ninjs(version="1"), age=120)
    put("a.json", files.ninjs(version="2"), age=60)
    (brought,) = look()
    assert (brought.new, brought.error) == (2, "")
    assert list(WireItem.objects.order_by("pk").values_list("version", flat=True)) == ["1", "2"]
    assert (there(folder), kept(folder, ".taken")) == ([], ["a.json", "b.json"])
    assert again(feed).succeeded_at is not None


def test_an_empty_folder_is_a_success(feed):
    (brought,) = look()
    assert (brought.new, brought.error, again(feed).error) == (0, "", "")


def test_what_is_still_being_written_is_left(feed, folder, put):
    left = [".hidden.json", "half.json.tmp", "half.xml.part", "half.filepart"]
    for name in left:
        put(name, files.ninjs())
    put("new.json", files.ninjs(), age=0)
    put("ahead.json", files.ninjs(), age=-10)
    assert look()[0].new == 0
    assert {"new.json", "ahead.json"} <= set(there(folder))
    assert not (folder / ".taken").exists()


def test_what_cannot_be_used_is_put_aside_with_the_reason_and_blocks_nothing(feed, folder, put):
    put("a.txt", "hello", age=300)
    put("b.json", files.ninjs(uri=""), age=200)
    put("c.json", files.ninjs(), age=100)
    (brought,) = look()
    assert (brought.new, len(brought.refused)) == (1, 2)
    assert kept(folder, ".refused") == ["a.txt", "a.txt.why.txt", "b.json", "b.json.why.txt"]
    assert "no format" in (folder / ".refused" / "a.txt.why.txt").read_text()
    assert (kept(folder, ".taken"), there(folder)) == (["c.json"], [])
    assert again(feed).error == ""


def test_a_name_used_again_overwrites_nothing(feed, folder, put):
    put("a.json", files.ninjs(version="1"))
    look()
    put("a.json", files.ninjs(version="2"))
    feed.next_attempt_at = timezone.now()
    feed.save()
    look()
    assert kept(folder, ".taken") == ["a-2.json", "a.json"]
    assert WireItem.objects.count() == 2


def test_a_file_that_came_before_is_known_and_put_away(feed, folder, put):
    put("a.json", files.ninjs())
    put("same.json", files.ninjs())
    (brought,) = look()
    assert (brought.new, brought.known) == (1, 1)
    assert (there(folder), WireMessage.objects.count()) == ([], 1)


def test_a_link_leads_nowhere(feed, folder, put, tmp_path):
    secret = tmp_path / "secret.json"
    secret.write_text(files.ninjs())
    (folder / "link.json").symlink_to(secret)
    (folder / "inner").mkdir()
    os.mkfifo(folder / "pipe")
    assert look()[0].new == 0
    assert secret.exists()


def test_a_folder_that_was_replaced_by_a_link_is_not_looked_into(feed, folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    folder.rmdir()
    folder.symlink_to(tmp_path / "elsewhere")
    assert "WIRE_FOLDER" in look()[0].error


def test_a_folder_that_is_not_there_is_said(feed, folder):
    folder.rmdir()
    assert look()[0].error == "The folder “northwire” cannot be read: No such file or directory."


def test_a_file_that_is_too_large_is_put_aside_unread(feed, folder, put, monkeypatch):
    monkeypatch.setattr(folders, "MAX_FILE", 10)
    put("a.json", files.ninjs())
    assert "larger than" in look()[0].refused[0]
    assert kept(folder, ".refused") == ["a.json", "a.json.why.txt"]


def test_many_files_are_taken_in_several_looks_without_a_pause(feed, folder, put, monkeypatch):
    monkeypatch.setattr(folders, "FILES_AT_ONCE", 2)
    for number in range(5):
        put(f"{number}.json", files.ninjs(version=str(number)))
    assert [brought.new for brought in look()] == [2, 2, 1]
    assert there(folder) == []


def test_files_that_cannot_be_moved_are_stored_once_and_said(feed, folder, put, monkeypatch):
    def denied(path, why=""):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folders, "put_away", denied)
    put("a.json", files.ninjs())
    (brought,) = look()
    assert brought.error == "“a.json” cannot be moved away: Permission denied."
    assert again(feed).attempts == 1
    assert WireItem.objects.count() == 1
