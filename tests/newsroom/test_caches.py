"""A cache for several web processes, without a server of it."""

import orjson
import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import caches


def without(_):
    return None


@pytest.fixture
def _client(monkeypatch):
    monkeypatch.setattr(caches, "find_spec", str)


def test_each_process_has_its_own_unless_told_otherwise():
    assert caches.config("")["BACKEND"].endswith("LocMemCache")


@pytest.mark.usefixtures("_client")
@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("redis://:secret@cache:6379/1", "redis://:secret@cache:6379/1"),
        ("rediss://cache:6379/1", "rediss://cache:6379/1"),
        ("valkey://cache/0", "redis://cache/0"),
    ],
)
def test_redis_and_valkey_are_spoken_to_alike_and_never_in_pickles(url, location):
    found = caches.config(url)
    assert (found["BACKEND"].rpartition(".")[2], found["LOCATION"]) == ("SharedCache", location)
    assert found["OPTIONS"]["serializer"] == "newsroom.caches.JSONSerializer"


def test_the_missing_client_is_named(monkeypatch):
    monkeypatch.setattr(caches, "find_spec", without)
    with pytest.raises(ImproperlyConfigured, match="requirements-redis"):
        caches.config("redis://cache")


@pytest.mark.parametrize("value", [0, 7, -1, [1764106991.25, 3.0], "y", None, True, {"a": [1]}])
def test_what_is_kept_comes_back(value):
    serializer = caches.JSONSerializer()
    stored = serializer.dumps(value)
    wire = str(stored).encode() if isinstance(stored, int) else stored  # as the client sends it
    assert serializer.loads(wire) == value


def test_what_is_not_json_is_refused():
    with pytest.raises(orjson.JSONDecodeError):
        caches.JSONSerializer().loads(b"\x80\x04K\x01.")
