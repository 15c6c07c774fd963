"""Counts outlive the server they are kept on: who wants to sign in is not kept out by it."""

import pytest
from django.core.cache.backends.redis import RedisCache

from newsroom.shared_cache import SharedCache

OPERATIONS = [
    ("add", ("seen", 1), True),
    ("set", ("seen", 1), None),
    ("get", ("missing", 7), 7),
    ("touch", ("missing",), False),
    ("delete", ("missing",), False),
    ("get_many", (["missing"],), {}),
    ("has_key", ("missing",), False),
    ("set_many", ({"seen": 1},), []),
    ("delete_many", (["missing"],), None),
    ("clear", (), None),
]


@pytest.fixture
def asked(monkeypatch):
    """The operations a server was asked for, which does not answer."""
    found = []

    def refuse(name):
        def operation(*_, **__):
            found.append(name)
            raise ConnectionError("Connection refused.")

        return operation

    for name, _, _ in [*OPERATIONS, ("incr", (), 0)]:
        monkeypatch.setattr(RedisCache, name, refuse(name))
    monkeypatch.setattr(SharedCache, "not_before", float("-inf"))
    yield found
    SharedCache("redis://cache", {})._own.clear()


@pytest.fixture
def cache(asked):
    return SharedCache("redis://cache", {})


@pytest.mark.parametrize(("name", "given", "answer"), OPERATIONS)
def test_every_operation_is_answered_from_memory(name, given, answer, cache, asked):
    assert getattr(cache, name)(*given) == answer
    assert asked == [name]


def test_what_is_counted_meanwhile_counts(cache):
    cache.set("failures", 1)
    cache.incr("failures")
    assert SharedCache("redis://cache", {}).get("failures") == 2, "in another thread too"


def test_a_server_that_is_away_is_not_asked_every_time(cache, asked, caplog):
    for _ in range(3):
        cache.get("failures")
    assert asked == ["get"]
    assert len(caplog.records) == 1


def test_it_is_asked_again_after_a_while(cache, asked, monkeypatch):
    cache.get("failures")
    monkeypatch.setattr(SharedCache, "not_before", 0.0)
    cache.get("failures")
    assert asked == ["get", "get"]


def test_a_mistake_of_ours_stays_one(cache, monkeypatch):
    def missing(*_, **__):
        raise ValueError("Key 'failures' not found.")

    monkeypatch.setattr(RedisCache, "incr", missing)
    with pytest.raises(ValueError, match="failures"):
        cache.incr("failures")
    assert SharedCache.not_before == float("-inf")
