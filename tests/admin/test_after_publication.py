"""What readers have seen changes by verbs: each button is one, each asks before it takes away."""

import pytest

from liveblog.models import Correction, Entry, Revision
from tests.cast import again, publish_entry


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada)


def last_verb():
    return Revision.objects.first().verb


def test_saving_changes_is_an_edit_with_no_public_note(adas, entry):
    adas.entry(entry).press("save", body="<p>Ferries run again.</p>")
    assert again(entry).body_text == "Ferries run again."
    assert last_verb() == "edit"
    assert not Correction.objects.exists()


def test_saving_without_a_change_tells_readers_nothing(adas, entry, blog):
    version = again(blog).version
    adas.entry(entry).press("save")
    assert again(blog).version == version


def test_a_correction_carries_its_public_note(adas, entry):
    page = adas.entry(entry)
    page.press(
        "correct", body="<p>Ferries run.</p>", kind="clarification", note="They never stopped."
    )
    correction = Correction.objects.get()
    assert (correction.kind, correction.note) == ("clarification", "They never stopped.")
    assert again(entry).body_text == "Ferries run."


def test_a_correction_without_a_note_is_refused_with_the_text_kept(adas, entry):
    page = adas.entry(entry).press("correct", body="<p>Ferries run.</p>", note="")
    assert "Say in the public note what was wrong." in page
    assert page.form.values["body"] == "<p>Ferries run.</p>"
    assert again(entry).revision == entry.revision


def test_a_note_is_never_dropped_by_saving_as_a_plain_edit(adas, entry):
    page = adas.entry(entry).press("save", note="They never stopped.")
    assert "Publish as a correction" in page
    assert page.form.values["note"] == "They never stopped."
    assert again(entry).revision == entry.revision


def test_a_double_click_on_a_correction_notes_it_once(adas, entry):
    page = adas.entry(entry)
    for _ in range(2):
        page.press("correct", body="<p>Ferries run.</p>", note="They never stopped.")
    assert Correction.objects.count() == 1


def test_withdrawing_asks_first_and_names_the_update(adas, entry):
    page = adas.verb(entry, "withdraw")
    assert "Ferries are suspended." in page
    assert again(entry).state == Entry.State.PUBLISHED
    page.press(note="Unconfirmed.")
    assert again(entry).state == Entry.State.WITHDRAWN
    assert Revision.objects.first().note == "Unconfirmed."


def test_a_withdrawn_update_comes_back_under_its_number(adas, entry):
    adas.do(entry, "withdraw")
    adas.do(entry, "restore")
    assert (again(entry).state, again(entry).number) == ("published", 1)


def test_killing_takes_a_reason_and_the_word(adas, entry):
    adas.do(entry, "kill", reason="The agency retracted it.", word="KILL")
    assert again(entry).state == Entry.State.KILLED
    assert again(entry).kill_reason == "The agency retracted it."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": "Wrong", "word": "kill"}, "Type KILL, in capitals."),
        ({"reason": "Wrong", "word": ""}, "Type KILL, in capitals."),
        ({"reason": "", "word": "KILL"}, "Say why it is killed."),
    ],
)
def test_a_kill_is_never_a_slip_of_the_hand(adas, entry, typed, sentence):
    page = adas.do(entry, "kill", **typed)
    assert sentence in page
    assert page.form.values["reason"] == typed["reason"]
    assert again(entry).state == Entry.State.PUBLISHED


def test_a_chief_erases_the_text_of_what_was_killed(adas, chis, entry):
    adas.do(entry, "kill", reason="Wrong", word="KILL")
    chis.do(entry, "erase", word="ERASE")
    assert again(entry).body == ""
    assert "Ferries" not in str(list(Revision.objects.filter(entry=entry).values_list("snapshot")))


def test_an_editor_cannot_erase(adas, entry):
    adas.do(entry, "kill", reason="Wrong", word="KILL")
    page = adas.do(entry, "erase", word="ERASE")
    assert page.status == 403
    assert again(entry).body_text == "Ferries are suspended."


def test_pin_and_unpin_are_one_press_each(adas, entry, blog):
    adas.do(entry, "pin")
    assert again(blog).pinned_entry == entry
    adas.do(entry, "unpin")
    assert again(blog).pinned_entry is None


def test_a_key_event_gets_its_title_and_leaves_the_list_again(adas, entry):
    adas.do(entry, "mark-key-event", key_event_title="Ferries stop")
    assert (again(entry).is_key_event, again(entry).key_event_title) == (True, "Ferries stop")
    adas.do(entry, "unmark-key-event")
    assert again(entry).is_key_event is False


def test_re_timing_takes_the_blogs_clock(adas, entry):
    adas.do(entry, "re-time", display_at="2023-01-05T21:34")
    assert again(entry).display_at.isoformat() == "2023-01-06T02:34:00+00:00"
    assert last_verb() == "re_time"


def test_a_button_pressed_on_an_old_page_is_asked_about_again(adas, entry):
    page = adas.verb(entry, "withdraw")
    adas.entry(entry).press("save", body="<p>Ferries run again.</p>")
    warned = page.press()
    assert warned.status == 409
    assert "Ferries run again." in warned
    warned.press()
    assert again(entry).state == Entry.State.WITHDRAWN


def test_a_verb_that_no_longer_applies_says_so(adas, entry):
    page = adas.verb(entry, "withdraw")
    page.press()
    assert "withdrawn" in adas.verb(entry, "withdraw")
    assert "cannot be done" in adas.verb(entry, "withdraw")
