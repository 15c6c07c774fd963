"""Two editors at one desk, in Chromium: by keyboard, live, and without losing a word."""

import pytest
from playwright.sync_api import expect

from liveblog import actions
from liveblog.models import Attribution, Source
from tests.browser.admin_pages import type_text
from tests.browser.desk_page import (
    edit,
    editor,
    hold_first,
    item,
    let_go,
    open_desk,
    status,
)
from tests.cast import again, publish_entry

pytestmark = pytest.mark.console_errors_expected  # the browser notes every refusal


@pytest.fixture
def at_the_desk(browser_of, console_errors, blog):
    """Opens the desk as somebody, in a browser of their own."""
    yield lambda user: open_desk(browser_of(user), blog)
    refusals = ("status of 4", "net::ERR_FAILED")
    assert [it for it in console_errors if not any(each in it for each in refusals)] == []


def test_ada_publishes_by_keyboard_while_chi_keeps_her_place(at_the_desk, ada, chi, blog):
    for number in range(12):
        publish_entry(blog, ada, f"<p>Earlier {number}.</p>")
    Source.objects.create(name="Interfax", slug="interfax", kind="wire_agency")
    Source.objects.create(name="Reuters", slug="reuters", kind="wire_agency")
    adas, chis = at_the_desk(ada), at_the_desk(chi)
    type_text(chis, "Chi is in the middle of a")
    updates = chis.locator(".desk-list")
    updates.hover()
    chis.mouse.wheel(0, 700)
    updates.evaluate(
        "pane => new Promise(done => { const look = () =>"
        " pane.scrollTop > 600 ? done() : requestAnimationFrame(look); look(); })"
    )
    seen = chis.evaluate(
        "[...document.querySelectorAll('[data-item]')].find("
        "it => it.getBoundingClientRect().top > 100).dataset.item"
    )
    top = f"document.querySelector('[data-item=\"{seen}\"]').getBoundingClientRect().top"
    before = chis.evaluate(top)

    type_text(adas, "Reuters reported, citing Interfax, that ferries stop.")
    chip = adas.get_by_role("button", name="+ Reuters reported, citing Interfax")
    expect(chip).to_be_visible()
    expect(adas.get_by_text("The text names Reuters, Interfax, but")).to_be_visible()
    chip.focus()
    adas.keyboard.press("Enter")
    expect(adas.get_by_text("The text names")).to_be_hidden()
    editor(adas).focus()
    adas.keyboard.press("Control+Enter")
    expect(status(adas)).to_have_text("Published as update 13.")
    expect(editor(adas)).to_have_text("")
    assert Attribution.objects.get().via.name == "Interfax"

    expect(chis.locator(".desk-list").get_by_text("that ferries stop.")).to_be_attached()
    expect(chis.locator("#desk-announcer")).to_contain_text("Ada: published, 13.")
    chis.keyboard.type(" sentence.")
    expect(editor(chis)).to_have_text("Chi is in the middle of a sentence.")
    assert abs(chis.evaluate(top) - before) < 2


def test_a_stale_save_shows_both_and_saves_the_merge(at_the_desk, ada, chi, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    adas = at_the_desk(ada)
    edit(adas, entry)
    type_text(adas, " Buses too.")
    actions.edit(
        user=chi, entry_id=entry.pk, revision=1,
        fields={"headline": "Chi's headline", "body": "<p>Ferries stop at noon.</p>"},
    )  # fmt: skip
    expect(adas.get_by_text("Chi saved this update meanwhile")).to_be_visible()
    adas.keyboard.press("Control+Enter")
    both = adas.get_by_role("region", name="What stands now and what you typed")
    expect(both.get_by_text("Ferries stop at noon.", exact=True)).to_be_visible()
    expect(
        both.get_by_text("Taken over, because you had not touched it: Headline.")
    ).to_be_visible()
    expect(editor(adas)).to_contain_text("Buses too.")
    assert again(entry).body_text == "Ferries stop at noon."
    both.get_by_role("button", name="Take this").click()
    expect(editor(adas)).to_have_text("Ferries stop at noon.")
    both.get_by_role("button", name="Keep mine").click()
    expect(editor(adas)).to_contain_text("Buses too.")
    editor(adas).focus()
    adas.keyboard.press("Control+Enter")
    expect(status(adas)).to_have_text("Update 1 is changed.")
    stands = again(entry)
    assert (stands.headline, stands.revision) == ("Chi's headline", 3)
    assert "Buses too." in stands.body_text


def test_a_correction_is_previewed_and_a_kill_needs_the_word(at_the_desk, ada, blog):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    adas = at_the_desk(ada)
    edit(adas, entry)
    type_text(adas, " At noon.")
    overtaken = hold_first(adas, "**/preview")
    adas.get_by_role("button", name="Correct…").click()
    dialog = adas.get_by_role("dialog", name="Correct with a public note")
    expect(dialog.get_by_label("Public note")).to_be_focused()
    adas.keyboard.type("It said at one.")
    expect(dialog.locator(".corrections")).to_contain_text("It said at one.")
    let_go(adas, overtaken)
    expect(dialog.locator(".corrections")).to_contain_text("It said at one.")
    expect(dialog.locator(".prose")).to_contain_text("At noon.")
    assert again(entry).revision == 1
    dialog.get_by_role("button", name="Publish the correction").click()
    expect(status(adas)).to_have_text("The correction of update 1 is published.")
    assert again(entry).corrections.get().note == "It said at one."

    item(adas, entry).get_by_role("button", name="Kill…").click()
    dialog = adas.get_by_role("dialog", name="Kill")
    expect(dialog.get_by_label("Reason")).to_be_focused()
    adas.keyboard.press("Escape")
    expect(item(adas, entry).get_by_role("button", name="Kill…")).to_be_focused()
    adas.keyboard.press("Enter")
    expect(dialog.get_by_label("Reason")).to_be_focused()
    adas.keyboard.type("Not so.")
    adas.keyboard.press("Tab")
    adas.keyboard.type("KILL")
    adas.keyboard.press("Enter")
    expect(item(adas, entry)).to_contain_text("Killed: Not so.")
    expect(item(adas, entry)).to_be_focused()
    expect(item(adas, entry)).not_to_contain_text("Ferries stop.")


def test_a_question_about_an_older_text_is_asked_again_about_what_stands_now(
    at_the_desk, ada, chi, blog
):
    entry = publish_entry(blog, ada, "<p>Ferries stop.</p>")
    adas = at_the_desk(ada)
    item(adas, entry).get_by_role("button", name="Withdraw…").click()
    dialog = adas.get_by_role("dialog", name="Withdraw")
    dialog.get_by_label("Note").fill("Not so.")
    actions.edit(user=chi, entry_id=entry.pk, revision=1, fields={"body": "<p>Buses stop.</p>"})
    dialog.get_by_role("button", name="Withdraw").click()
    expect(dialog.get_by_role("alert")).to_contain_text("A colleague changed this update")
    expect(dialog.locator("blockquote")).to_contain_text("Buses stop.")
    expect(dialog.get_by_label("Note")).to_have_value("Not so.")
    assert again(entry).state == "published"
    dialog.get_by_role("button", name="Withdraw").click()
    expect(dialog).to_be_hidden()
    assert again(entry).state == "withdrawn"
