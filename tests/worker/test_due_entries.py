"""What was scheduled is published when its time comes, and nothing stands in its way."""

from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone

from liveblog import actions
from liveblog.actions import publishing
from liveblog.models import Entry, LiveBlog
from liveblog.worker import LOOK, SHORTEST_LOOK, until_next
from tests.cast import again, draft_entry, in_an_hour


def scheduled(blog, user, at, **fields):
    entry = draft_entry(blog, user, **fields)
    return actions.schedule(user=user, entry_id=entry.pk, revision=entry.revision, at=at)


def test_a_scheduled_entry_stays_unpublished_before_its_time(worker, blog, ada):
    entry = scheduled(blog, ada, in_an_hour())
    worker.round()
    assert again(entry).state == Entry.State.SCHEDULED


def test_a_scheduled_entry_is_published_in_one_round_after_its_time(worker, blog, ada):
    entry = scheduled(blog, ada, in_an_hour())
    with time_machine.travel(in_an_hour() + timedelta(seconds=1), tick=False):
        worker.round()
    assert again(entry).state == Entry.State.PUBLISHED
    assert again(blog).version == blog.version + 1


def test_all_entries_that_are_due_go_out_in_the_order_of_their_times(worker, blog, ada):
    at = in_an_hour()
    late = scheduled(blog, ada, at + timedelta(minutes=2))
    early = scheduled(blog, ada, at)
    with time_machine.travel(at + timedelta(minutes=3), tick=False):
        worker.round()
    assert (again(early).number, again(late).number) == (1, 2)


def test_an_entry_whose_editor_left_the_team_goes_to_review(worker, blog, ada):
    entry = scheduled(blog, ada, in_an_hour())
    ada.memberships.all().delete()
    with time_machine.travel(in_an_hour() + timedelta(seconds=1), tick=False):
        worker.round()
    assert again(entry).state == Entry.State.IN_REVIEW
    assert "not a member" in again(entry).alert


@pytest.fixture
def make_public_fails(monkeypatch):
    """`make_public_fails(entry, error)`: publishing that entry raises `error`."""
    real = publishing.make_public
    failing = {}

    def make_public(change, entry, verb):
        if entry.pk in failing:
            raise failing[entry.pk]
        real(change, entry, verb)

    monkeypatch.setattr(publishing, "make_public", make_public)
    return lambda entry, error: failing.update({entry.pk: error})


def test_an_entry_that_breaks_does_not_hold_back_the_next(worker, blog, ada, make_public_fails):
    at = in_an_hour()
    broken, sound = scheduled(blog, ada, at), scheduled(blog, ada, at + timedelta(minutes=1))
    make_public_fails(broken, RuntimeError("broken"))
    with time_machine.travel(at + timedelta(minutes=2), tick=False):
        worker.round()
    assert again(broken).state == Entry.State.IN_REVIEW
    assert again(sound).state == Entry.State.PUBLISHED


def test_an_entry_stays_scheduled_when_the_database_fails(worker, blog, ada, make_public_fails):
    entry = scheduled(blog, ada, in_an_hour())
    make_public_fails(entry, OperationalError("server closed the connection"))
    with (
        time_machine.travel(in_an_hour() + timedelta(seconds=1), tick=False),
        pytest.raises(OperationalError),
    ):
        worker.round()
    assert again(entry).state == Entry.State.SCHEDULED


def test_the_worker_ends_between_two_entries_when_asked(worker, blog, ada, monkeypatch):
    at = in_an_hour()
    first, second = scheduled(blog, ada, at), scheduled(blog, ada, at + timedelta(minutes=1))
    real = publishing.make_public

    def make_public(change, entry, verb):
        worker.stop.ask()
        real(change, entry, verb)

    monkeypatch.setattr(publishing, "make_public", make_public)
    with time_machine.travel(at + timedelta(minutes=2), tick=False):
        worker.round()
    assert again(first).state == Entry.State.PUBLISHED
    assert again(second).state == Entry.State.SCHEDULED


def test_without_anything_scheduled_the_worker_looks_every_second(db):
    assert until_next() == LOOK


def test_the_worker_looks_at_the_moment_the_next_entry_falls_due(blog, ada):
    at = timezone.now() + timedelta(minutes=10)
    scheduled(blog, ada, at)
    with time_machine.travel(at - timedelta(milliseconds=300), tick=False):
        assert until_next() == pytest.approx(0.3)


def test_an_overdue_entry_does_not_make_the_worker_spin(blog, ada):
    at = in_an_hour()
    scheduled(blog, ada, at)
    with time_machine.travel(at + timedelta(minutes=1), tick=False):
        assert until_next() == SHORTEST_LOOK


def test_what_is_held_goes_out_within_a_second_of_its_time(worker, blog, ada):
    LiveBlog.objects.filter(pk=blog.pk).update(hold_seconds=10)
    draft = draft_entry(blog, ada)
    publish = {"user": ada, "entry_id": draft.pk, "revision": draft.revision, "hold": True}
    due = actions.publish(**publish).scheduled_for
    with time_machine.travel(due - timedelta(milliseconds=300), tick=False):
        assert until_next() == pytest.approx(0.3)
    with time_machine.travel(due, tick=False):
        worker.round()
    assert again(draft).state == Entry.State.PUBLISHED


def test_what_falls_due_does_not_wait_for_edits_of_many_live_blogs(worker, monkeypatch):
    done = []
    monkeypatch.setattr("liveblog.worker.shared.open_edits", lambda: [1, 2])
    monkeypatch.setattr("liveblog.worker.shared.run", lambda edit, blogs: done.append(edit))
    monkeypatch.setattr("liveblog.worker.actions.publish_due", lambda limit: done.append("due"))
    worker.round()
    assert done == ["due", 1, "due", 2, "due"]
