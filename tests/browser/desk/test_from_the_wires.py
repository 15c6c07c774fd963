"""What the wires bring to an open desk, in Chromium: seen at once, dealt with by keyboard."""

import pytest
from playwright.sync_api import expect

from liveblog.models import WireTask
from tests.browser.desk_page import editor, open_desk, status
from tests.cast import again, credit, publish_entry
from tests.wire.arriving import arrive, feed_of, killed

RISEN = {"version": "2", "body": "<p>All ferries sail again from noon.</p>"}


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def built(feed, blog, ada, northwire):
    item = arrive(feed)
    return publish_entry(blog, ada, item.body, built_from=item.pk, attributions=[credit(northwire)])


def queue(page):
    return page.get_by_role("region", name="From the wires")


def test_a_kill_is_loud_until_somebody_acknowledges_it(browser_of, ada, blog, feed, built):
    page = open_desk(browser_of(ada), blog)
    editor(page).focus()
    page.keyboard.type("Ada is in the middle of a")
    killed(feed, ed_note="The report was false.")
    alarm = page.get_by_role("region", name="Kills and recalls")
    expect(alarm).to_contain_text("Northwire has killed")
    expect(alarm).to_contain_text("Update 1 is gone for good.")
    expect(page.locator("#desk-alarm")).to_contain_text("Update 1 is gone for good.")
    page.keyboard.type(" sentence.")
    expect(editor(page)).to_have_text("Ada is in the middle of a sentence.")
    alarm.get_by_role("button", name="Acknowledge").focus()
    page.keyboard.press("Enter")
    expect(alarm.locator("[data-task]")).to_have_count(0)
    expect(status(page)).to_have_text("Acknowledged.")
    assert WireTask.objects.get().closed_by == ada


def test_a_correction_is_two_presses_and_a_note_away(browser_of, ada, blog, feed, built):
    page = open_desk(browser_of(ada), blog)
    arrive(feed, **RISEN, signals=["correction"])
    expect(queue(page).locator("ins")).to_have_text("sail again from noon.")
    queue(page).get_by_role("button", name="Correct…").click()
    dialog = page.get_by_role("dialog", name="Correct with a public note")
    expect(dialog.locator(".prose")).to_have_text("All ferries sail again from noon.")
    dialog.get_by_label("Public note").fill("Ferries sail again from noon.")
    assert again(built).corrections.count() == 0
    dialog.get_by_role("button", name="Publish the correction").click()
    expect(status(page)).to_have_text("The correction of update 1 is published.")
    expect(queue(page)).to_be_hidden()
    entry = again(built)
    assert entry.body == RISEN["body"]
    assert entry.corrections.get().note == "Ferries sail again from noon."
    assert entry.built_from.version == "2"


def test_what_was_held_is_mended_and_restored(browser_of, ada, blog, feed, built):
    page = open_desk(browser_of(ada), blog)
    arrive(feed, version="2", pub_status="withheld", body="")
    expect(queue(page)).to_contain_text("Northwire is holding")
    arrive(feed, **{**RISEN, "version": "3"})
    queue(page).get_by_role("button", name="Mend and restore").click()
    expect(editor(page)).to_have_text("All ferries sail again from noon.")
    editor(page).press("Control+Enter")
    expect(status(page)).to_have_text("Update 1 is back.")
    assert (again(built).state, again(built).body) == ("published", RISEN["body"])
