"""What can happen to an entry readers have seen."""

import pytest
from django.utils import timezone

from liveblog import actions
from liveblog.models import Correction, Entry, Revision
from tests.cast import again, credit, draft_entry, publish_entry


def test_a_plain_edit_moves_the_version_and_leaves_no_note(blog, ada):
    entry = publish_entry(blog, ada)
    fields = {"body": "<p>Ferries run again.</p>"}
    edited = actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    assert edited.seq == entry.seq + 1
    assert not Correction.objects.exists()


def test_a_correction_carries_a_dated_public_note(blog, ada):
    entry = publish_entry(blog, ada)
    actions.correct(
        user=ada, entry_id=entry.pk, revision=entry.revision, note="The port was misnamed."
    )
    assert Correction.objects.get().note == "The port was misnamed."


def test_a_correction_without_a_note_is_refused_and_changes_nothing(blog, ada):
    entry = publish_entry(blog, ada)
    with pytest.raises(actions.Invalid, match="what was wrong"):
        actions.correct(
            user=ada, entry_id=entry.pk, revision=entry.revision, note=" ", fields={"body": "x"}
        )
    assert again(entry).body == entry.body


def test_the_second_of_two_saves_is_refused_with_what_stands(blog, ada, chi):
    entry = publish_entry(blog, ada)
    seen = entry.revision
    actions.edit(user=ada, entry_id=entry.pk, revision=seen, fields={"body": "<p>Ada.</p>"})
    with pytest.raises(actions.Stale) as refusal:
        actions.edit(user=chi, entry_id=entry.pk, revision=seen, fields={"body": "<p>Chi.</p>"})
    assert refusal.value.current["body"] == "<p>Ada.</p>"
    assert again(entry).body == "<p>Ada.</p>"


def test_withdrawing_clears_the_pin_and_restoring_keeps_the_number(blog, ada):
    entry = publish_entry(blog, ada)
    actions.pin(user=ada, entry_id=entry.pk)
    gone = actions.withdraw(user=ada, entry_id=entry.pk)
    assert again(blog).pinned_entry is None
    back = actions.restore(user=ada, entry_id=entry.pk, revision=gone.revision)
    assert back.number == entry.number
    assert again(blog).pinned_entry is None


def test_a_kill_is_for_good(blog, ada, chi):
    entry = publish_entry(blog, ada)
    killed = actions.kill(user=ada, entry_id=entry.pk, reason="The agency retracted it.")
    with pytest.raises(actions.WrongState):
        actions.restore(user=chi, entry_id=entry.pk, revision=killed.revision)
    assert again(entry).state == Entry.State.KILLED


def test_a_kill_never_loses_a_race_with_a_save(blog, ada):
    entry = publish_entry(blog, ada)
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields={"body": "<p>x</p>"})
    actions.kill(user=ada, entry_id=entry.pk, reason="Retracted.")
    assert again(entry).state == Entry.State.KILLED


def test_killing_a_draft_leaves_no_public_trace(blog, ada):
    version = again(blog).version
    entry = draft_entry(blog, ada)
    actions.kill(user=ada, entry_id=entry.pk, reason="Libel.")
    assert again(entry).number is None
    assert again(blog).version == version


def test_a_chief_can_erase_killed_text_and_who_and_when_remain(blog, ada, chi):
    entry = publish_entry(blog, ada, body="<p>Libel.</p>")
    actions.kill(user=ada, entry_id=entry.pk, reason="Libel.")
    actions.erase_killed(user=chi, entry_id=entry.pk)
    rows = Revision.objects.filter(entry=entry)
    assert again(entry).body == again(entry).body_text == ""
    assert "Libel" not in str(list(rows.values_list("snapshot", "note")))
    assert rows.filter(user=ada).exists()


def test_re_timing_moves_the_entry_and_nothing_else(blog, ada):
    entry = publish_entry(blog, ada)
    when = timezone.now() - timezone.timedelta(hours=3)
    moved = actions.re_time(user=ada, entry_id=entry.pk, revision=entry.revision, display_at=when)
    assert (moved.display_at, moved.number) == (when, entry.number)


def test_the_credit_line_counts_entries_and_breaks_ties_by_name(blog, ada, northwire, coastal):
    publish_entry(blog, ada, attributions=[credit(northwire)])
    entry = publish_entry(blog, ada, attributions=[credit(coastal), credit(northwire)])
    assert again(blog).credit_line == (
        "Some information in this report came from Northwire and The Coastal Press."
    )
    actions.kill(user=ada, entry_id=entry.pk, reason="Retracted.")
    assert again(blog).credit_line == "Some information in this report came from Northwire."


def test_quoted_and_via_sources_are_not_in_the_credit_line(blog, ada, northwire, coastal):
    publish_entry(blog, ada, attributions=[credit(northwire, "quoted")])
    publish_entry(blog, ada, attributions=[credit(coastal, via=northwire)])
    assert "Northwire" not in again(blog).credit_line


def test_a_renamed_source_touches_every_entry_that_credits_it(blog, ada, northwire):
    entry = publish_entry(blog, ada, attributions=[credit(northwire)])
    other = publish_entry(blog, ada)
    actions.edit_source(
        user=ada, source_id=northwire.pk, revision=1, fields={"name": "Northern Wire"}
    )
    assert again(entry).seq > other.seq
    assert again(other).seq == other.seq
    assert again(blog).credit_line.endswith("from Northern Wire.")


def test_a_working_copy_is_taken_by_the_next_edit(blog, ada):
    entry = publish_entry(blog, ada)
    copy = actions.save_working_copy(
        user=ada, entry_id=entry.pk, fields={"body": "<p>Next.</p>"}, based_on=entry.revision
    )
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=copy.fields)
    assert again(entry).body == "<p>Next.</p>"
    assert not hasattr(again(entry), "working_copy")


def test_an_edit_for_something_else_leaves_a_colleagues_working_copy(blog, ada, chi):
    entry = publish_entry(blog, ada)
    fields = {"body": "<p>Chi is still writing.</p>"}
    actions.save_working_copy(user=chi, entry_id=entry.pk, fields=fields, based_on=entry.revision)
    actions.edit(
        user=ada, entry_id=entry.pk, revision=entry.revision, fields={"headline": "Ferries"}
    )
    assert again(entry).working_copy.fields == fields


def test_a_colleagues_working_copy_is_gone_once_its_text_stands(blog, ada, chi):
    entry = publish_entry(blog, ada)
    fields = {"body": "<p>Chi's text.</p>", "display_at": timezone.now().isoformat()}
    actions.save_working_copy(user=chi, entry_id=entry.pk, fields=fields, based_on=entry.revision)
    actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)
    assert not hasattr(again(entry), "working_copy")
