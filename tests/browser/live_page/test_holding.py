"""New entries wait for a reader who is in the middle of the page; nothing else does."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.live_page.reader import publish_long
from tests.cast import again, publish_entry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


@pytest.fixture
def entries(blog, ada):
    return publish_long(blog, ada, 8)


@pytest.fixture
def reader(entries, reader):
    """She has scrolled to the fourth of eight entries."""
    reader.open().scroll_to(entries[4])
    return reader


def test_new_entries_wait_and_are_counted(reader, blog, ada):
    first = publish_entry(blog, ada)
    expect(reader.bar).to_have_text("1 new update")
    publish_entry(blog, ada)
    expect(reader.bar).to_have_text("2 new updates")
    expect(reader.entry(first)).to_have_count(0)
    reader.has_reached(blog)


def test_the_button_shows_them_and_leads_to_the_newest(reader, blog, ada):
    publish_entry(blog, ada)
    new = publish_entry(blog, ada)
    expect(reader.bar).to_have_text("2 new updates")
    reader.bar.click()
    expect(reader.entry(new)).to_be_in_viewport()
    expect(reader.entry(new)).to_be_focused()
    expect(reader.bar).to_be_hidden()
    assert reader.numbers == list(range(10, 0, -1))


def test_the_focused_entry_is_left_as_the_server_made_it(reader, blog, ada):
    new = publish_entry(blog, ada)
    reader.bar.click()
    expect(reader.entry(new)).to_have_attribute("tabindex", "-1")
    reader.page.keyboard.press("Tab")
    expect(reader.entry(new)).not_to_have_attribute("tabindex", "-1")


def test_scrolling_back_to_the_top_shows_them(reader, blog, ada):
    new = publish_entry(blog, ada)
    expect(reader.bar).to_be_visible()
    reader.page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    expect(reader.entry(new)).to_be_visible()
    expect(reader.bar).to_be_hidden()


def test_killed_entry_waits_no_longer(reader, blog, ada):
    killed = publish_entry(blog, ada, body="<p>Libel.</p>")
    kept = publish_entry(blog, ada)
    expect(reader.bar).to_have_text("2 new updates")
    actions.kill(user=ada, entry_id=killed.pk, reason="Libel.")
    expect(reader.bar).to_have_text("1 new update")
    reader.bar.click()
    expect(reader.entry(kept)).to_be_visible()
    assert killed.number not in reader.numbers


def test_the_bar_goes_when_everything_that_waited_is_killed(reader, blog, ada):
    killed = publish_entry(blog, ada)
    expect(reader.bar).to_be_visible()
    actions.kill(user=ada, entry_id=killed.pk, reason="Libel.")
    expect(reader.bar).to_be_hidden()


def test_entry_edited_while_it_waits_is_shown_as_it_is_now(reader, blog, ada):
    new = publish_entry(blog, ada)
    expect(reader.bar).to_be_visible()
    actions.edit(user=ada, entry_id=new.pk, revision=new.revision, fields={"body": "<p>Now.</p>"})
    reader.has_reached(blog)
    expect(reader.bar).to_have_text("1 new update")
    reader.bar.click()
    expect(reader.entry(new)).to_contain_text("Now.")


def test_edits_and_kills_of_shown_entries_do_not_wait(reader, entries, ada):
    shown = again(entries[7])
    fields = {"body": "<p>Corrected.</p>"}
    actions.edit(user=ada, entry_id=shown.pk, revision=shown.revision, fields=fields)
    expect(reader.entry(shown)).to_contain_text("Corrected.")
    actions.kill(user=ada, entry_id=shown.pk, reason="Retracted.")
    expect(reader.entry(shown)).to_have_count(0)
    expect(reader.bar).to_be_hidden()


def test_back_dated_entry_goes_to_its_place_at_once(reader, entries, blog, ada):
    late = publish_entry(blog, ada, display_at=again(entries[3]).display_at)
    expect(reader.entry(late)).to_have_count(1)
    assert reader.numbers == [8, 7, 6, 5, 9, 4, 3, 2, 1]
    expect(reader.bar).to_be_hidden()


def test_reader_at_the_top_of_the_timeline_waits_for_nothing(reader, entries, blog, ada):
    reader.scroll_to(entries[7])
    new = publish_entry(blog, ada)
    expect(reader.entry(new)).to_be_in_viewport()
