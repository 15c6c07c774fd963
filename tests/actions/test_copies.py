"""A working copy on its way through review: public only once an editor has approved it."""

import pytest

from liveblog import actions
from liveblog.models import Revision, WorkingCopy
from tests.cast import again, draft_entry, publish_entry

NEW = {"body": "<p>Ferries are running again.</p>"}


@pytest.fixture
def entry(blog, ada, ben):
    draft = draft_entry(blog, ben)
    return actions.publish(user=ada, entry_id=draft.pk, revision=draft.revision)


@pytest.fixture
def copy(entry, ben):
    return kept(ben, entry)


def kept(user, entry, fields=NEW, copy=None):
    known = {"based_on": again(entry).revision, "revision": copy.revision if copy else None}
    return actions.save_working_copy(user=user, entry_id=entry.pk, fields=fields, **known)


def on(verb, user, copy, **more):
    return verb(user=user, entry_id=copy.entry_id, revision=again(copy).revision, **more)


def submit(user, copy, **more):
    return on(actions.submit_working_copy, user, copy, **more)


def test_proposed_and_approved_it_is_published_as_a_change(entry, copy, ada, ben):
    submit(ben, copy, note="They sail since noon.")
    assert again(entry).body_text == "Ferries are suspended."
    on(actions.approve_working_copy, ada, copy)
    assert again(entry).body_text == "Ferries are running again."
    assert not WorkingCopy.objects.exists()
    last = Revision.objects.filter(entry=entry).first()
    assert (last.verb, last.user) == ("edit", ada)
    assert last.note == "Proposed by Ben. They sail since noon."


def test_or_as_a_correction_with_its_public_note(entry, copy, ada, ben):
    submit(ben, copy)
    on(actions.approve_working_copy, ada, copy, kind="correction", note="They run again.")
    assert again(entry).corrections.get().note == "They run again."
    assert not WorkingCopy.objects.exists()


def test_a_note_needs_a_correction_and_a_correction_its_note(copy, ada, ben):
    submit(ben, copy)
    with pytest.raises(actions.Invalid, match="Only a correction"):
        on(actions.approve_working_copy, ada, copy, note="They run again.")
    with pytest.raises(actions.Invalid, match="what was wrong"):
        on(actions.approve_working_copy, ada, copy, kind="correction")
    assert again(copy).state == "in_review"


def test_returned_it_carries_the_note_and_can_be_submitted_again(copy, ada, ben):
    submit(ben, copy)
    on(actions.return_working_copy, ada, copy, note="Since when?")
    assert (again(copy).state, again(copy).note) == ("returned", "Since when?")
    submit(ben, copy, note="Since noon.")
    assert (again(copy).state, again(copy).note) == ("in_review", "Since noon.")


def test_in_review_it_is_in_the_editors_hands_and_stays_its_authors(entry, copy, ada, ben):
    submit(ben, copy)
    with pytest.raises(actions.WrongState, match="in review"):
        kept(ben, entry, copy=again(copy))
    kept(ada, entry, {"body": "<p>Mended by Ada.</p>"}, again(copy))
    assert again(copy).user == ben
    assert again(copy).state == "in_review"


def test_what_was_changed_since_is_not_overwritten(entry, copy, ada, ben, chi):
    submit(ben, copy)
    more = {"revision": entry.revision, "fields": {"body": "<p>From Chi.</p>"}}
    actions.edit(user=chi, entry_id=entry.pk, **more)
    with pytest.raises(actions.Stale):
        on(actions.approve_working_copy, ada, copy)
    assert again(entry).body_text == "From Chi."
    assert again(copy).state == "in_review"


def test_decided_on_an_older_state_of_the_copy_nothing_happens(copy, ada, ben):
    submit(ben, copy)
    for verb in (actions.approve_working_copy, actions.return_working_copy):
        with pytest.raises(actions.Stale):
            verb(user=ada, entry_id=copy.entry_id, revision=1)
    with pytest.raises(actions.WrongState, match="in review"):
        submit(ben, copy)


def test_only_what_is_in_review_is_approved_or_returned(copy, ada):
    for verb in (actions.approve_working_copy, actions.return_working_copy):
        with pytest.raises(actions.WrongState, match="being written"):
            on(verb, ada, copy)


def test_a_kill_takes_it_along(entry, copy, ada, ben):
    submit(ben, copy)
    actions.kill(user=ada, entry_id=entry.pk, reason="Not true")
    assert not WorkingCopy.objects.exists()
    with pytest.raises(actions.WrongState):
        actions.approve_working_copy(user=ada, entry_id=entry.pk, revision=2)


def test_nobody_submits_a_colleagues(blog, ada, ben):
    copy = kept(ada, publish_entry(blog, ada))
    with pytest.raises(actions.NotAllowed):
        submit(ben, copy)


def test_a_note_is_refused_rather_than_cut(copy, ben):
    with pytest.raises(actions.Invalid, match="at most 500"):
        submit(ben, copy, note="x" * 501)


def test_what_a_colleague_changed_elsewhere_meanwhile_stays(entry, copy, ada, ben, chi):
    submit(ben, copy)
    more = {"revision": entry.revision, "fields": {"headline": "From Chi"}}
    actions.edit(user=chi, entry_id=entry.pk, **more)
    on(actions.approve_working_copy, ada, copy)
    assert again(entry).headline == "From Chi"
    assert again(entry).body_text == "Ferries are running again."
