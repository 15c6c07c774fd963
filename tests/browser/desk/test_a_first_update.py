"""A new editor's first update, attributed and with a picture, by keyboard alone: in few actions."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from liveblog.models import Entry
from tests.browser.admin_pages import type_text
from tests.browser.desk_page import editor, hold_first, let_go, open_desk, status, stored

FEW = 10


class Hands:
    """Hands on a keyboard. An action is a run of typing, or one key or chord."""

    def __init__(self, page):
        self.page, self.actions = page, 0
        page.on("filechooser", lambda _: None)  # from now on, not only once the key is pressed

    def types(self, text):
        self.page.keyboard.type(text)
        self.actions += 1

    def presses(self, key):
        self.page.keyboard.press(key)
        self.actions += 1

    def chooses(self, key, file):
        """A key that opens the system's file dialog, and the choice in it."""
        with self.page.expect_file_chooser() as chooser:
            self.presses(key)
        chooser.value.set_files(file)
        self.actions += 1


@pytest.fixture
def drawn():
    data = io.BytesIO()
    Image.new("RGB", (640, 480), "navy").save(data, "PNG")
    return {"name": "pier.png", "mimeType": "image/png", "buffer": data.getvalue()}


def test_a_first_attributed_update_with_a_picture_takes_few_actions(
    browser_of, ada, blog, northwire, drawn
):
    page = open_desk(browser_of(ada), blog)
    hands = Hands(page)
    expect(editor(page)).to_be_focused()
    hands.types("Northwire reported that all ferries stop at noon.")
    expect(page.get_by_role("button", name="+ Northwire reported")).to_be_visible()
    hands.presses("Alt+1")
    expect(page.get_by_role("list", name="Attributions")).to_contain_text("Northwire")
    expect(editor(page)).to_be_focused()
    hands.chooses("Alt+p", drawn)
    dialog = page.get_by_role("dialog", name="Credit and describe")
    expect(dialog.get_by_label("Credit")).to_be_focused()
    hands.types("Ada Brandt")
    hands.presses("Enter")
    expect(dialog.get_by_label("Alternative text")).to_be_focused()
    hands.types("A ferry at the pier, its ramp up.")
    hands.presses("Enter")
    expect(dialog).to_be_hidden()
    expect(editor(page)).to_be_focused()
    hands.presses("Control+Enter")
    expect(status(page)).to_have_text("Published as update 1.")
    entry = Entry.objects.get()
    assert entry.attributions.get().source == northwire
    assert entry.images.get().asset.credit == "Ada Brandt"
    assert hands.actions < FEW


def described(page, drawn):
    """An update with a picture that only has to be taken in, which will take its time."""
    held = hold_first(page, "**/media")
    type_text(page, "All ferries stop at noon.")
    page.locator("[data-files]").set_input_files(drawn)
    dialog = page.get_by_role("dialog", name="Credit and describe")
    dialog.get_by_label("Credit").fill("Ada Brandt")
    dialog.get_by_label("Alternative text").fill("A ferry at the pier, its ramp up.")
    return page, dialog, held


def test_what_is_sent_while_its_picture_is_on_the_way_goes_out_with_it(
    browser_of, ada, blog, drawn
):
    page, dialog, held = described(open_desk(browser_of(ada), blog), drawn)
    with page.expect_request("**/media"):
        page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_have_text("Taking in…")
    page.keyboard.press("Control+Enter")
    let_go(page, held)
    stored(page, "Published as update 1.")
    assert Entry.objects.get().images.get().asset.credit == "Ada Brandt"


def test_nothing_goes_out_without_a_picture_that_is_on_the_way(browser_of, ada, blog, drawn):
    page, dialog, held = described(open_desk(browser_of(ada), blog), drawn)
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Back").click()
    page.keyboard.press("Control+Enter")
    expect(status(page)).to_contain_text("A picture is still being taken in.")
    assert not Entry.objects.exists()
    let_go(page, held)
    expect(page.get_by_role("list", name="Pictures").get_by_role("listitem")).to_have_count(1)
    page.keyboard.press("Control+Enter")
    stored(page, "Published as update 1.")
    assert Entry.objects.get().images.get().asset.credit == "Ada Brandt"
