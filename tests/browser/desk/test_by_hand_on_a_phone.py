"""Killing, returning and scheduling on a phone by keys alone: what is asked, and what follows."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.desk_page import item, open_desk
from tests.cast import again, draft_entry, in_an_hour, publish_entry

pytestmark = pytest.mark.once  # the verbs behind it are asked on both databases


@pytest.fixture
def phone(browser_of, ada, blog):
    """Opens the desk's list on a narrow screen, once everything is there."""

    def open_list():
        page = browser_of(ada)
        page.set_viewport_size({"width": 375, "height": 700})
        open_desk(page, blog)
        page.get_by_role("button", name="Updates").press("Enter")
        return page

    return open_list


def pressed(page, found, name):
    found.get_by_role("button", name=name).press("Enter")
    return page.get_by_role("dialog", name=name.rstrip("…"))


@pytest.mark.console_errors_expected  # the browser notes the refusal
def test_a_kill_asks_for_the_word_and_the_reason(phone, blog, ada):
    entry = publish_entry(blog, ada, "<p>Nobody may read this.</p>")
    page = phone()
    dialog = pressed(page, item(page, entry), "Kill…")
    expect(dialog.get_by_label("Reason")).to_be_focused()
    page.keyboard.type("Not true")
    page.keyboard.press("Tab")
    page.keyboard.type("kill")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("Type KILL, in capitals.")
    assert again(entry).state == "published"
    dialog.get_by_label("Type KILL to confirm").fill("KILL")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(item(page, entry)).to_contain_text("Killed: Not true")
    assert again(entry).state == "killed"
    assert page.evaluate("document.activeElement !== document.body")


def test_escape_leaves_everything_as_it_was(phone, blog, ada):
    entry = publish_entry(blog, ada)
    page = phone()
    dialog = pressed(page, item(page, entry), "Kill…")
    expect(dialog.get_by_label("Reason")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(item(page, entry).get_by_role("button", name="Kill…")).to_be_focused()
    assert again(entry).revision == entry.revision


def test_a_return_is_seen_by_its_author(phone, browser_of, blog, ada, ben):
    entry = draft_entry(blog, ben)
    actions.submit(user=ben, entry_id=entry.pk, revision=entry.revision)
    bens = open_desk(browser_of(ben), blog)
    page = phone()
    dialog = pressed(page, item(page, entry), "Return with a note…")
    expect(dialog.get_by_label("Note")).to_be_focused()
    page.keyboard.type("Who says so?")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(item(bens, entry)).to_contain_text("Who says so?")
    expect(item(bens, entry).get_by_role("button", name="Edit")).to_be_visible()


def test_what_is_due_is_moved_from_the_side(phone, blog, ada):
    entry = draft_entry(blog, ada, "<p>The result.</p>")
    actions.schedule(user=ada, entry_id=entry.pk, revision=entry.revision, at=in_an_hour())
    page = phone()
    page.get_by_role("button", name="Side").press("Enter")
    page.get_by_role("button", name="Take off the schedule: The result.").press("Enter")
    dialog = page.get_by_role("dialog", name="Return with a note")
    expect(dialog.get_by_label("Note")).to_be_focused()
    page.keyboard.type("Not today.")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.locator("#desk-due")).not_to_contain_text("The result.")
    assert again(entry).state == "draft"
