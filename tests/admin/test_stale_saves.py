"""Two editors on one page: the second sees both texts, keeps hers, and merges on purpose."""

import pytest

from liveblog.models import Entry
from tests.admin.desk import change_url, rows
from tests.cast import again, draft_entry, publish_entry

OLD = "<p>Ferries are suspended.</p>"
HERS = "<p>Ferries are suspended until noon.</p>"
THEIRS = "<p>All ferries are suspended.</p>"


@pytest.fixture
def entry(blog, ada):
    return publish_entry(blog, ada, OLD)


@pytest.fixture
def stale(adas, chis, entry):
    """Ada's answer after Chi saved in between."""
    page = adas.entry(entry)
    chis.entry(entry).press("save", body=THEIRS)
    return page.press("save", body=HERS)


def test_the_second_save_is_refused_and_overwrites_nothing(stale, entry):
    assert stale.status == 409
    assert again(entry).body == THEIRS


def test_both_texts_are_shown_with_who_saved(stale):
    assert "Chi saved this at" in stale
    assert "All ferries are suspended." in stale
    assert "Ferries are suspended until noon." in stale


def test_the_difference_is_shown_word_by_word(stale):
    assert "<del>All ferries </del><ins>Ferries </ins>are <del>suspended.</del>" in stale
    assert "<ins>suspended until noon.</ins>" in stale


def test_what_was_typed_is_still_in_the_form(stale):
    assert stale.form.values["body"] == HERS


def test_saving_again_is_a_deliberate_merge(stale, entry):
    stale.press("save", body="<p>All ferries are suspended until noon.</p>")
    assert again(entry).body_text == "All ferries are suspended until noon."


def test_only_fields_that_differ_are_compared(stale):
    assert "<h3>Text</h3>" in stale
    assert "<h3>Urgency</h3>" not in stale


def test_rows_are_compared_in_words(adas, chis, entry, northwire):
    page = adas.entry(entry)
    chis.entry(entry).press("save", **rows("attributions", {"source": northwire.pk}))
    warned = page.press("save", headline="Ferries")
    assert "Northwire, reported" in warned
    assert "<h3>Attributions</h3>" in warned


def test_a_change_of_formatting_alone_is_shown_too(adas, chis, entry):
    page = adas.entry(entry)
    chis.entry(entry).press("save", body="<p>Ferries are <strong>suspended</strong>.</p>")
    assert "&lt;strong&gt;suspended&lt;/strong&gt;" in page.press("save", headline="Ferries")


def test_a_third_save_in_between_is_noticed_again(adas, chis, stale, entry):
    chis.entry(entry).press("save", body="<p>Third.</p>")
    assert stale.press("save").status == 409
    assert again(entry).body_text == "Third."


def test_both_typing_the_same_is_no_conflict(adas, chis, entry):
    page = adas.entry(entry)
    chis.entry(entry).press("save", body=HERS)
    assert page.press("save", body=HERS).status == 200


def test_a_draft_taken_over_and_published_still_gives_ben_his_text(adas, bens, ben, blog):
    entry = draft_entry(blog, ben)
    page = bens.entry(entry)
    adas.entry(entry).press("publish", body=THEIRS)
    warned = page.press("save", body=HERS)
    assert warned.status == 409
    assert warned.form.values["body"] == HERS
    refused = warned.press("save")
    assert refused.status == 403
    assert refused.form.values["body"] == HERS
    assert again(entry).body == THEIRS


def test_a_publication_over_a_newer_draft_is_refused(adas, chis, ada, blog):
    entry = draft_entry(blog, ada)
    page = adas.entry(entry)
    chis.entry(entry).press("save", body=THEIRS)
    assert page.press("publish", body=HERS).status == 409
    assert again(entry).state == Entry.State.DRAFT


def test_a_live_blog_saved_by_two_shows_both_too(adas, chis, blog):
    page = adas.open(change_url(blog))
    chis.open(change_url(blog)).press(standfirst="Chi's words.")
    warned = page.press(standfirst="Ada's words.")
    assert warned.status == 409
    assert "Chi&#x27;s words." in warned
    assert warned.form.values["standfirst"] == "Ada's words."
    warned.press()
    assert again(blog).standfirst == "Ada's words."


def test_a_source_saved_by_two_shows_both_too(adas, chis, northwire):
    page = adas.open(change_url(northwire))
    chis.open(change_url(northwire)).press(name="Northwire News")
    warned = page.press(name="North Wire")
    assert warned.status == 409
    assert "Northwire News" in warned
    warned.press()
    assert again(northwire).name == "North Wire"


@pytest.mark.parametrize("revision", ["", "x", "-1", "999999", "1.5"])
def test_a_revision_made_up_saves_nothing(adas, entry, revision):
    page = adas.entry(entry).press("save", body=HERS, revision=revision)
    assert page.form.values["body"] == HERS
    assert again(entry).body == OLD
