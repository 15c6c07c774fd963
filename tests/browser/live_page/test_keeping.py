"""What is the reader's own survives a change: place, focus, opened lists, what is announced."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.live_page.reader import LONG, publish_long
from tests.cast import again, publish_entry

pytestmark = pytest.mark.django_db(transaction=True)


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


def publish_below_the_top(blog, ada, entries):
    return publish_entry(blog, ada, body=LONG, display_at=again(entries[6]).display_at)


LIBERTIES = {
    "an edit above": lambda blog, ada, entries: edit(ada, entries[6], LONG + LONG),
    "a withdrawal above": lambda blog, ada, entries: actions.withdraw(
        user=ada, entry_id=entries[6].pk
    ),
    "a back-dated entry above": publish_below_the_top,
    "an edit of the entry itself": lambda blog, ada, entries: edit(ada, entries[4], "<p>Short.</p>"),
    "a new entry": lambda blog, ada, entries: publish_entry(blog, ada, body=LONG),
    "a pin": lambda blog, ada, entries: actions.pin(user=ada, entry_id=entries[0].pk),
}


@pytest.mark.parametrize("change", LIBERTIES.values(), ids=LIBERTIES)
def test_the_place_is_kept_through(change, reader, entries, blog, ada):
    reader.scroll_to(entries[4])
    place = reader.top_of(entries[4])
    change(blog, ada, entries)
    reader.has_reached(blog)
    assert reader.top_of(entries[4]) == pytest.approx(place, abs=1)


def test_the_place_is_kept_when_the_entry_in_view_is_withdrawn(reader, entries, blog, ada):
    reader.scroll_to(entries[4])
    place = reader.top_of(entries[5])
    actions.withdraw(user=ada, entry_id=entries[6].pk)
    actions.withdraw(user=ada, entry_id=entries[4].pk)
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
    actions.withdraw(user=ada, entry_id=entries[4].pk)
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
    actions.withdraw(user=ada, entry_id=entries[0].pk)
    expect(reader.announcer).to_have_text("An update was withdrawn")
