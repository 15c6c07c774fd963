"""Publishing that can be undone for some seconds: a schedule underneath, and never a surprise."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from liveblog import actions
from liveblog.models import Entry, LiveBlog, PubStatus, WireChain
from tests.cast import again, draft_entry, in_an_hour, wire_item


@pytest.fixture
def holding(blog):
    LiveBlog.objects.filter(pk=blog.pk).update(hold_seconds=10)
    return again(blog)


def publish(user, entry, **how):
    return actions.publish(user=user, entry_id=entry.pk, revision=entry.revision, **how)


def undo(user, entry):
    return actions.undo_publish(user=user, entry_id=entry.pk)


def when_it_is_due(entry):
    return time_machine.travel(again(entry).scheduled_for + timedelta(seconds=1), tick=False)


def test_what_is_held_is_scheduled_some_seconds_ahead_and_not_public(holding, ada):
    before = again(holding).version
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    assert (entry.state, entry.held_from, entry.number) == ("scheduled", "draft", None)
    ahead = entry.scheduled_for - timezone.now()
    assert timedelta(seconds=8) < ahead <= timedelta(seconds=10)
    assert again(holding).version == before


def test_when_the_seconds_are_over_the_worker_publishes_it(holding, ada):
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    assert actions.publish_due() == []
    with when_it_is_due(entry):
        actions.publish_due()
    assert (again(entry).state, again(entry).held_from) == ("published", "")


def test_undoing_gives_back_the_draft(holding, ada, chi):
    entry = publish(ada, draft_entry(holding, ada), hold=True, fields={"headline": "Late words"})
    back = undo(chi, entry)
    assert (back.state, back.scheduled_for, back.held_from) == ("draft", None, "")
    assert back.headline == "Late words"
    with time_machine.travel(in_an_hour(), tick=False):
        assert actions.publish_due() == []


def test_undoing_an_approval_leaves_it_in_review(holding, ada, ben):
    entry = draft_entry(holding, ben)
    entry = actions.submit(user=ben, entry_id=entry.pk, revision=entry.revision)
    entry = actions.approve(user=ada, entry_id=entry.pk, revision=entry.revision, hold=True)
    assert undo(ada, entry).state == "in_review"


def test_undoing_publish_now_leaves_the_schedule_as_it_was(holding, ada):
    entry, at = draft_entry(holding, ada), in_an_hour()
    entry = actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=at)
    entry = publish(ada, entry, hold=True)
    assert entry.scheduled_for < at
    back = undo(ada, entry)
    assert (back.state, back.scheduled_for, back.held_from) == ("scheduled", at, "")


def test_a_plan_that_has_passed_meanwhile_is_not_kept_in_silence(holding, ada):
    entry, at = draft_entry(holding, ada), timezone.now() + timedelta(seconds=5)
    entry = actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=at)
    entry = publish(ada, entry, hold=True)
    with time_machine.travel(at + timedelta(seconds=1), tick=False):
        back = undo(ada, entry)
    assert back.state == "draft"
    assert "Schedule it again" in back.alert


def test_publishing_what_is_held_does_it_at_once(holding, ada):
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    assert publish(ada, entry, hold=True).state == "published"


def test_too_late_to_undo_is_said(holding, ada):
    entry = publish(ada, draft_entry(holding, ada))
    with pytest.raises(actions.WrongState, match="went out a moment ago"):
        undo(ada, entry)
    with pytest.raises(actions.WrongState, match="undone already"):
        undo(ada, draft_entry(holding, ada))


def test_undoing_does_not_lose_a_colleagues_save(holding, ada, chi):
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    more = {"user": chi, "entry_id": entry.pk, "revision": entry.revision}
    actions.save_draft(**more, fields={"headline": "From Chi"})
    assert undo(ada, entry).headline == "From Chi"


def test_reporters_undo_nothing(holding, ada, ben):
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    with pytest.raises(actions.NotAllowed):
        undo(ben, entry)


def test_what_cannot_be_published_is_refused_at_once(holding, ada):
    entry = draft_entry(holding, ada, body="")
    with pytest.raises(actions.Invalid, match="needs a text"):
        publish(ada, entry, hold=True)
    assert again(entry).state == "draft"


def test_a_new_update_sent_twice_is_held_once(holding, ada):
    sent = {"fields": {"body": "<p>Ferries stop.</p>"}, "idempotency_key": "once", "hold": True}
    first = actions.publish_new(user=ada, blog_id=holding.pk, **sent)
    assert actions.publish_new(user=ada, blog_id=holding.pk, **sent).pk == first.pk
    assert Entry.objects.get().held_from == "draft"


def test_nothing_is_held_unless_asked_or_where_no_seconds_are_set(holding, blog, ada):
    assert publish(ada, draft_entry(holding, ada)).state == "published"
    LiveBlog.objects.update(hold_seconds=0)
    assert publish(ada, draft_entry(blog, ada), hold=True).state == "published"


def test_whoever_left_the_team_meanwhile_publishes_nothing(holding, ada):
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    ada.memberships.all().delete()
    with when_it_is_due(entry):
        actions.publish_due()
    assert (again(entry).state, again(entry).held_from) == ("in_review", "")
    assert "not a member" in again(entry).alert


def test_a_kill_by_the_agency_comes_first(holding, ada, northwire):
    item = wire_item(northwire)
    entry = publish(ada, draft_entry(holding, ada, built_from=item.pk), hold=True)
    WireChain.objects.update(pub_status=PubStatus.CANCELED)
    with when_it_is_due(entry):
        actions.publish_due()
    assert again(entry).state == "in_review"
    assert "killed" in again(entry).alert


def test_a_kill_by_hand_comes_first(holding, ada):
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    actions.kill(user=ada, entry_id=entry.pk, reason="Not true")
    assert (again(entry).state, again(entry).held_from) == ("killed", "")


def test_scheduling_anew_is_a_schedule_like_any_other(holding, ada):
    entry = publish(ada, draft_entry(holding, ada), hold=True)
    at = in_an_hour()
    entry = actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=at)
    assert (entry.held_from, entry.scheduled_for) == ("", at)


@pytest.mark.parametrize("seconds", [-1, 61, "soon", None])
def test_a_minute_is_the_longest(blog, ada, seconds):
    known = {"user": ada, "blog_id": blog.pk, "revision": blog.revision}
    with pytest.raises(actions.Invalid, match="0 to 60 seconds"):
        actions.edit_blog(**known, fields={"hold_seconds": seconds})
    assert actions.edit_blog(**known, fields={"hold_seconds": 60}).hold_seconds == 60


def test_the_database_holds_only_what_is_scheduled(blog, ada):
    entry = draft_entry(blog, ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(held_from="draft")
