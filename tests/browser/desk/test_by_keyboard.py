"""The desk by its keys: from update to update, what is done, and where letters are letters."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from liveblog.desk import lists
from tests.browser.desk_page import editor, item, open_desk, status
from tests.cast import again, publish_entry

pytestmark = pytest.mark.once  # the page and its scripts alone


@pytest.fixture
def entries(blog, ada):
    return [publish_entry(blog, ada, f"<p>Ferry {number}.</p>") for number in range(3)]


@pytest.fixture
def page(browser_of, ada, blog, entries):
    return open_desk(browser_of(ada), blog)


def words(page):
    return page.get_by_role("search", name="Filter the updates").get_by_label("Words")


def chosen(page, entry):
    page.keyboard.press("F6")
    expect(item(page, entry)).to_be_focused()


def test_j_and_k_go_through_the_updates_and_escape_back_to_the_text(page, entries):
    first, second, third = reversed(entries)
    expect(editor(page)).to_be_focused()
    chosen(page, first)
    for key, there in (("j", second), ("j", third), ("k", second)):
        page.keyboard.press(key)
        expect(item(page, there)).to_be_focused()
        expect(item(page, there)).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(editor(page)).to_be_focused()
    page.keyboard.type("jkepcmn?/")
    expect(editor(page)).to_have_text("jkepcmn?/")
    chosen(page, second)


def test_e_edits_c_corrects_and_n_begins_anew(page, entries):
    newest = entries[-1]
    chosen(page, newest)
    page.keyboard.press("c")
    expect(page.get_by_text("Only the note is new")).to_be_visible()
    page.keyboard.press("Escape")
    expect(editor(page)).to_be_focused()
    chosen(page, newest)
    page.keyboard.press("e")
    expect(page.locator("#composer-title")).to_have_text("Editing update 3")
    expect(editor(page)).to_be_focused()
    page.keyboard.type("More: ")
    chosen(page, newest)
    page.keyboard.press("c")
    dialog = page.get_by_role("dialog", name="Correct with a public note")
    expect(dialog.get_by_label("Public note")).to_be_focused()
    expect(dialog.locator(".prose")).to_contain_text("More:")
    expect(dialog.get_by_text("Only the note is new")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(item(page, newest)).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#composer-title")).to_have_text("New update")
    expect(editor(page)).to_be_focused()


def test_p_pins_and_pressed_again_takes_it_back(page, blog, entries):
    newest = entries[-1]
    chosen(page, newest)
    page.keyboard.press("p")
    expect(item(page, newest)).to_contain_text("Pinned")
    expect(item(page, newest)).to_be_focused()
    expect(status(page)).to_have_text("Pinned on top of the page.")
    page.keyboard.press("p")
    expect(status(page)).to_have_text("No longer pinned.")
    blog.refresh_from_db()
    assert blog.pinned_entry is None


def test_the_help_lists_the_keys_and_turns_letters_off_for_this_browser(page, entries):
    chosen(page, entries[-1])
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog.locator("dt", has_text="j").first).to_be_visible()
    expect(dialog).to_contain_text("publish, or submit for review")
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(item(page, entries[-1])).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(item(page, entries[-1])).to_be_focused()
    page.reload()
    page.locator("#composer[data-ready]").wait_for()
    chosen(page, entries[-1])
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    dialog.get_by_role("checkbox").check()


def test_slash_searches_and_the_end_of_the_list_brings_older_ones(
    browser_of, ada, blog, monkeypatch
):
    for number in range(lists.SIZE + 2):
        publish_entry(blog, ada, f"<p>Bus {number}.</p>")
    page = open_desk(browser_of(ada), blog)
    items = page.locator("[data-items=timeline] > [data-item]")
    expect(items).to_have_count(lists.SIZE)
    items.last.focus()
    page.keyboard.press("j")
    expect(items).to_have_count(lists.SIZE + 2)
    expect(items.nth(lists.SIZE)).to_be_focused()
    page.keyboard.press("/")
    expect(words(page)).to_be_focused()
    page.keyboard.type('"Bus 1."')
    expect(items).to_have_count(1)
    page.keyboard.press("Escape")  # empties the search
    expect(items).to_have_count(lists.SIZE)
    page.keyboard.press("Escape")
    expect(editor(page)).to_be_focused()


def test_the_focus_stays_while_colleagues_publish_withdraw_and_kill(page, blog, ada, chi, entries):
    first, second, third = reversed(entries)
    item(page, second).get_by_role("button", name="Kill…").focus()
    publish_entry(blog, chi, "<p>Chi was here.</p>")
    actions.kill(user=chi, entry_id=first.pk, reason="Not so")
    expect(item(page, first)).to_contain_text("Killed: Not so")
    expect(item(page, second).get_by_role("button", name="Kill…")).to_be_focused()
    item(page, third).focus()
    actions.withdraw(user=chi, entry_id=third.pk, revision=1, note="Wait")
    expect(item(page, third)).to_contain_text("Withdrawn")
    expect(item(page, third)).to_be_focused()
    words(page).fill("Ferry")
    expect(page.locator("[data-items=timeline] > [data-item]")).not_to_have_count(4)
    publish_entry(blog, chi, "<p>Ferry 9.</p>")
    expect(page.locator("[data-items=timeline]")).to_contain_text("Ferry 9.")
    expect(words(page)).to_be_focused()
    item(page, second).get_by_role("button", name="Withdraw…").click()
    dialog = page.get_by_role("dialog", name="Withdraw")
    expect(dialog.get_by_label("Note")).to_be_focused()
    actions.edit(user=chi, entry_id=second.pk, revision=1, fields={"body": "<p>Ferry, again.</p>"})
    expect(item(page, second)).to_contain_text("Ferry, again.")
    expect(dialog.get_by_label("Note")).to_be_focused()
    page.keyboard.press("Escape")
    expect(item(page, second).get_by_role("button", name="Withdraw…")).to_be_focused()
    assert again(second).state == "published"


def test_m_makes_a_key_event_and_the_side_leads_back_to_it(page, blog, ada, entries):
    chosen(page, entries[-1])
    page.keyboard.press("m")
    side = page.get_by_role("region", name="Key events")
    line = side.get_by_role("button", name="Ferry 2.", exact=False).first
    expect(line).to_be_visible()
    expect(item(page, entries[-1])).to_be_focused()
    assert again(entries[-1]).is_key_event
    line.focus()
    page.keyboard.press("Enter")
    expect(item(page, entries[-1])).to_be_focused()
    side.get_by_role("button", name="Take off the key events").click()
    expect(side).to_contain_text("None yet")
    assert not again(entries[-1]).is_key_event


def test_a_key_event_of_long_ago_is_fetched_with_what_is_around_it(browser_of, ada, blog):
    old = publish_entry(blog, ada, "<p>The first bus.</p>", is_key_event=True)
    for number in range(lists.SIZE + 1):
        publish_entry(blog, ada, f"<p>Bus {number}.</p>")
    page = open_desk(browser_of(ada), blog)
    expect(item(page, old)).to_have_count(0)
    page.get_by_role("region", name="Key events").get_by_role("button").first.click()
    expect(item(page, old)).to_be_focused()
    publish_entry(blog, ada, "<p>The last bus.</p>")
    page.get_by_role("button", name="Back to the newest").click()
    newest = page.locator("[data-items=timeline] > [data-item]").first
    expect(newest).to_contain_text("The last bus.")
