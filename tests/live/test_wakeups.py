"""A wake-up makes the hub look at once; a lost one is caught by the next look."""

import threading

import pytest
from django.db import connection

from liveblog import actions
from liveblog.actions.wake import CHANNEL
from tests.cast import publish_entry
from tests.live.stage import DEADLINE, numbers


def eventually(condition):
    """Ask again until it holds; what has a deadline is somebody else's doing, not a sleep."""
    for _ in range(DEADLINE * 50):
        if found := condition():
            return found
        threading.Event().wait(0.02)
    raise AssertionError("it never came to be")


def test_a_wake_up_is_enough(live, blog, ada, only_wake_ups):
    reader = live.follow(blog)
    for number in (1, 2, 3):
        publish_entry(blog, ada)
        assert numbers(reader.next_delta()) == [number]


def test_a_lost_wake_up_is_caught_by_the_next_look(live, blog, ada, only_looks):
    reader = live.follow(blog)
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [1]


def test_a_change_that_was_rolled_back_is_never_delivered(live, blog, ada, dov, only_wake_ups):
    reader = live.follow(blog)
    with pytest.raises(actions.ActionError):
        publish_entry(blog, dov, body="<p>rolled-back-canary</p>")
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [1]
    assert "rolled-back-canary" not in reader.text


def listeners():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE datname = current_database() AND query = %s AND state = 'idle'",
            [f"LISTEN {CHANNEL}"],
        )
        return {pid for (pid,) in cursor.fetchall()}


@pytest.mark.postgresql
def test_the_listener_comes_back_after_it_was_cut_off(live, blog, ada, only_wake_ups):
    reader = live.follow(blog)
    (before,) = eventually(listeners)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [before])
    eventually(lambda: listeners() - {before})
    publish_entry(blog, ada)
    assert numbers(reader.next_delta()) == [1]


@pytest.mark.postgresql
def test_what_was_missed_while_cut_off_is_looked_for_at_once(
    live, blog, ada, only_wake_ups, monkeypatch
):
    reader = live.follow(blog)
    (before,) = eventually(listeners)
    monkeypatch.setattr("liveblog.actions.wake._notify", lambda blog_id, version: None)
    publish_entry(blog, ada)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [before])
    assert numbers(reader.next_delta()) == [1]
