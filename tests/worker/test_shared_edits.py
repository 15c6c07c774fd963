"""An edit of a shared row reaches every live blog, also when one of them fails for a while."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog import actions
from liveblog.actions import shared
from liveblog.models import SharedEdit, Source
from tests.cast import again, credit, open_blog, publish_entry


@pytest.fixture
def blogs(team, ada, northwire):
    """Three live blogs that credit Northwire."""
    blogs = [open_blog(team, ada, headline=f"Day {day}") for day in (1, 2, 3)]
    for blog in blogs:
        publish_entry(blog, ada, attributions=[credit(northwire)])
    return blogs


@pytest.fixture
def waiting_edit(blogs, northwire):
    """Northwire has been renamed; no live blog shows it yet."""
    Source.objects.filter(pk=northwire.pk).update(name="Northwire News")
    edit_id = shared.record(actions.SYSTEM, SharedEdit.Kind.SOURCE, northwire.pk)
    return SharedEdit.objects.get(pk=edit_id)


@pytest.fixture
def breaking(monkeypatch):
    """`breaking.add(blog.pk)`: touching that blog fails."""
    broken = set()
    real = shared.touch_blog

    def touch_blog(blog_id, kind, object_id):
        if blog_id in broken:
            raise RuntimeError(f"blog {blog_id} cannot be touched")
        real(blog_id, kind, object_id)

    monkeypatch.setattr(shared, "touch_blog", touch_blog)
    return broken


def lines(blogs):
    return {again(blog).credit_line for blog in blogs}


def test_the_worker_brings_an_edit_to_every_live_blog(worker, waiting_edit, blogs):
    worker.round()
    assert lines(blogs) == {"Some information in this report came from Northwire News."}
    assert again(waiting_edit).finished_at


def test_a_finished_edit_moves_nothing_again(worker, waiting_edit, blogs):
    worker.round()
    versions = [again(blog).version for blog in blogs]
    worker.round()
    assert [again(blog).version for blog in blogs] == versions


def test_an_edit_that_fails_says_why_and_rests(worker, waiting_edit, blogs, breaking):
    breaking.add(blogs[1].pk)
    worker.round()
    edit = again(waiting_edit)
    assert edit.touched_through == blogs[0].pk
    assert (edit.attempts, edit.lease, edit.finished_at) == (1, "", None)
    assert "cannot be touched" in edit.error
    assert edit.pk not in shared.open_edits()


def test_an_edit_that_failed_goes_on_where_it_stopped(worker, waiting_edit, blogs, breaking):
    breaking.add(blogs[1].pk)
    worker.round()
    first = again(blogs[0]).version
    breaking.clear()
    with time_machine.travel(timezone.now() + shared.LAST_RETRY, tick=False):
        worker.round()
    edit = again(waiting_edit)
    assert (edit.attempts, edit.error, bool(edit.finished_at)) == (0, "", True)
    assert again(blogs[0]).version == first


def test_an_edit_that_fails_does_not_hold_back_another(worker, waiting_edit, blogs, breaking):
    breaking.add(blogs[0].pk)
    other = shared.record(actions.SYSTEM, SharedEdit.Kind.BLOG, blogs[2].pk)
    worker.round()
    assert SharedEdit.objects.get(pk=other).finished_at
    assert not again(waiting_edit).finished_at


def test_an_edit_that_keeps_failing_rests_longer_each_time():
    pauses = [shared.pause_after(attempts) for attempts in (1, 2, 3, 4, 30, 3000)]
    assert pauses[:4] == [timedelta(seconds=seconds) for seconds in (2, 4, 8, 16)]
    assert set(pauses[4:]) == {shared.LAST_RETRY}


def test_whoever_renames_a_source_does_not_see_a_live_blog_fail(blogs, northwire, ada, breaking):
    breaking.add(blogs[0].pk)
    fields = {"name": "Northwire News"}
    actions.edit_source(user=ada, source_id=northwire.pk, revision=1, fields=fields)
    assert again(northwire).name == "Northwire News"
    assert SharedEdit.objects.get(finished_at=None).attempts == 1


def test_an_edit_another_worker_holds_is_left_alone(worker, waiting_edit, blogs):
    until = timezone.now() + shared.TERM
    SharedEdit.objects.filter(pk=waiting_edit.pk).update(lease="worker-2", leased_until=until)
    worker.round()
    assert again(waiting_edit).touched_through == 0


def test_an_edit_whose_worker_died_is_taken_over(worker, waiting_edit, blogs):
    past = timezone.now() - timedelta(seconds=1)
    SharedEdit.objects.filter(pk=waiting_edit.pk).update(lease="worker-2", leased_until=past)
    worker.round()
    assert again(waiting_edit).finished_at


def test_the_worker_ends_between_two_edits_when_asked(worker, waiting_edit, blogs, monkeypatch):
    real = shared.touch_blog
    second = shared.record(actions.SYSTEM, SharedEdit.Kind.BLOG, blogs[2].pk)

    def touch_blog(*arguments):
        worker.stop.ask()
        real(*arguments)

    monkeypatch.setattr(shared, "touch_blog", touch_blog)
    worker.round()
    assert SharedEdit.objects.get(pk=second).finished_at is None
