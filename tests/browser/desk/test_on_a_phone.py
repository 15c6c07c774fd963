"""The desk on a phone: one pane at a time, each where it was, and nothing wider than the screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk_page import editor, item, open_desk
from tests.cast import publish_entry
from tests.wire.arriving import arrive, feed_of, killed

pytestmark = pytest.mark.once  # the page and its scripts alone


@pytest.fixture
def entries(blog, ada):
    return [publish_entry(blog, ada, f"<p>Ferry {number}.</p>") for number in range(12)]


@pytest.fixture
def phone(browser_of, ada, blog, entries):
    page = browser_of(ada)
    page.set_viewport_size({"width": 375, "height": 667})
    return open_desk(page, blog)


def bar(page, name):
    return page.get_by_role("navigation", name="Panes").get_by_role("button", name=name)


def test_each_pane_is_where_it_was_when_one_comes_back(phone, entries):
    editor(phone).focus()
    phone.keyboard.type("Half a sen")
    old = item(phone, entries[2])
    expect(old).to_be_hidden()
    bar(phone, "Updates").click()
    expect(bar(phone, "Updates")).to_have_attribute("aria-current", "true")
    expect(editor(phone)).to_be_hidden()
    old.get_by_role("button", name="Edit or correct").focus()
    expect(old).to_be_in_viewport()
    bar(phone, "Side").click()
    expect(phone.get_by_role("heading", name="Key events")).to_be_visible()
    bar(phone, "Write").click()
    expect(editor(phone)).to_be_focused()
    phone.keyboard.type("tence")
    expect(editor(phone)).to_have_text("Half a sentence")
    bar(phone, "Updates").click()
    expect(old.get_by_role("button", name="Edit or correct")).to_be_focused()
    expect(old).to_be_in_viewport()


def test_what_is_done_in_another_pane_is_said_there_and_edit_leads_to_the_text(phone, entries):
    bar(phone, "Updates").click()
    newest = item(phone, entries[-1])
    newest.get_by_role("button", name="Pin on top").click()
    expect(phone.locator("#desk-said")).to_have_text("Pinned on top of the page.")
    expect(phone.locator("#desk-said")).to_be_visible()
    newest.get_by_role("button", name="Edit or correct").click()
    expect(editor(phone)).to_be_focused()
    expect(editor(phone)).to_contain_text("Ferry 11.")
    expect(phone.locator("#desk-said")).to_be_hidden()


def test_the_bar_says_how_much_waits_and_a_kill_is_in_sight_from_everywhere(
    phone, blog, ada, northwire
):
    feed = feed_of(northwire)
    arrived = arrive(feed)
    publish_entry(blog, ada, arrived.body, built_from=arrived.pk)
    killed(feed, ed_note="The report was false.")
    alarm = phone.get_by_role("region", name="Kills and recalls")
    # The wires' own alarm tells of the same kill: it is one thing to look at.
    expect(phone.locator("#desk-wires [data-alarm-list] > li")).to_have_count(1)
    expect(bar(phone, "Side")).to_have_text("Side 1")
    for name in ("Write", "Updates", "Side"):
        bar(phone, name).click()
        expect(alarm.get_by_role("button", name="Acknowledge")).to_be_in_viewport()
        for width in (320, 375):
            phone.set_viewport_size({"width": width, "height": 667})
            assert phone.evaluate("document.documentElement.scrollWidth") <= width
    alarm.get_by_role("button", name="Acknowledge").click()
    expect(bar(phone, "Side")).to_have_text("Side")
    expect(phone.locator("#desk-wires [data-alarm-list] > li")).to_have_count(0)
