"""What is the reader's own survives a change: place, focus, opened lists, what is announced."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.live_page.reader import LONG, publish_long
from tests.cast import again, publish_entry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


@pytest.fixture
def entries(blog, ada):
    return publish_long(blog, ada, 8)


@pytest.fixture
def reader(entries, reader):
    return reader.open()


def edit(ada, entry, body):
    entry = again(entry)
    fields = {"body": body}
    return actions.edit(user=ada, entry_id=entry.pk, revision=entry.revision, fields=fields)


CHANGES = {
    "an edit above": lambda blog, ada, them: edit(ada, them[6], LONG + LONG),
    "a withdrawal above": lambda blog, ada, them: withdraw(ada, them[6]),
    "a back-dated entry above": lambda blog, ada, them: publish_beside(blog, ada, them[6]),
    "an edit of the entry itself": lambda blog, ada, them: edit(ada, them[4], "<p>Short.</p>"),
    "a new entry": lambda blog, ada, them: publish_entry(blog, ada, body=LONG),
    "a pin": lambda blog, ada, them: actions.pin(user=ada, entry_id=them[0].pk),
}


def withdraw(ada, entry):
    actions.withdraw(user=ada, entry_id=entry.pk)


def publish_beside(blog, ada, entry):
    publish_entry(blog, ada, body=LONG, display_at=again(entry).display_at)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_place_is_kept_without_the_browsers_help_through(change, reader, entries, blog, ada):
    reader.page.evaluate("document.body.style.overflowAnchor = 'none'")  # as Safari
    reader.scroll_to(entries[4])
    place = reader.top_of(entries[4])
    change(blog, ada, entries)
    reader.has_reached(blog)
    assert reader.top_of(entries[4]) == pytest.approx(place, abs=1)


def test_the_place_is_kept_when_the_entry_in_view_is_withdrawn(reader, entries, blog, ada):
    reader.scroll_to(entries[4])
    place = reader.top_of(entries[5])
    withdraw(ada, entries[6])
    withdraw(ada, entries[4])
    reader.has_reached(blog)
    assert reader.top_of(entries[5]) == pytest.approx(place, abs=1)


def test_the_focus_stays_on_the_link_of_an_edited_entry(reader, entries, ada):
    link = reader.entry(entries[4]).locator("a.permalink")
    link.focus()
    edit(ada, entries[4], "<p>Now.</p>")
    expect(reader.entry(entries[4])).to_contain_text("Now.")
    expect(link).to_be_focused()


def test_the_focus_moves_next_to_a_withdrawn_entry(reader, entries, ada):
    reader.entry(entries[4]).locator("a.permalink").focus()
    withdraw(ada, entries[4])
    expect(reader.entry(entries[4])).to_have_count(0)
    expect(reader.entry(entries[3])).to_be_focused()


def test_the_focus_stays_on_a_link_of_a_region(reader, entries, blog, ada):
    entry = again(entries[0])
    mark = {"user": ada, "is_key_event": True}
    actions.mark_key_event(entry_id=entry.pk, revision=entry.revision, title="Landfall", **mark)
    link = reader.region("key_events").get_by_role("link", name="Landfall")
    link.focus()
    entry = again(entries[1])
    actions.mark_key_event(entry_id=entry.pk, revision=entry.revision, title="Calm", **mark)
    expect(reader.region("key_events").get_by_role("link", name="Calm")).to_be_visible()
    expect(link).to_be_focused()


def test_an_opened_list_stays_open(reader, entries, blog, ada):
    for entry in map(again, entries[:7]):
        actions.mark_key_event(
            user=ada, entry_id=entry.pk, revision=entry.revision, is_key_event=True, title="Storm"
        )
    reader.has_reached(blog)
    earlier = reader.region("key_events").locator("details")
    earlier.evaluate("it => { it.open = true }")
    edit(ada, entries[0], "<p>Now.</p>")
    publish_entry(blog, ada, is_key_event=True, key_event_title="Landfall")
    expect(reader.region("key_events")).to_contain_text("Landfall")
    expect(earlier).to_have_attribute("open", "")


def test_screen_readers_hear_of_new_updates(reader, blog, ada):
    publish_entry(blog, ada)
    expect(reader.announcer).to_have_text("1 new update")


def test_screen_readers_hear_of_a_correction(reader, entries, ada):
    entry = again(entries[0])
    actions.correct(user=ada, entry_id=entry.pk, revision=entry.revision, note="It was one.")
    expect(reader.announcer).to_have_text("An update was corrected")


def test_screen_readers_hear_of_a_withdrawal(reader, entries, ada):
    withdraw(ada, entries[0])
    expect(reader.announcer).to_have_text("An update was withdrawn")
