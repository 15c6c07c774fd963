"""The history of an update and its place among the others, by keyboard, in Chromium."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.axe import settled_violations
from tests.browser.desk_page import editor, item, open_desk, stored
from tests.cast import again, publish_entry

pytestmark = pytest.mark.once  # the verbs behind it are asked on both databases


@pytest.fixture
def page(browser_of, ada, blog):
    return open_desk(browser_of(ada), blog)


@pytest.fixture
def entry(blog, ada, chi):
    entry = publish_entry(blog, ada, "<p>Two ferries are lost.</p>")
    more = {"revision": entry.revision, "fields": {"body": "<p>Three ferries are lost.</p>"}}
    return actions.edit(user=chi, entry_id=entry.pk, **more)


@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_an_old_text_is_compared_and_taken_up_without_overwriting(entry, page):
    item(page, entry).get_by_role("link", name="History").press("Enter")
    dialog = page.get_by_role("dialog", name="History of update 1")
    dialog.get_by_role("button", name="Compare the two chosen").press("Enter")
    expect(dialog.get_by_role("heading", name="From revision 1 to revision 2")).to_be_focused()
    expect(dialog.locator("[data-between] ins")).to_contain_text("Three")
    assert settled_violations(page) == []
    dialog.get_by_role("button", name="Put revision 1 into the composer").press("Enter")
    expect(dialog).to_be_hidden()
    expect(editor(page)).to_have_text("Two ferries are lost.")
    assert again(entry).body_text == "Three ferries are lost."
    editor(page).press("Control+Enter")
    stored(page, "Update 1 is changed.")
    assert again(entry).body_text == "Two ferries are lost."


def test_alt_and_an_arrow_move_an_update_and_undo_moves_it_back(blog, ada, page):
    first = publish_entry(blog, ada, "<p>First.</p>")
    second = publish_entry(blog, ada, "<p>Second.</p>")
    numbers = page.locator(".items .item-number")
    expect(numbers).to_have_text(["2", "1"])
    item(page, first).press("Alt+ArrowUp")
    expect(numbers).to_have_text(["1", "2"])
    expect(item(page, first)).to_be_focused()
    note = page.get_by_role("group", name="What was moved")
    expect(note).to_contain_text("Moved: the time of update 1 is")
    composer = page.locator("#composer").bounding_box()
    assert note.bounding_box()["x"] >= composer["x"] + composer["width"]  # its buttons are free
    assert again(first).display_at > again(second).display_at
    note.get_by_role("button", name="Undo").press("Enter")
    expect(numbers).to_have_text(["2", "1"])
    assert again(first).display_at == first.display_at


def test_a_picture_has_its_room_before_it_arrives(browser_of, ada, blog, picture):
    entry = publish_entry(blog, ada, images=[{"asset": picture().pk}])
    page = browser_of(ada)
    page.route("**/media/**", lambda route: None)  # on its way for ever
    open_desk(page, blog)
    room = item(page, entry).locator(".picture img").bounding_box()
    assert (room["width"], room["height"]) == (64, 36)
