"""What the desk shows of a text while it is being written, in Chromium."""

import pytest
from playwright.sync_api import expect

from liveblog.models import Entry, Source
from tests.browser.admin_pages import press
from tests.browser.axe import violations
from tests.browser.desk_page import editor, hold_first, let_go, open_desk, send


@pytest.fixture
def desk(browser_of, ada, blog, northwire):
    Source.objects.update(in_credit_line=True)
    page = open_desk(browser_of(ada), blog)
    editor(page).click()
    return page


def preview(page):
    return page.locator("[data-live-preview]")


def unfold(page):
    preview(page).locator("summary").click()
    editor(page).click()


def test_the_preview_follows_the_text_and_stays_open(desk, blog):
    unfold(desk)
    desk.keyboard.type("Northwire reported that ferries stop.")
    expect(preview(desk).locator(".entry")).to_contain_text("ferries stop.")
    expect(desk.locator("[data-length]")).to_have_text("5 words, 37 characters")
    expect(preview(desk).locator("[data-credit-new]")).to_be_hidden()
    press(desk, "+ Northwire reported")
    expect(preview(desk).locator("[data-credit-line]")).to_contain_text("Northwire")
    expect(preview(desk).locator("[data-credit-new]")).to_be_visible()
    expect(editor(desk)).to_have_text("Northwire reported that ferries stop.")
    desk.reload()
    desk.locator("#composer[data-ready]").wait_for()
    expect(preview(desk).locator(".entry")).to_contain_text("ferries stop.")


def test_an_agency_whose_words_nobody_understands_is_credited_by_one_press(desk):
    desk.keyboard.type("Ferries stop. Northwire, thank you.")
    warning = desk.locator("[data-unattributed]")
    expect(warning).to_contain_text("nothing is attributed to it yet.")
    expect(desk.get_by_role("button", name="+ Northwire reported")).to_be_hidden()
    warning.get_by_role("button", name="Credit Northwire").press("Enter")
    expect(desk.get_by_role("list", name="Attributions")).to_contain_text("Northwire")
    expect(warning).to_be_hidden()
    expect(desk.locator("[data-adder=attributions] summary")).to_be_focused()


def test_an_answer_that_comes_late_is_not_shown(desk):
    unfold(desk)
    preview(desk).locator(".entry").wait_for()
    held = hold_first(desk, "**/preview")
    with desk.expect_request("**/preview"):  # asked for when typing rests
        desk.keyboard.type("Ferries")
    desk.keyboard.type(" stop.")
    expect(preview(desk).locator(".entry")).to_contain_text("Ferries stop.")
    let_go(desk, held)
    expect(preview(desk).locator(".entry")).to_contain_text("Ferries stop.")


@pytest.mark.once
@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_axe_finds_nothing_in_it(desk):
    unfold(desk)
    desk.keyboard.type("Ferries stop.")
    preview(desk).locator(".entry").wait_for()
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)
        assert violations(desk) == []
    desk.set_viewport_size({"width": 320, "height": 700})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_picture_of_the_team_is_used_again_by_the_keyboard(desk, picture):
    asset = picture(caption="Harbour wall")
    desk.keyboard.type("Waves. /reuse")
    desk.keyboard.press("Enter")
    dialog = desk.get_by_role("dialog", name="The team's pictures")
    offer = dialog.get_by_role("button", name="Harbour wall")
    expect(offer).to_have_attribute("aria-pressed", "false")
    desk.keyboard.type("wall")
    desk.keyboard.press("Tab")
    expect(offer).to_be_focused()
    desk.keyboard.press("Enter")
    expect(offer).to_have_attribute("aria-pressed", "true")
    desk.keyboard.press("Escape")
    expect(editor(desk)).to_be_focused()
    expect(desk.get_by_role("list", name="Pictures", exact=True)).to_contain_text(asset.credit)
    send(desk, "Published as update 1.")
    assert Entry.objects.get().images.get().asset == asset
