"""Unconfirmed, attributed, confirmed: what each needs, and what is remembered of the way."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from liveblog import actions
from liveblog.actions.verifying import NEEDS_ONE, NEEDS_TWO
from liveblog.changes import changes
from liveblog.documents import entry_document
from liveblog.models import Entry
from tests.cast import credit, draft_entry, publish_entry

NIGHT = datetime(2023, 1, 6, 2, 34, tzinfo=UTC)


def edit(user, entry, **fields):
    entry.refresh_from_db()
    return actions.edit(user=user, entry_id=entry.pk, revision=entry.revision, fields=fields)


def refused(verb, **arguments):
    with pytest.raises(actions.Invalid) as refusal:
        verb(**arguments)
    return refusal.value.errors["verification"]


@pytest.fixture
def both(northwire, coastal):
    return [credit(northwire), credit(coastal)]


def test_confirmed_by_two_sources_is_published(blog, ada, both):
    entry = publish_entry(blog, ada, verification="confirmed", attributions=both)
    assert entry.verification == "confirmed"


def test_confirmed_on_the_word_of_one_is_not_published(blog, ada, northwire):
    draft = draft_entry(blog, ada, verification="confirmed", attributions=[credit(northwire)])
    assert refused(actions.publish, user=ada, entry_id=draft.pk, revision=1) == [NEEDS_TWO]


def test_two_of_whom_one_cites_the_other_are_one(blog, ada, northwire, coastal):
    leaning = [credit(northwire), credit(coastal, via=northwire)]
    draft = draft_entry(blog, ada, verification="confirmed", attributions=leaning)
    assert refused(actions.publish, user=ada, entry_id=draft.pk, revision=1) == [NEEDS_TWO]


def test_a_draft_may_say_what_it_hopes_to_become(blog, ben):
    assert draft_entry(blog, ben, verification="confirmed").verification == "confirmed"


def test_it_is_said_when_it_is_scheduled_not_when_it_is_due(blog, ada):
    draft = draft_entry(blog, ada, verification="confirmed")
    at = timezone.now() + timedelta(hours=1)
    asked = {"user": ada, "entry_id": draft.pk, "revision": 1, "at": at}
    assert refused(actions.schedule, **asked) == [NEEDS_TWO]


def test_an_edit_needs_the_second_source_too(blog, ada, northwire, both):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    with pytest.raises(actions.Invalid):
        edit(ada, entry, verification="confirmed")
    edited = edit(ada, entry, verification="confirmed", attributions=both)
    assert edited.verification == "confirmed"


def test_a_source_cannot_be_taken_from_under_what_is_confirmed(blog, ada, northwire, both):
    entry = publish_entry(blog, ada, verification="confirmed", attributions=both)
    with pytest.raises(actions.Invalid):
        edit(ada, entry, attributions=[credit(northwire)])


def test_what_was_confirmed_before_there_was_a_rule_can_still_be_edited(blog, ada, northwire):
    entry = publish_entry(blog, ada)
    Entry.objects.filter(pk=entry.pk).update(verification="confirmed")
    edited = edit(ada, entry, headline="Ferries", attributions=[credit(northwire)])
    assert (edited.verification, edited.verification_changes) == ("confirmed", [])
    moved = actions.re_time(user=ada, entry_id=entry.pk, revision=edited.revision, display_at=NIGHT)
    assert moved.verification == "confirmed"


def test_what_was_unconfirmed_needs_a_source_to_be_attributed(blog, ada, northwire):
    entry = publish_entry(blog, ada, verification="unconfirmed")
    with pytest.raises(actions.Invalid) as refusal:
        edit(ada, entry, verification="attributed")
    assert refusal.value.errors["verification"] == [NEEDS_ONE]
    fields = {"verification": "attributed", "attributions": [credit(northwire)]}
    assert edit(ada, entry, **fields).verification == "attributed"


def test_every_change_readers_saw_is_remembered_with_its_time(blog, ada, northwire, both):
    with time_machine.travel(NIGHT, tick=False) as clock:
        entry = publish_entry(blog, ada, verification="unconfirmed")
        clock.shift(timedelta(minutes=8))
        edit(ada, entry, verification="attributed", attributions=[credit(northwire)])
        clock.shift(timedelta(minutes=10))
        edit(ada, entry, verification="confirmed", attributions=both)
        edit(ada, entry, headline="Nothing to do with it")
    entry.refresh_from_db()
    assert entry_document(entry, "page")["verification_changes"] == [
        {"from": "unconfirmed", "to": "attributed", "at": "2023-01-05T21:42:00-05:00"},
        {"from": "attributed", "to": "confirmed", "at": "2023-01-05T21:52:00-05:00"},
    ]


def test_what_changed_before_publication_is_not_told(blog, ada, both):
    draft = draft_entry(blog, ada, verification="unconfirmed")
    fields = {"verification": "confirmed", "attributions": both}
    entry = actions.publish(user=ada, entry_id=draft.pk, revision=1, fields=fields)
    assert entry.verification_changes == []


def test_a_delta_carries_it(blog, ada, both):
    entry = publish_entry(blog, ada, verification="unconfirmed")
    edit(ada, entry, verification="confirmed", attributions=both)
    blog.refresh_from_db()
    (changed,) = changes(blog, since=entry.seq, limit=9).entries
    assert [row["to"] for row in changed.verification_changes] == ["confirmed"]


def test_a_restored_update_may_come_back_confirmed(blog, ada, both):
    entry = publish_entry(blog, ada, verification="unconfirmed")
    down = actions.withdraw(user=ada, entry_id=entry.pk)
    fields = {"verification": "confirmed", "attributions": both}
    back = actions.restore(user=ada, entry_id=entry.pk, revision=down.revision, fields=fields)
    assert [row["from"] for row in back.verification_changes] == ["unconfirmed"]
