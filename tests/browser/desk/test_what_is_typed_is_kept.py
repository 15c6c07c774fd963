"""What is typed at the desk is on the device at once, whatever becomes of the page."""

import pytest
from playwright.sync_api import expect

from liveblog.models import Entry, MediaAsset
from tests.browser.admin_pages import type_text
from tests.browser.desk_page import ANSWERS_ARE_LOST, edit, editor, item, open_desk
from tests.cast import publish_entry
from tests.images_drawn import png

pytestmark = pytest.mark.once

WORDS = "Ferries are suspended between both islands until further notice."
FULL = """
Storage.prototype.setItem = function setItem(name, text) {
  if (this === localStorage) throw new DOMException("full", "QuotaExceededError");
  this[name] = text;
};
"""


@pytest.fixture
def adas(browser_of, ada, blog):
    return open_desk(browser_of(ada), blog)


# Resolves once the browser's database has the words: nothing waits for it when a tab is closed.
WRITTEN = """async (words) => {
  const opened = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const database = await opened(indexedDB.open("newsroom"));
  for (;;) {
    for (const store of database.objectStoreNames) {
      const rows = await opened(database.transaction(store).objectStore(store).getAll());
      if (JSON.stringify(rows).includes(words)) return;
    }
    await new Promise(requestAnimationFrame);
  }
}"""


def kept(page):
    return page.get_by_role("list", name="Texts kept in this browser")


def test_the_last_letter_is_there_when_the_tab_is_closed_upon_it(adas, blog):
    type_text(adas, WORDS)
    context = adas.context
    adas.close()
    again = open_desk(context.new_page(), blog)
    expect(kept(again)).to_contain_text(WORDS[:60])
    kept(again).get_by_role("button", name="Put it back").click()
    expect(editor(again)).to_have_text(WORDS)
    expect(kept(again)).to_be_hidden()
    again.reload()
    again.locator("#composer[data-ready]").wait_for()
    expect(editor(again)).to_have_text(WORDS)


def test_tabs_on_the_same_live_blog_do_not_overwrite_each_other(adas, blog):
    type_text(adas, WORDS)
    with adas.context.expect_page() as opened:
        adas.evaluate("window.open(location.href)")  # it begins with the other's memory
    twin = opened.value
    twin.locator("#composer[data-ready]").wait_for()
    expect(editor(twin)).to_have_text("")
    expect(kept(twin)).to_be_hidden()  # the other tab has it
    type_text(twin, "Buses run.")
    adas.keyboard.type(" Ask the port.")
    for page, words in ((adas, f"{WORDS} Ask the port."), (twin, "Buses run.")):
        page.reload()
        page.locator("#composer[data-ready]").wait_for()
        expect(editor(page)).to_have_text(words)
    twin.close()
    expect(editor(adas)).to_have_text(f"{WORDS} Ask the port.")
    adas.reload()
    expect(kept(adas)).to_contain_text("Buses run.")


@pytest.mark.console_errors_expected
def test_a_full_storage_is_said_once_and_the_text_is_kept_all_the_same(adas, blog):
    context = adas.context
    context.add_init_script(FULL)
    adas.reload()
    adas.locator("#composer[data-ready]").wait_for()
    type_text(adas, WORDS)
    said = adas.locator("[data-room]")
    expect(said).to_contain_text("This browser's storage is full.")
    expect(said).to_have_count(1)
    adas.evaluate(WRITTEN, WORDS)
    adas.close()
    again = open_desk(context.new_page(), blog)
    expect(kept(again)).to_contain_text(WORDS[:60])


def test_what_is_typed_into_dialogs_is_kept_and_the_confirming_word_is_not(adas, ada, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    item(adas, entry).get_by_role("button", name="Kill…").click()
    adas.get_by_label("Reason").press_sequentially("The port says that it is not so.")
    adas.keyboard.press("Tab")
    adas.keyboard.type("KILL")
    adas.reload()
    adas.locator("#composer[data-ready]").wait_for()
    item(adas, entry).get_by_role("button", name="Kill…").click()
    expect(adas.get_by_label("Reason")).to_have_value("The port says that it is not so.")
    expect(adas.get_by_label("Type KILL")).to_have_value("")
    adas.keyboard.press("Escape")
    edit(adas, entry)
    adas.get_by_role("button", name="Correct…").click()
    adas.get_by_role("textbox", name="Public note").press_sequentially("It said at one.")
    adas.reload()
    adas.locator("#composer[data-ready]").wait_for()
    adas.get_by_role("button", name="Correct…").click()
    expect(adas.get_by_role("textbox", name="Public note")).to_have_value("It said at one.")
    assert Entry.objects.get().revision == 1


def test_pictures_waiting_for_their_credit_outlive_the_tab(adas, blog):
    page, context = adas, adas.context
    files = [
        {"name": name, "mimeType": "image/png", "buffer": png()} for name in ("a.png", "b.png")
    ]
    page.locator("[data-files]").set_input_files(files)
    dialog = page.get_by_role("dialog", name="Credit and describe")
    dialog.get_by_label("Credit").first.press_sequentially("Lena Fisher")
    dialog.get_by_label("Alternative text").last.press_sequentially("A pier in the rain")
    page.close()
    page = open_desk(context.new_page(), blog)
    offered = page.get_by_role("list", name="Pictures kept in this browser")
    expect(offered).to_contain_text("2 pictures are not taken in")
    offered.get_by_role("button", name="Put back into the dialog").click()
    dialog = page.get_by_role("dialog", name="Credit and describe")
    values = [it.input_value() for it in dialog.locator("[name=credit], [name=alt]").all()]
    assert sorted(values) == ["", "", "A pier in the rain", "Lena Fisher"]
    for field in dialog.get_by_label("Alternative text").all():
        field.fill("A pier in the rain")
    for field in dialog.get_by_label("Credit").all():
        field.fill("Lena Fisher")
    dialog.get_by_role("button", name="Take in").click()
    expect(
        page.get_by_role("list", name="Pictures", exact=True).get_by_text("Lena Fisher")
    ).to_have_count(2)
    page.reload()
    page.locator("#composer[data-ready]").wait_for()
    expect(offered).to_be_hidden()
    expect(
        page.get_by_role("list", name="Pictures", exact=True).get_by_text("Lena Fisher")
    ).to_have_count(2)


@pytest.mark.console_errors_expected  # the refusal
def test_nothing_refused_is_offered_again_and_its_reason_goes_with_it(adas, ada, blog):
    entry = publish_entry(blog, ada)
    item(adas, entry).wait_for()
    tag = adas.get_by_label("Add a tag")
    tag.fill("up & down")
    tag.press("Enter")
    expect(tag).to_have_attribute("aria-invalid", "true")
    tag.fill("")
    expect(tag).not_to_have_attribute("aria-invalid", "true")
    editor(adas).press("Control+Enter")
    refusal = adas.get_by_text("An update needs a text, an embed or a picture")
    expect(refusal).to_be_visible()
    edit(adas, entry)
    expect(refusal).to_be_hidden()
    expect(kept(adas)).to_be_hidden()


def test_pictures_that_were_left_undescribed_are_told_of(adas):
    file = {"name": "pier.png", "mimeType": "image/png", "buffer": png()}
    adas.locator("[data-files]").set_input_files(file)
    dialog = adas.get_by_role("dialog", name="Credit and describe")
    dialog.get_by_label("Credit").fill("Ada Brandt")
    adas.keyboard.press("Escape")
    waiting = adas.get_by_role("list", name="Pictures not taken in")
    expect(waiting).to_contain_text("A picture is not taken in yet.")
    waiting.get_by_role("button", name="Describe and take in").click()
    expect(dialog.get_by_label("Credit")).to_have_value("Ada Brandt")
    adas.keyboard.press("Escape")
    waiting.get_by_role("button", name="Leave out").click()
    expect(waiting).to_be_hidden()


@pytest.mark.console_errors_expected  # the answer that is lost
def test_a_picture_whose_answer_is_lost_is_stored_once(adas):
    adas.evaluate(ANSWERS_ARE_LOST.replace("/save", "/media"))
    file = {"name": "pier.png", "mimeType": "image/png", "buffer": png()}
    adas.locator("[data-files]").set_input_files(file)
    dialog = adas.get_by_role("dialog", name="Credit and describe")
    dialog.get_by_label("Credit").fill("Lena Fisher")
    dialog.get_by_label("Alternative text").fill("A pier in the rain")
    dialog.get_by_role("button", name="Take in").click()
    expect(dialog).to_contain_text("The site cannot be reached.")
    adas.evaluate("window.fetch = window.answeredFetch")
    dialog.get_by_label("Credit").fill("Lena Fischer")
    dialog.get_by_role("button", name="Take in").click()
    expect(
        adas.get_by_role("list", name="Pictures", exact=True).get_by_text("Lena Fischer")
    ).to_be_visible()
    assert MediaAsset.objects.get().credit == "Lena Fischer"
