"""From an agency's flash to readers, and whatever else the keys do, without a mouse."""

import pytest
from playwright.sync_api import expect

from liveblog.models import Entry
from tests.browser.admin_pages import sign_in
from tests.browser.desk_page import open_desk
from tests.wire.arriving import arrive, feed_of


@pytest.fixture
def feed(northwire):
    return feed_of(northwire)


@pytest.fixture
def adas(context, page, ada, running_site):
    sign_in(context, ada, running_site)
    return page


def said(page):
    return page.locator("[data-wire-status]")


def to_the_wires(page):
    page.keyboard.press("Alt+i")
    page.locator(".desk-wires .wire").first.wait_for()
    expect(page.locator(".desk-wires .wire").first).to_be_focused()


def test_a_flash_is_published_by_three_keys(adas, feed, blog):
    open_desk(adas, blog)
    arrive(feed, headline="Storm ashore", level=1)
    expect(adas.get_by_role("region", name="Alarms")).to_contain_text("Flash from Northwire")
    to_the_wires(adas)
    adas.keyboard.press("Shift+U")
    expect(adas.get_by_role("button", name="Publish now")).to_be_focused()
    adas.keyboard.press("Enter")
    expect(said(adas)).to_have_text("Published as update 1.")
    entry = Entry.objects.get()
    assert (entry.number, entry.headline, entry.urgency) == (1, "Storm ashore", 1)
    expect(adas.locator(f'[data-item="{entry.pk}"]')).to_be_visible()


@pytest.mark.console_errors_expected  # terms that were not accepted are refused
def test_a_draft_goes_into_the_composer_and_another_item_into_a_draft_of_its_own(adas, feed, blog):
    arrive(feed, "urn:1", headline="First")
    arrive(feed, "urn:2", headline="Second", usage_terms="No archive.")
    open_desk(adas, blog)
    to_the_wires(adas)
    adas.keyboard.press("j")
    adas.keyboard.press("u")
    expect(adas.locator("#composer-title")).to_have_text("Editing draft")
    expect(adas.locator("#id_headline")).to_have_value("First")
    to_the_wires_again = adas.locator(".wire", has_text="Second")
    adas.keyboard.press("Alt+i")
    adas.keyboard.press("k")
    expect(to_the_wires_again).to_be_focused()
    adas.keyboard.press("u")
    dialog = adas.get_by_role("dialog", name="Use this item?")
    expect(dialog).to_contain_text("No archive.")
    adas.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("No archive.")
    dialog.get_by_role("checkbox").focus()
    adas.keyboard.press("Space")
    adas.keyboard.press("Enter")
    expect(adas.locator("#id_headline")).to_have_value("Second")
    assert Entry.objects.count() == 2


def test_an_item_is_added_to_the_draft_in_the_composer(adas, feed, blog):
    arrive(feed, headline="Ferries")
    open_desk(adas, blog)
    to_the_wires(adas)
    adas.keyboard.press("c")
    expect(said(adas)).to_have_text("A draft that cites it is made.")
    expect(adas.locator("#composer-title")).to_have_text("Editing draft")
    adas.keyboard.press("Alt+i")
    adas.keyboard.press("a")
    expect(adas.locator("#id_headline")).to_have_value("Ferries")
    assert Entry.objects.get().built_from_id


def test_letters_typed_into_a_text_are_letters(adas, feed, blog):
    arrive(feed)
    open_desk(adas, blog)
    adas.locator(".ProseMirror[role=textbox]").click()
    adas.keyboard.type("ijkuc?")
    expect(adas.locator(".ProseMirror[role=textbox]")).to_have_text("ijkuc?")
    assert not Entry.objects.exists()
