"""Tags at the desk by keyboard: typed, suggested, taken out, never lost, and seen by readers."""

import pytest
from playwright.sync_api import expect

from tests.browser.admin_pages import sign_in, type_text
from tests.browser.axe import violations
from tests.browser.desk_page import edit, item, item_saying, open_desk, status, stored
from tests.cast import again, publish_entry

pytestmark = pytest.mark.once  # the verbs behind it are asked on both databases


@pytest.fixture
def known(blog, ada):
    return publish_entry(blog, ada, "<p>Lights are out.</p>", tags=["Power cuts", "roads"])


@pytest.fixture
def desk(context, page, ada, blog, known, running_site):
    sign_in(context, ada, running_site)
    return open_desk(page, blog)


def field(desk):
    return desk.get_by_label("Add a tag")


def chips(desk):
    return desk.locator('[data-rows="tags"] > li')


def test_ada_tags_an_update_by_keyboard(desk, blog, page):
    type_text(desk, "The river is rising.")
    field(desk).focus()
    desk.keyboard.type("#flood,")
    desk.keyboard.type("power CUTS")
    desk.keyboard.press("Enter")
    expect(chips(desk).locator("span:first-child").first).to_have_text("flood")
    expect(chips(desk)).to_have_count(2)
    expect(chips(desk).nth(1)).to_contain_text("Power cuts")  # as the live blog spells it
    expect(status(desk)).to_have_text("Tag added: Power cuts.")
    desk.keyboard.type("ports")  # typed and not added: sent all the same
    desk.keyboard.press("Control+Enter")
    stored(desk, "Published as update 2.")
    expect(chips(desk)).to_have_count(0)
    page.goto(blog.get_absolute_url())
    expect(page.locator("#entry-2 .tags li")).to_have_text(["flood", "Power cuts", "ports"])


def test_what_is_no_tag_stays_and_is_said(desk):
    field(desk).fill("up & down")
    desk.keyboard.press("Enter")
    expect(status(desk)).to_contain_text("“up & down” is no tag")
    expect(field(desk)).to_have_value("up & down")
    expect(field(desk)).to_have_attribute("aria-invalid", "true")
    desk.keyboard.type("!")  # what was refused is not asked about again at every letter
    expect(field(desk)).to_have_value("up & down!")
    field(desk).fill("up and down, Up and Down, no & no,")
    expect(field(desk)).to_have_value("no & no")
    expect(chips(desk)).to_have_count(1)
    field(desk).fill("")
    desk.keyboard.press("Enter")
    expect(chips(desk)).to_have_count(1)
    expect(field(desk)).not_to_have_attribute("aria-invalid", "true")


def test_a_tag_is_taken_out_and_kept_through_a_reload(desk, known):
    edit(desk, known)
    expect(chips(desk)).to_have_count(2)
    desk.get_by_role("button", name="Take roads out").click()
    expect(chips(desk)).to_have_count(1)
    desk.reload()
    desk.locator("#composer[data-ready]").wait_for()
    expect(chips(desk)).to_have_count(1)
    desk.locator(".ProseMirror[role=textbox]").press("Control+Enter")
    stored(desk, "Update 1 is changed.")
    assert again(known).tags == ["Power cuts"]


@pytest.mark.console_errors_expected  # the refusal is one for the browser
def test_an_update_does_not_go_out_without_a_tag_that_was_meant(desk):
    type_text(desk, "The river is rising.")
    field(desk).fill("up & down")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#composer [data-errors]").first).to_contain_text("contains “&”")
    desk.reload()
    desk.locator("#composer[data-ready]").wait_for()
    expect(field(desk)).to_have_value("up & down")
    field(desk).fill("floods")
    desk.locator(".ProseMirror[role=textbox]").press("Control+Enter")
    stored(desk, "Published as update 2.")
    shown = item_saying(desk, "The river is rising.").locator(".tags li")
    expect(shown).to_have_text(["floods"])
    expect(shown).to_have_css(
        "list-style-type", "none"
    )  # as readers see it, without the admin's mark
    expect(shown).to_have_css("font-size", "13px")


def test_the_lists_are_filtered_by_tag(desk, blog, ada, known):
    other = publish_entry(blog, ada, "<p>Ferries run.</p>", tags=["ferries"])
    expect(item(desk, other)).to_be_visible()
    desk.get_by_label("Tag", exact=True).fill("power")
    expect(item(desk, other)).to_be_hidden()
    expect(item(desk, known)).to_be_visible()
    third = publish_entry(blog, ada, "<p>Still dark.</p>", tags=["Power cuts"])
    expect(item(desk, third)).to_be_visible()


@pytest.mark.console_errors_expected  # axe tries styles of its own, which the policy refuses
def test_axe_finds_nothing_among_tags(desk, page, blog):
    for tag in ("flood", "a longer tag of forty characters in all0"):
        field(desk).fill(tag)
        desk.keyboard.press("Enter")
    desk.set_viewport_size({"width": 320, "height": 800})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(desk) == []
    page.goto(blog.get_absolute_url())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_tag_is_typed_into_the_text(desk):
    type_text(desk, "The river is rising. #pow")
    expect(desk.get_by_role("option", name="#Power cuts")).to_be_visible()
    desk.keyboard.press("Enter")
    expect(chips(desk)).to_have_count(1)
    expect(chips(desk).first).to_contain_text("Power cuts")
    expect(desk.locator(".ProseMirror[role=textbox]")).to_have_text("The river is rising.")
    expect(status(desk)).to_have_text("Tag added: Power cuts.")


def test_a_rare_tag_is_offered_in_its_spelling_and_what_is_none_stays(desk, blog, ada):
    publish_entry(blog, ada, tags=["Zebra crossing"])
    type_text(desk, "Lights are out. #zeb")  # this page was opened before
    expect(desk.get_by_role("option", name="#Zebra crossing")).to_be_visible()
    desk.keyboard.press("Enter")
    expect(chips(desk)).to_contain_text("Zebra crossing")
    type_text(desk, " #a&b")
    expect(desk.get_by_role("listbox", name="Commands")).to_be_hidden()
    expect(desk.locator(".ProseMirror[role=textbox]")).to_contain_text("#a&b")
