"""The live blog's settings at the side of the desk, in Chromium."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from tests.browser.axe import settled_violations
from tests.browser.desk_page import hold_first, let_go, open_desk
from tests.cast import again

# axe tries styles of its own, and the browser notes every refusal
pytestmark = [pytest.mark.once, pytest.mark.console_errors_expected]


@pytest.fixture
def adas(browser_of, ada, blog):
    return open_desk(browser_of(ada), blog)


def button(page):
    return page.get_by_role("button", name="Settings…")


def opened(page):
    button(page).press("Enter")
    dialog = page.get_by_role("dialog", name="Settings of the live blog")
    expect(dialog.get_by_label("Headline")).to_be_focused()
    return dialog


def test_a_headline_is_changed_by_keyboard_and_is_on_every_desk(adas, browser_of, chi, blog):
    chis = open_desk(browser_of(chi), blog)
    opened(adas)
    adas.keyboard.press("ControlOrMeta+a")
    adas.keyboard.type("Storm turns east")
    adas.keyboard.press("Enter")
    expect(adas.locator("[data-status]")).to_have_text("The live blog's settings are saved.")
    expect(button(adas)).to_be_focused()
    for page in (adas, chis):
        expect(page.get_by_role("heading", level=1)).to_have_text("Storm turns east")
    assert again(blog).headline == "Storm turns east"


def test_what_is_typed_is_there_after_a_reload_and_overwrites_nobody(adas, chi, blog):
    dialog = opened(adas)
    dialog.get_by_label("Kicker").fill("x" * 81)
    adas.keyboard.press("Control+Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("The kicker is 81 characters long")
    expect(dialog.get_by_label("Kicker")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_label("Kicker").fill("Ada's")
    dialog.get_by_label("What we know").fill("Ada saw it.")
    adas.reload()
    adas.locator("#composer[data-ready]").wait_for()
    actions.edit_blog(
        user=chi, blog_id=blog.pk, revision=blog.revision,
        fields={"headline": "Chi's", "summary_points": ["Chi saw it."]},
    )  # fmt: skip
    dialog = opened(adas)
    expect(dialog.get_by_text("Not saved, typed at")).to_be_visible()
    expect(dialog.get_by_label("Kicker")).to_have_value("Ada's")
    dialog.get_by_role("button", name="Save").click()
    both = dialog.get_by_role("region", name="What stands now and what you typed")
    expect(both).to_be_focused()
    expect(both.get_by_text("because you had not touched it: Headline.")).to_be_visible()
    expect(dialog.get_by_label("Headline")).to_have_value("Chi's")
    assert again(blog).kicker == blog.kicker
    for scheme in ("light", "dark"):
        adas.emulate_media(color_scheme=scheme)
        assert settled_violations(adas) == []
    know = both.locator('[data-field="summary"]')
    know.get_by_role("button", name="Take this").click()
    expect(dialog.get_by_label("What we know")).to_have_value("Chi saw it.")
    know.get_by_role("button", name="Keep mine").click()
    expect(dialog.get_by_label("What we know")).to_have_value("Ada saw it.")
    for width in (320, 375, 768):
        adas.set_viewport_size({"width": width, "height": 700})
        assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    stands = again(blog)
    assert (stands.headline, stands.kicker) == ("Chi's", "Ada's")
    assert stands.summary_points == ["Ada saw it."]


def test_what_was_typed_can_be_dropped(adas):
    dialog = opened(adas)
    stood = dialog.get_by_label("Headline").input_value()
    adas.keyboard.type("Not this")
    adas.keyboard.press("Escape")
    expect(button(adas)).to_be_focused()
    dialog = opened(adas)
    dialog.get_by_role("button", name="Drop it").press("Enter")
    expect(dialog.get_by_label("Headline")).to_have_value(stood)
    expect(dialog.get_by_label("Headline")).to_be_focused()
    expect(dialog.get_by_text("Not saved, typed at")).to_be_hidden()
    adas.keyboard.press("Escape")
    dialog = opened(adas)
    expect(dialog.get_by_label("Headline")).to_have_value(stood)


def test_left_while_it_is_on_its_way_no_colleague_is_overwritten_unseen(adas, chi, blog):
    dialog = opened(adas)
    adas.keyboard.type("Ada's")
    change = {"headline": "Chi's"}
    actions.edit_blog(user=chi, blog_id=blog.pk, revision=blog.revision, fields=change)
    held = hold_first(adas, "**/settings")
    adas.keyboard.press("Enter")
    adas.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    let_go(adas, held)
    expect(adas.locator("[data-status]")).to_contain_text("Somebody else saved this live blog")
    dialog = opened(adas)
    typed = dialog.get_by_label("Headline").input_value()
    assert "Ada's" in typed
    dialog.get_by_role("button", name="Save").click()
    both = dialog.get_by_role("region", name="What stands now and what you typed")
    expect(both.get_by_text("Chi's", exact=True).first).to_be_visible()
    assert again(blog).headline == "Chi's"


def test_without_the_network_it_is_said_and_pressed_again(adas, blog):
    dialog = opened(adas)
    dialog.get_by_label("Kicker").fill("Live")
    adas.context.set_offline(True)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("The site cannot be reached.")
    adas.context.set_offline(False)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    assert again(blog).kicker == "Live"
